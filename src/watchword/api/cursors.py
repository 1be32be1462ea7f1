"""Cursors: where a page of a list ended, so that the next one goes on there.

Invariant: a cursor holds the instant that its first page was seen as of, so that the pages of a
list fit together while reports are added; and a digest of the question, so that it is not taken
for another one.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from watchword.errors import SettingsError

_MOST = 2_000
_OUTSIDE = frozenset({"cursor", "as_of", "limit"})
"""What may be asked differently of the next page, or stands in the cursor itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a page ended.

    Attributes:
        question: digest of what was asked.
        as_of: the instant that the first page was seen as of, in ISO 8601.
        inner: where the view says that it ended.
    """

    question: str
    as_of: str
    inner: str


def question_of(situation: str, view: str, given: Mapping[str, object]) -> str:
    """The digest of a question, the same for each of its pages."""
    asked = {name: value for name, value in given.items() if name not in _OUTSIDE}
    words = json.dumps([situation, view, asked], sort_keys=True, ensure_ascii=True)
    return sha256(words.encode()).hexdigest()[:16]


def write_cursor(cursor: Cursor) -> str:
    """A cursor as it stands in an answer.

    >>> read_cursor(write_cursor(Cursor(question="q", as_of="2024-10-20", inner="50")), "q").inner
    '50'
    """
    parts = json.dumps([cursor.question, cursor.as_of, cursor.inner]).encode()
    sealed = sha256(parts).digest()[:6] + parts
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def read_cursor(words: str, question: str) -> Cursor:
    """A cursor as it was given back.

    Raises:
        SettingsError: if no answer gave it, or one to another question.
    """
    found = _opened(words) if len(words) <= _MOST else None
    if found is None:
        raise SettingsError("no answer gave this cursor", key="cursor", mend="begin without one")
    if found.question != question:
        raise SettingsError(
            "this cursor is of another question", key="cursor", mend="begin without one"
        )
    return found


def _opened(words: str) -> Cursor | None:
    try:
        sealed = base64.b64decode(words + "=" * (-len(words) % 4), altchars="-_", validate=True)
        if sealed[:6] != sha256(sealed[6:]).digest()[:6]:
            return None
        question, as_of, inner = json.loads(sealed[6:])
    except (binascii.Error, ValueError):
        return None
    if not all(isinstance(each, str) for each in (question, as_of, inner)):
        return None
    return Cursor(question=question, as_of=as_of, inner=inner)
