"""What was read becomes one thing that views are made of, as of an instant."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.store.records import read_of

from watchword.flow.knowing import Around, is_within, known_at, known_of, named_as
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published
from watchword.model.scope import Named, Scope

SENT = "Russia said on Monday that Ukraine had attacked Belgorod with 30 drones."
FLED = "France said on Monday that 40 people had fled from Mali."


def read_on(text: str, day: int) -> ReadReport:
    read = read_of(text)
    at = datetime(2024, 10, day, tzinfo=UTC)
    published = Published(at=at, how=DateSource.HEADER)
    return replace(read, report=replace(read.report, published=published))


def test_what_was_published_later_is_not_known() -> None:
    early, late = read_on(SENT, 1), read_on(FLED, 9)
    then = known_of([early, late], Around(as_of=datetime(2024, 10, 2, tzinfo=UTC)))
    assert set(then.reports) == {early.report.key}
    assert {claim.report for claim in then.claims.values()} == {early.report.key}
    assert {event.report for event in then.events} == {early.report.key}
    assert known_of([early, late]).as_of == datetime(2024, 10, 9, tzinfo=UTC)


def test_every_report_is_in_an_origin_where_nobody_has_placed_it() -> None:
    read = [read_on(SENT, 1), read_on(FLED, 9)]
    known = known_of(read, Around(placements=()))
    assert sorted(key for each in known.origins for key in each.reports) == sorted(known.reports)


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(), {SENT, FLED}),
        (Scope(actors=(named_as("Moscow"),)), {SENT}),
        (Scope(actors=(named_as("Russia"), named_as("France"))), set()),
        (Scope(places=(Named(names=("Mali",)),)), {FLED}),
        (Scope(either=(named_as("Russia"), named_as("Ukraine"))), {SENT}),
        (Scope(either=(named_as("France"), Named(names=("Mali",)))), {FLED}),
        (Scope(since=datetime(2024, 10, 9, tzinfo=UTC)), {FLED}),
        (Scope(until=datetime(2024, 10, 9, tzinfo=UTC)), {SENT}),
    ],
)
def test_a_scope_keeps_the_reports_that_speak_of_what_it_asks(
    scope: Scope, found: set[str]
) -> None:
    read = [read_on(SENT, 1), read_on(FLED, 9)]
    assert {each.report.text for each in read if is_within(each, scope)} == found


def test_what_was_known_at_an_instant_is_what_would_have_been_read_by_then() -> None:
    read = [read_on(SENT, 1), read_on(FLED, 9)]
    then = datetime(2024, 10, 2, tzinfo=UTC)
    assert known_at(known_of(read), then) == known_of(read, Around(as_of=then))
