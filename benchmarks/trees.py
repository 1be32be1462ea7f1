"""How long the best tree takes, by how many words are tried at the root first.

    python benchmarks/trees.py ../shared/data/reports/current-events/until-2023.jsonl

Reads the texts of a JSON lines file with the carried model and takes those sentences whose best
heads make no tree. Prints milliseconds of processor time a sentence, the best of three runs.
"""

import argparse
import itertools
import json
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import numpy as np

from watchword.engines import trees
from watchword.engines.questions import question_of, windows_of
from watchword.engines.sessions import QUESTIONS, open_sessions, read_labels
from watchword.engines.trees import Scores
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

TRIED, TIMES = (0, 1, 2, 4, 8), 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--texts", type=int, default=300)
    arguments = parser.parse_args()
    lines = itertools.islice(arguments.file.open(encoding="utf-8"), arguments.texts)
    scored = [arcs for arcs in _each_arcs(lines) if not _is_tree(arcs)]
    print(f"{len(scored)} sentences")
    for tried in TRIED:
        trees.TRIED = tried
        best = min(_seconds(scored) for _ in range(TIMES))
        print(f"tried {tried}: {best / len(scored) * 1000:6.3f} ms")


def _each_arcs(lines: Iterator[str]) -> Iterator[Scores]:
    """Scores of arcs, of one sentence after another."""
    folder = resources.files("watchword.engines") / "data"
    reader = open_sessions(folder, read_labels(folder)).reader
    for line in lines:
        text = json.loads(line)["text"]
        for place in find_sentences(text):
            words = [word.text for word in find_words(text, place.start, place.end)]
            for window in windows_of(0, words):
                question = question_of([window])
                (arcs,) = reader.run(
                    ["arcs"], {name: getattr(question, name) for name in QUESTIONS}
                )
                size = len(window.words)
                yield arcs[0, :size, : size + 1]


def _is_tree(arcs: Scores) -> bool:
    return bool(trees.are_trees(arcs.argmax(1)[None], [len(arcs)])[0])


def _seconds(scored: list[Scores]) -> float:
    began = time.process_time()
    for arcs in scored:
        trees.best_tree(np.array(arcs))
    return time.process_time() - began


if __name__ == "__main__":
    main()
