from collections import Counter
from datetime import date, timedelta

from tests.relate.relations.worlds import (
    BEGIN,
    NORWAY,
    SWEDEN,
    event,
    known,
    on_day,
    party,
    place,
    report,
)

from watchword.model.claim import Modality
from watchword.model.event import EventType, Standing
from watchword.model.known import Known
from watchword.model.relation import Apart, Way
from watchword.relate.relations.happenings import Told, find_passing, tell_happenings
from watchword.relate.relations.sides import find_side
from watchword.relate.relations.texts import find_texts

MALMO = place("Malmö", "SE")


def tell(what: Known) -> Told:
    passing = tuple(find_passing(what.events, find_side("Norway"), find_side("Sweden")))
    return tell_happenings(passing, what, find_texts(what), BEGIN.date())


def ten_reports_of(**told: object) -> Known:
    reports = [report(str(number), BEGIN, f"Outlet {number}") for number in range(10)]
    return known(reports, [event(f"e{each.key}", each.key, **told) for each in reports])


def test_one_deed_told_by_ten_reports_happened_once() -> None:
    (happening,) = tell(ten_reports_of(place=MALMO)).happenings
    assert len(happening.tellings) == len(happening.origins) == 10


def test_ten_prints_of_one_text_are_one_origin() -> None:
    what = ten_reports_of()
    copied = known(list(what.reports.values()), what.events, [[str(each) for each in range(10)]])
    (happening,) = tell(copied).happenings
    assert len(happening.tellings) == 10
    assert len(happening.origins) == 1


def test_deeds_at_two_places_are_two_and_one_without_a_place_is_one_of_them() -> None:
    reports = [report(key, BEGIN) for key in "abcd"]
    places = (MALMO, MALMO, place("Lund", "SE"), None)
    told = [
        event(f"e{each.key}", each.key, place=at) for each, at in zip(reports, places, strict=True)
    ]
    happenings = tell(known(reports, told)).happenings
    assert {each.place: len(each.tellings) for each in happenings} == {"Malmö": 3, "Lund": 1}


def test_what_is_not_done_ahead_or_long_ago_is_counted_apart() -> None:
    standings = {standing: (standing,) for standing in Standing}
    what = known(
        [report("r", BEGIN)],
        [event(name, "r", standing=marks) for name, marks in standings.items()]
        + [event("u", "r", modality=Modality.UNCONFIRMED)]
        + [event("ahead", "r", time=on_day(BEGIN + timedelta(days=3)))]
        + [event("old", "r", time=on_day(BEGIN - timedelta(days=30)))],
    )
    told = tell(what)
    assert told.happenings == ()
    assert Counter(each.why for each in told.apart) == {
        Apart.HISTORICAL: 1,
        Apart.FUTURE: 2,
        Apart.HYPOTHETICAL: 1,
        Apart.NEGATION: 1,
        Apart.UNCONFIRMED: 1,
        Apart.BEFORE: 1,
    }


def test_a_threat_is_verbal_conflict_and_no_attack() -> None:
    (happening,) = tell(ten_reports_of(type=EventType.THREATEN)).happenings
    assert happening.quad.words == "verbal conflict"


def test_what_both_do_together_goes_both_ways() -> None:
    both = (party(NORWAY), party(SWEDEN))
    told = tell(ten_reports_of(type=EventType.CONSULT, actors=both, recipients=()))
    assert [each.way for each in told.happenings] == [Way.FORTH, Way.BACK]


def test_a_strike_on_a_town_is_one_on_its_state_and_says_so() -> None:
    (struck,) = tell(ten_reports_of(recipients=(), place=MALMO)).happenings
    assert struck.by_place
    assert tell(ten_reports_of(recipients=(party("DNK"),), place=MALMO)).happenings == ()


def test_the_day_is_the_one_that_is_told_and_else_that_of_the_report() -> None:
    later = report("r", BEGIN + timedelta(days=2))
    told = event("t", "r", time=on_day(BEGIN), place=MALMO)
    untold = event("u", "r", place=MALMO)
    days = [each.day for each in tell(known([later], [told, untold])).happenings]
    assert days == [date(2023, 1, 2), date(2023, 1, 4)]


def test_the_order_of_what_is_known_changes_nothing() -> None:
    what = ten_reports_of(place=MALMO)
    turned = known(list(what.reports.values())[::-1], what.events[::-1])
    assert tell(what).happenings == tell(turned).happenings
