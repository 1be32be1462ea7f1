"""How well and how fast the places of news texts are read, on LGL and GeoWebNews.

    python benchmarks/places.py ../shared/data/places
    python benchmarks/places.py ../shared/data/places --every 3

Prints a table of scores, what went wrong by kind, and words a second with and without the language
model. Compare rates of two runs on one machine, not of two machines.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from watchword.engines import ReadingEngine
from watchword.ledger.corpora.toponyms import MarkedText, read_geowebnews, read_lgl
from watchword.ledger.reading.toponyms import PlaceScores, score_places
from watchword.ledger.scores import Detection
from watchword.model.reading import Reading
from watchword.model.toponym import LocatedToponym
from watchword.resolve.locations import locate_toponyms
from watchword.resolve.toponyms import find_toponyms
from watchword.text.geonames import bearers_of
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

SETS = (("LGL", "lgl.xml", read_lgl), ("GeoWebNews", "geowebnews.xml", read_geowebnews))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where lgl.xml and geowebnews.xml lie")
    parser.add_argument("--every", type=int, default=1, help="take every so many texts")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    began = time.perf_counter()
    bearers_of("Kursk")
    print(f"gazetteer opened in {time.perf_counter() - began:.2f} s")
    engine = ReadingEngine(threads=arguments.threads)
    found = []
    for name, file, read in SETS:
        texts = read((arguments.folder / file).read_bytes())[:: arguments.every]
        found.append(measure(name, texts, engine))
    put("both", found[0] + found[1])


def measure(name: str, texts: Sequence[MarkedText], engine: ReadingEngine) -> PlaceScores:
    """Score some texts and print it, each step timed by itself."""
    words = sum(len(text.text.split()) for text in texts)
    began = time.perf_counter()
    readings = {text.text: readings_of(text.text, engine) for text in texts}
    after_reading = time.perf_counter()

    def find(text: str) -> Sequence[LocatedToponym]:
        return locate_toponyms(text, find_toponyms(text, readings[text]))

    for text in texts:
        find(text.text)
    done = time.perf_counter()
    scores = score_places(texts, find, locate_toponyms)
    put(name, scores)
    print(
        f"  {words} words; {words / (done - began):,.0f} words/s with the model, "
        f"{words / (done - after_reading):,.0f} without"
    )
    return scores


def readings_of(text: str, engine: ReadingEngine) -> tuple[Reading, ...]:
    """The sentences of a text as the engine reads them."""
    sentences = [find_words(text, each.start, each.end) for each in find_sentences(text)]
    return engine.read(sentences)


def put(name: str, scores: PlaceScores) -> None:
    """Print the scores of one set."""
    print(f"{name}: {scores.texts} texts")
    print(f"  recognition             {told(scores.recognition)}")
    print(f"  resolution              {scores.resolution.hits} of {scores.resolution.of}, ", end="")
    print(f"{100 * scores.resolution.hits / scores.resolution.of:.1f}; ", end="")
    print(f"within 161 km {100 * scores.near.hits / scores.near.of:.1f}")
    print(f"  end to end, exact       {told(scores.exact)}")
    print(f"  end to end, overlapping {told(scores.overlapping)}")
    print("  " + ", ".join(f"{kind} {count}" for kind, count in asdict(scores.misses).items()))


def told(found: Detection) -> str:
    """Precision, recall and F1 in hundredths."""
    shares = (found.precision, found.recall)
    rates = " ".join(f"{100 * each.hits / max(1, each.of):5.1f}" for each in shares)
    return f"P, R, F1 {rates} {100 * (found.f1 or 0.0):5.1f}"


if __name__ == "__main__":
    main()
