"""Marks are found by their longest wording, and look-alikes are passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.model.claim import MarkKind
from watchword.text.hedges import find_marks


def marks(text: str) -> list[tuple[str, str]]:
    return [(kind.value, text[start:end]) for kind, start, end in find_marks(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops have reportedly arrived.", [("hearsay", "reportedly")]),
        ("Unconfirmed reports say a convoy left.", [("hearsay", "Unconfirmed reports say")]),
        ("The ship is said to be at sea.", [("hearsay", "is said to")]),
        ("It saw the reported movement of troops.", [("hearsay", "reported")]),
        ("Seoul's reported plan was dropped.", [("hearsay", "reported")]),
        ("The agency reported the movement.", []),
        ("They may leave.", [("hedge", "may")]),
        ("They left in May 2024, or May.", []),
        ("Seoul May Send Arms", [("hedge", "May")]),
        ("A deal worth an estimated 7 billion", [("hedge", "estimated")]),
        ("They appeared to be leaving.", [("hedge", "appeared to")]),
        ("He appeared in court.", []),
        ("its military might", []),
        ("It is highly likely.", [("likelihood", "highly likely")]),
        ("It is very unlikely.", [("likelihood", "very unlikely")]),
        ("a roughly even chance", [("likelihood", "roughly even chance")]),
        ("with high probability", [("likelihood", "high probability")]),
        ("It will probably fail.", [("likelihood", "probably")]),
        ("It is almost certain.", [("likelihood", "almost certain")]),
        ("They did not go.", [("negation", "not")]),
        ("They didn't go.", [("negation", "didn't")]),
        ("They didn\u2019t go.", [("negation", "didn\u2019t")]),
        ("They have yet to go.", [("negation", "yet to")]),
        ("Not only tanks but guns.", []),
        ("no fewer than 50 men", []),
        ("He went without a map.", [("negation", "without")]),
        ("If they go, we go.", [("condition", "If")]),
        ("It looked as if it rained.", []),
        ("Should the North send men, it pays.", [("condition", "Should")]),
        ("The men should arrive soon.", []),
        ("depending on the weather", [("condition", "depending on")]),
        ("once they arrive, and once again", [("condition", "once")]),
        ("Were Pyongyang to send men, it pays.", [("condition", "Were")]),
        ("as long as it holds", [("condition", "as long as")]),
        ("We cannot confirm it.", [("unconfirmed", "cannot confirm")]),
        ("We cannot independently confirm it.", [("unconfirmed", "cannot independently confirm")]),
        ("He neither confirmed nor denied it.", [("unconfirmed", "neither confirmed nor denied")]),
        ("Moscow did not deny it.", [("unconfirmed", "did not deny")]),
        ("It has not been confirmed.", [("unconfirmed", "not been confirmed")]),
        ("There is no confirmation.", [("unconfirmed", "no confirmation")]),
        ("We are still assessing that.", [("unconfirmed", "still assessing")]),
        ("It is not known who.", [("unconfirmed", "not known")]),
    ],
)
def test_a_mark_has_its_kind_and_its_longest_wording(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert marks(text) == found


def test_several_marks_stand_side_by_side() -> None:
    text = "Seoul is reportedly considering arms if the North does not withdraw, and may act."
    assert [kind for kind, _ in marks(text)] == ["hearsay", "condition", "negation", "hedge"]


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "Reportedly they may go."
    assert find_marks(text, 11, len(text)) == ((MarkKind.HEDGE, 16, 19),)


@given(st.text(alphabet="maynotif 'cp.,5\u2019", max_size=60))
def test_marks_never_overlap_and_lie_inside(text: str) -> None:
    found = find_marks(text, 0, len(text))
    ends = [0] + [end for _, _, end in found]
    assert all(start >= last for last, (_, start, _) in zip(ends, found, strict=False))
    assert all(start < end <= len(text) for _, start, end in found)
