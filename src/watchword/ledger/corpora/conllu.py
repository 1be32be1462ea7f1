"""CoNLL-U, the format of treebanks, parsed: https://universaldependencies.org/format.html.

Invariant: words that a sentence's text does not have (empty nodes) are left out; a stretch of
text that a treebank cuts in two (`don't`) is given as its two words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import MEND


@dataclass(frozen=True, slots=True, kw_only=True)
class ConlluRow:
    """A word of a treebank.

    Attributes:
        word: the word as it stands.
        lemma: dictionary form.
        word_class: universal part of speech.
        tag: the treebank's own tag.
        features: universal features, `_` for none.
        head: index of the head in its block, -1 for the root.
        relation: relation to the head, its subtype with it.
        tight: whether no space follows.
        extra: the last column by name, `SpaceAfter` included.
    """

    word: str
    lemma: str
    word_class: str
    tag: str
    features: str
    head: int
    relation: str
    tight: bool
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConlluBlock:
    """A sentence of a treebank.

    Attributes:
        sentence_id: its name.
        document: name of the text that it stands in.
        rows: its words.
        opens_paragraph: whether a paragraph is marked to begin with it.
    """

    sentence_id: str
    document: str
    rows: tuple[ConlluRow, ...]
    opens_paragraph: bool = False


def each_block(text: str, key: str) -> Iterator[ConlluBlock]:
    """The sentences of a treebank file.

    Args:
        text: the content of the file.
        key: what to call the file in an error.

    Raises:
        UnreadableError: if a line is not in the format.
    """
    document = ""
    numbered = enumerate(text.split("\n"), start=1)
    for is_blank, lines in groupby(numbered, lambda line: not line[1].strip()):
        if is_blank:
            continue
        block = list(lines)
        comments = _comments(line for _, line in block)
        document = comments.get("newdoc id", document)
        yield ConlluBlock(
            sentence_id=comments.get("sent_id", ""),
            document=document,
            rows=_rows([each for each in block if not each[1].startswith("#")], key),
            opens_paragraph="newpar" in comments or "newdoc id" in comments,
        )


def _comments(lines: Iterator[str]) -> dict[str, str]:
    pairs = (line[1:].partition("=") for line in lines if line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _rows(lines: list[tuple[int, str]], key: str) -> tuple[ConlluRow, ...]:
    rows: list[ConlluRow] = []
    last_of_range, tight_after = 0, False
    count = sum(line.split("\t", 1)[0].isdecimal() for _, line in lines)
    for number, line in lines:
        columns = line.split("\t")
        if len(columns) != 10:
            raise _broken("a line without ten columns", key, number)
        place, extra = columns[0], _extra(columns[9])
        if "-" in place:
            last_of_range = _number(place.partition("-")[2], key, number)
            tight_after = extra.get("SpaceAfter") == "No"
        if not place.isdecimal():
            continue
        head = _number(columns[6], key, number)
        if int(place) != len(rows) + 1 or head > count:
            raise _broken("a word or head out of order", key, number)
        tight = extra.get("SpaceAfter") == "No"
        if int(place) <= last_of_range:
            tight = tight_after if int(place) == last_of_range else True
        rows.append(_row(columns, head=head - 1, tight=tight, extra=extra))
    return tuple(rows)


def _row(columns: list[str], *, head: int, tight: bool, extra: Mapping[str, str]) -> ConlluRow:
    return ConlluRow(
        word=columns[1],
        lemma=columns[2],
        word_class=columns[3],
        tag=columns[4],
        features=columns[5],
        head=head,
        relation=columns[7],
        tight=tight,
        extra=extra,
    )


def _extra(column: str) -> dict[str, str]:
    if column == "_":
        return {}
    pairs = (each.partition("=") for each in column.split("|"))
    return {name: value for name, _, value in pairs}


def _number(text: str, key: str, line: int) -> int:
    if not text.isdecimal():
        raise _broken(f"{text!r} is not a number", key, line)
    return int(text)


def _broken(message: str, key: str, line: int) -> UnreadableError:
    return UnreadableError(f"not CoNLL-U: {message}", key=f"{key}:{line}", mend=MEND)
