"""On which day a claim stands, and how that is known."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.relate.claims import NIS, claim, on, report
from tests.relate.made_known import known

from watchword.brief.days import Stand, agreed_stand, stands_of
from watchword.model.chronology import Dated
from watchword.model.claim import Claim
from watchword.model.moment import Moment, Precision
from watchword.model.report import Published, Report, Status


def moment(words: str, since: datetime | None, until: datetime | None, how: Precision) -> Moment:
    return Moment(start=0, end=0, words=words, since=since, until=until, precision=how)


def stand_of(told: Claim, printed: Report | None = None) -> Stand:
    return stands_of(known([told], [printed or report("r1", 18)]))["c1"]


def said(words: str) -> Claim:
    told = claim("c1", "troops were sent", NIS)
    return replace(told, attribution=replace(told.attribution, said=words))


def timed(words: str, since: datetime, until: datetime, how: Precision) -> Claim:
    return replace(claim("c1", "troops were sent", NIS), time=moment(words, since, until, how))


def test_the_day_of_the_event_comes_first() -> None:
    told = timed("on 16 October", on(16), on(17), Precision.DAY)
    stand = stand_of(replace(told, attribution=replace(told.attribution, said="on Thursday")))
    assert (stand.day, stand.dated) == (date(2024, 10, 16), Dated.TOLD)
    assert (stand.words, stand.until) == ("on 16 October", None)


def test_a_stretch_of_days_begins_on_its_first_and_tells_its_last() -> None:
    stand = stand_of(timed("8 to 13 October", on(8), on(14), Precision.DAY))
    assert (stand.day, stand.until) == (date(2024, 10, 8), date(2024, 10, 13))


def test_without_a_day_of_the_event_the_day_of_the_saying_counts() -> None:
    stand = stand_of(said("on Thursday"))
    assert (stand.day, stand.dated, stand.words) == (
        date(2024, 10, 17),
        Dated.SAID,
        "on Thursday",
    )


def test_without_any_day_that_of_publication_counts_and_is_marked() -> None:
    stand = stand_of(claim("c1", "troops were sent", NIS))
    assert (stand.day, stand.dated, stand.words) == (date(2024, 10, 18), Dated.PUBLISHED, "")


def test_an_event_of_another_month_stands_on_no_day() -> None:
    since, until = datetime(2024, 8, 1, tzinfo=UTC), datetime(2024, 9, 1, tzinfo=UTC)
    assert stand_of(timed("in August", since, until, Precision.MONTH)).day is None


def test_an_event_of_this_month_stands_on_the_day_it_was_printed() -> None:
    stand = stand_of(timed("this month", on(1), on(1, 11), Precision.MONTH))
    assert (stand.day, stand.dated) == (date(2024, 10, 18), Dated.PUBLISHED)


def test_what_was_said_weeks_before_stands_on_no_day() -> None:
    assert stand_of(said("last month")).day is None


def test_an_undated_report_gives_no_day() -> None:
    assert stand_of(said("on Thursday"), replace(report("r1"), published=Published())).day is None


def test_claims_of_withdrawn_reports_stand_nowhere() -> None:
    gone = report("r1", status=Status.CANCELED)
    assert stands_of(known([claim("c1", "troops were sent")], [gone])) == {}


def stand(key: str, origin: str, day: int | None, dated: Dated) -> Stand:
    return Stand(
        claim=key,
        origin=origin,
        day=date(2024, 10, day) if day else None,
        dated=dated,
        words="",
        until=None,
        told=date(2024, 10, 20),
    )


@pytest.mark.parametrize(
    ("stands", "day"),
    [
        ([("a", 3, Dated.TOLD), ("b", 4, Dated.TOLD), ("c", 4, Dated.TOLD)], 4),
        ([("a", 3, Dated.TOLD), ("a", 3, Dated.TOLD), ("b", 2, Dated.TOLD)], 2),
        ([("a", 5, Dated.SAID), ("b", 6, Dated.TOLD)], 6),
        ([("a", 9, Dated.PUBLISHED), ("b", 8, Dated.PUBLISHED)], 8),
        ([("a", 9, Dated.PUBLISHED), ("b", None, Dated.TOLD)], 9),
    ],
)
def test_claims_agree_on_the_day_that_most_origins_give_for_the_event(
    stands: list[tuple[str, int | None, Dated]], day: int
) -> None:
    made = [stand(f"c{place}", *each) for place, each in enumerate(stands)]
    agreed = agreed_stand(made)
    assert agreed is not None
    assert agreed.day == date(2024, 10, day)


def test_claims_that_stand_nowhere_agree_on_nothing() -> None:
    assert agreed_stand([stand("c", "a", None, Dated.TOLD)]) is None
    assert agreed_stand([]) is None
