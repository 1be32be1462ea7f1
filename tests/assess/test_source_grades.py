import pytest

from watchword.assess.source_grades import LEAST_SETTLED, SETTLED_FOR_A, earned_grade, grade_source
from watchword.model.source import Reliability
from watchword.model.source_record import Outcome, Settlement, SourceRecord


def record(**counts: int) -> SourceRecord:
    """A record with so many claims of each outcome."""
    settled = tuple(
        Settlement(
            source="Harbour Post", claim=f"{name}{number}", outcome=Outcome(name), by=(), reason=""
        )
        for name, count in counts.items()
        for number in range(count)
    )
    return SourceRecord(name="Harbour Post", settled=settled, claims=(), things=len(settled))


@pytest.mark.parametrize(
    ("counts", "grade"),
    [
        ({"confirmed": 19, "contradicted": 1}, "A"),
        ({"confirmed": 18, "contradicted": 2}, "B"),
        ({"confirmed": 12}, "B"),
        ({"confirmed": 7, "contradicted": 2, "corrected": 1}, "C"),
        ({"confirmed": 5, "contradicted": 5}, "D"),
        ({"confirmed": 4, "contradicted": 3, "withdrawn": 3}, "E"),
        ({"confirmed": 9}, "F"),
        ({}, "F"),
    ],
)
def test_the_letter_is_read_off_the_table(counts: dict[str, int], grade: str) -> None:
    assert earned_grade(record(**counts)) is Reliability(grade)


def test_below_the_least_number_a_source_stays_f_however_often_it_was_right() -> None:
    assert earned_grade(record(confirmed=LEAST_SETTLED - 1)) is Reliability.F
    assert earned_grade(record(confirmed=LEAST_SETTLED)) is not Reliability.F
    assert earned_grade(record(confirmed=SETTLED_FOR_A - 1)) is Reliability.B


def test_a_persons_grade_beats_the_records_and_both_are_shown() -> None:
    graded = grade_source(record(confirmed=12, contradicted=1), Reliability.D)
    assert graded.reliability is graded.given is Reliability.D
    assert graded.earned is Reliability.B
    assert graded.basis == "a person's grade; its record: 12 confirmed, 1 contradicted (B by it)"


def test_the_basis_says_what_the_grade_stands_on() -> None:
    assert grade_source(record(confirmed=12, contradicted=1)).basis == (
        "from its record: 12 confirmed, 1 contradicted"
    )
    assert grade_source(record()).basis == (
        "from its record: nothing settled; 10 settled claims are needed for a grade"
    )
