"""Building a scenario: opened from what is claimed or a file, changed piece by piece."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Literal

from pydantic import ConfigDict

from watchword.assess.scenarios import editing
from watchword.assess.scenarios.chances import read_number
from watchword.assess.scenarios.netting import MOST_BYTES
from watchword.desk.ask import Ask, Key, Line
from watchword.desk.assessing.fields import Number, OneAsk, Parted
from watchword.desk.assessing.hypothesis_deeds import Cells
from watchword.desk.assessing.taking_back import TAKE_BACK
from watchword.desk.entries import Action, Doing, Uploaded
from watchword.errors import SettingsError
from watchword.flow.scenario_files import scenario_in
from watchword.flow.scenario_records import arrow_name
from watchword.flow.situation.scenario_keeping import (
    KeptScenario,
    change_scenario,
    choose_scenario,
    drop_scenario,
    keep_scenario,
)
from watchword.flow.situation.scenarios import Attached, attach_claims, suggest_scenario
from watchword.flow.span_records import Record
from watchword.model.scenario import Arrow, Chance, Evidence, Gate, Ground, Scenario

_NO_WORD = re.compile(r"\W+", re.ASCII)


class NewAsk(Ask):
    """A scenario that is to be opened.

    Attributes:
        title: what it is about.
        arrows: names of suggested arrows that it begins with; none where empty.
    """

    title: Line
    arrows: Cells = ()


class ImportAsk(Ask):
    """A scenario's file.

    Attributes:
        file: a .json, .bif or .xdsl file.
        title: what it is about; as the file says where empty.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)

    file: Uploaded
    title: Line = ""


class NodeAsk(OneAsk):
    """A state of affairs.

    Attributes:
        id: its short name; made from its words where empty.
        text: the state of affairs in words.
    """

    id: Line = ""
    text: Line


class NamedAsk(OneAsk):
    """A state of affairs of a scenario.

    Attributes:
        id: its short name.
        why: the reason.
    """

    id: Key
    why: Line = ""


class JoinAsk(OneAsk):
    """Two states of affairs that are one.

    Attributes:
        kept: short name of the one that stays.
        other: short name of the other.
    """

    kept: Key
    other: Key


class ArrowAsk(OneAsk):
    """An arrow that is drawn or weighed.

    Attributes:
        cause: short name of what bears.
        effect: short name of what is borne on.
        chance: how likely it works alone: 0.35, 35% or a word such as likely; as it was where
            empty.
        prevents: whether it keeps the effect from coming about.
        why: the reason.
    """

    cause: Key
    effect: Key
    chance: Line = ""
    prevents: bool = False
    why: Line = ""


class EndsAsk(OneAsk):
    """An arrow that is left out.

    Attributes:
        cause: short name of what bears.
        effect: short name of what is borne on.
        why: the reason.
    """

    cause: Key
    effect: Key
    why: Line = ""


class ChanceAsk(NamedAsk):
    """How likely a state of affairs is by itself, or with no cause at work.

    Attributes:
        chance: 0.35, 35% or a word such as likely.
        gate: whether each cause alone may bring it about, or all are needed.
        given: a line of its table instead: cause=state, parted by commas.
    """

    chance: Line = ""
    gate: Literal["", "or", "and"] = ""
    given: Parted = ()


class EvidenceAsk(NamedAsk):
    """What is known of a state of affairs.

    Attributes:
        state: the state that it speaks for; the last where empty.
        ratio: how many times likelier it is seen in that state; certain where empty.
        claims: keys of claims that show it, parted by commas; a person's own word where empty.
    """

    state: Line = ""
    ratio: Number = None
    claims: Parted = ()


def open_one(doing: Doing, ask: NewAsk) -> Record:
    """Open a scenario, with the suggested arrows that were picked."""
    scenario = Scenario(title=ask.title, nodes=(), made_by=doing.by)
    if ask.arrows:
        suggested = suggest_scenario(doing.seen.known(), title=ask.title).scenario
        scenario = _picked(suggested, set(ask.arrows))
    kept = keep_scenario(doing.bench.store, scenario, by=doing.by, said="open it")
    return {**_kept(kept), "said": f"“{ask.title}” is open and kept; add states and arrows to it"}


def take_file(doing: Doing, ask: ImportAsk) -> Record:
    """Open a scenario from a file of this or another program.

    Raises:
        InvalidScenarioError: if the file holds none.
    """
    if len(ask.file.content) > MOST_BYTES:
        raise SettingsError(f"it is longer than {MOST_BYTES:,} bytes", key=ask.file.name)
    scenario = scenario_in(ask.file.content, ask.file.name)
    if ask.title:
        scenario = replace(scenario, title=ask.title)
    said = f"open it from {ask.file.name}"
    kept = keep_scenario(doing.bench.store, scenario, by=doing.by, said=said)
    return {**_kept(kept), "said": f"“{scenario.title}” is open and kept, from {ask.file.name}"}


def remove(doing: Doing, ask: OneAsk) -> Record:
    """Take a scenario off the list; it can be brought back."""
    revision = drop_scenario(doing.bench.store, ask.key, by=doing.by)
    return {
        "said": revision.said,
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "key": revision.subject,
        "at": "/scenarios",
    }


def put_node(doing: Doing, ask: NodeAsk) -> Record:
    """Add a state of affairs, or word one anew."""
    name = ask.id or _name_of(ask.text)
    return _changed(
        doing, ask.key, partial(editing.add_node, name=name, text=ask.text), f"{name}: {ask.text}"
    )


def remove_node(doing: Doing, ask: NamedAsk) -> Record:
    """Remove a state of affairs with its arrows and its evidence."""
    return _changed(doing, ask.key, partial(editing.remove_node, name=ask.id), f"remove {ask.id}")


def join(doing: Doing, ask: JoinAsk) -> Record:
    """Make two states of affairs one."""
    edit = partial(editing.join_nodes, kept=ask.kept, joined=ask.other)
    return _changed(doing, ask.key, edit, f"{ask.other} is {ask.kept}")


def draw_arrow(doing: Doing, ask: ArrowAsk) -> Record:
    """Draw an arrow, or weigh one."""
    weight = _chance(ask.chance, doing.by, ask.why) if ask.chance else None
    arrow = Arrow(cause=ask.cause, effect=ask.effect, weight=weight, prevents=ask.prevents)
    verb = "keeps away" if ask.prevents else "leads to"
    said = f"{ask.cause} {verb} {ask.effect}{f', {ask.chance}' if ask.chance else ''}"
    return _changed(doing, ask.key, partial(editing.add_arrow, arrow=arrow), said)


def leave_arrow_out(doing: Doing, ask: EndsAsk) -> Record:
    """Leave every arrow between two states of affairs out; who claims it stays to be seen."""
    why = f"{doing.by}: {ask.why}" if ask.why else f"left out by {doing.by}"
    edit = partial(editing.leave_out, cause=ask.cause, effect=ask.effect, why=why)
    return _changed(doing, ask.key, edit, f"leave {ask.cause} to {ask.effect} out")


def set_chance(doing: Doing, ask: ChanceAsk) -> Record:
    """Say how likely a state of affairs is, or how its causes work together."""
    if ask.gate and not ask.chance:
        edit: Edit = partial(editing.set_gate, name=ask.id, gate=Gate(ask.gate))
        return _changed(doing, ask.key, edit, f"causes of {ask.id}: {ask.gate}")
    chance = _chance(ask.chance, doing.by, ask.why)
    if ask.given:
        given = dict(_pair(each) for each in ask.given)
        edit = partial(editing.set_row, name=ask.id, given=given, chance=chance)
        return _changed(doing, ask.key, edit, f"{ask.id} {ask.chance} given {', '.join(ask.given)}")
    edit = partial(editing.set_chance, name=ask.id, chance=chance)
    return _changed(doing, ask.key, edit, f"{ask.id}: {ask.chance}")


def add_evidence(doing: Doing, ask: EvidenceAsk) -> Record:
    """Say what is known of a state of affairs: one's own word, or claims with their credibility."""
    with doing.bench.store.viewing() as view:
        scenario = choose_scenario(view, ask.key).scenario
    node = scenario.node(ask.id)
    state = ask.state or (node.states[-1] if node else "")
    if not ask.claims:
        seen = Evidence(
            node=ask.id,
            state=state,
            ratio=ask.ratio,
            ground=Ground.PERSON,
            by=doing.by,
            why=ask.why,
        )
        said = f"evidence: {ask.id} is {state}"
        return _changed(doing, ask.key, partial(editing.add_evidence, evidence=seen), said)
    attached = Attached(
        node=ask.id,
        state=state,
        claims=ask.claims,
        by=doing.by,
        why=ask.why,
        ratio=ask.ratio,
    )
    known = doing.seen.known()
    said = f"claims show that {ask.id} is {state}"
    return _changed(doing, ask.key, lambda s: attach_claims(s, known, attached), said)


def remove_evidence(doing: Doing, ask: NamedAsk) -> Record:
    """Take every piece of evidence off a state of affairs."""
    edit = partial(editing.remove_evidence, name=ask.id)
    return _changed(doing, ask.key, edit, f"no evidence on {ask.id}")


Edit = Callable[[Scenario], Scenario]


def _changed(doing: Doing, key: str, edit: Edit, said: str) -> Record:
    return _kept(change_scenario(doing.bench.store, key, edit, by=doing.by, said=said))


def _kept(kept: KeptScenario) -> Record:
    return {
        "said": kept.revision.said,
        "decision": kept.revision.key,
        "undo_by": TAKE_BACK,
        "key": kept.key,
        "at": f"/scenarios/{kept.key}",
    }


def _picked(suggested: Scenario, names: set[str]) -> Scenario:
    """The suggested graph with the picked arrows alone, and what they join.

    Raises:
        SettingsError: if none of them is suggested any more.
    """
    arrows = tuple(each for each in suggested.arrows if arrow_name(each) in names)
    if not arrows:
        raise SettingsError("none of these arrows is suggested", key="arrows", mend="pick anew")
    ends = {end for each in arrows for end in (each.cause, each.effect)}
    nodes = tuple(each for each in suggested.nodes if each.id in ends)
    return replace(suggested, nodes=nodes, arrows=arrows)


def _chance(typed: str, by: str, why: str) -> Chance:
    value, words = read_number(typed, key="chance")
    return Chance(value=value, words=words, ground=Ground.PERSON, by=by, why=why)


def _pair(typed: str) -> tuple[str, str]:
    name, sign, state = (part.strip() for part in typed.partition("="))
    if not (name and sign and state):
        raise SettingsError(f"'{typed}' is not cause=state", key="given")
    return name, state


def _name_of(text: str) -> str:
    """A short name out of words.

    >>> _name_of("North Korean units fight at the front")
    'north_korean_units_fight'
    """
    words = [each for each in _NO_WORD.split(text.casefold()) if each]
    name = "_".join(words[:4])[:40]
    return name if name and name[0].isalpha() else f"n_{name or 'ode'}"


def _action(name: str, summary: str, asks: type[Ask], do: Callable[[Doing, Any], Record]) -> Action:
    return Action(name=name, summary=summary, asks=asks, do=do)


SCENARIO_ACTIONS = (
    _action("new-scenario", "Open a scenario, with suggested arrows or empty", NewAsk, open_one),
    _action(
        "import-scenario", "Open a scenario from a JSON, BIF or XDSL file", ImportAsk, take_file
    ),
    _action("remove-scenario", "Take a scenario off the list", OneAsk, remove),
    _action("put-node", "Add a state of affairs, or word one anew", NodeAsk, put_node),
    _action("remove-node", "Remove a state of affairs with its arrows", NamedAsk, remove_node),
    _action("join-nodes", "Make two states of affairs one", JoinAsk, join),
    _action("draw-arrow", "Draw an arrow between two states, or weigh one", ArrowAsk, draw_arrow),
    _action("leave-arrow-out", "Leave an arrow out; who claims it stays", EndsAsk, leave_arrow_out),
    _action("set-chance", "Say how likely a state of affairs is", ChanceAsk, set_chance),
    _action("add-evidence", "Say what is known of a state of affairs", EvidenceAsk, add_evidence),
    _action("remove-evidence", "Take evidence off a state of affairs", NamedAsk, remove_evidence),
)
