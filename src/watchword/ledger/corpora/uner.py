"""Universal NER on UD English-EWT: people, places and organisations, alone or with the tree.

The set has 12,543 / 2,001 / 2,077 sentences (train, dev, test), EWT's own by their names: one of
train is lacking, and the words of 14 / 3 / 3 differ, where EWT now cuts
otherwise ("@name" and "#name" whole).
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.hyphens import join_hyphens
from watchword.ledger.corpora.iob import find_labelled
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme
from watchword.ledger.corpora.splits import check_split
from watchword.ledger.corpora.tables import MEND, read_text
from watchword.ledger.corpora.treebanks import read_ewt_blocks, sentence_of
from watchword.ledger.corpora.uds import read_factuality

NAME_TYPES: Mapping[str, str] = {"PER": "person", "LOC": "location", "ORG": "organisation"}
"""What the set's types are called in the scheme `names`."""

_UNUSED = frozenset({"OTH", "O"})
"""Types that only a part of train has: names that are none of the three, and slips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    sentence_id: str
    document: str
    words: tuple[str, ...]
    names: Scheme


def read_uner(data: Path, split: str) -> Iterator[LabelledSentence]:
    """The sentences of Universal NER, with the scheme `names`.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev` or `test`.

    Raises:
        UnreadableError: if the file is not there or broken.
    """
    for block in _each_block(data, split):
        yield LabelledSentence(
            words=block.words,
            document=block.document,
            corpus="uner-ewt",
            schemes={"names": block.names},
        )


def read_ewt_named(data: Path, split: str, *, joined: bool = False) -> Iterator[LabelledSentence]:
    """The sentences of EWT, with the scheme `names` and factuality where another set has them.

    Names are taken over by the sentence's name, factuality by its words, each where all words are
    the same: names for all but 15 / 3 / 3 sentences (train, dev, test), factuality for 9,003 of
    9,098, 1,232 of 1,246 and 1,215 of 1,219. The others have no such label here.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev` or `test`.
        joined: whether words that EWT cuts at hyphens are made whole.

    Raises:
        UnreadableError: if a file is not there or broken.
    """
    named = {block.sentence_id: block for block in _each_block(data, split)}
    judged: dict[tuple[str, ...], deque[Mapping[int, float]]] = defaultdict(deque)
    for each in read_factuality(data, split):
        judged[each.words].append(each.factuality)
    for block in read_ewt_blocks(data, split):
        sentence = sentence_of(block, corpus="ewt")
        same = named.get(block.sentence_id)
        if same and same.words == sentence.words:
            sentence = replace(sentence, schemes={"names": same.names})
        if judged.get(sentence.words):
            sentence = replace(sentence, factuality=judged[sentence.words].popleft())
        yield join_hyphens(sentence, [row.tight for row in block.rows]) if joined else sentence


def _each_block(data: Path, split: str) -> Iterator[_Block]:
    check_split(split, ("train", "dev", "test"), "uner-ewt")
    path = data / "entities" / "uner-ewt" / f"{split}.iob2"
    document = ""
    numbered = enumerate(read_text(path).split("\n"), start=1)
    for is_blank, lines in groupby(numbered, lambda line: not line[1].strip()):
        if is_blank:
            continue
        block = list(lines)
        comments = dict(_comment(line) for _, line in block if line.startswith("#"))
        document = comments.get("newdoc id", document)
        rows = [_row(line, f"{path}:{n}") for n, line in block if not line.startswith("#")]
        yield _Block(
            sentence_id=comments.get("sent_id", ""),
            document=document,
            words=tuple(word for word, _ in rows),
            names=_names([label for _, label in rows]),
        )


def _comment(line: str) -> tuple[str, str]:
    name, _, value = line[1:].partition("=")
    return name.strip(), value.strip()


def _row(line: str, place: str) -> tuple[str, str]:
    columns = line.split("\t")
    if len(columns) < 3:
        raise UnreadableError("a line without word and label", key=place, mend=MEND)
    mark, _, kind = columns[2].partition("-")
    if columns[2] != "O" and (mark not in {"B", "I"} or kind not in {*NAME_TYPES, *_UNUSED}):
        raise UnreadableError(f"unknown label {columns[2]!r}", key=place, mend=MEND)
    return columns[1], columns[2]


def _names(labels: list[str]) -> Scheme:
    return Scheme(
        types=frozenset(NAME_TYPES.values()),
        phrases=frozenset(
            (start, end, NAME_TYPES[kind])
            for start, end, kind in find_labelled(labels)
            if kind not in _UNUSED
        ),
    )
