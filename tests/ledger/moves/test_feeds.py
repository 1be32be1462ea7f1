from datetime import timedelta

from tests.relate.relations.worlds import BEGIN, Feed, simulate

from watchword.ledger.moves.feeds import false_turns, triple_feeds
from watchword.model.known import Known
from watchword.model.relation import RelationTurn


def _record() -> Known:
    feeds = [Feed(outlet="Post", texts=30, share=0.3), Feed(outlet="Blad", texts=30, share=0.1)]
    return simulate(feeds, lambda _week: 1.0, weeks=10)


def _turn(at: int) -> RelationTurn:
    day = BEGIN.date() + timedelta(days=7 * at)
    return RelationTurn(key="", at=at, day=day, shifts=(), happenings=(), outlets=1, words="")


def test_a_third_of_the_feeds_is_there_before_the_day_and_all_of_them_since() -> None:
    at = BEGIN.date() + timedelta(days=35)
    worlds = triple_feeds(_record(), at)
    times = {
        key: each.published.at.date()
        for key, each in worlds.tripled.reports.items()
        if each.published.at
    }
    before = {worlds.tripled.reports[key].outlet for key, day in times.items() if day < at}
    since = {worlds.tripled.reports[key].outlet for key, day in times.items() if day >= at}
    assert (len(before), len(since)) == (2, 6)
    early = sum(1 for day in times.values() if day < at)
    assert 2 < (len(times) - early) / early < 4


def test_without_tripling_every_text_stays() -> None:
    record = _record()
    worlds = triple_feeds(record, BEGIN.date() + timedelta(days=35))
    assert set(worlds.steady.reports) == set(record.reports)
    assert len(worlds.steady.events) == len(record.events) > len(worlds.tripled.events)


def test_a_turn_is_false_where_the_untouched_record_has_none() -> None:
    assert false_turns([_turn(5), _turn(9)], [], 5) == 1
    assert false_turns([_turn(5)], [_turn(6)], 5) == 0
    assert false_turns([_turn(9)], [], 5) == 0
