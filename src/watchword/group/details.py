"""Names and numbers of a text, which tell a copy from a text off the same template.

Two readouts of telephone calls share their phrases and differ in who called; a copy keeps who,
where and how many.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,\-][^\W_]+)*")
_STOP = re.compile(r"[.!?:;]['\"\u2019\u201d)\]]*\s|\n|[\"\u201c\u201d]")
_CONTEXT = 2
_SPELLING = 5
"""Letters that two spellings of one name share ("Zelensky", "Zelenskyy")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a text names and counts.

    Attributes:
        names: capitalised words that do not open a sentence, spellings evened out.
        numbers: numbers in digits.
        slots: for the two words before and the two words after a run of names and numbers,
            the runs that stand between them.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    slots: dict[tuple[str, ...], frozenset[str]]


def find_details(text: str, title: str = "") -> Details:
    """Read the names, numbers and slots of a text; of its title the numbers alone.

    A headline capitalises any word, so its capitals name nothing.
    """
    words = [(match.group(), match.start()) for match in _WORD.finditer(text)]
    openings = _openings(text, words)
    kinds = [_detail(word, opens=at in openings) for at, (word, _) in enumerate(words)]
    named = (kind for kind in kinds if kind is not None)
    names = frozenset(kind for kind in named if not kind[0].isdigit())
    counted = {kind for kind in kinds if kind is not None and kind[0].isdigit()}
    titled = {_number(word) for word in _WORD.findall(title) if word[0].isdigit()}
    numbers = frozenset(counted | titled)
    return Details(names=names, numbers=numbers, slots=_slots(words, kinds))


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


def is_one_number(one: Details, other: Details) -> bool:
    """Whether a single number is all in which the details of two texts differ."""
    swaps = set(each_swap(one, other))
    alone = one.numbers ^ other.numbers
    numbers = all(detail[0].isdigit() for pair in swaps for detail in pair)
    return len(swaps) <= 1 and numbers and len(alone) <= 2 and one.names == other.names


def each_swap(one: Details, other: Details) -> Iterator[tuple[str, str]]:
    """Pairs of details that stand in each other's place, by the words around them."""
    for slot in sorted(one.slots.keys() & other.slots.keys()):
        mine = one.slots[slot] - other.names - other.numbers
        theirs = other.slots[slot] - one.names - one.numbers
        for detail in sorted(mine):
            rival = next((other for other in sorted(theirs) if _same_kind(detail, other)), None)
            if rival is not None:
                yield detail, rival


def _openings(text: str, words: list[tuple[str, int]]) -> frozenset[int]:
    """Positions of words that open a sentence, whose capital says nothing."""
    opening = {0}
    for at in range(1, len(words)):
        before, start = words[at - 1]
        if _STOP.search(text, start + len(before), words[at][1]):
            opening.add(at)
    return frozenset(opening)


def _detail(word: str, *, opens: bool) -> str | None:
    if word[0].isdigit():
        return _number(word)
    if opens or not word[0].isupper() or len(word) < 2:
        return None
    return re.sub(r"['\u2019]s?$", "", word.casefold())[: _SPELLING + 2]


def _number(word: str) -> str:
    return re.sub(r"[,\-]", "", word.casefold())


def _slots(
    words: list[tuple[str, int]], kinds: list[str | None]
) -> dict[tuple[str, ...], frozenset[str]]:
    slots: dict[tuple[str, ...], set[str]] = {}
    at = 0
    while at < len(words):
        end = at
        run = set()
        while end < len(words) and (kind := kinds[end]) is not None:
            run.add(kind)
            end += 1
        if run and at >= _CONTEXT and end + _CONTEXT <= len(words):
            around = words[at - _CONTEXT : at] + words[end : end + _CONTEXT]
            slots.setdefault(tuple(word.casefold() for word, _ in around), set()).update(run)
        at = max(end, at + 1)
    return {slot: frozenset(run) for slot, run in slots.items()}


def _same_kind(one: str, other: str) -> bool:
    if one[0].isdigit() or other[0].isdigit():
        return one[0].isdigit() and other[0].isdigit()
    return one[:_SPELLING] != other[:_SPELLING]
