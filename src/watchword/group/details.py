"""Names and numbers of a text, which tell a copy from a text off the same template.

Two readouts of telephone calls share their phrases and differ in who called; a copy keeps who,
where and how many.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,\-][^\W_]+)*")
_SPACED = re.compile(rf"({_WORD.pattern})([\W_]*)")
_STOP = re.compile(r"[.!?:;]['\"\u2019\u201d)\]]*\s|\n|[\"\u201c\u201d]")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_CONTEXT = 2
_SPELLING = 5
"""Letters that two spellings of one name share ("Zelensky", "Zelenskyy")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a text names and counts.

    Attributes:
        names: capitalised words that do not open a sentence, spellings evened out.
        numbers: numbers in digits.
        slots: for a checksum of the two words before and the two words after a run of names and
            numbers, the runs that stand between them.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    slots: dict[int, frozenset[str]]


def find_details(text: str, title: str = "") -> Details:
    """Read the names, numbers and slots of a text; of its title the numbers alone.

    A headline capitalises any word, so its capitals name nothing.
    """
    words: list[tuple[str, str]] = _SPACED.findall(text)
    found = dict(_each_detail(words))
    titled = {_number(word) for word in _WORD.findall(title) if word[0].isdigit()}
    counted = {detail for detail in found.values() if detail[0].isdigit()}
    return Details(
        names=frozenset(found.values()) - counted,
        numbers=frozenset(counted | titled),
        slots=_slots(words, found),
    )


def agreement(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the fewer details that the other text has too, from 0 to 1; 1 where none are."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 1.0


def swapped(one: Details, other: Details) -> str | None:
    """The first pair of details that stand in each other's place, in words, or None.

    Only details that the other text has nowhere count: an order of names may change.
    """
    pair = next(iter(each_swap(one, other)), None)
    return f"{pair[0]} here, {pair[1]} there" if pair else None


def is_one_number(one: Details, other: Details, *, is_cut: bool = False) -> bool:
    """Whether a single number is all in which two texts differ.

    Args:
        one: the details of a text.
        other: those of another.
        is_cut: whether one text is the shorter, so that it lacks numbers of the other's rest; then
            the number must stand in the other's place.
    """
    swaps = set(each_swap(one, other))
    fewer, more = sorted((one.numbers, other.numbers), key=len)
    numbers = all(detail[0].isdigit() for pair in swaps for detail in pair)
    most = len(swaps) if is_cut else 1
    others = len(fewer - more) if is_cut else len(more - fewer)
    return len(swaps) <= 1 and numbers and others <= most


def each_swap(one: Details, other: Details) -> Iterator[tuple[str, str]]:
    """Pairs of details that stand in each other's place, by the words around them."""
    for slot in sorted(one.slots.keys() & other.slots.keys()):
        mine = one.slots[slot] - other.names - other.numbers
        theirs = other.slots[slot] - one.names - one.numbers
        for detail in sorted(mine):
            rival = next((other for other in sorted(theirs) if _same_kind(detail, other)), None)
            if rival is not None:
                yield detail, rival


def _each_detail(words: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """The names and numbers of words, each with its place among them.

    The capital of a word that opens a sentence says nothing.

    Args:
        words: each word with what stands between it and the next.
    """
    between = "\n"
    for at, (word, gap) in enumerate(words):
        if word[0].isdigit():
            yield at, _number(word)
        elif word[0].isupper() and len(word) > 1 and not _STOP.search(between):
            yield at, _POSSESSIVE.sub("", word.casefold())[: _SPELLING + 2]
        between = gap


def _number(word: str) -> str:
    return re.sub(r"[,\-]", "", word.casefold())


def _slots(words: Sequence[tuple[str, str]], found: dict[int, str]) -> dict[int, frozenset[str]]:
    slots: dict[int, set[str]] = {}
    for first, end in _each_run(found):
        if first >= _CONTEXT and end + _CONTEXT <= len(words):
            around = (*words[first - _CONTEXT : first], *words[end : end + _CONTEXT])
            place = crc32(" ".join([word for word, _ in around]).casefold().encode())
            slots.setdefault(place, set()).update(found[at] for at in range(first, end))
    return {slot: frozenset(run) for slot, run in slots.items()}


def _each_run(found: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring places, the end excluded."""
    first = end = -1
    for at in found:
        if at != end:
            if end > 0:
                yield first, end
            first = at
        end = at + 1
    if end > 0:
        yield first, end


def _same_kind(one: str, other: str) -> bool:
    if one[0].isdigit() or other[0].isdigit():
        return one[0].isdigit() and other[0].isdigit()
    return one[:_SPELLING] != other[:_SPELLING]
