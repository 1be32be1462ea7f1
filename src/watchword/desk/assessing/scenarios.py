"""Scenarios: those of the record, one computed under what is supposed, and what is claimed."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from watchword.assess.scenarios.cycles import find_cycles
from watchword.assess.scenarios.outlooks import Supposed, look_ahead
from watchword.brief.render.charts import draw_chart_file
from watchword.desk.ask import Ask, Line
from watchword.desk.assessing.fields import OneAsk, Parted
from watchword.desk.entries import DeskFile, DeskView, Made
from watchword.desk.scoping import over_window
from watchword.desk.seen import Seen
from watchword.errors import InvalidScenarioError, MissingError, SettingsError
from watchword.flow.brief_records import drawn
from watchword.flow.charts import scenario_chart
from watchword.flow.panels.scenarios import as_known
from watchword.flow.revision_records import revision_record
from watchword.flow.scenario_files import bytes_of
from watchword.flow.scenario_records import (
    arrow_record,
    listed_record,
    outlook_record,
    scenario_record,
)
from watchword.flow.situation.revising import revisions_of
from watchword.flow.situation.scenario_keeping import KeptScenario, choose_scenario, scenarios_in
from watchword.flow.situation.scenarios import suggest_scenario
from watchword.flow.span_records import Record
from watchword.model.outlook import Outlook
from watchword.model.revision import RevisionOf
from watchword.model.scenario import Scenario

_MEDIA = {
    "json": "application/json",
    "bif": "text/plain; charset=utf-8",
    "xdsl": "application/xml",
}


class ScenarioAsk(OneAsk):
    """Which scenario is asked for, and what is supposed in it.

    Attributes:
        seen: node=state of what is supposed to be seen, parted by commas.
        done: node=state of what is supposed to be brought about from outside.
        target: node=state that is asked about: what moved it, what it hangs on.
    """

    seen: Parted = ()
    done: Parted = ()
    target: Line = ""


class SuggestAsk(Ask):
    """What is asked of a first graph.

    Attributes:
        about: words that a cause or an effect must have, parted by commas; any of them.
        limit: how many arrows at most, those of the most origins.
    """

    about: Parted = ()
    limit: Annotated[int, Field(ge=1, le=200)] = 40


def find_all(seen: Seen, _ask: Ask) -> Record:
    """Every scenario of the record, and what was done to it last."""
    with seen.view() as view:
        found = scenarios_in(view)
    return {"scenarios": [listed_record(each) for each in found]}


def find_one(seen: Seen, ask: ScenarioAsk) -> Record:
    """A scenario computed under what is supposed, or why it cannot be computed.

    Raises:
        MissingError: if there is no such scenario.
        SettingsError: if what is supposed names no node and state.
    """
    with seen.view() as view:
        kept = choose_scenario(view, ask.key)
        history = revisions_of(view, RevisionOf.SCENARIO, kept.key)
    scenario = as_known(kept.scenario, seen.known())
    supposed = Supposed(
        observed=_states(ask.seen, "seen", scenario), done=_states(ask.done, "done", scenario)
    )
    outlook, trouble = _computed(scenario, supposed, _target(ask.target, scenario))
    told: Record = {
        "key": kept.key,
        "scenario": scenario_record(kept.scenario),
        "outlook": outlook_record(outlook, scenario) if outlook else None,
        "trouble": trouble,
        "circles": [list(each) for each in find_cycles(scenario.arrows)],
        "drawing": drawn(scenario_chart(scenario, outlook)) if outlook else None,
        "supposed": {"seen": dict(supposed.observed), "done": dict(supposed.done)},
        "history": [revision_record(each) for each in reversed(history)],
    }
    return over_window(told, seen.window())


def find_suggestion(seen: Seen, ask: SuggestAsk) -> Record:
    """What is claimed to lead to what, arrow by arrow with who claims it."""
    suggested = suggest_scenario(seen.known(), title="", limit=None)
    scenario = suggested.scenario
    texts = {node.id: node.text for node in scenario.nodes}
    wanted = [word.casefold() for word in ask.about]
    arrows = [
        {
            **arrow_record(each),
            "cause_text": texts[each.cause],
            "effect_text": texts[each.effect],
        }
        for each in scenario.arrows
    ]
    if wanted:
        arrows = [each for each in arrows if _speaks_of(each, wanted)]
    arrows.sort(key=_by_origins)
    told: Record = {
        "arrows": arrows[: ask.limit],
        "more": max(0, len(arrows) - ask.limit),
        "alike": [list(pair) for pair in suggested.alike],
    }
    return over_window(told, seen.window())


def _by_origins(arrow: Record) -> tuple[int, str]:
    claimed = arrow["claimed"]
    origins = {each["origin"] for each in claimed} if isinstance(claimed, list) else set()
    return -len(origins), str(arrow["name"])


def scenario_named(seen: Seen, key: str) -> KeptScenario:
    """The scenario with this key or title.

    Raises:
        MissingError: if there is none.
    """
    with seen.view() as view:
        return choose_scenario(view, key)


def _speaks_of(arrow: Record, wanted: Iterable[str]) -> bool:
    words = f"{arrow['cause_text']} {arrow['effect_text']}".casefold()
    return any(word in words for word in wanted)


def _computed(
    scenario: Scenario, supposed: Supposed, target: tuple[str, str] | None
) -> tuple[Outlook | None, Record | None]:
    """What it says, or what stands in the way, in words."""
    if not scenario.nodes:
        return None, {"words": "it has no state of affairs yet", "where": "", "mend": "add one"}
    try:
        return look_ahead(scenario, supposed, target), None
    except InvalidScenarioError as error:
        return None, {"words": str(error.args[0]), "where": error.key, "mend": error.mend}


def _states(typed: Iterable[str], field: str, scenario: Scenario) -> dict[str, str]:
    return dict(_state(each, field, scenario) for each in typed)


def _state(typed: str, field: str, scenario: Scenario) -> tuple[str, str]:
    name, _, state = (part.strip() for part in typed.partition("="))
    node = scenario.node(name)
    if node is None:
        raise SettingsError("there is no such state of affairs", key=f"{field} {name}")
    return name, state or node.states[-1]


def _target(typed: str, scenario: Scenario) -> tuple[str, str] | None:
    """What is asked about; the one node that nothing follows from, where nothing is named."""
    if typed:
        return _state(typed, "target", scenario)
    causes = {arrow.cause for arrow in scenario.arrows if arrow.left_out is None}
    ends = [node for node in scenario.nodes if node.id not in causes]
    return (ends[0].id, ends[0].states[-1]) if len(ends) == 1 else None


def _file(form: str) -> DeskFile:
    def make(seen: Seen, ask: OneAsk) -> Made:
        kept = scenario_named(seen, ask.key)
        name = f"scenario-{kept.key}.{form}"
        return Made(content=bytes_of(kept.scenario, name), media=_MEDIA[form], name=name)

    return DeskFile(
        name=f"scenario.{form}",
        summary=f"A scenario as {form.upper()}",
        asks=OneAsk,
        make=make,
    )


def _make_picture(seen: Seen, ask: ScenarioAsk) -> Made:
    scenario = as_known(scenario_named(seen, ask.key).scenario, seen.known())
    supposed = Supposed(
        observed=_states(ask.seen, "seen", scenario), done=_states(ask.done, "done", scenario)
    )
    chart = scenario_chart(scenario, look_ahead(scenario, supposed))
    picture = draw_chart_file(chart, form="svg")
    if picture is None:
        raise MissingError("there is nothing to draw, or too much to be read", key=ask.key)
    return Made(content=picture, media="image/svg+xml", name=f"scenario-{ask.key}.svg")


SCENARIOS = DeskView(
    name="scenarios",
    summary="Causal models over what is claimed, and what was done to each last",
    asks=Ask,
    find=find_all,
)
SCENARIO = DeskView(
    name="scenario",
    summary="A scenario computed: how likely each state is and why, under what is supposed",
    asks=ScenarioAsk,
    find=find_one,
    is_heavy=True,
    is_awaited=True,
)
SCENARIO_SUGGESTION = DeskView(
    name="scenario-suggestions",
    summary="What is claimed to lead to what, with who claims each arrow",
    asks=SuggestAsk,
    find=find_suggestion,
    is_heavy=True,
)
SCENARIO_FILES = (
    *(_file(form) for form in _MEDIA),
    DeskFile(
        name="scenario.svg",
        summary="A scenario drawn, with how likely each state of affairs is",
        asks=ScenarioAsk,
        make=_make_picture,
    ),
)
