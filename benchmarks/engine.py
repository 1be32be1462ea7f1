"""How fast the carried language model reads, by batch size and threads.

    python benchmarks/engine.py ../shared/data/reports/current-events/until-2023.jsonl
    python benchmarks/engine.py --folder runs/first/exact reports.jsonl --words 20000
    python benchmarks/engine.py --json --every 1 reports.jsonl

Reads the texts of a JSON lines file. Prints words a second, the best of three runs. Compare ratios
of two runs on one machine, not figures of two machines.
"""

import argparse
import itertools
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchword.engines import ReadingEngine, questions
from watchword.model.reading import Word
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

BATCHES, THREADS, TIMES = "512,1024,2048,4096", (1, 2), 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--folder", type=Path, help="a model other than the carried one")
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--every", type=int, default=40, help="take every so many lines")
    parser.add_argument("--batches", default=BATCHES, help="with commas between")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    arguments = parser.parse_args()
    lines = itertools.islice(arguments.file.open(encoding="utf-8"), 0, None, arguments.every)
    sentences = list(_enough((json.loads(line)["text"] for line in lines), arguments.words))
    words = sum(map(len, sentences))
    rows = []
    if not arguments.json:
        print(f"{words} words, {len(sentences)} sentences")
    batches = tuple(map(int, arguments.batches.split(",")))
    for batch, threads in itertools.product(batches, THREADS):
        questions.IN_BATCH = batch
        engine = ReadingEngine(arguments.folder, threads=threads, room=0)
        engine.read(sentences[:64])
        best = min(_seconds(engine, sentences) for _ in range(TIMES))
        rows.append({"batch": batch, "threads": threads, "words_per_s": words / best})
        if not arguments.json:
            print(f"batch {batch:5} threads {threads}: {words / best:8,.0f} words/s")
    if arguments.json:
        print(json.dumps({"words": words, "sentences": len(sentences), "rows": rows}))


def _enough(texts: Iterator[str], least: int) -> Iterator[Sequence[Word]]:
    count = 0
    for text in texts:
        for place in find_sentences(text):
            words = find_words(text, place.start, place.end)
            count += len(words)
            yield words
        if count >= least:
            return


def _seconds(engine: ReadingEngine, sentences: Sequence[Sequence[Word]]) -> float:
    began = time.perf_counter()
    engine.read(sentences)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
