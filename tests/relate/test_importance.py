from tests.relate.claims import NIS, PENTAGON, RUTTE, claim, on, report, shelf

from watchword.relate.importance import Regard, weigh_importance
from watchword.relate.witnesses import Witness, find_witnesses


def witnesses() -> list[Witness]:
    known, origins = shelf(report("r1", 18), report("r2", 18), report("r3", 18))
    told = [
        claim("c1", "an attack", NIS, of="r1"),
        claim("c2", "an attack", PENTAGON, of="r2"),
        claim("c3", "an attack", RUTTE, of="r3"),
    ]
    return list(find_witnesses(told, known, origins).values())


def weigh(telling: list[Witness], event: str | None = None, day: int = 18) -> float:
    return weigh_importance(telling, on(day), Regard(event=event))


def test_each_term_adds_what_the_table_says() -> None:
    one = witnesses()[:1]
    assert weigh(one) == 1 + 2 + 1, "one source, of today, official"
    assert weigh(one, "ASSAULT") == weigh(one) + 3
    assert weigh(witnesses()) == weigh(one) + 2
    full = weigh_importance(one, on(18), Regard(has_figure=True, is_contested=True))
    assert full == weigh(one) + 2


def test_recency_falls_evenly_to_nothing_in_two_weeks() -> None:
    one = witnesses()[:1]
    assert weigh(one) - weigh(one, day=25) == 1
    assert weigh(one) - weigh(one, day=31) > 1.8
    assert weigh_importance(one, on(30, 12), Regard()) == 2


def test_what_nobody_stands_by_any_more_has_no_importance() -> None:
    assert weigh([], "ASSAULT") == 0
