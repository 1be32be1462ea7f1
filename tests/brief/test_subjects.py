"""A claim finds what it is about, from the closest subject to the widest."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.subjects import Aspect, Subject, aspect_of, each_subject

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Uganda sent 300 soldiers to Goma.", Aspect.COUNTED),
        ("Uganda moved a brigade to Goma.", Aspect.FORCES),
        ("Rebels attacked the base on Monday.", Aspect.FIGHTING),
        ("Uganda sent fuel to Goma.", Aspect.GIVEN),
        ("Washington sanctioned two banks on Monday.", Aspect.SANCTIONS),
        ("The ministers met in Doha on Monday.", Aspect.TREATIES),
        ("Uganda denied that it sent soldiers to Goma.", Aspect.SAID),
        ("Uganda is considering a mission to Goma.", Aspect.WEIGHED),
        ("Uganda will send soldiers if the council pays.", Aspect.WEIGHED),
        ("The storm killed 12 people in Goma.", Aspect.CASUALTIES),
        ("It rained in Goma on Monday.", Aspect.OTHER),
    ],
)
def test_a_claim_tells_of_one_aspect(text: str, aspect: Aspect) -> None:
    _, claims = texts.read_text(text)
    assert aspect_of(claims[0]) is aspect


def test_the_closest_subject_comes_first_and_the_aspect_alone_last() -> None:
    _, claims = texts.read_text("Uganda sent fuel to Rwanda on Monday.")
    subjects = list(each_subject(claims[0]))
    assert subjects[0] == Subject(aspect=Aspect.GIVEN, who="UG", whom="RW")
    assert subjects[-1] == Subject(aspect=Aspect.GIVEN)
