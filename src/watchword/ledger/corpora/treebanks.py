"""The treebanks UD English-EWT and GUM: tags, trees and lemmas, and the mentions of GUM.

EWT has 12,544 / 2,001 / 2,077 sentences (train, dev, test). GUM has 10,224 / 1,575 / 1,464, and
1,334 in test2; 7,425 / 1,022 / 937 without the five genres whose texts are licensed for
non-commercial use only, which are left out unless asked for.
"""

import re
from collections.abc import Iterator, Set
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.conllu import ConlluBlock, each_block
from watchword.ledger.corpora.hyphens import join_hyphens
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Tree
from watchword.ledger.corpora.splits import check_split
from watchword.ledger.corpora.tables import MEND, read_text

CLOSED_GENRES = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""GUM genres whose texts are licensed for non-commercial use only."""

MENTION_TYPES = frozenset(
    {
        "abstract",
        "animal",
        "event",
        "object",
        "organization",
        "person",
        "place",
        "plant",
        "substance",
        "time",
    }
)
"""The types of GUM's mentions, as its guidelines call them."""

_BRACKET = re.compile(
    r"\((?P<opened>[^-()]+)-(?P<type>[^-()]+)[^()]*(?P<shut>\))?|(?P<closed>[^()]+)\)"
)


def read_ewt(data: Path, split: str, *, joined: bool = False) -> Iterator[LabelledSentence]:
    """The sentences of UD English-EWT.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev` or `test`.
        joined: whether words that EWT cuts at hyphens are made whole.

    Raises:
        UnreadableError: if the file is not there or broken.
    """
    for block in read_ewt_blocks(data, split):
        sentence = sentence_of(block, corpus="ewt")
        yield join_hyphens(sentence, [row.tight for row in block.rows]) if joined else sentence


def read_ewt_blocks(data: Path, split: str) -> Iterator[ConlluBlock]:
    """The sentences of UD English-EWT, their names and spaces with them."""
    check_split(split, ("train", "dev", "test"), "ewt")
    path = data / "treebanks" / "ewt" / f"{split}.conllu"
    yield from each_block(read_text(path), str(path))


def read_gum(
    data: Path, split: str, *, without: Set[str] = CLOSED_GENRES, joined: bool = False
) -> Iterator[LabelledSentence]:
    """The sentences of GUM, with the scheme `mentions`.

    Mentions nest. A mention in several pieces, which the format allows and these files do not
    have, would be skipped.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev`, `test`, or `test2` (GENTLE, whose genres are its own).
        without: genres to leave out.
        joined: whether words that GUM cuts at hyphens are made whole.

    Raises:
        UnreadableError: if a file is not there or broken.
    """
    check_split(split, ("train", "dev", "test", "test2"), "gum")
    folder = data / "treebanks" / "gum" / split
    paths = sorted(folder.glob("*_*_*.conllu"))
    if not paths:
        raise UnreadableError("no CoNLL-U files here", key=str(folder), mend=MEND)
    for path in paths:
        if path.name.split("_")[1] in without:
            continue
        for block in each_block(read_text(path), str(path)):
            mentions = _mentions(block, key=f"{path}:{block.sentence_id}")
            sentence = sentence_of(block, corpus="gum", mentions=mentions)
            yield join_hyphens(sentence, [row.tight for row in block.rows]) if joined else sentence


def sentence_of(block: ConlluBlock, *, corpus: str, **schemes: Scheme) -> LabelledSentence:
    """A sentence of a treebank with all that a treebank labels, and further schemes by name."""
    rows = block.rows
    return LabelledSentence(
        words=tuple(row.word for row in rows),
        document=block.document,
        corpus=corpus,
        tags=tuple(row.tag for row in rows),
        classes=tuple(row.word_class for row in rows),
        features=tuple(row.features for row in rows),
        lemmas=tuple(row.lemma for row in rows),
        tree=Tree(
            heads=tuple(row.head for row in rows),
            relations=tuple(row.relation for row in rows),
        ),
        schemes=schemes,
    )


def _mentions(block: ConlluBlock, key: str) -> Scheme:
    open_ones: dict[str, list[tuple[int, str]]] = {}
    phrases: set[tuple[int, int, str]] = set()
    for index, row in enumerate(block.rows):
        for bracket in _BRACKET.finditer(row.extra.get("Entity", "")):
            name = bracket["opened"] or bracket["closed"]
            if "[" in name:
                continue
            if bracket["opened"]:
                open_ones.setdefault(name, []).append((index, bracket["type"]))
            if bracket["closed"] or bracket["shut"]:
                if not open_ones.get(name):
                    raise UnreadableError(f"mention {name} never opened", key=key, mend=MEND)
                start, kind = open_ones[name].pop()
                phrases.add((start, index + 1, kind))
    if any(open_ones.values()) or any(kind not in MENTION_TYPES for _, _, kind in phrases):
        raise UnreadableError("a mention never closed, or of no known type", key=key, mend=MEND)
    return Scheme(types=MENTION_TYPES, phrases=frozenset(phrases))
