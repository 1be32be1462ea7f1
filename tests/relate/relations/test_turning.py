"""More feeds are no crisis, and a crisis is one whatever the feeds do."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.relate.relations.worlds import Feed, find_by_halving, simulate

from watchword.model.known import Known
from watchword.model.relation import Relation
from watchword.relate.relations import RelationQuery, find_relation, find_side

TURN = 26
WEEKS = 44
BEFORE, AFTER = (0, TURN), (TURN, WEEKS)
OLD = [Feed(outlet=f"Outlet {place}", texts=15, share=0.05 * (1 + place)) for place in range(4)]


def feeds(
    count: int, share: float, weeks: tuple[int, int] = AFTER, texts: float = 15
) -> list[Feed]:
    return [Feed(outlet=f"New {n}", texts=texts, share=share, weeks=weeks) for n in range(count)]


def ended(some: Sequence[Feed]) -> list[Feed]:
    return [replace(feed, weeks=BEFORE) for feed in some]


def begun(some: Sequence[Feed], more: float = 1) -> list[Feed]:
    return [replace(feed, weeks=AFTER, texts=feed.texts * more) for feed in some]


CHANGES: dict[str, Sequence[Feed]] = {
    "three times the feeds, of the same mix": [*OLD, *feeds(8, 0.125)],
    "three times the feeds, of another mix": [*OLD, *feeds(8, 0.5)],
    "feeds that write on nothing else": [*OLD, *feeds(8, 1.0)],
    "many feeds that write little": [*OLD, *feeds(150, 0.3, texts=0.4)],
    "the same feeds with three times the texts": [*ended(OLD), *begun(OLD, 3)],
    "feeds that end": [*OLD[:2], *ended(OLD[2:])],
    "a feed on nothing else that ends": [*OLD, *feeds(1, 1.0, BEFORE)],
    "all feeds replaced by others": [*ended(OLD), *feeds(4, 0.5)],
    "texts without an outlet": [
        Feed(outlet=None, texts=60, share=0.12, weeks=BEFORE),
        Feed(outlet=None, texts=180, share=0.12, weeks=AFTER),
    ],
    "twice the texts on something else": [*OLD, *[replace(f, share=0, weeks=AFTER) for f in OLD]],
}


def relate(known: Known) -> Relation:
    query = RelationQuery(one=find_side("Norway"), other=find_side("Sweden"), find=find_by_halving)
    return find_relation(known, query)


def usual(_week: int) -> float:
    return 1.0


def steps_to(level: float) -> Callable[[int], float]:
    return lambda week: 1.0 if week < TURN else level


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("seed", [1, 2])
def test_other_feeds_make_no_turn(change: str, seed: int) -> None:
    relation = relate(simulate(CHANGES[change], usual, weeks=WEEKS, seed=seed))
    assert relation.turns == ()


@pytest.mark.parametrize("feeding", [OLD, CHANGES["three times the feeds, of the same mix"]])
@pytest.mark.parametrize("level", [4.0, 0.2])
def test_a_change_is_a_turn_with_and_without_new_feeds(
    feeding: Sequence[Feed], level: float
) -> None:
    relation = relate(simulate(feeding, steps_to(level), weeks=WEEKS))
    assert relation.turns is not None
    assert abs(relation.turns[0].at - TURN) <= 1
    assert relation.turns[0].shifts[0].rises is (level > 1)


def test_a_change_in_a_record_of_nothing_else_is_a_turn() -> None:
    topical = [replace(feed, share=1.0, texts=4) for feed in OLD]
    relation = relate(simulate(topical, steps_to(4.0), weeks=WEEKS))
    assert relation.turns is not None
    (turn,) = relation.turns
    assert abs(turn.at - TURN) <= 1
    assert turn.shifts[0].by_share is None


def test_a_new_feed_is_named_where_the_counts_jump_and_nothing_turns() -> None:
    relation = relate(simulate(CHANGES["feeds that write on nothing else"], usual, weeks=WEEKS))
    assert relation.periods[TURN].start in relation.feeds_only


def test_the_level_of_a_quiet_relation_stays_while_feeds_triple() -> None:
    relation = relate(
        simulate(CHANGES["three times the feeds, of the same mix"], usual, weeks=WEEKS)
    )
    line = next(line for line in relation.lines if sum(line.counts))
    levels = [level for level in line.levels if level is not None]
    counted = sum(line.counts[TURN:]) / sum(line.counts[:TURN]) * TURN / (WEEKS - TURN)
    levelled = sum(levels[TURN:]) / sum(levels[:TURN]) * TURN / (WEEKS - TURN)
    assert counted > 2.5
    assert levelled < 1.3


def test_a_turn_is_explained_by_the_events_that_made_it() -> None:
    relation = relate(simulate(OLD, steps_to(4.0), weeks=WEEKS))
    assert relation.turns is not None
    turn = relation.turns[0]
    because = [each for each in relation.happenings if each.key in turn.happenings]
    assert because
    assert all(each.day >= turn.day for each in because)
    assert turn.words.startswith("material conflict from Norway to Sweden rose from ")
    assert f"first: Norway attacked Sweden ({because[0].place})" in turn.words


def test_without_a_finder_turns_are_not_looked_for() -> None:
    query = RelationQuery(one=find_side("Norway"), other=find_side("Sweden"))
    assert find_relation(simulate(OLD, usual, weeks=6), query).turns is None


def test_nothing_known_gives_an_empty_relation() -> None:
    what = simulate([Feed(outlet="Post", texts=5, share=0)], usual, weeks=4)
    relation = relate(what)
    assert relation.happenings == ()
    assert relation.turns == ()
    assert all(set(line.counts) == {0} for line in relation.lines)
