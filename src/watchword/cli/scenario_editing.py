"""`watchword scenarios edit`: a person picks, words and completes a scenario, change by change."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from watchword.assess.scenarios import editing
from watchword.cli.scenario_asking import chance_of, ends_of, pair_of, seen_of, states_of
from watchword.cli.scenario_place import load, save
from watchword.cli.screen import tell, warn
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.model.scenario import Arrow, Evidence, Gate, Ground, Scenario

Edit = Callable[[Scenario], Scenario]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOrder:
    """What was asked for, as typed.

    Attributes:
        file: the scenario.
        nodes: ID=TEXT to add or to word anew.
        joins: KEPT:OTHER that are one.
        removed: ids of nodes to remove.
        arrows: CAUSE:EFFECT or CAUSE:EFFECT=CHANCE to draw or to weigh.
        prevents: the same of arrows that prevent.
        left_out: CAUSE:EFFECT to leave out.
        chances: NODE=CHANCE.
        gates: NODE=or or NODE=and.
        rows: NODE=CHANCE@CAUSE=STATE,CAUSE=STATE.
        evidence: NODE=STATE or NODE=STATE:RATIO.
        no_evidence: ids of nodes to take the evidence off.
        why: the reason for all of it, in words.
    """

    file: Path
    nodes: Sequence[str] = ()
    joins: Sequence[str] = ()
    removed: Sequence[str] = ()
    arrows: Sequence[str] = ()
    prevents: Sequence[str] = ()
    left_out: Sequence[str] = ()
    chances: Sequence[str] = ()
    gates: Sequence[str] = ()
    rows: Sequence[str] = ()
    evidence: Sequence[str] = ()
    no_evidence: Sequence[str] = ()
    why: str = ""


def edit(order: EditOrder) -> None:
    """Change a scenario and write it; nothing is written where a change is refused."""
    by = read_settings().user
    edits = [
        *_each_of_graph(order, by),
        *_each_of_numbers(order, by),
        *_each_of_evidence(order, by),
    ]
    if not edits:
        raise SettingsError("no change is named", key=str(order.file), mend="see --help")
    scenario = load(order.file)
    for change in edits:
        scenario = change(scenario)
    save(order.file, scenario, said=order.why or f"{len(edits)} changes")
    tell(f"{order.file}: {len(edits)} changes")


def _each_of_graph(order: EditOrder, by: str) -> Iterator[Edit]:
    for typed in order.nodes:
        name, text = pair_of(typed, option="--node", form="ID=TEXT")
        yield partial(editing.add_node, name=name, text=text)
    for typed in order.joins:
        kept, other = ends_of(typed, option="--join")
        yield partial(editing.join_nodes, kept=kept, joined=other)
    for name in order.removed:
        yield partial(editing.remove_node, name=name)
    for option, arrows in (("--arrow", order.arrows), ("--prevents", order.prevents)):
        for typed in arrows:
            yield partial(editing.add_arrow, arrow=_arrow(typed, order, by, option))
    for typed in order.left_out:
        cause, effect = ends_of(typed, option="--leave-out")
        why = f"{by}: {order.why}" if order.why else f"left out by {by}"
        yield partial(editing.leave_out, cause=cause, effect=effect, why=why)


def _each_of_numbers(order: EditOrder, by: str) -> Iterator[Edit]:
    for typed in order.chances:
        name, number = pair_of(typed, option="--chance", form="NODE=CHANCE")
        chance = chance_of(number, by=by, why=order.why, option="--chance")
        yield partial(editing.set_chance, name=name, chance=chance)
    for typed in order.gates:
        name, gate = pair_of(typed, option="--gate", form="NODE=or or NODE=and")
        if gate not in set(Gate):
            raise SettingsError(f"'{gate}' is no gate", key="--gate", mend="use or, and")
        yield partial(editing.set_gate, name=name, gate=Gate(gate))
    for typed in order.rows:
        told, _, given = typed.partition("@")
        name, number = pair_of(told, option="--row", form="NODE=CHANCE@CAUSE=STATE,CAUSE=STATE")
        yield partial(
            editing.set_row,
            name=name,
            given=states_of(filter(None, given.split(",")), option="--row"),
            chance=chance_of(number, by=by, why=order.why, option="--row"),
        )


def _each_of_evidence(order: EditOrder, by: str) -> Iterator[Edit]:
    for name in order.no_evidence:
        yield partial(editing.remove_evidence, name=name)
    for typed in order.evidence:
        node, state, ratio = seen_of(typed)
        if ratio is None:
            warn(f"{node}={state} is taken as certain; give a ratio, as {node}={state}:6, if not")
        seen = Evidence(
            node=node, state=state, ratio=ratio, ground=Ground.PERSON, by=by, why=order.why
        )
        yield partial(editing.add_evidence, evidence=seen)


def _arrow(typed: str, order: EditOrder, by: str, option: str) -> Arrow:
    ends, sign, number = typed.partition("=")
    cause, effect = ends_of(ends, option=option)
    weight = chance_of(number, by=by, why=order.why, option=option) if sign else None
    return Arrow(cause=cause, effect=effect, weight=weight, prevents=option == "--prevents")
