"""Finds quotations: straight, curly and angle marks, nested, and over several paragraphs.

A mark that is never closed reaches to the end of its paragraph and no further. Where the next
paragraph opens with the same mark, the speech continues there. Single marks open a quotation
only where a closing one follows in the paragraph, so that apostrophes do not. Every character
is looked at a bounded number of times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks; short ones in scare quotes are quotations too.

    Attributes:
        start: the opening mark.
        end: the character after the closing mark, or the end of the paragraph without one.
        inner_start: first quoted character.
        inner_end: the character after the last quoted one.
        depth: 0 for an outermost quotation, 1 for one inside it, and so on.
        continues: whether the speech goes on in the next paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in the order in which they open.

    Two quotations of one text are apart or one lies inside the other.

    >>> [(q.start, q.end, q.depth) for q in find_quotations('He said "go" twice.')]
    [(8, 12, 0)]
    """
    found: list[Quotation] = []
    paragraphs = list(_each_paragraph(text))
    for index, (start, end) in enumerate(paragraphs):
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else len(text)
        found += _read_paragraph(text, start, end, text[following : following + 1])
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


NESTING = 8
"""Quotations open at once; marks that would open more are passed over."""

_PARAGRAPH_END = re.compile('\n(?:[ \t\r]*\n)+[ \t]*|\n[ \t]*(?=["\u201c\u201e\u00ab])')
_CLOSERS = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    "\u2039": "\u203a",
    "\u2018": "\u2019",
    "'": "'",
}
"""Opening marks, each with the marks that may close it."""
_SINGLE_CLOSERS = {"\u2018": "\u2019", "'": "'"}
_MARK = re.compile("[\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a]")
_SINGLE = re.compile("['\u2018\u2019]")
_ELISION = re.compile("['\u2018\u2019](?:[0-9]0s|tis|twas|em|cause|til|n)\\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that is open."""

    mark: str
    start: int


@dataclass(frozen=True, slots=True)
class _Closings:
    """Where single marks close in a paragraph, and the last such place of either mark."""

    places: frozenset[int]
    last: dict[str, int]


def _each_paragraph(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield start, _trimmed(text, start, match.start())
        start = match.end()
    yield start, _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _read_paragraph(text: str, start: int, end: int, next_mark: str) -> Iterator[Quotation]:
    """Read one paragraph with a stack of the marks that are open."""
    closings = _find_closings(text, start, end)
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        place, mark = match.start(), match.group()
        depth = _closed_depth(stack, place, mark, closings)
        if depth is not None:
            yield _quotation(stack[depth], place, place + 1, depth)
            for inner in range(depth + 1, len(stack)):
                yield _quotation(stack[inner], place, place, inner)
            del stack[depth:]
        elif len(stack) < NESTING and _opens(text, place, (start, end), closings):
            stack.append(_Open(mark, place))
    for depth, opened in enumerate(stack):
        goes_on = depth == 0 and opened.mark == next_mark
        yield _quotation(opened, end, end, depth, continues=goes_on)


def _quotation(
    opened: _Open, inner_end: int, end: int, depth: int, *, continues: bool = False
) -> Quotation:
    return Quotation(
        start=opened.start,
        end=end,
        inner_start=opened.start + 1,
        inner_end=inner_end,
        depth=depth,
        continues=continues,
    )


def _closed_depth(stack: list[_Open], place: int, mark: str, closings: _Closings) -> int | None:
    """Which open quotation a mark closes: the innermost that takes such a mark."""
    if mark in closings.last and place not in closings.places:
        return None
    for depth in range(len(stack) - 1, -1, -1):
        if mark in _CLOSERS[stack[depth].mark]:
            return depth
    return None


def _opens(text: str, place: int, bounds: tuple[int, int], closings: _Closings) -> bool:
    mark = text[place]
    before = text[place - 1] if place > bounds[0] else " "
    after = text[place + 1] if place + 1 < bounds[1] else " "
    if mark not in _CLOSERS or after.isspace():
        return False
    if mark == '"':
        return not before.isalnum() or (after.isalnum() and not before.isdigit())
    if mark in _SINGLE_CLOSERS:
        closed = closings.last.get(_SINGLE_CLOSERS[mark], -1) > place
        return closed and not before.isalnum() and not _ELISION.match(text, place)
    return True


def _find_closings(text: str, start: int, end: int) -> _Closings:
    """Tell closing single marks from apostrophes, from the right to the left.

    After an "s" and before a word, the mark may be a possessive ("the soldiers' boots"): it
    closes only where no surer mark closes before the next one opens.
    """
    places = [match.start() for match in _SINGLE.finditer(text, start, end)]
    closing: set[int] = set()
    surer_follows = False
    for place in reversed(places):
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        if not before.isalnum() and after.isalnum():
            surer_follows = False
        elif not before.isspace() and not after.isalnum():
            possessive = before in "sS" and after == " " and text[place + 2 : place + 3].isalpha()
            if not (possessive and surer_follows):
                closing.add(place)
            surer_follows = surer_follows or not possessive
    last: dict[str, int] = {"'": -1, "\u2019": -1}
    for place in closing:
        if text[place] in last:
            last[text[place]] = max(last[text[place]], place)
    return _Closings(frozenset(closing), last)
