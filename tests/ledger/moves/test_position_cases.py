"""The form of the composed cases of positions, and their scores."""

from pathlib import Path

import pytest

from watchword.engines import ReadingEngine
from watchword.errors import UnreadableError
from watchword.ledger.held_out import check_data
from watchword.ledger.measurement import Score
from watchword.ledger.moves.bench import MoveBench
from watchword.ledger.moves.position_cases import PATH, moves_in, read_position_cases
from watchword.ledger.moves.positions import AIMS, COMPOSED, TASKS
from watchword.model.stand import Shift, Stand

NOWHERE = Path("nowhere")
"""A data folder that is not needed: the cases lie beside the code."""
CASE = """# a comment
case a refusal
question arms to Ukraine
report 2024-10-18 | Gulf Post | Seoul
South Korea will not send arms.
More of it.
stand South Korea: under review; 2024-10-22 under review, 2024-11-01 reversed
"""


def test_a_case_has_its_reports_and_what_should_be_found() -> None:
    (case,) = read_position_cases(CASE)
    assert case.question == "arms to Ukraine"
    assert case.reports[0].text == "South Korea will not send arms.\n\nMore of it."
    assert case.held["South Korea"].stand is Stand.REVIEW
    assert [shift for *_, shift in moves_in(case.held)] == [Shift.REVIEW, Shift.REVERSED]


@pytest.mark.parametrize(
    "text", ["South Korea", "case a\nwords", "case a\nreport 2024", "case a\nstand X: maybe;"]
)
def test_what_is_no_case_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_position_cases(text)


def test_every_case_asks_something_and_tells_where_somebody_stands() -> None:
    cases = read_position_cases(PATH.read_text(encoding="utf-8"))
    assert len({case.name for case in cases}) == len(cases) >= 30
    assert all(case.question and case.reports and case.held for case in cases)


def test_the_cases_are_there_without_a_data_folder_and_have_a_digest() -> None:
    check_data([COMPOSED], NOWHERE)
    assert len(COMPOSED.digest(NOWHERE)) == 64


def test_turns_and_stands_are_found_as_well_as_is_good_enough() -> None:
    (task,) = TASKS
    scores: dict[str, Score] = {
        score.metric: score for score in task.run(MoveBench(ReadingEngine(), NOWHERE))
    }
    for (_, _, metric), aim in AIMS.items():
        value = scores[metric].value
        assert value is not None
        assert value >= aim.least
