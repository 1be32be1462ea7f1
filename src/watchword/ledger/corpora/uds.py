"""UDS-IH2: how far predicates in UD English-EWT are facts, -3 to 3.

The sets follow EWT's splits and have 9,098 / 1,246 / 1,219 sentences (train, dev, test), only
those with a predicate. They do not tell the text that a sentence is from, and not all of them are
cut into words as EWT is now (see `watchword.ledger.corpora.uner`).
"""

from collections.abc import Iterator
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.splits import check_split
from watchword.ledger.corpora.tables import MEND, read_field, read_objects


def read_factuality(data: Path, split: str) -> Iterator[LabelledSentence]:
    """The sentences of UDS-IH2; a predicate's span is always one word, whose index is given.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev` or `test`.

    Raises:
        UnreadableError: if the file is not there or broken.
    """
    check_split(split, ("train", "dev", "test"), "uds-ih2")
    for place, row in read_objects(data / "factuality" / "uds-ih2" / f"{split}.jsonl"):
        words = tuple(read_field(row, "text", place).split())
        targets = row.get("targets")
        if not isinstance(targets, list):
            raise UnreadableError("no targets", key=place, mend=MEND)
        yield LabelledSentence(
            words=words,
            document=f"uds-ih2/{split}",
            corpus="uds-ih2",
            factuality=dict(_judged(target, len(words), place) for target in targets),
        )


def _judged(target: object, count: int, place: str) -> tuple[int, float]:
    match target:
        case {"span1": [int(index), int(end)], "label": int() | float() as degree} if (
            0 <= index < end <= count
        ):
            return index, float(degree)
        case _:
            raise UnreadableError("a target that is no word", key=place, mend=MEND)
