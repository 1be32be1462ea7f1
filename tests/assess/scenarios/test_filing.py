"""A scenario's file is read back as it was written, is short to type, and strict."""

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from tests.assess.scenarios.conftest import seen, told
from tests.assess.scenarios.test_completing import claimed
from tests.assess.scenarios.test_outlooks import scenarios

from watchword.assess.scenarios.filing import from_json, to_json
from watchword.assess.scenarios.form import schema_text
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Arrow, Chance, Ground, Node, Scenario
from watchword.model.source import Credibility

SHORT = """{
  "schema_version": 1,
  "title": "x",
  "nodes": [
    {"id": "a", "text": "A", "chance": "likely"},
    {"id": "b", "text": "B", "table": [
      {"given": {"a": "no"}, "chance": "20 %"},
      {"given": {"a": "yes"}, "chance": 0.7}
    ]},
    {"id": "c", "text": "C", "states": ["low", "middle", "high"],
     "table": [{"chances": {"low": 0.2, "middle": 0.3, "high": 0.5}}]}
  ],
  "arrows": [{"cause": "a", "effect": "b"}]
}"""


def test_a_file_may_be_short_and_what_is_typed_is_a_persons() -> None:
    scenario = from_json(SHORT)
    assert scenario.nodes[0].chance == Chance(value=0.675, ground=Ground.PERSON, words="likely")
    assert [row.chances[1].value for row in scenario.nodes[1].table] == [0.2, 0.7]
    assert [each.value for each in scenario.nodes[2].table[0].chances] == [0.2, 0.3, 0.5]


@settings(max_examples=60, deadline=None)
@given(scenario=scenarios())
def test_what_is_written_is_read_back(scenario: Scenario) -> None:
    assert from_json(to_json(scenario)) == scenario
    assert to_json(from_json(to_json(scenario))) == to_json(scenario)


def test_claims_reasons_and_grades_are_read_back(asia: Scenario) -> None:
    weight = replace(told(0.7), by="ana", why="as in 2010", claims=("1",))
    arrow = Arrow(cause="a", effect="b", weight=weight, claimed=(claimed("1", "likely"),))
    evidence = replace(
        seen("a", ratio=6.0),
        credibility=Credibility.PROBABLY_TRUE,
        claims=("1", "2"),
        indicator="convoys",
    )
    scenario = Scenario(
        title="x",
        nodes=(Node(id="a", text="A"), Node(id="b", text="B")),
        arrows=(arrow, replace(arrow, when="no", left_out="doubtful")),
        evidence=(evidence,),
        made_by="ana",
    )
    assert from_json(to_json(scenario)) == scenario
    assert from_json(to_json(asia)) == asia


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("[", "the file"),
        ("[]", "the file"),
        ('{"schema_version": 2, "title": "x", "nodes": []}', "schema_version"),
        (SHORT.replace('"text": "A"', '"text": "A", "colour": "red"'), "nodes.0.colour"),
        (SHORT.replace('"likely"', '"often"'), "node a: 'often' is no probability"),
        (SHORT.replace('{"a": "no"}', '{"d": "no"}'), "does not fit the causes"),
        (SHORT.replace('"high": 0.5', '"top": 0.5'), "one probability a state"),
        (
            SHORT.replace('"chance": 0.7', '"chance": 0.7, "chances": {}'),
            "either chance or chances",
        ),
        (SHORT.replace('"id": "a"', '"id": "a b"'), "nodes.0.id"),
    ],
)
def test_what_is_not_in_the_form_is_refused_by_its_place(spoilt: str, told: str) -> None:
    with pytest.raises(InvalidScenarioError, match=told):
        from_json(spoilt)


def test_words_that_are_not_those_of_their_digest_are_refused() -> None:
    arrow = Arrow(cause="a", effect="b", claimed=(claimed("1", "likely"),))
    nodes = (Node(id="a", text="A"), Node(id="b", text="B"))
    text = to_json(Scenario(title="x", nodes=nodes, arrows=(arrow,)))
    with pytest.raises(InvalidScenarioError, match="not those of the digest"):
        from_json(text.replace('"quote": "so"', '"quote": "no"', 1))


def test_the_published_schema_is_the_form_and_takes_what_is_written(asia: Scenario) -> None:
    published = files("watchword.assess.scenarios").joinpath("scenario.schema.json")
    assert published.read_text("utf-8") == schema_text()
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(SHORT), schema)
    jsonschema.validate(json.loads(to_json(asia)), schema)
