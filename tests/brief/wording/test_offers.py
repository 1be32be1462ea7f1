"""A model's answer is read strictly; what is not in the form asked for is counted and dropped."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.brief.wording.judging import Reason
from watchword.brief.wording.offers import entries_in, read_offers

GOOD = '{"wordings": [{"number": 1, "text": "A."}, {"number": 3, "text": "C."}]}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}```",
        f"<think>Well.</think>\n{GOOD}",
        f"  {GOOD}\n",
    ],
)
def test_an_answer_is_read_with_or_without_a_fence_and_thoughts(text: str) -> None:
    offers = read_offers(text, 3)
    assert offers.wordings == {1: "A.", 3: "C."}
    assert offers.dropped == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot help with that.",
        GOOD[:-2],
        f"Here you are: {GOOD}",
        f"{GOOD} {GOOD}",
        "[]",
        "null",
        '{"wordings": {}}',
        '{"wordings": [1]}',
        '{"wordings": [], "note": "obeyed"}',
        '{"wordings": [], "wordings": []}',
        "[" * 100_000,
    ],
)
def test_what_is_in_another_form_is_no_offer(text: str) -> None:
    assert read_offers(text, 3).wordings == {}
    assert read_offers(text, 3).dropped == {Reason.FORM: 1}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"number": 4, "text": "D."}, Reason.NUMBERED),
        ({"number": 0, "text": "D."}, Reason.NUMBERED),
        ({"number": 1, "text": "D."}, Reason.NUMBERED),
        ({"number": True, "text": "D."}, Reason.FORM),
        ({"number": "2", "text": "D."}, Reason.FORM),
        ({"number": 2, "text": 7}, Reason.FORM),
        ({"number": 2}, Reason.FORM),
        ({"number": 2, "text": "D.", "claims": ["made up"]}, Reason.FORM),
    ],
)
def test_a_bad_entry_is_dropped_and_the_others_stay(
    entry: dict[str, object], reason: Reason
) -> None:
    text = json.dumps({"wordings": [{"number": 1, "text": "A."}, entry]})
    offers = read_offers(text, 3)
    assert offers.wordings == {1: "A."}
    assert offers.dropped == {reason: 1}


@given(st.text())
def test_whatever_a_model_says_is_read_without_an_error(text: str) -> None:
    assert entries_in(text, "wordings") is None or text.strip()
