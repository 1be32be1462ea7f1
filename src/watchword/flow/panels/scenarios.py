"""A scenario in a brief: how likely its ends are, what moved them, what would matter most.

Invariant: evidence and numbers that rest on claims alone which are not known as of the brief are
set aside, and that is said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from watchword.assess.scenarios.chances import term_for
from watchword.assess.scenarios.completing import with_defaults
from watchword.assess.scenarios.numbers import each_number
from watchword.assess.scenarios.outlooks import look_ahead
from watchword.flow.panels.rows import MADE_BY, Before, cited, since_head
from watchword.model.known import Known
from watchword.model.outlook import Focus, Outlook
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.scenario import NO_YES, Arrow, Chance, Ground, Node, Scenario

MOST_ENDS = 3
"""Ends of a scenario that a brief tells of at most."""
COLUMNS = ("What may come", "How likely", "Range", "Moved most by", "Most worth knowing")
_LIKELY = COLUMNS[1]
_NUMBERS = {
    Ground.PERSON: "given by people",
    Ground.CLAIM: "taken from a source's own words",
    Ground.FILE: "read from a file",
    Ground.RULE: "computed by a rule",
    Ground.DEFAULT: "given by nobody",
}


def scenario_panels(
    scenarios: Iterable[Scenario], known: Known, before: Before | None = None
) -> Iterator[Panel]:
    """What scenarios say as of what is known, a panel each.

    Args:
        scenarios: the scenarios.
        known: what is known.
        before: the earlier brief, None without one.

    Raises:
        InvalidScenarioError: if one cannot be computed as it stands.
        MissingExtraError: if the library that computes it is not installed.
    """
    for each in scenarios:
        yield _panel(each, known, before)


def as_known(scenario: Scenario, known: Known) -> Scenario:
    """A scenario without the evidence and the numbers whose claims are not known.

    What a person gives stays: it is known as of when it is given.
    """
    rows = (
        replace(node, table=tuple(row for row in node.table if _all_known(row.chances, known)))
        for node in scenario.nodes
    )
    return replace(
        scenario,
        nodes=tuple(replace(node, chance=_known_chance(node.chance, known)) for node in rows),
        arrows=tuple(
            replace(each, weight=_known_chance(each.weight, known)) for each in scenario.arrows
        ),
        evidence=tuple(each for each in scenario.evidence if _is_known(each.claims, known)),
    )


def _known_chance(chance: Chance | None, known: Known) -> Chance | None:
    return chance if chance is not None and _all_known((chance,), known) else None


def _all_known(chances: Iterable[Chance], known: Known) -> bool:
    return all(each.ground is not Ground.CLAIM or _is_known(each.claims, known) for each in chances)


def _is_known(claims: tuple[str, ...], known: Known) -> bool:
    return not claims or not known.claims.keys().isdisjoint(claims)


def _panel(scenario: Scenario, known: Known, before: Before | None) -> Panel:
    current = as_known(scenario, known)
    ends = _ends(current)
    outlooks = [look_ahead(current, None, (node.id, node.states[-1])) for node in ends[:MOST_ENDS]]
    rows = (_row(each, current, known, before) for each in outlooks)
    return Panel(
        part=Part.SCENARIOS,
        title=scenario.title,
        columns=(*COLUMNS, *since_head(before)),
        rows=tuple(rows),
        notes=tuple(_notes(scenario, current, known, len(ends))),
        made_by=outlooks[0].made_by if outlooks else MADE_BY,
    )


def _ends(scenario: Scenario) -> list[Node]:
    """What nothing follows from, that with most behind it first: a scenario is about that."""
    counted = [arrow for arrow in scenario.arrows if arrow.left_out is None]
    causes = {arrow.cause for arrow in counted}
    ends = [node for node in scenario.nodes if node.id not in causes] or [*scenario.nodes[-1:]]
    behind = {node.id: _behind(node.id, counted) for node in ends}
    return sorted(ends, key=lambda node: -len(behind[node.id]))


def _behind(name: str, arrows: list[Arrow]) -> set[str]:
    found: set[str] = set()
    ahead = [name]
    while ahead:
        at = ahead.pop()
        causes = {arrow.cause for arrow in arrows if arrow.effect == at} - found
        found |= causes
        ahead += sorted(causes)
    return found


def _row(outlook: Outlook, scenario: Scenario, known: Known, before: Before | None) -> PanelRow:
    focus = outlook.focus
    if focus is None:
        return PanelRow(cells=("",) * (len(COLUMNS) + (before is not None)))
    moved = max(focus.moves, key=lambda each: abs(each.after - each.before), default=None)
    likely = f"{term_for(focus.probability)} ({focus.probability:.0%})"
    cells = (
        _state_words(focus.node, focus.state, scenario),
        likely,
        _range_words(focus, scenario),
        _move_words(focus, scenario),
        _worth_words(focus, scenario),
    )
    was = before.cell(Part.SCENARIOS, cells[:1], _LIKELY) if before else None
    since = "" if was is None or was == likely else f"was {was}"
    return PanelRow(
        cells=(*cells, since) if before else cells,
        claims=cited(moved.evidence.claims if moved else (), known),
    )


def _range_words(focus: Focus, scenario: Scenario) -> str:
    """How far the likelihood moves with the one number that it hangs on most."""
    if not focus.swings:
        return "hangs on no single number"
    swing = focus.swings[0]
    low, high = sorted((swing.target_low, swing.target_high))
    number = _with_texts(swing.number, scenario)
    return f"{low:.0%} to {high:.0%}, with another number for: {number} ({_NUMBERS[swing.ground]})"


def _with_texts(words: str, scenario: Scenario) -> str:
    """Words with the states of affairs in place of their short names."""
    texts = {node.id: f"“{node.text}”" for node in scenario.nodes}
    return re.sub(r"\w+", lambda found: texts.get(found[0], found[0]), words)


def _move_words(focus: Focus, scenario: Scenario) -> str:
    moved = max(focus.moves, key=lambda each: abs(each.after - each.before), default=None)
    if moved is None:
        return "no evidence moves it"
    piece = moved.evidence
    shown = _state_words(piece.node, piece.state, scenario)
    by = f" (indicator {piece.indicator})" if piece.indicator else ""
    return f"evidence that {shown}{by}: from {moved.before:.0%} to {moved.after:.0%}"


def _state_words(name: str, state: str, scenario: Scenario) -> str:
    node = scenario.node(name)
    text = node.text if node else name
    return text if state == NO_YES[1] else f"{text}: {state}"


def _worth_words(focus: Focus, scenario: Scenario) -> str:
    if not focus.worths:
        return "nothing open tells of it"
    worth = focus.worths[0]
    node = scenario.node(worth.node)
    chances = zip(worth.states, worth.target_if, strict=True)
    told = ", ".join(f"if {state} {chance:.0%}" for state, chance in chances)
    return f"whether {node.text if node else worth.node} ({told})"


def _notes(scenario: Scenario, current: Scenario, known: Known, ends: int) -> Iterator[str]:
    grounds = Counter(number.chance.ground for number in each_number(with_defaults(current)))
    told = ", ".join(f"{grounds[each]} {_NUMBERS[each]}" for each in Ground if grounds[each])
    yield f"Of its {sum(grounds.values())} numbers: {told}."
    left = len(scenario.evidence) - len(current.evidence)
    if left:
        yield f"Pieces of evidence set aside because their claims are not known here: {left}."
    if scenario.as_of is not None and scenario.as_of > known.as_of:
        yield f"Its graph was drawn from what was known as of {scenario.as_of:%Y-%m-%d}, later."
    if ends > MOST_ENDS:
        yield f"It has {ends} ends; see `watchword scenarios run`."
