"""A scenario as the text of a JSON file, and back.

Invariant: `from_json(to_json(scenario))` is the scenario, and the same scenario gives the same
text.
"""

import json
from collections.abc import Iterator

from pydantic import ValidationError

from watchword.assess.filed_spans import in_utc, plain_span, span_of, utc_text
from watchword.assess.scenarios.chances import complement, read_number
from watchword.assess.scenarios.completing import causes_of
from watchword.assess.scenarios.form import (
    SCHEMA_VERSION,
    ArrowForm,
    BackingForm,
    ChanceForm,
    EvidenceForm,
    NodeForm,
    RowForm,
    ScenarioForm,
)
from watchword.assess.scenarios.form import Chance as ChanceTyped
from watchword.errors import InvalidScenarioError, SettingsError
from watchword.model.scenario import (
    NO_YES,
    Arrow,
    Backing,
    Chance,
    Evidence,
    Gate,
    Node,
    Row,
    Scenario,
)

Plain = dict[str, object]


def from_json(text: str | bytes) -> Scenario:
    """Read a scenario; whether it can be computed is checked when it is.

    Raises:
        InvalidScenarioError: if the text is not in the published form.
    """
    try:
        form = ScenarioForm.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise InvalidScenarioError(f"{first['msg']}", key=place) from error
    scenario = Scenario(
        title=form.title,
        nodes=tuple(_node(each) for each in form.nodes),
        arrows=tuple(_arrow(each) for each in form.arrows),
        evidence=tuple(_evidence(each) for each in form.evidence),
        as_of=in_utc(form.as_of),
        made_by=form.made_by,
    )
    # What a line of a table is given stands by name in the file, and by the order of the arrows.
    nodes = tuple(
        _with_table(node, typed, scenario)
        for node, typed in zip(scenario.nodes, form.nodes, strict=True)
    )
    return Scenario(
        title=scenario.title,
        nodes=nodes,
        arrows=scenario.arrows,
        evidence=scenario.evidence,
        as_of=scenario.as_of,
        made_by=scenario.made_by,
    )


def to_json(scenario: Scenario) -> str:
    """Write a scenario: two blanks of indent, what is not given left out."""
    plain: Plain = {
        "schema_version": SCHEMA_VERSION,
        "title": scenario.title,
        "as_of": utc_text(scenario.as_of),
        "made_by": scenario.made_by,
        "nodes": [_plain_node(node, scenario) for node in scenario.nodes],
        "arrows": [_plain_arrow(arrow) for arrow in scenario.arrows],
        "evidence": [_plain_evidence(each) for each in scenario.evidence],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _node(form: NodeForm) -> Node:
    return Node(
        id=form.id,
        text=form.text,
        states=tuple(form.states),
        chance=None if form.chance is None else _chance(form.chance, f"node {form.id}"),
        gate=form.gate,
    )


def _with_table(node: Node, form: NodeForm, scenario: Scenario) -> Node:
    causes = causes_of(node, scenario)
    rows = tuple(_row(row, node, causes) for row in form.table)
    return Node(
        id=node.id,
        text=node.text,
        states=node.states,
        chance=node.chance,
        gate=node.gate,
        table=rows,
    )


def _row(form: RowForm, node: Node, causes: tuple[str, ...]) -> Row:
    key = f"node {node.id}, table, given {form.given}"
    if set(form.given) != set(causes):
        told = f"it is given {', '.join(causes) or 'nothing'}, and nothing else"
        raise InvalidScenarioError("it does not fit the causes", key=key, mend=told)
    return Row(
        given=tuple(form.given[cause] for cause in causes),
        chances=tuple(_row_chances(form, node, key)),
    )


def _row_chances(form: RowForm, node: Node, key: str) -> Iterator[Chance]:
    if form.chance is not None:
        if len(node.states) != 2:
            raise InvalidScenarioError("a line of several states needs chances", key=key)
        yes = _chance(form.chance, key)
        yield Chance(value=complement(yes.value), ground=yes.ground, by=yes.by)
        yield yes
        return
    chances = form.chances or {}
    if set(chances) != set(node.states):
        mend = f"for each of {', '.join(node.states)}"
        raise InvalidScenarioError("it needs one probability a state", key=key, mend=mend)
    for state in node.states:
        yield _chance(chances[state], key)


def _chance(typed: ChanceTyped, key: str) -> Chance:
    form = typed if isinstance(typed, ChanceForm) else ChanceForm(of=typed)
    try:
        value, words = read_number(str(form.of), key=key)
    except SettingsError as error:
        raise InvalidScenarioError(str(error.args[0]), key=key, mend=error.mend) from error
    return Chance(
        value=value,
        ground=form.ground,
        words=words,
        by=form.by,
        why=form.why,
        claims=tuple(form.claims),
    )


def _arrow(form: ArrowForm) -> Arrow:
    key = f"arrow {form.cause}:{form.effect}"
    return Arrow(
        cause=form.cause,
        effect=form.effect,
        when=form.when,
        prevents=form.prevents,
        weight=None if form.weight is None else _chance(form.weight, key),
        claimed=tuple(_backing(each) for each in form.claimed),
        left_out=form.left_out,
    )


def _backing(form: BackingForm) -> Backing:
    return Backing(
        implication=form.implication,
        claim=form.claim,
        report=form.report,
        origin=form.origin,
        outlet=form.outlet,
        published=in_utc(form.published),
        chain=tuple(form.chain),
        modality=form.modality,
        hedge=form.hedge,
        likelihood=form.likelihood,
        condition=span_of(form.condition),
        consequence=span_of(form.consequence),
        made_by=form.made_by,
    )


def _evidence(form: EvidenceForm) -> Evidence:
    return Evidence(
        node=form.node,
        state=form.state,
        ratio=form.ratio,
        ground=form.ground,
        by=form.by,
        why=form.why,
        claims=tuple(form.claims),
        indicator=form.indicator,
        credibility=form.credibility,
    )


def _plain_node(node: Node, scenario: Scenario) -> Plain:
    causes = causes_of(node, scenario)
    return _told(
        id=node.id,
        text=node.text,
        states=list(node.states) if node.states != NO_YES else None,
        chance=_plain_chance(node.chance) if node.chance else None,
        gate=node.gate.value if node.gate is not Gate.OR else None,
        table=[_plain_row(row, node, causes) for row in node.table] or None,
    )


def _plain_row(row: Row, node: Node, causes: tuple[str, ...]) -> Plain:
    given = dict(zip(causes, row.given, strict=True))
    last = row.chances[-1]
    rest = Chance(value=complement(last.value), ground=last.ground, by=last.by)
    if len(row.chances) == 2 and row.chances[0] == rest:
        return {"given": given, "chance": _plain_chance(last)}
    chances = zip(node.states, row.chances, strict=True)
    return {"given": given, "chances": {state: _plain_chance(each) for state, each in chances}}


def _plain_chance(chance: Chance) -> Plain:
    told = _told(by=chance.by or None, why=chance.why or None, claims=list(chance.claims) or None)
    return {"of": chance.words or float(chance.value), "from": chance.ground.value, **told}


def _plain_arrow(arrow: Arrow) -> Plain:
    return _told(
        cause=arrow.cause,
        effect=arrow.effect,
        when=arrow.when,
        prevents=arrow.prevents or None,
        weight=_plain_chance(arrow.weight) if arrow.weight else None,
        left_out=arrow.left_out,
        claimed=[plain_backing(each) for each in arrow.claimed] or None,
    )


def plain_backing(backing: Backing) -> Plain:
    """Who claims an arrow, as it stands in the file."""
    return {
        "implication": backing.implication,
        "claim": backing.claim,
        "report": backing.report,
        "origin": backing.origin,
        "outlet": backing.outlet,
        "published": utc_text(backing.published),
        "chain": list(backing.chain),
        "modality": backing.modality.value,
        "hedge": backing.hedge,
        "likelihood": backing.likelihood,
        "condition": plain_span(backing.condition),
        "consequence": plain_span(backing.consequence),
        "made_by": backing.made_by,
    }


def _plain_evidence(evidence: Evidence) -> Plain:
    return {
        "node": evidence.node,
        "state": evidence.state,
        "ratio": None if evidence.ratio is None else float(evidence.ratio),
        "from": evidence.ground.value,
        **_told(
            by=evidence.by or None,
            why=evidence.why or None,
            claims=list(evidence.claims) or None,
            indicator=evidence.indicator,
            credibility=evidence.credibility.value if evidence.credibility else None,
        ),
    }


def _told(**fields: object) -> Plain:
    """The fields that are given."""
    return {name: value for name, value in fields.items() if value is not None}
