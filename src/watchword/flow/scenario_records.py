"""What a scenario says, as the plain record that `watchword scenarios run --json` prints."""

from collections.abc import Sequence

from watchword.assess.scenarios.chances import term_for
from watchword.assess.scenarios.completing import with_defaults
from watchword.assess.scenarios.filing import plain_backing
from watchword.assess.scenarios.numbers import each_number
from watchword.flow.revision_records import revision_record
from watchword.flow.situation.scenario_keeping import KeptScenario
from watchword.flow.span_records import Record
from watchword.model.outlook import Belief, Focus, Move, Outlook, Swing, Worth
from watchword.model.scenario import Arrow, Chance, Evidence, Scenario

DIGITS = 6
"""Digits after the point that are printed: more would be the machine's, and nobody's."""


def outlook_record(outlook: Outlook, scenario: Scenario) -> Record:
    """The record of what a scenario says, with everything that its numbers rest on."""
    return {
        "title": scenario.title,
        "as_of": scenario.as_of.isoformat() if scenario.as_of else None,
        "observed": dict(outlook.observed),
        "done": dict(outlook.done),
        "evidence_chance": _round(outlook.evidence_chance),
        "beliefs": [_belief(each, scenario) for each in outlook.beliefs],
        "explanation": dict(outlook.explanation),
        "explanation_chance": _round(outlook.explanation_chance),
        "target": _focus(outlook.focus) if outlook.focus else None,
        "evidence": [_evidence(each) for each in scenario.evidence],
        "set_aside": [_evidence(each) for each in outlook.set_aside],
        "numbers": number_records(scenario),
        "arrows": [_arrow(each) for each in scenario.arrows],
        "made_by": outlook.made_by,
    }


def listed_record(kept: KeptScenario) -> Record:
    """A scenario of the record in a list: how large it is, and what was done to it last."""
    scenario = kept.scenario
    return {
        "key": kept.key,
        "title": scenario.title,
        "nodes": len(scenario.nodes),
        "arrows": sum(arrow.left_out is None for arrow in scenario.arrows),
        "evidence": len(scenario.evidence),
        "last": revision_record(kept.revision),
    }


def scenario_record(scenario: Scenario) -> Record:
    """The record of a scenario as it is written: states, arrows with who claims them, evidence."""
    return {
        "title": scenario.title,
        "made_by": scenario.made_by,
        "nodes": [
            {
                "id": each.id,
                "text": each.text,
                "states": list(each.states),
                "chance": _chance(each.chance),
                "gate": each.gate.value,
                "rows": [
                    {"given": list(row.given), "chances": [_chance(one) for one in row.chances]}
                    for row in each.table
                ],
            }
            for each in scenario.nodes
        ],
        "arrows": [arrow_record(each) for each in scenario.arrows],
        "evidence": [_evidence(each) for each in scenario.evidence],
    }


def arrow_record(arrow: Arrow) -> Record:
    """The record of an arrow with its name and whose number it bears."""
    return {**_arrow(arrow), "name": arrow_name(arrow), "weight": _chance(arrow.weight)}


def arrow_name(arrow: Arrow) -> str:
    """A name for an arrow among those of one scenario: what bears on what, and how.

    >>> arrow_name(Arrow(cause="fight", effect="threat"))
    'fight:threat::leads'
    """
    way = "prevents" if arrow.prevents else "leads"
    return f"{arrow.cause}:{arrow.effect}:{arrow.when or ''}:{way}"


def number_records(scenario: Scenario) -> list[Record]:
    """Every number that is used, with where it comes from."""
    return [
        {
            "number": each.name,
            "value": _round(each.chance.value),
            "words": each.chance.words,
            "from": each.chance.ground.value,
            "by": each.chance.by,
            "why": each.chance.why,
            "claims": list(each.chance.claims),
        }
        for each in each_number(with_defaults(scenario))
    ]


def _belief(belief: Belief, scenario: Scenario) -> Record:
    node = scenario.node(belief.node)
    return {
        "node": belief.node,
        "text": node.text if node else "",
        "states": list(belief.states),
        "before": _rounded(belief.before),
        "now": _rounded(belief.now),
        "likelihood": None if belief.is_untold else [term_for(each) for each in belief.now],
        "numbers": belief.numbers,
        "untold": belief.untold,
    }


def _focus(focus: Focus) -> Record:
    return {
        "node": focus.node,
        "state": focus.state,
        "probability": _round(focus.probability),
        "likelihood": term_for(focus.probability),
        "moved_by": [_move(each) for each in focus.moves],
        "information": [_worth(each) for each in focus.worths],
        "sensitivity": [_swing(each) for each in focus.swings],
    }


def _move(move: Move) -> Record:
    return {
        "evidence": _evidence(move.evidence),
        "before": _round(move.before),
        "after": _round(move.after),
        "without": _round(move.without),
    }


def _worth(worth: Worth) -> Record:
    return {
        "node": worth.node,
        "bits": _round(worth.information),
        "expected_change": _round(worth.change),
        "states": list(worth.states),
        "chances": _rounded(worth.chances),
        "target_if": _rounded(worth.target_if),
    }


def _swing(swing: Swing) -> Record:
    return {
        "number": swing.number,
        "from": swing.ground.value,
        "value": _round(swing.value),
        "low": _round(swing.low),
        "high": _round(swing.high),
        "target_low": _round(swing.target_low),
        "target_high": _round(swing.target_high),
    }


def _evidence(evidence: Evidence) -> Record:
    return {
        "node": evidence.node,
        "state": evidence.state,
        "ratio": evidence.ratio,
        "from": evidence.ground.value,
        "by": evidence.by,
        "why": evidence.why,
        "claims": list(evidence.claims),
        "indicator": evidence.indicator,
        "credibility": evidence.credibility.value if evidence.credibility else None,
    }


def _arrow(arrow: Arrow) -> Record:
    return {
        "cause": arrow.cause,
        "effect": arrow.effect,
        "when": arrow.when,
        "prevents": arrow.prevents,
        "left_out": arrow.left_out,
        "origins": len({each.origin for each in arrow.claimed}),
        "claimed": [plain_backing(each) for each in arrow.claimed],
    }


def _chance(chance: Chance | None) -> Record | None:
    if chance is None:
        return None
    return {
        "value": _round(chance.value),
        "words": chance.words,
        "from": chance.ground.value,
        "by": chance.by,
        "why": chance.why,
        "claims": list(chance.claims),
    }


def _rounded(values: Sequence[float]) -> list[float]:
    return [_round(each) for each in values]


def _round(value: float) -> float:
    # A negative zero would be another text for the same number.
    return round(value, DIGITS) + 0.0
