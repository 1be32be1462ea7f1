"""How an indicator turns: seen by one, confirmed by several, denied, withdrawn, receded, silent."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from watchword.assess.indicators import Lookout
from watchword.model.alert import Alert, AlertTurn, Status
from watchword.model.indicator import Indicator, indicator_key
from watchword.model.sighting import Manner, Sighting, sighting_key
from watchword.model.span import Span

BEGAN = datetime(2024, 10, 1, tzinfo=UTC)
WATCHED = Indicator(key=indicator_key("troops"), name="troops", since=BEGAN, words="troops sent")
SILENT = replace(WATCHED, silence_days=7.0)


def day(number: float) -> datetime:
    return BEGAN + timedelta(days=number)


def sighting(
    at: float, origin: str, *, manner: Manner = Manner.SHOWS, claim: str = "", party: bool = False
) -> Sighting:
    named = claim or f"{origin} {at}"
    return Sighting(
        key=sighting_key(WATCHED.key, named, manner),
        indicator=WATCHED.key,
        claim=named,
        report=f"report of {origin}",
        origin=origin,
        source=origin,
        voice=origin,
        party=party,
        manner=manner,
        content=Span(report="r", start=0, end=3, quote="abc"),
        outlet=None,
        address=None,
        said_at=day(at),
        seen_at=day(at),
        score=1.0,
        why="it says so",
        made_by="test/1",
    )


def run(indicator: Indicator, *steps: Sighting, until: float | None = None) -> list[Alert]:
    lookout = Lookout(indicator)
    found = [alert for each in steps for alert in lookout.take(each, each.seen_at)]
    return found + (lookout.pass_time(day(until)) if until is not None else [])


def turns(alerts: list[Alert]) -> list[str]:
    return [alert.turn.value for alert in alerts]


def test_one_origin_shows_it_and_a_second_one_confirms_it() -> None:
    seen, confirmed = run(WATCHED, sighting(1, "wire"), sighting(2, "paper"))
    assert (seen.turn, seen.before, seen.after) == (
        AlertTurn.SEEN,
        Status.NOT_SEEN,
        Status.SEEN,
    )
    assert seen.claims == ("wire 1",)
    assert (confirmed.after, confirmed.claims) == (Status.CONFIRMED, ("wire 1", "paper 2"))
    assert confirmed.origins == ("wire", "paper")


def test_copies_and_repetitions_turn_nothing() -> None:
    copies = [replace(sighting(at, "wire"), voice=f"voice {at}") for at in range(1, 9)]
    assert turns(run(WATCHED, *copies)) == ["seen"]


def test_texts_that_quote_one_source_do_not_confirm_each_other() -> None:
    texts = [replace(sighting(1 + at, f"paper {at}"), voice="@KR") for at in range(5)]
    assert turns(run(WATCHED, *texts)) == ["seen"]


def test_parties_alone_confirm_nothing() -> None:
    parties = [sighting(1, "wire", party=True), sighting(2, "paper", party=True)]
    assert turns(run(WATCHED, *parties)) == ["seen"]
    assert turns(run(WATCHED, *parties, sighting(3, "neutral"))) == ["seen", "confirmed"]


def test_it_recedes_when_its_window_has_passed_and_is_seen_again() -> None:
    alerts = run(WATCHED, sighting(1, "wire"), sighting(40, "paper"), until=80)
    assert turns(alerts) == ["seen", "receded", "seen", "receded"]
    assert [alert.at for alert in alerts] == [day(1), day(31), day(40), day(70)]
    assert "again" in alerts[2].why
    assert alerts[1].claims == ("wire 1",)


def test_what_was_said_before_the_window_and_comes_late_turns_nothing() -> None:
    late = sighting(2, "wire")
    lookout = Lookout(WATCHED)
    assert lookout.take(late, day(60)) == []
    assert lookout.status is Status.NOT_SEEN


def test_a_denial_is_told_once_and_changes_no_status() -> None:
    denials = [
        sighting(2, "embassy", manner=Manner.DENIES),
        sighting(3, "paper", manner=Manner.DENIES),
    ]
    alerts = run(WATCHED, sighting(1, "wire"), *denials)
    assert turns(alerts) == ["seen", "denied"]
    assert alerts[1].after is Status.SEEN
    assert alerts[1].claims == ("embassy 2",)


def test_a_denial_of_what_nobody_has_said_is_no_alert() -> None:
    assert run(WATCHED, sighting(1, "embassy", manner=Manner.DENIES)) == []


def test_what_is_withdrawn_takes_the_status_back() -> None:
    wire, paper = sighting(1, "wire"), sighting(2, "paper")
    gone = [replace(each, manner=Manner.WITHDRAWN, seen_at=day(3)) for each in (paper, wire)]
    alerts = run(WATCHED, wire, paper, *gone)
    assert turns(alerts) == ["seen", "confirmed", "withdrawn", "withdrawn"]
    assert [alert.after for alert in alerts[2:]] == [Status.SEEN, Status.NOT_SEEN]


def test_a_correction_that_says_the_same_turns_nothing() -> None:
    old, new = sighting(1, "wire", claim="old"), sighting(2, "wire", claim="new")
    gone = replace(old, manner=Manner.WITHDRAWN, seen_at=day(2))
    assert turns(run(WATCHED, old, new, gone)) == ["seen"]


def test_silence_is_seen_and_recedes_when_it_is_broken() -> None:
    alerts = run(SILENT, sighting(1, "wire"), sighting(3, "paper"), sighting(15, "wire"), until=40)
    assert turns(alerts) == ["seen", "receded", "seen"]
    assert [alert.at for alert in alerts] == [day(10), day(15), day(22)]
    assert alerts[0].claims == ("paper 3",)


def test_silence_from_the_beginning_has_no_claims() -> None:
    (alert,) = run(SILENT, until=8)
    assert (alert.claims, alert.at) == ((), day(7))


def test_a_quiet_indicator_and_one_at_rest_keep_their_alerts_to_themselves() -> None:
    steps = (sighting(1, "wire"), sighting(2, "paper"), sighting(60, "wire"))
    quiet = run(replace(WATCHED, quiet=True), *steps)
    assert turns(quiet) == ["seen", "confirmed", "receded", "seen"]
    assert all(alert.withheld for alert in quiet)
    resting = run(replace(WATCHED, rest_days=5.0), *steps)
    assert [bool(alert.withheld) for alert in resting] == [False, True, False, False]


def test_every_alert_has_a_key_of_its_own() -> None:
    alerts = run(WATCHED, *(sighting(50 * at, "wire") for at in range(1, 6)))
    assert len({alert.key for alert in alerts}) == len(alerts) == 9
    assert [alert.number for alert in alerts] == list(range(1, 10))


@pytest.mark.parametrize("seed", range(20))
def test_where_the_work_is_stopped_and_when_time_is_told_changes_no_alert(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    indicator = chance.choice((WATCHED, SILENT, replace(WATCHED, rest_days=3.0, window_days=4.0)))
    manners = (Manner.SHOWS, Manner.SHOWS, Manner.DENIES)
    steps = [
        sighting(at, chance.choice("abc"), manner=chance.choice(manners))
        for at in sorted(chance.sample(range(1, 400), 40))
    ]
    whole = run(indicator, *steps)
    kept: list[Sighting] = []
    told: list[Alert] = []
    lookout = Lookout(indicator)
    for step in steps:
        if chance.random() < 0.4:
            lookout = Lookout(indicator)
            lookout.restore(kept, told)
        told += lookout.pass_time(step.seen_at - timedelta(hours=1))
        told += lookout.take(step, step.seen_at)
        kept.append(step)
    assert told == whole


def test_old_news_that_comes_late_breaks_no_silence() -> None:
    lookout = Lookout(SILENT)
    lookout.take(sighting(1, "wire"), day(1))
    assert turns(lookout.pass_time(day(20))) == ["seen"]
    assert lookout.take(sighting(2, "paper"), day(21)) == []
    assert turns(lookout.take(sighting(22, "paper"), day(22))) == ["receded"]
