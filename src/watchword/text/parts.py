"""Tells which figure is a part of which: "12,000 troops, including 500 officers"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from watchword.text.units import kind_of


class Quantity(NamedTuple):
    """What is known of a figure before its whole is looked for.

    Attributes:
        start: first character of the number.
        end: the character after the number.
        stop: the character after the counted phrase, or after the number without one.
        value: its best value, or the highest that it allows.
        unit: its unit, empty where it names none itself.
    """

    start: int
    end: int
    stop: int
    value: float
    unit: str


def find_wholes(
    text: str, quantities: Sequence[Quantity], *, start: int
) -> tuple[int | None, ...]:  # fmt: skip
    """Give for each figure the index of the whole that it is a part of, or None.

    A part is never larger than its whole, and money is no part of a number of men.

    Args:
        text: the report's text.
        quantities: the figures of one sentence in order.
        start: first character of the sentence.
    """
    wholes: list[int | None] = []
    for index in range(len(quantities)):
        whole = _whole_after(text, quantities, index)
        if whole is None:
            whole = _whole_before(text, quantities, wholes, start=start)
        wholes.append(whole)
    return tuple(wholes)


_OF_NEXT = re.compile(
    r"\s{1,3}(?:out\s)?of\s{1,3}(?:(?:the|these|those|its|their|some|all|a\stotal\sof)\s){0,2}"
    r"(?:[\w-]{1,24}['\u2019]s?\s)?"
)
_OF_THEM = re.compile(r",?\s{1,3}of\s(?:them|whom|which|those)\b", re.IGNORECASE)
_OPENERS = re.compile(
    r"\b(?:including|among\s(?:them|whom|which)|counting)\b|\bof\s(?:whom|which|them),?\s\Z",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"(?:^|[^\w\s]\s?|[\n\u201c])\s{0,3}Of\s(?:the|these|those|its|their)\s\Z")
"""Before a whole whose parts follow: "Of the 12,000 troops, 3,000 were lost"."""
_BREAK = re.compile(r"[;:]|\b(?:who|that|while|after|before|said|says|but)\b", re.IGNORECASE)
_SPAN = 160
"""Characters between "including" and the last of the parts it lists."""


def _whole_after(text: str, quantities: Sequence[Quantity], index: int) -> int | None:
    """The next figure, in "six of more than 20"."""
    if index + 1 >= len(quantities):
        return None
    part, whole = quantities[index], quantities[index + 1]
    match = _OF_NEXT.match(text, part.end)
    met = match is not None and match.end() == whole.start
    return index + 1 if met and part.value <= whole.value else None


def _whole_before(
    text: str, quantities: Sequence[Quantity], wholes: list[int | None], *, start: int
) -> int | None:
    """An earlier figure, in "including 500 officers" and "500 of them"."""
    index = len(wholes)
    part = quantities[index]
    if _OF_THEM.match(text, part.end):
        place = part.start
    else:
        opener = _last_opener(text, max(start, part.start - _SPAN), part.start)
        if opener is None:
            return _divided_whole(text, quantities, index, start=start)
        place = opener
    for earlier in range(index - 1, max(-1, index - 12), -1):
        if quantities[earlier].stop <= place and wholes[earlier] is None:
            whole = quantities[earlier]
            return earlier if part.value <= whole.value and _comparable(part, whole) else None
    return None


def _divided_whole(
    text: str, quantities: Sequence[Quantity], index: int, *, start: int
) -> int | None:
    """The first figure, where the sentence opens with "Of the"."""
    whole, part = quantities[0], quantities[index]
    before = text[max(start, whole.start - 16) : whole.start]
    divided = index > 0 and _DIVIDED.search(before) is not None
    fits = part.value <= whole.value and _comparable(part, whole)
    return 0 if divided and fits else None


def _last_opener(text: str, lower: int, upper: int) -> int | None:
    """Where the nearest "including" starts, unless another clause begins after it."""
    found = None
    for match in _OPENERS.finditer(text, lower, upper):
        found = match
    if found is None or _BREAK.search(text, found.end(), upper):
        return None
    return found.start()


def _comparable(part: Quantity, whole: Quantity) -> bool:
    if not part.unit or not whole.unit or part.unit == whole.unit:
        return True
    kinds = {kind_of(part.unit), kind_of(whole.unit)}
    return len(kinds) == 1 and "" not in kinds
