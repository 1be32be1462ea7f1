"""Changes that people make in kept briefs, each state of a draft as a revision."""

import json
from collections.abc import Sequence
from dataclasses import replace

from watchword.brief.editing import words_at
from watchword.errors import MissingError, SettingsError
from watchword.flow.situation.revising import Change, add_revision, revisions_of
from watchword.flow.situation.standing import brief_of
from watchword.model.draft import Edit
from watchword.model.revision import Revision, RevisionOf
from watchword.store import Store, View
from watchword.store.briefs import KeptBrief, brief_kept
from watchword.store.codec import from_plain, to_plain

_LONGEST = 60
"""Characters of a sentence that a history tells."""


def kept_in(view: View, key: str) -> KeptBrief:
    """The kept brief with this key.

    Raises:
        MissingError: if there is none.
    """
    kept = brief_kept(view, key)
    if kept is None:
        raise MissingError("there is no such brief", key=key)
    return kept


def edits_of(view: View, brief: str) -> tuple[Edit, ...]:
    """What people changed in a kept brief, as it stands."""
    every = revisions_of(view, RevisionOf.DRAFT, brief)
    return edits_in(every[-1].document) if every else ()


def edits_in(document: str | None) -> tuple[Edit, ...]:
    """The changes that a revision of a draft holds."""
    if document is None:
        return ()
    return tuple(from_plain(Edit, each) for each in json.loads(document))


def change_draft(store: Store, brief: str, edit: Edit) -> Revision | None:
    """Word a sentence of a kept brief anew, strike it, or let the composed words stand.

    Args:
        store: the record.
        brief: key of the kept brief.
        edit: the change; the composed words themselves take an earlier change off.

    Returns:
        The revision; None where nothing is changed by it.

    Raises:
        MissingError: if there is no such brief or sentence.
        SettingsError: if it cites a claim that the brief does not hold.
    """
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        composed = brief_of(kept_in(view, brief))
        words = words_at(composed, edit.pointer)
        unknown = set(edit.claims) - {claim.key for claim in composed.claims}
        if unknown:
            raise SettingsError(
                "the brief does not hold this claim", key=", ".join(sorted(unknown))
            )
        before = edits_of(view, brief)
        made = replace(edit, at=writing.at)
        is_back = edit.text is not None and edit.text == words and not edit.claims
        others = tuple(each for each in before if each.pointer != edit.pointer)
        after = others if is_back else (*others, made)
        if {_core(each) for each in after} == {_core(each) for each in before}:
            return None
        change = Change(
            of=RevisionOf.DRAFT,
            subject=brief,
            said=_said(words, edit, is_back=is_back),
            by=edit.by,
            document=_document(after),
            before=_document(before) if before else None,
        )
        return add_revision(writing, change)


def _core(edit: Edit) -> tuple[str, str | None, tuple[str, ...]]:
    return edit.pointer, edit.text, edit.claims


def _document(edits: Sequence[Edit]) -> str:
    return json.dumps([to_plain(each) for each in edits], ensure_ascii=False)


def _said(words: str, edit: Edit, *, is_back: bool) -> str:
    deed = "composed words back" if is_back else "struck" if edit.text is None else "worded anew"
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return f"{deed}: {short}"
