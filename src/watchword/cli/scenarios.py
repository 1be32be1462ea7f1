"""`watchword scenarios`: a graph of what is claimed, what it says, and its file in other forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from watchword.assess.scenarios.editing import add_evidence
from watchword.assess.scenarios.filing import to_json
from watchword.assess.scenarios.outlooks import Supposed, look_ahead
from watchword.cli.charting import draw_to, form_of
from watchword.cli.outputs import write_whole
from watchword.cli.printing import print_table
from watchword.cli.scenario_asking import seen_of, states_of
from watchword.cli.scenario_place import load
from watchword.cli.scenario_words import each_outlook_line, each_suggested_line
from watchword.cli.screen import one_line, put, put_lines, tell, tell_json, warn
from watchword.cli.viewing import EVERYTHING, ViewOrder, see
from watchword.config import read_settings
from watchword.flow.charts import scenario_chart
from watchword.flow.scenario_files import bytes_of
from watchword.flow.scenario_records import listed_record, outlook_record
from watchword.flow.situation.scenario_keeping import KeptScenario, keep_scenario, scenarios_in
from watchword.flow.situation.scenarios import suggest_scenario
from watchword.flow.situation.scoping import Asked
from watchword.model.scenario import Evidence, Ground, Scenario
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        asked: the part that is looked at.
        title: what the scenario is about.
        limit: how many arrows to draw at most.
        output: the file it is written to, None for none.
    """

    view: ViewOrder
    asked: Asked = EVERYTHING
    title: str | None = None
    limit: int = 40
    output: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOrder:
    """What was asked for, as typed.

    Attributes:
        file: the scenario.
        target: NODE or NODE=STATE; None for none.
        seen: NODE=STATE that are supposed to be seen.
        done: NODE=STATE that are supposed to be brought about.
        evidence: NODE=STATE:RATIO that count beside the file's.
        numbers: whether to print every number.
        as_json: whether to print JSON.
        plot: where a picture goes, None without one.
    """

    file: Path
    target: str | None = None
    seen: Sequence[str] = ()
    done: Sequence[str] = ()
    evidence: Sequence[str] = ()
    numbers: bool = False
    as_json: bool = False
    plot: Path | None = None


def suggest(order: SuggestOrder) -> None:
    """Draw the graph of what is claimed, and write it where it is to go."""
    known = see(order.view, order.asked)
    title = order.title or "What is claimed to lead to what"
    suggested = suggest_scenario(known, title=title, limit=order.limit)
    if order.output is not None:
        write_whole(order.output, bytes_of(suggested.scenario, order.output.name))
    if order.view.as_json:
        put(to_json(suggested.scenario).encode())
    else:
        for line in each_suggested_line(suggested):
            tell(line)
    arrows, left = len(suggested.scenario.arrows), suggested.left_out
    more = f"; {left:,} more with --limit" if left else ""
    warn(f"{arrows:,} arrows between {len(suggested.scenario.nodes):,} states{more}")


def run(order: RunOrder) -> None:
    """Print what a scenario says."""
    form_of(order.plot)
    scenario = load(order.file)
    for each in order.evidence:
        node, state, ratio = seen_of(each)
        seen = Evidence(
            node=node, state=state, ratio=ratio, ground=Ground.PERSON, by=read_settings().user
        )
        scenario = add_evidence(scenario, seen)
    supposed = Supposed(
        observed=states_of(order.seen, option="--what-if"),
        done=states_of(order.done, option="--do"),
    )
    outlook = look_ahead(scenario, supposed, _target(order.target, scenario, supposed.done))
    draw_to(order.plot, scenario_chart(scenario, outlook))
    if order.as_json:
        tell_json(outlook_record(outlook, scenario))
        return
    for line in each_outlook_line(outlook, scenario, numbers=order.numbers):
        tell(line)
    if outlook.focus is None:
        warn("name a node with --target to see what moved it and what it hangs on")


def convert(source: Path, place: Path) -> None:
    """Write a scenario in another format."""
    write_whole(place, bytes_of(load(source), place.name))
    if place.suffix.lower() != ".json":
        warn("claims, reasons and evidence have no place in this format, and are not in it")


def show_list(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print every scenario of the record."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        found = scenarios_in(view)
    if as_json:
        put_lines(listed_record(each) for each in found)
    elif found:
        names = ("key", "states", "arrows", "evidence", "last changed", "by", "title")
        print_table(names, ([Text(one_line(cell)) for cell in _row(each)] for each in found))
    else:
        warn("no scenario is kept yet: watchword scenarios keep FILE")


def keep(file: Path, store: str | None) -> None:
    """Keep a scenario of a file in the record, from now on."""
    scenario = load(file)
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        said = f"open it from {file.name}"
        kept = keep_scenario(bench.store, scenario, by=settings.user, said=said)
    tell(f"{kept.key}: {one_line(kept.scenario.title)}")


def _row(kept: KeptScenario) -> tuple[str, ...]:
    scenario = kept.scenario
    counts = (len(scenario.nodes), len(scenario.arrows), len(scenario.evidence))
    return (kept.key, *map(str, counts), f"{kept.at:%Y-%m-%d}", kept.revision.by, scenario.title)


def _target(
    typed: str | None, scenario: Scenario, done: Mapping[str, str]
) -> tuple[str, str] | None:
    """The node and the state that are asked about: of a node alone, its last state.

    Where none is named, the one node that nothing follows from, if there is one.
    """
    if typed is not None:
        name, _, state = (part.strip() for part in typed.partition("="))
        node = scenario.node(name)
        return name, state or (node.states[-1] if node else "")
    causes = {arrow.cause for arrow in scenario.arrows if arrow.left_out is None}
    ends = [node for node in scenario.nodes if node.id not in causes and node.id not in done]
    return (ends[0].id, ends[0].states[-1]) if len(ends) == 1 else None
