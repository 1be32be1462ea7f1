"""Networks in the interchange format are read as repositories write them, and written back."""

from dataclasses import replace

import pytest
from tests.assess.scenarios.conftest import Beliefs, seen

from watchword.assess.scenarios.bif import read_bif, write_bif
from watchword.assess.scenarios.library import load_pyagrum
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Ground, Scenario

DOG = """// The dog problem of Charniak (1991), as in the specification of the format.
network "Dog-Problem" { property "credit-to Eugene Charniak" ; }
variable "light-on" { type discrete[2] { "true" "false" }; property "position = (218, 195)" ; }
variable "bowel-problem" { type discrete[2] { "true" "false" }; }
variable "dog-out" { type discrete[2] { "true" "false" }; }
variable "hear-bark" { type discrete[2] { "true" "false" }; }
variable "family-out" { type discrete[2] { "true" "false" }; }
probability ( "light-on" "family-out" ) { table 0.6 0.05 0.4 0.95 ; }
probability ( "bowel-problem" ) { table 0.01 0.99 ; }
probability ( "dog-out" "bowel-problem" "family-out" ) {
  table 0.99 0.97 0.9 0.3 0.01 0.03 0.1 0.7 ;
}
probability ( "hear-bark" "dog-out" ) { table 0.7 0.01 0.3 0.99 ; }
probability ( "family-out" ) { table 0.15 0.85 ; }
"""
STATES = """network odd {
}
variable oxygen {
  type discrete [ 4 ] { <5, 5-12, >=12, 12+ };
}
variable x-ray? {
  type discrete [ 2 ] { Asy/Patch, Transp. };
}
probability ( oxygen ) {
  table 0.1, 0.2, 0.3, 0.4;
}
probability ( x-ray? | oxygen ) {
  default 0.5, 0.5;
  (<5) 0.9, 0.1;
}
"""
FIRE = """network unknown {
}
variable tampering { type discrete [ 2 ] { no, yes }; }
variable fire { type discrete [ 2 ] { no, yes }; }
variable smoke { type discrete [ 2 ] { no, yes }; }
variable alarm { type discrete [ 2 ] { no, yes }; }
variable leaving { type discrete [ 2 ] { no, yes }; }
variable report { type discrete [ 2 ] { no, yes }; }
probability ( tampering ) { table 0.98, 0.02; }
probability ( fire ) { table 0.99, 0.01; }
probability ( smoke | fire ) {
  (yes) 0.1, 0.9;
  (no) 0.99, 0.01;
}
probability ( alarm | tampering, fire ) {
  (yes, yes) 0.5, 0.5;
  (no, yes) 0.01, 0.99;
  (yes, no) 0.15, 0.85;
  (no, no) 0.9999, 0.0001;
}
probability ( leaving | alarm ) {
  (yes) 0.12, 0.88;
  (no) 0.999, 0.001;
}
probability ( report | leaving ) {
  (yes) 0.25, 0.75;
  (no) 0.99, 0.01;
}
"""


def test_the_fire_alarm_in_the_form_of_the_repositories_gives_the_published_numbers(
    chances: Beliefs,
) -> None:
    """Poole and Mackworth, "Artificial Intelligence" (2010), example 6.10."""
    scenario = read_bif(FIRE, "fire")
    report = chances(replace(scenario, evidence=(seen("report"),)))
    assert (round(report["tampering"], 3), round(report["fire"], 4)) == (0.399, 0.2305)
    smoke = chances(replace(scenario, evidence=(seen("smoke"),)))
    assert (round(smoke["tampering"], 2), round(smoke["fire"], 3)) == (0.02, 0.476)
    both = chances(replace(scenario, evidence=(seen("report"), seen("smoke"))))
    assert (round(both["tampering"], 4), round(both["fire"], 3)) == (0.0284, 0.964)
    without = chances(replace(scenario, evidence=(seen("report"), seen("smoke", "no"))))
    assert (round(without["tampering"], 3), round(without["fire"], 4)) == (0.501, 0.0294)


def test_flat_tables_let_the_variable_itself_turn_slowest(chances: Beliefs) -> None:
    scenario = read_bif(DOG, "dog")
    found = chances(scenario)
    assert 1 - found["light_on"] == pytest.approx(0.15 * 0.6 + 0.85 * 0.05)
    out = 0.01 * (0.15 * 0.99 + 0.85 * 0.97) + 0.99 * (0.15 * 0.9 + 0.85 * 0.3)
    assert 1 - found["dog_out"] == pytest.approx(out)
    grounds = {each.ground for node in scenario.nodes for row in node.table for each in row.chances}
    assert grounds == {Ground.FILE}


def test_names_that_are_no_names_elsewhere_are_made_plain_each_once() -> None:
    scenario = read_bif(STATES, "odd")
    assert [node.id for node in scenario.nodes] == ["oxygen", "x_ray"]
    assert scenario.nodes[0].states == ("lt_5", "n_5_12", "ge_12", "n_12_plus")
    assert scenario.nodes[1].states == ("Asy_Patch", "Transp")
    assert [row.chances[0].value for row in scenario.nodes[1].table] == [0.9, 0.5, 0.5, 0.5]


def test_what_is_written_is_read_back_and_by_the_library_too(
    asia: Scenario, chances: Beliefs, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = write_bif(asia)
    again = read_bif(text, "asia")
    assert write_bif(again) == text
    assert chances(again) == chances(asia)
    file = tmp_path_factory.mktemp("bif") / "asia.bif"
    file.write_text(text, encoding="utf-8")
    library = load_pyagrum()
    engine = library.LazyPropagation(library.loadBN(str(file)))
    engine.makeInference()
    for name, chance in chances(asia).items():
        assert engine.posterior(name).tolist()[1] == pytest.approx(chance, abs=1e-6)


def test_a_line_that_was_rounded_is_evened_and_one_that_is_wrong_is_refused() -> None:
    rounded = STATES.replace("0.1, 0.2, 0.3, 0.4", "0.1, 0.2, 0.3, 0.3997")
    line = read_bif(rounded, "odd").nodes[0].table[0]
    assert sum(each.value for each in line.chances) == pytest.approx(1, abs=1e-12)
    with pytest.raises(InvalidScenarioError, match=r"comes to 0\.9, not 1"):
        read_bif(STATES.replace("0.1, 0.2, 0.3, 0.4", "0.1, 0.2, 0.3, 0.3"), "odd")


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("", "no variables"),
        ("junk", "a block begins with"),
        (DOG[:400], "middle of a block"),
        (DOG.replace('probability ( "family-out" ) {', 'probability ( "cat" ) {'), "cat"),
        (DOG.replace("0.15 0.85", "0.15"), "has 1 numbers and needs 2"),
        (DOG.replace("0.15 0.85", "nan 0.85"), "'nan' is no probability"),
        (DOG.replace("0.15 0.85", "-1 2"), "'-1' is no probability"),
        (DOG.replace('( "family-out" )', '( "family-out" "dog-out" )'), "needs 4"),
        (DOG.replace('variable "hear-bark"', 'variable "dog-out"'), "stands there twice"),
        (STATES.replace("(<5) 0.9", "(<6) 0.9"), "no state"),
        (STATES.replace("| oxygen", "| oxygen, oxygen"), "twice"),
        (STATES.replace("default", "perhaps"), "begins with 'perhaps'"),
        (STATES.replace("Transp. };", "Transp. "), "missing|middle"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_what_is_wrong(spoilt: str, told: str) -> None:
    with pytest.raises(InvalidScenarioError, match=told):
        read_bif(spoilt, "x")


def test_a_circle_in_a_file_is_refused() -> None:
    text = DOG.replace(
        '( "family-out" ) { table 0.15 0.85', '( "family-out" "dog-out" ) { default 0.1 0.9'
    )
    with pytest.raises(InvalidScenarioError, match="circle"):
        read_bif(text, "x")


def test_a_table_that_would_fill_the_memory_is_refused_before_it_is_built() -> None:
    names = [f"v{number}" for number in range(60)]
    blocks = [f"variable {name} {{ type discrete [ 2 ] {{ n, y }}; }}" for name in names]
    head = f"probability ( v0 | {', '.join(names[1:])} ) {{ default 0.3, 0.7; }}"
    with pytest.raises(InvalidScenarioError, match="v0: its table is too large"):
        read_bif("\n".join([*blocks, head]), "x")
