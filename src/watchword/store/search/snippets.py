"""The part of a report's text to show, with the words that were looked for.

The indexes keep no text and no places, so the words are found anew, as the indexes compare them:
without case, accents and English endings, nearly. A word may be marked that the index did not mean.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from watchword.store.search.words import Term
from watchword.store.segments import has_no_spaces

LONGEST = 240
"""Characters of a report that are shown."""
SEARCHED = 50_000
"""Characters of a report that are looked through for the words."""
_BEFORE = 60
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_SHORTEST_STEM = 3
_WORD = re.compile(r"\w+")

Place = tuple[int, int]


def find_marks(text: str, terms: Sequence[Term], *, within: Place) -> tuple[Place, ...]:
    """Where the words stand in a part of a text, in its order; overlapping places are one.

    >>> find_marks("Troops left. The troop came.", [Term(typed="troops", words="troops")],
    ...     within=(0, 28))
    ((0, 6), (17, 22))
    """
    found = sorted(
        place for term in terms for place in _places_of(term, text, *within) if place[0] < place[1]
    )
    apart: list[Place] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def choose_part(text: str, marks: Sequence[Place]) -> Place:
    """The part of a text that shows most of the marks, the earliest of several; whole words."""
    best, most = 0, 0
    for number, (start, _) in enumerate(marks):
        inside = sum(end <= start + LONGEST - _BEFORE for _, end in marks[number:])
        if inside > most:
            best, most = start, inside
    start = _word_after(text, max(0, best - _BEFORE)) if best > _BEFORE else 0
    end = min(len(text), start + LONGEST)
    if end < len(text):
        blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        end = blank if blank > start + LONGEST // 2 else end
    return start, end


def _word_after(text: str, at: int) -> int:
    blank = re.compile(r"\s\b").search(text, at, at + _BEFORE)
    return blank.end() if blank else at


def _places_of(term: Term, text: str, start: int, end: int) -> list[Place]:
    words = _WORD.findall(term.typed)
    if not words:
        return []
    if has_no_spaces(term.typed):
        exact = re.compile(re.escape(term.typed), re.IGNORECASE)
        return [found.span() for found in exact.finditer(text, start, end)]
    stems = [_stem(word) for word in words]
    return [
        found.span()
        for found in _pattern(tuple(stems)).finditer(text, start, end)
        if term.prefix or [_stem(word) for word in _WORD.findall(found.group())] == stems
    ]


@cache
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Words that begin as these stems do, one after the other."""
    accented = _accented()
    parts = (
        "".join(accented.get(letter, re.escape(letter)) for letter in stem) + r"\w*"
        for stem in stems
    )
    return re.compile(r"\b" + r"\W{1,3}".join(parts), re.IGNORECASE)


def _stem(word: str) -> str:
    """A word without case, accents and the English endings that the indexes pass over."""
    spread = unicodedata.normalize("NFD", word.casefold())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    cut = True
    while cut:
        ending = next((each for each in _ENDINGS if bare.endswith(each)), "")
        cut = bool(ending) and len(bare) - len(ending) >= _SHORTEST_STEM
        bare = bare[: -len(ending)] if cut else bare
    doubled = len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2] and bare[-1] not in "lsz"
    return bare[:-1] if doubled else bare


@cache
def _accented() -> dict[str, str]:
    """For each Latin letter a pattern of it with any accent."""
    found: dict[str, str] = {}
    for letter in map(chr, range(0xC0, 0x250)):
        bare = unicodedata.normalize("NFD", letter)[0].casefold()
        if bare.isascii():
            found[bare] = found.get(bare, bare) + letter
    return {bare: f"[{letters}]" for bare, letters in found.items()}
