"""A deed has the event type of its verb and of what is moved."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Uganda sent 300 soldiers to Goma.", "MOBILIZE"),
        ("Uganda sent shells to Goma.", "AID"),
        ("Rebels attacked the base on Monday.", "ASSAULT"),
        ("The army is withdrawing from the town.", "RETREAT"),
        ("Washington sanctioned two banks on Monday.", "SANCTION"),
        ("The ministers met in Doha on Monday.", "CONSULT"),
        ("Police arrested the editor on Monday.", "COERCE"),
        ("The rebels released 12 hostages on Monday.", "CONCEDE"),
        ("The army will deploy a brigade in Kivu.", "MOBILIZE"),
        ("It rained in Goma on Monday.", None),
    ],
)
def test_a_verb_decides_the_event(text: str, event: str | None, engine: ReadingEngine) -> None:
    (claim,) = read(composed(text), engine).claims
    assert claim.event == event


def test_a_denied_deed_keeps_its_type(engine: ReadingEngine) -> None:
    (claim,) = read(composed("Uganda denied that it sent soldiers to Goma."), engine).claims
    assert claim.event == "MOBILIZE"
