"""What people say to each other about anything in a situation, and who takes care of it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody says on something; a dissent stands beside what it is on, wherever it is shown.

    Attributes:
        key: content key.
        subject: key of what it is on: a claim, a report, a story, a judgment, a brief.
        words: what they say, plain text.
        is_dissent: whether they hold what it is on to be wrong.
        answers: key of the comment that it answers, empty without one.
        withdraws: key of the comment that it takes back, empty without one.
        by: who says it.
        at: from when it is known, aware UTC.
    """

    key: str
    subject: str
    words: str
    is_dissent: bool = False
    answers: str = ""
    withdraws: str = ""
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Something that somebody is to do; the last row of a key holds.

    Attributes:
        key: content key, from the subject and the task.
        subject: key of what it is on.
        task: what is to be done, plain text.
        to: who is to do it; empty for nobody yet.
        is_done: whether it needs doing no more.
        by: who says so.
        at: from when it is known, aware UTC.
    """

    key: str
    subject: str
    task: str
    to: str = ""
    is_done: bool = False
    by: str
    at: datetime


def comment_key(subject: str, words: str, by: str, at: datetime) -> str:
    """Content key of a comment."""
    return _key(subject, words, by, at.isoformat())


def assignment_key(subject: str, task: str) -> str:
    """Content key of an assignment."""
    return _key(subject, task)


def _key(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
