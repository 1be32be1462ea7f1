"""Titles and offices: what somebody is, in normal form ("Defense Minister" → "defence minister").

An office phrase is modifiers, owners and a topic before a head word ("former South Korean
defence minister"), with or without what it is the head of ("head of the border service").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from watchword.text.gazetteer import organisations_by_name, plain_words, rows, split_owner

WORDS_KEPT = 20_000
"""Phrases of which it is kept which office they name."""
LONGEST_HEAD = 5
"""Words in the longest head there is ("chief of the general staff")."""


class OfficeKind(StrEnum):
    """How an office word is used."""

    TITLE = "title"
    """May stand right before a name: President Yoon."""
    ROLE = "role"
    """Names a sort of person: official, analyst."""
    INSTITUTION = "institution"
    """Names a body: ministry, government."""
    TOPIC = "topic"
    """Says which minister or ministry: foreign, defence."""
    MODIFIER = "modifier"
    """Goes before: deputy, former, senior."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWord:
    """A word or words of an office.

    Attributes:
        words: lower case.
        normal: form that spellings and sexes share ("spokesperson"); empty for Mr and Ms.
        kind: how it is used.
        plural: whether it speaks of several.
    """

    words: str
    normal: str
    kind: OfficeKind
    plural: bool = False


@cache
def office_words() -> dict[str, tuple[OfficeWord, ...]]:
    """Every use of every office word by its lower-case form, singular and plural."""
    found: dict[str, tuple[OfficeWord, ...]] = {}
    for words, plural, normal, kind in rows("offices"):
        for form in filter(None, (words, plural)):
            word = OfficeWord(
                words=form, normal=normal, kind=OfficeKind(kind), plural=form == plural
            )
            found[form] = (*found.get(form, ()), word)
    return found


def office_head(words: str) -> OfficeWord | None:
    """The head word of an office phrase, None where the words are no office.

    >>> office_head("a senior Ukrainian defence ministry official").normal
    'official'
    """
    split = _split(words)
    return split[1] if split else None


def is_office(words: str) -> bool:
    """Whether the words name an office, a title or a sort of person."""
    return office_head(words) is not None


def normal_office(words: str) -> str:
    """An office in normal form, without the country or body it belongs to.

    Gives the words in lower case where they are no office that is known.

    >>> normal_office("South Korean Defense Minister")
    'defence minister'
    >>> normal_office("White House spokeswoman")
    'spokesperson'
    >>> normal_office("the head of Ukraine's defence intelligence")
    "head of Ukraine's defence intelligence"
    """
    split = _split(words)
    if split is None:
        return plain_words(words).lower()
    before, head, after = split
    return " ".join((*_normal_qualifiers(before), head.normal, *after)).strip()


_HEADS = {OfficeKind.TITLE, OfficeKind.ROLE}
_QUALIFIERS = {OfficeKind.TOPIC, OfficeKind.MODIFIER, OfficeKind.INSTITUTION}
_Split = tuple[tuple[str, ...], OfficeWord, tuple[str, ...]]
"""The words before the head of an office, the head, and the words after it."""
_TAIL = re.compile(r" (?:of|for|to|at|in|on|from|under|with|who|and)\b")


@lru_cache(maxsize=WORDS_KEPT)
def _split(words: str) -> _Split | None:
    plain = plain_words(words)
    ends = [match.start() for match in _TAIL.finditer(plain)]
    for end in (*ends, len(plain)):
        found = _head_at_end(tuple(plain[:end].split()))
        if found:
            longer = _longer_head(plain, end)
            if longer:
                return longer
            before, head = found
            return before, head, tuple(plain[end:].split())
    return None


def _longer_head(plain: str, end: int) -> _Split | None:
    pieces = tuple(plain.split())
    at = len(plain[:end].split())
    for stop in range(min(at + LONGEST_HEAD - 1, len(pieces)), at, -1):
        found = _head_at_end(pieces[:stop])
        if found and len(found[0]) < at:
            return found[0], found[1], pieces[stop:]
    return None


def _head_at_end(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], OfficeWord] | None:
    for count in range(min(LONGEST_HEAD, len(pieces)), 0, -1):
        for word in office_words().get(" ".join(pieces[-count:]).lower(), ()):
            if word.kind in _HEADS:
                return pieces[:-count], word
    return None


def _normal_qualifiers(before: Sequence[str]) -> list[str]:
    owner, rest = split_owner(" ".join((*before, "x")))
    pieces: Sequence[str] = rest.split()[:-1] if owner else before
    for count in range(len(pieces), 0, -1):
        if " ".join(pieces[:count]) in organisations_by_name():
            pieces = pieces[count:]
            break
    uses = (office_words().get(piece.lower(), ()) for piece in pieces)
    return [word.normal for words in uses for word in words if word.kind in _QUALIFIERS]
