"""How well the untouched base model tells the reports of one story from those of another.

    python training/measure_base.py ../shared/data >> src/watchword/ledger/model/floors.toml

Prints what `watchword ledger model` holds the carried model's embedding against: the same pairs,
cut into the same sentences, embedded by all-MiniLM-L6-v2 in single precision with mean pooling.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from language.examples import encode
from language.start import base_meanings
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.streams import read_current_events, story_pairs
from watchword.ledger.model.held_out import STREAM
from watchword.ledger.model.similarity import PAIRS, SEED, score_similarity
from watchword.model.reading import Reading, Word

LONGEST = 250
"""Words of a sentence that are embedded; the base model takes no more."""


def main() -> None:
    """Embed every text of the pairs and print the areas under the curve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    arguments = parser.parse_args()
    pairs = story_pairs(read_current_events(arguments.data), arguments.pairs, SEED)
    print(f'\n[base."{STREAM.name}"]\ndigest = "{STREAM.digest(arguments.data)}"')
    for score in score_similarity(pairs, _read):
        print(f'"{score.metric}" = {score.value:.4f}')


def _read(sentences: Sequence[Sequence[Word]]) -> list[Reading]:
    examples = [
        encode(
            LabelledSentence(
                words=tuple(word.text for word in words[:LONGEST]), document="", corpus=""
            )
        )
        for words in sentences
    ]
    rows = base_meanings(examples).numpy().astype("<f2")
    return [Reading(tokens=(), made_by="all-MiniLM-L6-v2", embedding=row.tobytes()) for row in rows]


if __name__ == "__main__":
    main()
