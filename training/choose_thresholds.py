"""Which score makes a stretch a phrase, tried on development splits, scheme by scheme.

    python training/choose_thresholds.py ../shared/data
    python training/choose_thresholds.py ../shared/data --folder runs/first/exact

Prints F1 by threshold for the schemes that have a development split; `engines/phrases.py` keeps the
best. The Causal News Corpus has none: its scheme takes the median of the others.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

from language.development import read_gum_whole
from watchword.engines import ReadingEngine, phrases
from watchword.ledger.corpora.causal import read_counterfactuals
from watchword.ledger.corpora.re3d import read_re3d
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.uner import read_uner
from watchword.ledger.corpora.worldwide import read_worldwide
from watchword.ledger.model.footprint import made_words
from watchword.ledger.model.phrases import score_scheme

Reader = Callable[[Path, str], Iterable[LabelledSentence]]

SETS: tuple[tuple[str, Reader], ...] = (
    ("names", read_uner),
    ("mentions", read_gum_whole),
    ("intelligence", read_re3d),
    ("domain", read_worldwide),
    ("conditional", read_counterfactuals),
)
TRIED = (0.0, -0.25, -0.5, -0.75, -1.0, -1.5, -2.0)


def main() -> None:
    """Try every threshold on every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folder", type=Path, help="a model other than the carried one")
    arguments = parser.parse_args()
    engine = ReadingEngine(arguments.folder)
    best = []
    for scheme, read in SETS:
        sentences = [each for each in read(arguments.data, "dev") if scheme in each.schemes]
        scores = dict(_each_score(engine, scheme, sentences))
        best.append(max(scores, key=lambda least: (scores[least], least)))
        told = ", ".join(f"{least:+.2f} {score:.4f}" for least, score in scores.items())
        print(f"{scheme} ({len(sentences)} sentences): {told}; best {best[-1]:+.2f}", flush=True)
    print(f"causal: {median(best):+.2f}")


def _each_score(
    engine: ReadingEngine, scheme: str, sentences: list[LabelledSentence]
) -> Iterator[tuple[float, float]]:
    for least in TRIED:
        phrases.LEAST[scheme] = least
        readings = engine.read([made_words(each.words) for each in sentences])
        yield least, score_scheme(zip(sentences, readings, strict=True), scheme).f1 or 0.0


if __name__ == "__main__":
    main()
