"""New names are told from several texts, silence against how much there was to hear."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.relate.claims import claim, report
from tests.relate.since.test_changes import known

from watchword.model.change import Change, ChangeKind
from watchword.model.claim import Claim
from watchword.model.report import DateSource, Published, Report
from watchword.relate.since import changes_since
from watchword.relate.since.names import chance_of_as_few

START = datetime(2024, 9, 1, tzinfo=UTC)
TURN = START + timedelta(days=30, hours=12)
END = START + timedelta(days=60)


def told(day: int, actor: str, number: int = 0, outlet: str = "Gulf Post") -> tuple[Claim, Report]:
    key = f"{actor}-{day}-{number}"
    published = Published(at=START + timedelta(days=day), how=DateSource.HEADER)
    said = claim(f"c-{key}", f"it spoke on day {day}", of=key, actor=actor, recipient=None)
    return said, replace(report(key, outlet=outlet), published=published)


def names(given: list[tuple[Claim, Report]], kind: ChangeKind) -> list[Change]:
    claims, reports = [each[0] for each in given], [each[1] for each in given]
    before, now = known(claims, reports, TURN), known(claims, reports, END)
    return [each for each in changes_since(before, now) if each.kind is kind]


def daily(actor: str, first: int, last: int) -> list[tuple[Claim, Report]]:
    return [told(day, actor) for day in range(first, last)]


def test_who_is_named_first_by_two_texts_is_told_as_new() -> None:
    given = [*daily("Mali", 0, 60), told(40, "Assimi Goita"), told(41, "Assimi Goita", 1)]
    (new,) = names(given, ChangeKind.APPEARED)
    assert new.about == "Assimi Goita is named for the first time"
    assert new.claims == ("c-Assimi Goita-41-1", "c-Assimi Goita-40-0")


def test_who_is_named_by_one_text_alone_is_not() -> None:
    assert names([*daily("Mali", 0, 60), told(40, "Assimi Goita")], ChangeKind.APPEARED) == []


def test_who_was_heard_of_daily_and_no_more_went_quiet_with_the_last_claims() -> None:
    given = [*daily("Mali", 0, 60), *daily("Niger", 0, 31)]
    (quiet,) = names(given, ChangeKind.QUIET)
    assert quiet.about == "Niger is named no more"
    assert quiet.claims == ("c-Niger-30-0", "c-Niger-29-0", "c-Niger-28-0")
    assert quiet.reasons == ("none since, where about 14 would be expected",)


def test_more_feeds_or_fewer_make_nobody_quiet() -> None:
    thinned = [each for day in range(31, 60, 3) for each in (told(day, "Mali"), told(day, "Niger"))]
    assert names([*daily("Mali", 0, 31), *daily("Niger", 0, 31), *thinned], ChangeKind.QUIET) == []


def test_an_outlet_that_publishes_no_more_is_told() -> None:
    given = [*daily("Mali", 0, 60), *(told(day, "Mali", 1, "Niger Times") for day in range(31))]
    (quiet,) = names(given, ChangeKind.QUIET)
    assert quiet.about == "Niger Times publishes no more"


@pytest.mark.parametrize(
    ("heard", "expected", "chance"), [(0, 1.0, 0.3679), (1, 1.0, 0.7358), (3, 3.0, 0.6472)]
)
def test_the_chance_is_that_of_a_poisson_number(heard: int, expected: float, chance: float) -> None:
    assert chance_of_as_few(heard, expected) == pytest.approx(chance, abs=1e-4)
