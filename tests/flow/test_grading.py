from datetime import UTC, datetime, timedelta

from tests.relate.claims import claim, report
from tests.relate.made_known import known

from watchword.flow.grading import earned_outlet_grades, find_source, grades_of
from watchword.model.claim import Claim
from watchword.model.known import Known
from watchword.model.report import Report
from watchword.model.source import Reliability

DEEDS = (
    *("launched a satellite from the coast", "opened a railway bridge", "closed a coal mine"),
    *("dismissed the harbour master", "tested a torpedo boat", "printed new banknotes"),
    *("planted a pine forest", "flooded a quarry", "renamed a square", "painted a lighthouse"),
    *("moved a monastery", "drained a marsh"),
)


def told_twice(grades: dict[str, Reliability] | None = None) -> Known:
    """Twelve things that one paper tells, and another tells a day later."""
    claims: list[Claim] = []
    reports: list[Report] = []
    for number, deed in enumerate(DEEDS):
        for outlet, later in (("Gulf Post", 0), ("Harbour Post", 1)):
            key = f"{outlet[0]}{number}"
            reports.append(report(f"r{key}", 1 + 2 * number + later, outlet=outlet))
            claims.append(claim(f"c{key}", f"Oman {deed}", of=f"r{key}", actor="Oman"))
    return known(claims, reports, grades=grades)


def test_a_record_of_twelve_confirmed_claims_earns_a_b() -> None:
    earned = earned_outlet_grades(told_twice())
    assert list(earned) == ["Gulf Post"]
    assert earned["Gulf Post"].earned is Reliability.B
    assert earned["Gulf Post"].basis == "from its record: 12 confirmed"


def test_a_person_who_graded_a_source_is_obeyed_and_its_record_shown() -> None:
    there = told_twice({"Gulf Post": Reliability.D, "Unheard Post": Reliability.C})
    assert earned_outlet_grades(there) == {}
    grades = grades_of(there)
    gulf = find_source(grades, "gulf")
    assert (gulf.reliability, gulf.earned) == (Reliability.D, Reliability.B)
    assert find_source(grades, "Unheard Post").reliability is Reliability.C


def test_a_grade_is_made_of_what_was_known_then() -> None:
    whole = told_twice()
    until = datetime(2024, 10, 10, tzinfo=UTC) - timedelta(seconds=1)
    early = {
        key: each
        for key, each in whole.reports.items()
        if each.published.at and each.published.at <= until
    }
    then = known(
        [each for each in whole.claims.values() if each.report in early], list(early.values())
    )
    assert earned_outlet_grades(then) == {}
