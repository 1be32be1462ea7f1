"""What people say to each other: comments and dissent, tasks, how far a thing may be handed on.

Each is a row that is added. A comment is taken back, a task done or given to another, and a mark
changed by a further row; what was said before stays in the history.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchword.errors import ForbiddenError, MissingError, RefusedError
from watchword.model.comment import Assignment, Comment, assignment_key, comment_key
from watchword.model.marking import Marking
from watchword.model.tlp import Tlp
from watchword.store import Store, View, Writing
from watchword.store.assessments import add_assessment, each_assessment

_ADDRESSED = re.compile(r"(?<![\w@])@(\w[\w.'-]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What somebody wants to say.

    Attributes:
        subject: key of what it is on.
        words: what they say.
        is_dissent: whether they hold what it is on to be wrong.
        answers: key of the comment that it answers, empty without one.
        by: who says it.
    """

    subject: str
    words: str
    is_dissent: bool = False
    answers: str = ""
    by: str


def say(store: Store, saying: Saying) -> Comment:
    """Add a comment.

    Raises:
        RefusedError: if it says nothing.
        MissingError: if it answers one that is not there.
    """
    if not saying.words.strip():
        raise RefusedError("a comment says something", key=saying.subject)
    with store.writing() as writing:
        if saying.answers:
            known_comment(_comments(writing, saying.subject), saying.answers)
        made = Comment(
            key=comment_key(saying.subject, saying.words, saying.by, writing.at),
            subject=saying.subject,
            words=saying.words.strip(),
            is_dissent=saying.is_dissent,
            answers=saying.answers,
            by=saying.by,
            at=writing.at,
        )
        add_assessment(writing, made, by=saying.by)
    return made


def take_back(store: Store, key: str, *, by: str) -> Comment:
    """Take a comment of one's own back; it stays in the history.

    Raises:
        MissingError: if there is none.
        ForbiddenError: if it is somebody else's.
    """
    with store.writing() as writing:
        known = known_comment(_comments(writing), key)
        if known.by != by:
            raise ForbiddenError("this is somebody else's comment", key=key)
        made = Comment(
            key=comment_key(known.subject, key, by, writing.at),
            subject=known.subject,
            words="",
            withdraws=key,
            by=by,
            at=writing.at,
        )
        add_assessment(writing, made, by=by)
    return known


def standing_comments(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """The comments that nobody took back, in the order they were made."""
    known = tuple(comments)
    gone = {each.withdraws for each in known if each.withdraws}
    return tuple(each for each in known if not each.withdraws and each.key not in gone)


def comments_in(view: View, subject: str | None = None) -> tuple[Comment, ...]:
    """The comments on one subject, or all, that nobody took back, in their order."""
    return standing_comments(each_assessment(view, Comment, subject))


def is_addressed_to(comment: Comment, name: str) -> bool:
    """Whether a comment names somebody: `@Ana`, in whatever case.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2024, 10, 25, tzinfo=UTC)
    >>> made = Comment(key="k", subject="s", words="see this, @ana.", by="Ben", at=at)
    >>> is_addressed_to(made, "Ana"), is_addressed_to(made, "An")
    (True, False)
    """
    named = {found.rstrip(".'-").casefold() for found in _ADDRESSED.findall(comment.words)}
    return name.replace(" ", "").casefold() in named


def known_comment(comments: Sequence[Comment], key: str) -> Comment:
    """A standing comment by its key.

    Raises:
        MissingError: if there is none.
    """
    found = next((each for each in comments if each.key == key), None)
    if found is None:
        raise MissingError("there is no such comment", key=key)
    return found


def assign(store: Store, wish: Assignment) -> Assignment:
    """Say who is to do something, or that it is done; key and instant are set here.

    Raises:
        RefusedError: if it is not said what.
    """
    if not wish.task.strip():
        raise RefusedError("it is not said what is to be done", key=wish.subject)
    task = wish.task.strip()
    with store.writing() as writing:
        made = Assignment(
            key=assignment_key(wish.subject, task),
            subject=wish.subject,
            task=task,
            to=wish.to,
            is_done=wish.is_done,
            by=wish.by,
            at=writing.at,
        )
        add_assessment(writing, made, by=wish.by)
    return made


def assignments_in(view: View, subject: str | None = None) -> tuple[Assignment, ...]:
    """The tasks on one subject, or all, as each stands last, in the order they were first given."""
    latest = {each.key: each for each in each_assessment(view, Assignment, subject)}
    return tuple(latest.values())


def mark(store: Store, subject: str, tlp: Tlp, *, by: str, why: str = "") -> Marking:
    """Say how far a report, a kept brief, or the whole situation may be handed on.

    Args:
        store: the record.
        subject: key of the report or the brief, or "situation".
        tlp: the mark.
        by: who says so.
        why: the reason, empty without one.
    """
    with store.writing() as writing:
        made = Marking(subject=subject, tlp=tlp, by=by, why=why, at=writing.at)
        add_assessment(writing, made, by=by)
    return made


def markings_in(view: View, subject: str | None = None) -> tuple[Marking, ...]:
    """The marks on one subject, or all, as each stands last."""
    latest = {each.subject: each for each in each_assessment(view, Marking, subject)}
    return tuple(latest.values())


def _comments(writing: Writing, subject: str | None = None) -> tuple[Comment, ...]:
    view = View(connection=writing.connection, as_of=writing.at)
    return comments_in(view, subject)
