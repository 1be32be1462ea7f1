"""What people write, state by state: who brought it to what, and how that is taken back.

Invariant: a revision is added in the transaction that changes what it tells of, and taking one back
adds another. Only the last one of a subject can be taken back, so that nothing later is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from watchword.errors import RefusedError
from watchword.model.revision import Revision, RevisionOf, revision_key
from watchword.store import Store, View, Writing
from watchword.store.assessments import add_assessment, each_assessment

Restore = Callable[[Writing, str, str | None], None]
"""Brings a subject, by its key, to a state where that is kept in a table of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What somebody does to something that is written.

    Attributes:
        of: what it is.
        subject: its key.
        said: what is done, in words.
        by: who does it.
        document: the state that it is brought to, as JSON; None where it is removed.
        before: the state that stands; None where there is none.
    """

    of: RevisionOf
    subject: str
    said: str
    by: str
    document: str | None
    before: str | None = None


def add_revision(writing: Writing, change: Change, *, undoes: str | None = None) -> Revision:
    """Add what somebody did, in the transaction that does it."""
    made = Revision(
        key=revision_key(change.of, change.subject, writing.at, change.said),
        of=change.of,
        subject=change.subject,
        said=change.said,
        by=change.by,
        at=writing.at,
        document=change.document,
        before=change.before,
        undoes=undoes,
    )
    add_assessment(writing, made, by=change.by)
    return made


def revisions_of(view: View, of: RevisionOf, subject: str | None = None) -> tuple[Revision, ...]:
    """Every revision of one sort of thing, or of one of them, oldest first."""
    return tuple(each for each in each_assessment(view, Revision, subject) if each.of is of)


def last_revisions(view: View, of: RevisionOf) -> Mapping[str, Revision]:
    """The last revision of each subject, in the order in which they were first written."""
    return {each.subject: each for each in revisions_of(view, of)}


def take_back(store: Store, key: str, by: str, restore: Mapping[RevisionOf, Restore]) -> Revision:
    """Bring something back to the state that stood before a revision.

    Args:
        store: the record.
        key: the revision's key.
        by: who takes it back.
        restore: how what is kept in a table of its own is brought back there.

    Raises:
        RefusedError: if there is no such revision, or something later stands.
    """
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        every = tuple(each_assessment(view, Revision))
        found = next((each for each in every if each.key == key), None)
        if found is None:
            raise RefusedError("there is nothing of this key to take back", key=key)
        later = [e for e in every if (e.of, e.subject) == (found.of, found.subject)][-1]
        if later.key != key:
            raise RefusedError("something later stands", key=key, mend="take that back first")
        if found.of in restore:
            restore[found.of](writing, found.subject, found.before)
        change = Change(
            of=found.of,
            subject=found.subject,
            said=f"taken back: {found.said}",
            by=by,
            document=found.before,
            before=found.document,
        )
        return add_revision(writing, change, undoes=key)
