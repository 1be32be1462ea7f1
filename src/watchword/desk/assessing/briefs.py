"""Briefs: those that are kept, one with its draft and editions, what changed, what may be said."""

import re
from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from watchword.brief.comparing import compare
from watchword.brief.document import to_json
from watchword.brief.editing import check_edit, edited, failing
from watchword.brief.shipped import NAMES
from watchword.brief.verify import Problem, verify
from watchword.desk.ask import Ask, Key, OptionalKey, Text
from watchword.desk.assessing.fields import OneAsk, Parted
from watchword.desk.entries import DeskView
from watchword.desk.seen import Seen
from watchword.flow.brief_records import NO_CHANGES, Overlay, document_record, problem_record
from watchword.flow.revision_records import revision_record
from watchword.flow.situation.drafting import edits_of, kept_in
from watchword.flow.situation.marks import marks_in
from watchword.flow.situation.publishing import (
    brief_in,
    editions_in,
    find_edition,
    withdrawals_in,
)
from watchword.flow.situation.rebuilding import rebuild_brief
from watchword.flow.situation.revising import last_revisions, revisions_of
from watchword.flow.situation.scenario_keeping import scenarios_in
from watchword.flow.situation.standing import brief_of
from watchword.flow.situation.windowing import MOST
from watchword.flow.span_records import Record
from watchword.model.brief import Brief
from watchword.model.draft import Edit
from watchword.model.edition import Edition, EditionWithdrawal
from watchword.model.plan import Length
from watchword.model.revision import RevisionOf
from watchword.model.scope import Scope
from watchword.model.sentence import Sentence
from watchword.model.tlp import Tlp, may_be_shown, strictest
from watchword.store import View
from watchword.store.briefs import BriefHead, each_brief_head
from watchword.store.scoping import count_within

_QUOTED = re.compile("“([^”]+)”")


class BriefsAsk(Ask):
    """Which briefs are asked for.

    Attributes:
        limit: how many at most, the newest.
    """

    limit: Annotated[int, Field(ge=1, le=500)] = 100


class CheckAsk(Ask):
    """A sentence that somebody writes.

    Attributes:
        brief: key of the kept brief that it is to stand in.
        pointer: where it is to stand.
        text: the sentence.
        claims: keys of the claims that it cites, parted by commas; the composed ones where empty.
    """

    brief: Key
    pointer: Key
    text: Text = ""
    claims: Parted = ()


class ComparisonAsk(OneAsk):
    """What a brief is compared with.

    Attributes:
        other: key of a kept brief or an edition; the brief that was kept before where empty.
    """

    other: OptionalKey = None


def find_all(seen: Seen, ask: BriefsAsk) -> Record:
    """The kept briefs, the newest first, each with its draft, and what was published."""
    with seen.view() as view:
        heads = list(each_brief_head(view))
        editions = editions_in(view)
        gone = withdrawals_in(view)
        drafts = last_revisions(view, RevisionOf.DRAFT)
    shown = list(reversed(heads))[: ask.limit]
    return {
        "briefs": [
            {
                **_head(each),
                "editions": [e.number for e in editions if e.brief == each.key],
                "draft": revision_record(drafts[each.key]) if each.key in drafts else None,
            }
            for each in shown
        ],
        "more": len(heads) - len(shown),
        "editions": [_edition(each, gone.get(each.key)) for each in reversed(editions)],
    }


def find_form(seen: Seen, _ask: Ask) -> Record:
    """What can be chosen where a brief is composed."""
    with seen.view() as view:
        heads = list(each_brief_head(view))
        scenarios = scenarios_in(view)
        reports = count_within(view, Scope())
    return {
        "of": reports,
        "newest": min(reports, MOST),
        "templates": list(NAMES),
        "lengths": [each.value for each in Length],
        "briefs": [_head(each) for each in reversed(heads)][:50],
        "scenarios": [{"key": each.key, "title": each.scenario.title} for each in scenarios],
    }


def find_one(seen: Seen, ask: OneAsk) -> Record:
    """A kept brief as it was composed, with what people changed in it, checked as it stands.

    Raises:
        MissingError: if there is no such brief.
    """
    with seen.view() as view:
        kept = kept_in(view, ask.key)
        edits = edits_of(view, kept.key)
        editions = editions_in(view, kept.key)
        gone = withdrawals_in(view)
        history = revisions_of(view, RevisionOf.DRAFT, kept.key)
        marks = marks_in(view)
    composed = brief_of(kept)
    least = strictest(*(marks.of(report.key) for report in composed.reports))
    problems = failing(composed, edits)
    whole = verify(edited(composed, edits))
    overlay = Overlay(edits={each.pointer: each for each in edits}, problems=problems)
    return {
        "key": kept.key,
        "kept_at": kept.at.isoformat(),
        "brief": document_record(composed, overlay),
        "edits": len(edits),
        "failing": len(problems),
        "checked": _checked(whole.problems, whole.sentences),
        "is_publishable": not problems and whole.ok,
        "editions": [_edition(each, gone.get(each.key)) for each in reversed(editions)],
        "history": [revision_record(each) for each in reversed(history)],
        "marks": [each.value for each in Tlp if may_be_shown(least, each)],
        "mark": strictest(least, marks.of(kept.key), Tlp.AMBER).value,
    }


def find_edition_told(seen: Seen, ask: OneAsk) -> Record:
    """An edition as it was handed out.

    Raises:
        MissingError: if there is no such edition.
    """
    with seen.view() as view:
        edition = find_edition(view, ask.key)
        gone = withdrawals_in(view).get(edition.key)
    brief = brief_in(edition)
    found = verify(brief)
    return {
        **_edition(edition, gone),
        "document": document_record(brief, NO_CHANGES),
        "checked": _checked(found.problems, found.sentences),
    }


def find_check(seen: Seen, ask: CheckAsk) -> Record:
    """Whether its claims bear a sentence out, and which of its words they do not.

    Raises:
        MissingError: if there is no such brief or sentence.
    """
    with seen.view() as view:
        kept = kept_in(view, ask.brief)
    composed = brief_of(kept)
    edit = Edit(pointer=ask.pointer, text=ask.text, claims=ask.claims, by=seen.by, at=seen.as_of)
    problems = check_edit(composed, edit)
    return {
        "text": ask.text,
        "ok": not problems,
        "marks": _marks(ask.text, problems),
        "problems": [problem_record(each) for each in problems],
    }


def find_comparison(seen: Seen, ask: ComparisonAsk) -> Record:
    """What a brief says that another does not, and the other way round.

    Raises:
        MissingError: if there is no such brief.
    """
    with seen.view() as view:
        name, other = _other(view, ask)
        after = _brief_named(view, name)
        before = _brief_named(view, other) if other else None
        heads = [_head(each) for each in each_brief_head(view)]
    return {
        "key": ask.key,
        "other": other,
        "title": after.title,
        "after": {"title": after.title, "as_of": after.as_of.isoformat()},
        "briefs": list(reversed(heads))[:50],
        "found": _compared(before, after) if before else None,
    }


def _compared(before: Brief, after: Brief) -> Record:
    found = compare(before, after)
    return {
        "before": {"title": before.title, "as_of": before.as_of.isoformat()},
        "new": _told(found.new),
        "gone": _told(found.gone),
        "reworded": [
            {"before": _one(each.before), "after": _one(each.after)} for each in found.reworded
        ],
        "same": found.same,
        "new_reports": list(found.new_reports),
    }


def find_rebuilt(seen: Seen, ask: OneAsk) -> Record:
    """Whether a brief that is made again from what was known then is the same, byte for byte.

    Raises:
        MissingError: if there is no such brief.
        StoreError: if what it was compared with is gone.
    """
    with seen.view() as view:
        kept = kept_in(view, ask.key)
    made = to_json(rebuild_brief(seen.store, kept))
    return {"key": kept.key, "title": kept.title, "same": made == kept.document}


def _head(head: BriefHead) -> Record:
    asked = head.request
    return {
        "key": head.key,
        "title": head.title,
        "as_of": head.as_of.isoformat(),
        "kept_at": head.at.isoformat(),
        "length": asked.get("length") or Length.FULL.value,
        "question": asked.get("question") or "",
        "between": list(between) if isinstance(between := asked.get("between"), list) else [],
        "since": asked.get("since"),
    }


def _edition(edition: Edition, gone: EditionWithdrawal | None) -> Record:
    return {
        "key": edition.key,
        "brief": edition.brief,
        "number": edition.number,
        "title": edition.title,
        "tlp": edition.tlp.value,
        "edits": edition.edits,
        "by": edition.by,
        "at": edition.at.isoformat(),
        "withdrawn": None
        if gone is None
        else {"by": gone.by, "at": gone.at.isoformat(), "why": gone.why},
    }


def _checked(problems: Sequence[Problem], sentences: int) -> Record:
    return {
        "ok": not problems,
        "sentences": sentences,
        "problems": [problem_record(each) for each in problems],
    }


def _marks(text: str, problems: Iterable[Problem]) -> list[Record]:
    """The words that problems name; a problem that names none of them stands at the end."""
    marks: list[Record] = []
    for problem in problems:
        named = [words for words in _QUOTED.findall(problem.message) if words in text]
        start = text.find(named[0]) if named else len(text)
        end = start + len(named[0]) if named else len(text)
        marks.append({"start": start, "end": end, "kind": "unsupported", "words": problem.message})
    return marks


def _other(view: View, ask: ComparisonAsk) -> tuple[str, str | None]:
    """The two that are compared; None where none was kept before the one."""
    if ask.other is not None:
        return ask.key, ask.other
    keys = [each.key for each in each_brief_head(view)]
    place = keys.index(ask.key) if ask.key in keys else 0
    return ask.key, keys[place - 1] if place else None


def _brief_named(view: View, key: str) -> Brief:
    """The brief of a kept one, or of an edition."""
    edition = next((each for each in editions_in(view) if each.key == key), None)
    return brief_of(kept_in(view, key)) if edition is None else brief_in(edition)


def _told(sentences: Iterable[Sentence]) -> list[Record]:
    return [_one(each) for each in sentences]


def _one(sentence: Sentence) -> Record:
    return {"text": sentence.text, "claims": list(sentence.claims)}


BRIEFS = DeskView(
    name="briefs",
    summary="Kept briefs, what people changed in them, and what was published when by whom",
    asks=BriefsAsk,
    find=find_all,
)
BRIEF_FORM = DeskView(
    name="brief-form",
    summary="What can be chosen where a brief is composed",
    asks=Ask,
    find=find_form,
)
BRIEF = DeskView(
    name="brief",
    summary="A brief, every sentence with its claims, with what people changed, checked",
    asks=OneAsk,
    find=find_one,
)
EDITION = DeskView(
    name="edition",
    summary="A published brief as it was handed out",
    asks=OneAsk,
    find=find_edition_told,
)
CHECK = DeskView(
    name="check",
    summary="Whether the claims that a sentence cites bear it out, and what they do not",
    asks=CheckAsk,
    find=find_check,
    is_personal=True,
)
COMPARISON = DeskView(
    name="brief-comparison",
    summary="What a brief says that an earlier one does not: new, gone, said otherwise",
    asks=ComparisonAsk,
    find=find_comparison,
)
REBUILT = DeskView(
    name="brief-rebuilt",
    summary="Whether a brief that is made again is the same, byte for byte",
    asks=OneAsk,
    find=find_rebuilt,
    is_heavy=True,
    is_awaited=True,
)
