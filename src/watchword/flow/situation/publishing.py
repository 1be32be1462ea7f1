"""Editions: briefs that are handed out, numbered, each verified as it stands and never changed."""

from collections.abc import Mapping
from dataclasses import replace

from watchword.brief.document import from_document, read_document, to_json
from watchword.brief.editing import edited, failing
from watchword.brief.verify import verify
from watchword.errors import MissingError, RefusedError, SettingsError
from watchword.flow.situation.drafting import edits_of, kept_in
from watchword.flow.situation.marks import marks_in
from watchword.flow.situation.standing import brief_of
from watchword.model.brief import Brief
from watchword.model.draft import Edit
from watchword.model.edition import Edition, EditionWithdrawal, edition_key
from watchword.model.marking import Marking
from watchword.model.tlp import Tlp, may_be_shown, strictest
from watchword.store import Store, View
from watchword.store.assessments import add_assessment, each_assessment


def editions_in(view: View, brief: str | None = None) -> tuple[Edition, ...]:
    """Every edition, or those of one kept brief, oldest first."""
    return tuple(each_assessment(view, Edition, brief))


def withdrawals_in(view: View) -> Mapping[str, EditionWithdrawal]:
    """Which editions were withdrawn, by their keys, the first word on each."""
    found: dict[str, EditionWithdrawal] = {}
    for each in each_assessment(view, EditionWithdrawal):
        found.setdefault(each.edition, each)
    return found


def find_edition(view: View, key: str) -> Edition:
    """The edition with this key.

    Raises:
        MissingError: if there is none.
    """
    found = next((each for each in editions_in(view) if each.key == key), None)
    if found is None:
        raise MissingError("there is no such edition", key=key)
    return found


def brief_in(edition: Edition) -> Brief:
    """The brief that was handed out."""
    return from_document(read_document(edition.document))


def publish(store: Store, brief: str, *, by: str, tlp: Tlp) -> Edition:
    """Hand a kept brief out with the changes that people made.

    Args:
        store: the record.
        brief: key of the kept brief.
        by: who publishes it.
        tlp: how far it may be handed on.

    Raises:
        MissingError: if there is no such brief.
        RefusedError: if a sentence is not borne out, the brief does not pass its check, or it is
            published as it stands already.
    """
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        composed = brief_of(kept_in(view, brief))
        edits = edits_of(view, brief)
        made = _checked(composed, edits)
        _check_mark(view, brief, made, tlp)
        every = editions_in(view)
        _refuse_same(view, made, tlp, every)
        number = max((each.number for each in every), default=0) + 1
        made = replace(made, marking=f"Edition {number} · {tlp.value}")
        document = to_json(made)
        edition = Edition(
            key=edition_key(brief, number, document),
            brief=brief,
            number=number,
            title=made.title,
            document=document,
            tlp=tlp,
            edits=len(edits),
            by=by,
            at=writing.at,
        )
        add_assessment(writing, edition, by=by)
        told = f"published as edition {number}"
        marked = Marking(subject=brief, tlp=tlp, by=by, why=told, at=writing.at)
        add_assessment(writing, marked, by=by)
    return edition


def withdraw(store: Store, edition: str, *, by: str, why: str) -> EditionWithdrawal:
    """Say that an edition is not to be relied on any more; it stays to be seen.

    Raises:
        MissingError: if there is no such edition.
        RefusedError: if it is withdrawn already.
        SettingsError: if no reason is given.
    """
    if not why.strip():
        raise SettingsError("say why it is withdrawn", key="why")
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        found = find_edition(view, edition)
        if found.key in withdrawals_in(view):
            raise RefusedError("this edition is withdrawn already", key=edition)
        made = EditionWithdrawal(edition=found.key, why=why.strip(), by=by, at=writing.at)
        add_assessment(writing, made, by=by)
    return made


def _check_mark(view: View, brief: str, made: Brief, tlp: Tlp) -> None:
    """See that what is published is under no weaker a mark than the reports that it is made of.

    Raises:
        RefusedError: if it is.
    """
    marks = marks_in(view)
    least = strictest(*(marks.of(report.key) for report in made.reports))
    if not may_be_shown(least, tlp):
        raise RefusedError(
            f"a report that it cites is marked {least.value}",
            key=brief,
            mend=f"publish it as {least.value}, or strike what rests on that report",
        )


def _refuse_same(view: View, made: Brief, tlp: Tlp, every: tuple[Edition, ...]) -> None:
    """Refuse a brief that is handed out already, as it stands and under the same mark."""
    gone = withdrawals_in(view)
    for each in every:
        same = each.tlp is tlp and replace(brief_in(each), marking="") == _without_raw(made)
        if same and each.key not in gone:
            raise RefusedError(f"it is published as it stands, as edition {each.number}")


def _without_raw(brief: Brief) -> Brief:
    """The brief as it comes back from its document."""
    return from_document(read_document(to_json(brief)))


def _checked(composed: Brief, edits: tuple[Edit, ...]) -> Brief:
    """The brief with its changes.

    Raises:
        RefusedError: if it is not borne out.
    """
    bad = failing(composed, edits)
    if bad:
        first = next(iter(bad.values()))[0]
        raise RefusedError(
            f"{first.message}: “{first.sentence}”",
            key=first.where,
            mend="word it as its claims bear out, cite others, or strike it",
        )
    made = edited(composed, edits)
    found = verify(made)
    if not found.ok:
        first = found.problems[0]
        raise RefusedError(
            f"the brief does not pass its check: {first.message}",
            key=first.where,
            mend="undo the last change",
        )
    return made
