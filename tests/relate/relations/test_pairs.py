from datetime import timedelta

from tests.relate.relations.worlds import (
    BEGIN,
    NORWAY,
    SWEDEN,
    event,
    find_by_halving,
    known,
    party,
    place,
    report,
)

from watchword.model.event import EventType
from watchword.model.relation import Grain
from watchword.relate.relations import find_pairs


def test_pairs_are_listed_by_how_much_happens_between_them() -> None:
    reports = [report(str(day), BEGIN + timedelta(days=day)) for day in range(9)]
    struck = [event(f"s{each.key}", each.key) for each in reports[:5]]
    back = [
        event(f"b{each.key}", each.key, actors=(party(SWEDEN),), recipients=(party(NORWAY),))
        for each in reports[:2]
    ]
    danish = [
        event(f"d{each.key}", each.key, recipients=(party("DNK"),), type=EventType.AID)
        for each in reports[:3]
    ]
    alone = [event("gunmen", "0", actors=(party(None, "gunmen"),))]
    pairs = find_pairs(
        known(reports, [*danish, *struck, *back, *alone]),
        grain=Grain.WEEK,
        find=find_by_halving,
        most=10,
    )
    told = [(pair.one.name, pair.other.name, pair.happenings) for pair in pairs]
    assert told == [("Norway", "Sweden", 7), ("Denmark", "Norway", 3)]
    assert pairs[1].score == 22.2
    assert pairs[1].claims == ("claim-d2",)


def test_a_strike_on_a_town_counts_for_the_pair() -> None:
    reports = [report(str(day), BEGIN + timedelta(days=day)) for day in range(3)]
    struck = [
        event(f"s{each.key}", each.key, recipients=(), place=place("Malmö", "SE"))
        for each in reports
    ]
    (pair,) = find_pairs(known(reports, struck), grain=Grain.DAY, find=None, most=5)
    assert (pair.happenings, pair.turn) == (3, None)
