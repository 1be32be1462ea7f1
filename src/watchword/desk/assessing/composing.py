"""Composing a brief, wording its sentences anew, publishing and withdrawing it, and its files."""

import re
from typing import Literal

from watchword.brief.editing import check_edit, edited, words_at
from watchword.brief.shipped import shipped_template
from watchword.desk.ask import Ask, Beginning, Instant, Key, Line, Names, OptionalKey, Text
from watchword.desk.assessing.fields import OneAsk, Parted
from watchword.desk.assessing.taking_back import TAKE_BACK
from watchword.desk.entries import Action, DeskFile, Doing, Made
from watchword.desk.seen import Seen
from watchword.errors import RefusedError, SettingsError
from watchword.flow.brief_files import MEDIA, bytes_of_brief
from watchword.flow.brief_records import problem_record
from watchword.flow.forming import form_of
from watchword.flow.situation.composing import compose_brief, most_of, since_of
from watchword.flow.situation.drafting import change_draft, edits_of, kept_in
from watchword.flow.situation.publishing import brief_in, editions_in, publish, withdraw
from watchword.flow.situation.scenario_keeping import scenarios_in
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.searching import direction_of
from watchword.flow.situation.standing import BriefAsked, brief_of
from watchword.flow.situation.windowing import standing_asked
from watchword.flow.span_records import Record
from watchword.model.brief import Brief
from watchword.model.draft import Edit
from watchword.model.focus import Focus
from watchword.model.plan import Length
from watchword.model.principal import Right
from watchword.model.tlp import Tlp

_UNFIT = re.compile(r"[^\w.-]+")


class ComposeAsk(Ask):
    """A brief that is to be composed; `as_of` is the instant that it is as of.

    Attributes:
        title: what it is about; the situation's own title where empty.
        template: name of a template; what suits the rest where empty.
        length: how long.
        question: what it is to answer.
        one: the first of two that it is on.
        other: the second of them.
        since: a day, the key of a kept brief, or `last`; nothing is compared where empty.
        scenarios: keys of scenarios that it tells of.
        actor: names of actors, each of which a report that it is made from must speak of.
        place: names of places, likewise.
        story: key of the story that a report must be in.
        published_from: the first day that a report was published on.
        published_until: the last day that a report was published on.
    """

    title: Line = ""
    template: Literal["", "situation", "daily", "question", "relation", "timeline"] = ""
    length: Length | Literal[""] = ""
    question: Line = ""
    one: Line = ""
    other: Line = ""
    since: Line = ""
    scenarios: Parted = ()
    actor: Names = ()
    place: Names = ()
    story: OptionalKey = None
    published_from: Beginning = None
    published_until: Instant = None


class EditAsk(Ask):
    """A sentence or a title that is worded anew.

    Attributes:
        brief: key of the kept brief.
        pointer: where it stands.
        text: the new words.
        claims: keys of the claims that it cites, parted by commas; the composed ones where empty.
        deed: whether it is kept, struck, or the composed words stand again.
    """

    brief: Key
    pointer: Key
    text: Text = ""
    claims: Parted = ()
    deed: Literal["keep", "strike", "restore"] = "keep"


class PublishAsk(OneAsk):
    """A kept brief that is handed out.

    Attributes:
        tlp: how far it may be handed on.
    """

    tlp: Tlp = Tlp.AMBER


class WithdrawAsk(OneAsk):
    """An edition that is not to be relied on any more.

    Attributes:
        why: the reason.
    """

    why: Line


def compose(doing: Doing, ask: ComposeAsk) -> Record:
    """Write a brief of what is known, and keep it.

    Raises:
        RefusedError: if nothing was read by then.
        InvalidTemplateError: if the template asks for something that was not given.
    """
    store = doing.bench.store
    if bool(ask.one) is not bool(ask.other):
        raise SettingsError("a relation is between two", key="other")
    direction = direction_of(ask.question, doing.seen.engine()) if ask.question else None
    focus = Focus(
        question=ask.question,
        between=(ask.one, ask.other) if ask.one else (),
        direction=direction or b"",
    )
    template = shipped_template(ask.template) if ask.template else None
    form = form_of(template, Length(ask.length) if ask.length else None, focus)
    wish = _wish(ask)
    standing = standing_asked(store, wish, ask.as_of, between=form.focus.between)
    if not standing.read:
        raise RefusedError("nothing was read by then, so there is no brief", key="as_of")
    with doing.seen.view() as view:
        chosen = [each.scenario for each in scenarios_in(view) if each.key in ask.scenarios]
    asked = BriefAsked(
        since=since_of(store, standing, form, ask.since or None),
        form=form,
        scenarios=tuple(chosen),
        asked=wish,
        most=most_of(standing),
    )
    key, brief = compose_brief(store, standing, ask.title or None, asked)
    return {"said": f"“{brief.title}” is composed and kept", "key": key, "at": f"/briefs/{key}"}


def edit(doing: Doing, ask: EditAsk) -> Record:
    """Word a sentence anew, strike it, or let the composed words stand.

    What its claims do not bear out is kept as a draft, marked, and never published.
    """
    store = doing.bench.store
    with store.viewing() as view:
        composed = brief_of(kept_in(view, ask.brief))
    made = _edit(composed, ask, doing.by, doing.seen)
    revision = change_draft(store, ask.brief, made)
    at = f"/briefs/{ask.brief}"
    if revision is None:
        return {"said": "nothing is changed by that", "key": ask.brief, "at": at}
    problems = check_edit(composed, made)
    told = revision.said
    if problems:
        told = f"kept as a draft, not to be published: {problems[0].message}"
    return {
        "said": told,
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "key": ask.brief,
        "at": at,
        "ok": not problems,
        "problems": [problem_record(each) for each in problems],
    }


def hand_out(doing: Doing, ask: PublishAsk) -> Record:
    """Publish a kept brief as it stands with its changes."""
    edition = publish(doing.bench.store, ask.key, by=doing.by, tlp=ask.tlp)
    return {
        "said": f"published as edition {edition.number}, {edition.tlp.value}",
        "key": edition.key,
        "number": edition.number,
        "at": f"/editions/{edition.key}",
    }


def take_in(doing: Doing, ask: WithdrawAsk) -> Record:
    """Withdraw an edition; it stays to be seen as withdrawn."""
    made = withdraw(doing.bench.store, ask.key, by=doing.by, why=ask.why)
    return {"said": "the edition is withdrawn", "key": made.edition}


def _wish(ask: ComposeAsk) -> Asked:
    """The part of the record that is briefed."""
    return Asked(
        actors=ask.actor,
        places=ask.place,
        story=ask.story,
        since=ask.published_from,
        until=ask.published_until,
    )


def _edit(composed: Brief, ask: EditAsk, by: str, seen: Seen) -> Edit:
    text: str | None = ask.text
    claims = ask.claims
    if ask.deed == "strike":
        text, claims = None, ()
    elif ask.deed == "restore":
        text, claims = words_at(composed, ask.pointer), ()
    return Edit(pointer=ask.pointer, text=text, claims=claims, by=by, at=seen.as_of)


def _file(form: str) -> DeskFile:
    def make(seen: Seen, ask: OneAsk) -> Made:
        brief, stem = _named(seen, ask.key)
        content = bytes_of_brief(brief, form)
        return Made(content=content, media=MEDIA[form], name=f"{stem}.{form}")

    return DeskFile(
        name=f"brief.{form}",
        summary=f"A kept brief with the changes that pass, or an edition, as {form.upper()}",
        asks=OneAsk,
        make=make,
    )


def _named(seen: Seen, key: str) -> tuple[Brief, str]:
    """A brief by its key or an edition's, and the beginning of its file's name."""
    with seen.view() as view:
        edition = next((each for each in editions_in(view) if each.key == key), None)
        if edition is not None:
            marked = edition.tlp.value.replace(":", "-").replace("+", "-")
            return brief_in(edition), f"{_stem(edition.title)}-{edition.number}-{marked}"
        kept = kept_in(view, key)
        edits = edits_of(view, key)
    return edited(brief_of(kept), edits), f"{_stem(kept.title)}-draft"


def _stem(title: str) -> str:
    return _UNFIT.sub("-", title).strip("-.")[:60] or "brief"


COMPOSE = Action(
    name="compose",
    summary="Write a brief of what is known, every sentence checked, and keep it",
    asks=ComposeAsk,
    do=compose,
)
EDIT = Action(
    name="edit-sentence",
    summary="Word a sentence or a title of a kept brief anew, strike it, or take that back",
    asks=EditAsk,
    do=edit,
)
PUBLISH = Action(
    name="publish",
    summary="Hand a kept brief out as a numbered edition that is never changed",
    asks=PublishAsk,
    do=hand_out,
    right=Right.PUBLISH,
)
WITHDRAW = Action(
    name="withdraw-edition",
    summary="Say that an edition is not to be relied on any more, and why",
    asks=WithdrawAsk,
    do=take_in,
    right=Right.PUBLISH,
)
BRIEF_FILES = tuple(_file(form) for form in MEDIA)
