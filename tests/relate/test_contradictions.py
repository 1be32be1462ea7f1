from tests.relate.claims import KURSK, NIS, PENTAGON, PYONGYANG, claim, figure, report
from tests.relate.made_known import known

from watchword.model.claim import Claim, Modality
from watchword.model.contradiction import Contradiction
from watchword.model.corroboration import Bearing
from watchword.model.report import Report, Status
from watchword.relate.contradictions import find_contradictions
from watchword.relate.corroboration import set_bench
from watchword.relate.things import find_edges, find_things

REPORTS = (report("r1"), report("r2", 19), report("r3", 20), report("r4", 21))


def sent(key: str, *sources: object, of: str, best: float = 3000, **told: object) -> Claim:
    words = f"North Korea has sent {best:,.0f} troops to Russia"
    return claim(key, words, *sources, of=of, verb="send", figures=(figure(best),), **told)  # type: ignore[arg-type]


def at_odds(claims: list[Claim], *reports: Report) -> tuple[Contradiction, ...]:
    return find_contradictions(known(claims, reports or REPORTS))


def test_figures_stand_side_by_side_and_none_is_averaged() -> None:
    (found,) = at_odds(
        [sent("c1", NIS, of="r1", best=1500), sent("c2", PENTAGON, of="r2", best=3000)]
    )
    assert found.bearing is Bearing.OTHER_FIGURE
    assert sorted(account.words for account in found.accounts) == ["1,500", "3,000"]
    assert {account.independent for account in found.accounts} == {1}


def test_a_source_that_gives_a_new_figure_is_not_at_odds_with_itself() -> None:
    assert not at_odds([sent("c1", NIS, of="r1", best=1500), sent("c2", NIS, of="r2", best=3000)])


def test_of_each_source_the_newest_figure_stands() -> None:
    (found,) = at_odds(
        [
            sent("c1", NIS, of="r1", best=1500),
            sent("c2", NIS, of="r2", best=3000),
            sent("c3", PENTAGON, of="r3", best=10_000),
        ]
    )
    assert sorted(account.words for account in found.accounts) == ["10,000", "3,000"]


def test_a_source_that_comes_round_to_the_others_figure_ends_the_contest() -> None:
    assert not at_odds(
        [
            sent("c1", NIS, of="r1", best=1500),
            sent("c2", PENTAGON, of="r2", best=3000),
            sent("c3", NIS, of="r3", best=3000),
        ]
    )


def test_a_denial_beside_what_it_denies_names_the_party() -> None:
    (found,) = at_odds(
        [
            sent("c1", NIS, of="r1"),
            claim(
                "d1",
                "it has sent troops to Russia",
                PYONGYANG,
                of="r2",
                verb="send",
                modality=Modality.DENIED,
            ),
        ]
    )
    assert found.bearing is Bearing.DENIES
    assert [account.denies for account in found.accounts] == [False, True]
    assert found.reason.endswith("Pyongyang: a party to it")


def test_what_was_withdrawn_is_at_odds_with_nothing() -> None:
    reports = (report("r1"), report("r2", 19, status=Status.CANCELED))
    told = [sent("c1", NIS, of="r1", best=1500), sent("c2", PENTAGON, of="r2", best=3000)]
    assert not at_odds(told, *reports)


def test_the_most_important_comes_first() -> None:
    minor = [
        claim(
            key,
            f"North Korea has {best} ships in Kursk",
            source,
            of=of,
            verb="station",
            figures=(figure(best, "ships"),),
            place=KURSK,
        )
        for key, source, of, best in (("m1", NIS, "r1", 2), ("m2", PENTAGON, "r1", 9))
    ]
    major = [
        sent("c1", NIS, of="r2", best=1500, event="MOBILIZE"),
        sent("c2", PENTAGON, of="r3", best=3000, event="MOBILIZE"),
    ]
    found = at_odds([*minor, *major])
    assert [each.accounts[0].claims[0][0] for each in found] == ["c", "m"]


def test_the_order_in_which_claims_are_known_changes_nothing() -> None:
    told = [
        sent("c1", NIS, of="r1", best=1500),
        sent("c2", PENTAGON, of="r2", best=3000),
        sent("c3", PYONGYANG, of="r3", best=100),
    ]
    assert at_odds(told) == at_odds(told[::-1])


def test_the_comparisons_grow_with_the_number_of_things_and_not_its_square() -> None:
    def pairs(count: int) -> int:
        reports = [report(f"r{number}") for number in range(count)]
        told = [
            sent(f"c{number}", PENTAGON if number % 2 else NIS, of=f"r{number}", best=1000 + number)
            for number in range(count)
        ]
        bench = set_bench(known(told, reports))
        things = find_things(bench)
        near = find_edges(things, bench).get(Bearing.OTHER_FIGURE, {})
        return sum(len(others) for others in near.values())

    assert pairs(200) <= 3 * pairs(100)
