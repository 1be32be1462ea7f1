"""Networks of GeNIe are read in the order its manual tells, and written back."""

from dataclasses import replace

import pytest
from tests.assess.scenarios.conftest import Beliefs

from watchword.assess.scenarios.bif import write_bif
from watchword.assess.scenarios.xdsl import read_xdsl, write_xdsl
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Scenario

VENTURE = b"""<?xml version="1.0" encoding="UTF-8"?>
<smile version="1.0" id="Venture" numsamples="1000">
  <nodes>
    <cpt id="Success"><state id="Yes"/><state id="No"/><probabilities>0.2 0.8</probabilities></cpt>
    <cpt id="Economy"><state id="Up"/><state id="Flat"/><probabilities>0.4 0.6</probabilities></cpt>
    <cpt id="Forecast"><state id="Good"/><state id="Poor"/>
      <parents>Success Economy</parents>
      <probabilities>0.9 0.1 0.8 0.2 0.3 0.7 0.1 0.9</probabilities>
    </cpt>
  </nodes>
  <extensions><genie version="1.0" app="GeNIe" name="Venture">
    <node id="Forecast"><name>Expert's forecast</name></node>
  </genie></extensions>
</smile>
"""


def test_the_first_cause_turns_slowest_and_the_node_itself_fastest(chances: Beliefs) -> None:
    scenario = read_xdsl(VENTURE, "venture")
    table = {row.given: row.chances[0].value for row in scenario.nodes[2].table}
    assert table["Yes", "Flat"] == 0.8
    assert table["No", "Up"] == 0.3
    assert 1 - chances(scenario)["Forecast"] == pytest.approx(
        0.2 * (0.4 * 0.9 + 0.6 * 0.8) + 0.8 * (0.4 * 0.3 + 0.6 * 0.1)
    )
    assert scenario.nodes[2].text == "Expert's forecast"


def test_what_is_written_is_read_back_with_its_words(asia: Scenario) -> None:
    nodes = (replace(asia.nodes[0], text="a visit to <Asia> & back\x00"), *asia.nodes[1:])
    content = write_xdsl(replace(asia, nodes=nodes))
    again = read_xdsl(content, "asia")
    assert again.nodes[0].text == "a visit to <Asia> & back"
    assert write_bif(again) == write_bif(asia)


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (b"<a/>", "no XDSL file"),
        (b"junk", "no XML"),
        (
            VENTURE.replace(b'<cpt id="Economy">', b'<noisymax id="Economy">').replace(
                b"0.4 0.6</probabilities></cpt>", b"0.4 0.6</probabilities></noisymax>"
            ),
            "noisymax",
        ),
        (VENTURE.replace(b"Success Economy", b"Success Weather"), "Weather"),
        (VENTURE.replace(b"0.2 0.8", b"0.2"), "has 1 numbers"),
        (VENTURE.replace(b"0.2 0.8", b"0.2 0.9"), "not 1"),
        (VENTURE.replace(b'"Economy">', b'"Success">'), "one name"),
        (VENTURE.replace(b"<smile", b'<!DOCTYPE smile [<!ENTITY a "b">]><smile', 1), "DOCTYPE"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_what_is_wrong(spoilt: bytes, told: str) -> None:
    with pytest.raises(InvalidScenarioError, match=told):
        read_xdsl(spoilt, "x")


def test_a_file_that_would_grow_or_read_others_is_refused() -> None:
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (at, b"&l%d;" % (at - 1) * 10 if at else b"ha") for at in range(12)
    )
    for doctype in (laughs, b'<!ENTITY l11 SYSTEM "file:///etc/hostname">'):
        text = VENTURE.replace(b"<smile", b"<!DOCTYPE smile [" + doctype + b"]><smile", 1)
        with pytest.raises(InvalidScenarioError):
            read_xdsl(text.replace(b"Expert's", b"&l11;"), "x")
