"""When feeds are visited next: properties that always hold, and the rules by name."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from watchword.collect.schedule import (
    FAILURES_TO_RETURN,
    FIRST_S,
    LEAST_S,
    MOST_ADAPTED_S,
    MOST_BACKOFF_S,
    MOST_WAIT_S,
    first_state,
    is_due,
    is_silent,
    next_state,
)
from watchword.model.feed import Feed, FeedKind, FeedState, Visit, VisitOutcome

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FEED = Feed(key="a" * 16, kind=FeedKind.FEED, address="https://news.example/rss")
BAD = (VisitOutcome.FAILED, VisitOutcome.REFUSED)
GOOD = (VisitOutcome.OK, VisitOutcome.UNCHANGED)

visits = some.builds(
    Visit,
    feed=some.just(FEED.key),
    begun_at=some.just(NOW),
    ended_at=some.just(NOW),
    outcome=some.sampled_from(VisitOutcome),
    new=some.integers(0, 500),
    wait_s=some.none() | some.floats(0, 1e9),
    pace_s=some.none() | some.floats(0, 1e9),
    closed_hours=some.lists(some.integers(0, 23), max_size=24).map(tuple),
    closed_days=some.lists(some.integers(0, 6), max_size=7).map(tuple),
    more=some.booleans(),
)
feeds = some.builds(
    replace, some.just(FEED), every_s=some.none() | some.floats(1, 1e7), archive=some.booleans()
)
gaps = some.lists(some.floats(1, 1e6), max_size=25)


def visit(outcome: VisitOutcome = VisitOutcome.OK, at: datetime = NOW, **parts: object) -> Visit:
    said = Visit(feed=FEED.key, begun_at=at, ended_at=at, outcome=outcome)
    return replace(said, **parts)  # type: ignore[arg-type]


def wait_of(state: FeedState, now: datetime = NOW) -> float:
    assert state.due_at is not None
    return (state.due_at - now).total_seconds()


def after(*steps: Visit, feed: Feed = FEED) -> FeedState:
    state = first_state(feed, steps[0].ended_at)
    for step in steps:
        state = next_state(feed, state, step, step.ended_at)
    return state


def days(*news: int) -> list[Visit]:
    """One visit a day, with so many new reports each."""
    return [visit(at=NOW + timedelta(days=day), new=new) for day, new in enumerate(news)]


@given(feeds, some.lists(visits, min_size=1, max_size=12), gaps)
def test_a_feed_is_due_later_unless_it_is_gone(
    feed: Feed, steps: list[Visit], spans: list[float]
) -> None:
    state, now = first_state(feed, NOW), NOW
    for step, span in zip(steps, spans, strict=False):
        now += timedelta(seconds=span)
        state = next_state(feed, state, replace(step, begun_at=now, ended_at=now), now)
        assert (state.due_at is None) is (step.outcome is VisitOutcome.GONE)
        if state.due_at is not None:
            assert state.due_at >= now + timedelta(seconds=LEAST_S)
            longest = max(MOST_WAIT_S, feed.every_s or 0, MOST_BACKOFF_S) + 8 * 86_400
            assert state.due_at <= now + timedelta(seconds=longest)
        assert state.watched_days >= 0
        assert state.watched_new >= 0
        assert state.failures == 0 or step.outcome not in GOOD


@given(feeds, some.integers(1, 40), some.sampled_from(BAD))
def test_the_more_visits_failed_in_a_row_the_later_the_next(
    feed: Feed, failures: int, outcome: VisitOutcome
) -> None:
    state = replace(first_state(feed, NOW), failures=failures)
    once = next_state(feed, state, visit(outcome), NOW)
    twice = next_state(feed, once, visit(outcome), NOW)
    assert wait_of(twice) >= wait_of(once) > 0
    assert wait_of(twice) <= max(MOST_BACKOFF_S, feed.every_s or 0) + 1e-3


@given(some.sampled_from(BAD), some.floats(0, 1e9))
def test_a_server_is_not_visited_before_it_asks_to_be(outcome: VisitOutcome, wait_s: float) -> None:
    state = after(visit(outcome, wait_s=wait_s))
    assert wait_of(state) >= min(wait_s, MOST_WAIT_S) - 1e-6


@given(some.lists(some.integers(0, 50), min_size=2, max_size=60))
def test_the_expected_yield_lies_between_the_poorest_and_the_richest_day(news: list[int]) -> None:
    state = after(*days(*news))
    rate = state.reports_per_day
    assert rate is not None
    assert min(news[1:]) - 1e-6 <= rate <= max(news[1:]) + 1e-6


@given(some.lists(some.integers(0, 5), min_size=1, max_size=60), some.integers(0, 100))
def test_a_feed_that_has_just_given_something_is_not_silent(news: list[int], hours: int) -> None:
    state = after(*days(*news, 1))
    assert state.yielded_at is not None
    assert not is_silent(state, state.yielded_at)
    assert not is_silent(state, state.yielded_at + timedelta(hours=hours))


def test_what_a_user_says_holds() -> None:
    hourly = replace(FEED, every_s=3600.0)
    assert wait_of(after(visit(pace_s=86_400.0), feed=hourly)) == 3600
    closed = visit(closed_hours=tuple(range(23)))
    assert wait_of(after(closed, feed=hourly)) == 3600
    hasty = replace(FEED, every_s=1.0)
    assert wait_of(after(visit(), feed=hasty)) == LEAST_S


def test_where_nobody_says_visits_follow_the_yield() -> None:
    assert wait_of(after(visit(new=30))) == FIRST_S
    busy = after(*days(0, 100, 100, 100))
    assert wait_of(busy, NOW + timedelta(days=3)) == 86_400 / 100 / 2
    still = after(*days(5, 0, 0, 0))
    assert wait_of(still, NOW + timedelta(days=3)) == MOST_ADAPTED_S


def test_a_feeds_own_pace_is_a_least_time() -> None:
    assert wait_of(after(visit(pace_s=7200.0))) == 7200
    assert wait_of(after(visit(pace_s=1e9))) == 21_600


def test_hours_and_days_without_news_are_passed_over() -> None:
    """It is Monday, nine o'clock; a quarter of an hour later lies in the closed ninth hour."""
    state = after(visit(closed_hours=(9, 10)))
    assert state.due_at == datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    state = after(visit(closed_days=(0, 1)))
    assert state.due_at == datetime(2026, 3, 4, 0, 0, tzinfo=UTC)


def test_failures_double_the_wait_up_to_a_day() -> None:
    waits, state = [], first_state(FEED, NOW)
    for _failure in range(9):
        state = next_state(FEED, state, visit(VisitOutcome.FAILED, reason="it broke"), NOW)
        waits.append(wait_of(state))
    assert waits == [900, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 86400]
    assert (state.failures, state.reason) == (9, "it broke")
    well = next_state(FEED, state, visit(), NOW)
    assert (well.failures, well.reason, wait_of(well)) == (0, "", FIRST_S)


def test_a_feed_that_is_gone_is_never_due_again() -> None:
    state = after(visit(VisitOutcome.GONE, reason="the server answered 410"))
    assert state.due_at is None
    assert not is_due(state, NOW + timedelta(days=10_000))


def test_a_feed_that_moved_is_asked_at_its_old_address_when_the_new_one_fails() -> None:
    state = after(visit(moved_to="https://new.example/rss", etag='"v1"'))
    for _failure in range(FAILURES_TO_RETURN - 1):
        state = next_state(FEED, state, visit(VisitOutcome.FAILED), NOW)
        assert (state.moved_to, state.etag) == ("https://new.example/rss", '"v1"')
    state = next_state(FEED, state, visit(VisitOutcome.FAILED), NOW)
    assert (state.moved_to, state.etag) == ("", "")


def test_what_the_first_visit_finds_is_no_yield() -> None:
    assert after(visit(new=500)).reports_per_day is None
    state = after(*days(500, 4, 4))
    assert state.reports_per_day == 4
    assert state.mean_gap_s == 6 * 3600


def test_days_on_which_nobody_collected_are_days_all_the_same() -> None:
    first, second = visit(new=9), visit(at=NOW + timedelta(days=10), new=50)
    assert after(first, second).reports_per_day == 5


def test_a_feed_falls_silent_after_much_more_than_its_usual_gap() -> None:
    """Four a day: the mean gap is six hours, and a weekend is no silence."""
    steps = days(0, *[4] * 20)
    assert not is_silent(after(*steps, *days(*[0] * 23)[21:]), NOW + timedelta(days=22))
    state = after(*steps, *days(*[0] * 25)[21:])
    assert is_silent(state, NOW + timedelta(days=24))


def test_a_feed_of_one_report_a_week_is_not_silent_after_a_month() -> None:
    news = [0, *([1, 0, 0, 0, 0, 0, 0] * 6)]
    state = after(*days(*news, *[0] * 24))
    assert not is_silent(state, NOW + timedelta(days=66))
    assert is_silent(after(*days(*news, *[0] * 90)), NOW + timedelta(days=132))


def test_time_in_which_a_feed_was_not_reached_is_no_silence() -> None:
    state = after(*days(0, 4, 4, 4))
    assert not is_silent(state, NOW + timedelta(days=400))
    failed = visit(VisitOutcome.FAILED, at=NOW + timedelta(days=400))
    assert not is_silent(next_state(FEED, state, failed, failed.ended_at), failed.ended_at)


def test_a_feed_that_never_gave_anything_is_silent_after_a_week() -> None:
    assert not is_silent(after(*days(*[0] * 7)), NOW + timedelta(days=6))
    assert is_silent(after(*days(*[0] * 9)), NOW + timedelta(days=8))
    assert not is_silent(first_state(FEED, NOW), NOW + timedelta(days=99))
