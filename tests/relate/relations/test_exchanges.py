from tests.relate.relations.worlds import BEGIN, event, known, party, report, span, transfer

from watchword.model.event import EventType, Goods, Standing
from watchword.model.figure import Approx, Figure
from watchword.model.relation import Exchange, Manner, Way
from watchword.relate.relations.exchanges import find_exchanges
from watchword.relate.relations.happenings import find_passing
from watchword.relate.relations.sides import find_side
from watchword.relate.relations.texts import find_texts

SHELLS = transfer(Goods.ARMS, "artillery shells")


def thousand(unit: str) -> Figure:
    return Figure(
        start=0,
        end=5,
        words="1,000",
        low=1000,
        best=1000,
        high=1000,
        approx=Approx.EXACT,
        unit=unit,
        counted=unit,
    )


def moved(*told: dict[str, object]) -> tuple[Exchange, ...]:
    reports = [report(str(number), BEGIN) for number in range(len(told))]
    events = [
        event(f"e{each.key}", each.key, **{"type": EventType.AID, **fields})
        for each, fields in zip(reports, told, strict=True)
    ]
    what = known(reports, events)
    passing = tuple(find_passing(events, find_side("Norway"), find_side("Sweden")))
    return find_exchanges(passing, what, find_texts(what))


def test_one_thing_is_one_row_with_every_claim_that_tells_of_it() -> None:
    (row,) = moved({"transfers": (SHELLS,)}, {"transfers": (transfer(Goods.ARMS, "shell"),)})
    assert row.thing in {"shell", "shells"}
    assert {entry.telling.claim for entry in row.entries} == {"claim-e0", "claim-e1"}


def test_what_is_planned_and_denied_stays_so() -> None:
    (row,) = moved(
        {"transfers": (SHELLS,)},
        {"transfers": (SHELLS,), "standing": (Standing.FUTURE,)},
        {"transfers": (SHELLS,), "standing": (Standing.NEGATION,)},
    )
    assert [entry.manner for entry in row.entries] == [
        Manner.CLAIMED,
        Manner.PLANNED,
        Manner.DENIED,
    ]


def test_what_is_given_in_return_goes_the_other_way() -> None:
    rows = moved({"transfers": (SHELLS, transfer(Goods.FUEL, "oil", back=True))})
    assert {row.thing: row.way for row in rows} == {"shells": Way.FORTH, "fuel": Way.BACK}


def test_who_buys_is_given_to() -> None:
    (row,) = moved({"deed": span("bought"), "transfers": (SHELLS,)})
    assert row.way is Way.BACK


def test_containers_of_shells_are_one_thing_and_millions_of_shells_are_no_money() -> None:
    whole = transfer(Goods.ARMS, "containers of shells")
    (row,) = moved({"transfers": (transfer(Goods.GOODS, "containers"), whole)})
    assert row.thing == "shells"
    counted = transfer(Goods.MONEY, "millions of shells", figure=thousand("shells"))
    (row,) = moved({"transfers": (counted, transfer(Goods.ARMS, "shells"))})
    assert row.goods is Goods.ARMS
    (row,) = moved({"transfers": (transfer(Goods.MONEY, "millions", figure=thousand("euros")),)})
    assert row.goods is Goods.MONEY


def test_what_goes_to_a_third_is_not_between_the_two() -> None:
    assert moved({"transfers": (SHELLS,), "recipients": (party("DNK"),)}) == ()
