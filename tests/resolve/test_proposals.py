"""What is proposed of actors seen across reports, and what is not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.proposal import Proposal, ProposalKind
from watchword.resolve.identities import resolve
from watchword.resolve.proposals import Proposer, propose
from watchword.resolve.register import Register
from watchword.resolve.rulings import accept, refuse

DAY = datetime(2024, 10, 24, tzinfo=UTC)
KIN = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "kin.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


def actor_of(
    name: str, country: str = "", offices: tuple[str, ...] = (), kind: str = "person"
) -> Actor:
    return Actor(
        key=f"{name} {country}",
        report="case",
        name=name,
        kind=LinkKind(kind),
        country=country or None,
        offices=offices,
        aliases=(name,),
        mentions=(),
    )


def body_of(name: str, country: str = "") -> Actor:
    return actor_of(name, country, kind="organisation")


def told(proposals: tuple[Proposal, ...], register: Register) -> list[tuple[str, str, str, str]]:
    return [
        (
            each.kind.value,
            register.name(each.identity),
            register.name(each.other) if each.other else "",
            each.words,
        )
        for each in proposals
    ]


def proposed(*actors: Actor) -> list[tuple[str, str, str, str]]:
    register = Register()
    return told(propose([(actor, DAY) for actor in actors], register), register)


def test_two_names_of_which_one_leaves_out_a_part_are_proposed_as_one() -> None:
    assert proposed(actor_of("Ovidio Montes", "MX"), actor_of("Ovidio Montes Lara", "MX")) == [
        ("same", "Ovidio Montes", "Ovidio Montes Lara", "")
    ]


@pytest.mark.parametrize(("one", "other", "kin", "note"), KIN)
def test_kin_names_are_proposed_and_others_are_not(
    one: str, other: str, kin: str, note: str
) -> None:
    register = Register(seeded=False)
    found = propose([(actor_of(one), DAY), (actor_of(other), DAY)], register)
    same = register.people_named(one).keys() & register.people_named(other).keys()
    assert bool(found or same) == (kin == "yes"), note


def test_people_of_two_countries_are_not_proposed_as_one() -> None:
    assert proposed(actor_of("Ovidio Montes", "MX"), actor_of("Ovidio Montes Lara", "ES")) == []


def test_an_acronym_and_its_full_name_are_proposed_as_one() -> None:
    assert proposed(body_of("Sahel Relief Network"), body_of("SRN")) == [
        ("same", "Sahel Relief Network", "SRN", "")
    ]


def test_a_unit_is_proposed_as_part_of_its_army() -> None:
    assert proposed(body_of("47th Mechanized Brigade", "UA")) == [
        ("parent", "47th Mechanized Brigade", "Armed Forces of Ukraine", "")
    ]


def test_a_unit_is_proposed_as_part_of_the_body_that_it_is_named_after() -> None:
    assert proposed(body_of("GRU Unit 29155", "RU")) == [("parent", "GRU Unit 29155", "GRU", "")]


def test_units_that_the_seed_knows_have_their_parents() -> None:
    register = Register()
    (storm,) = register.bodies_named("Storm Corps")
    parent = register.parent(storm)
    assert parent is not None
    assert register.name(parent) == "Korean People's Army"


def test_a_surname_is_proposed_for_the_one_whom_the_report_could_mean() -> None:
    register = Register()
    seen = Proposer(register).see(actor_of("Pelosi"), DAY, around=("US",))
    assert seen.resolution.identity is None
    assert told(seen.proposals, register) == [("alias", "Nancy Pelosi", "", "Pelosi")]


def test_a_surname_of_many_is_proposed_for_nobody() -> None:
    assert proposed(actor_of("Kim", "KR"), actor_of("Harris", "US")) == []


def test_an_office_that_nobody_is_known_to_hold_is_proposed() -> None:
    assert proposed(actor_of("Daoud Yaya", "TD", ("defence minister",))) == [
        ("tenure", "Daoud Yaya", "Chad", "defence minister")
    ]


def test_an_office_that_another_certainly_holds_is_not_proposed() -> None:
    assert proposed(actor_of("Tariq Belmont", "KR", ("president",))) == []


def test_an_office_is_proposed_for_another_once_nobody_has_looked_for_long() -> None:
    register = Register()
    later = datetime(2026, 11, 20, tzinfo=UTC)
    (found,) = propose([(actor_of("Jeanne Duval", "FR", ("president",)), later)], register)
    assert found.kind is ProposalKind.TENURE
    assert found.reasons == (
        "a report of 2026-11-20 calls Jeanne Duval president of France",
        "Emmanuel Macron may still hold it",
    )


def test_a_former_holder_and_a_deputy_are_proposed_for_no_office() -> None:
    offices = ("former defence minister", "deputy foreign minister")
    assert proposed(actor_of("Ana Lopes", "PT", offices)) == []


def test_what_was_proposed_once_is_not_proposed_again() -> None:
    register = Register()
    proposer = Proposer(register)
    chad = actor_of("Daoud Yaya", "TD", ("defence minister",))
    assert len(proposer.see(chad, DAY).proposals) == 1
    assert proposer.see(chad, DAY + timedelta(days=1)).proposals == ()


def test_what_a_person_refused_is_not_proposed() -> None:
    chad = actor_of("Daoud Yaya", "TD", ("defence minister",))
    (first,) = propose([(chad, DAY)], Register())
    refusal = refuse(first, "ana", DAY)
    assert propose([(chad, DAY)], Register(rulings=[refusal])) == ()


def test_what_a_person_accepted_is_known_and_holds_from_the_day_it_was_seen() -> None:
    chad = actor_of("Daoud Yaya", "TD", ("defence minister",))
    register = Register()
    proposer = Proposer(register)
    seen = proposer.see(chad, DAY)
    ruling = accept(seen.proposals[0], "ana", DAY)
    known = Register(seen.identities, seen.aliases, rulings=[ruling])
    office = actor_of("Chadian defence minister")
    assert resolve(office, DAY, known).identity == seen.resolution.identity
    assert resolve(office, DAY - timedelta(days=400), known).identity is None


def test_an_accepted_sameness_joins_two_and_a_refused_one_parts_them() -> None:
    register = Register()
    proposer = Proposer(register)
    seen = [
        proposer.see(actor_of(name, "MX"), DAY) for name in ("Ovidio Montes", "Ovidio Montes Lara")
    ]
    identities = [each for one in seen for each in one.identities]
    aliases = [each for one in seen for each in one.aliases]
    (proposal,) = seen[1].proposals
    joined = Register(identities, aliases, rulings=[accept(proposal, "ana", DAY)])
    assert joined.canonical(identities[1].key) == identities[0].key
    parted = Register(identities, aliases, rulings=[refuse(proposal, "ana", DAY)])
    assert parted.canonical(identities[1].key) == identities[1].key


def test_a_newcomer_is_known_from_then_on_under_every_spelling() -> None:
    register = Register()
    proposer = Proposer(register)
    first = proposer.see(actor_of("Yu Yong-chol", "KP"), DAY)
    assert [each.name for each in first.identities] == ["Yu Yong-chol"]
    second = proposer.see(actor_of("Yoo Yong-chol", "KP"), DAY)
    assert second.identities == ()
    assert second.resolution.identity == first.resolution.identity
    assert [alias.words for alias in second.aliases] == ["Yoo Yong-chol"]


def test_a_newcomer_of_a_known_name_is_told_apart_from_then_on() -> None:
    register = Register()
    proposer = Proposer(register)
    colonel = actor_of("Sergei Ivanov", "RU", ("colonel",))
    minister = actor_of("Sergei Ivanov", "RU", ("former defence minister",))
    first = proposer.see(colonel, DAY)
    assert [(each.name, each.note) for each in first.identities] == [("Sergei Ivanov", "colonel")]
    assert proposer.see(colonel, DAY).resolution.identity == first.resolution.identity
    known = proposer.see(minister, DAY).resolution.identity
    assert known not in {None, first.resolution.identity}
    unsure = proposer.see(actor_of("Sergei Ivanov", "RU"), DAY)
    assert unsure.resolution.identity is None
    assert set(unsure.resolution.candidates) == {known, first.resolution.identity}


def test_a_description_is_nobody_to_keep() -> None:
    register = Register()
    proposer = Proposer(register)
    for actor in (body_of("Russian embassy", "RU"), actor_of("Francesca"), body_of("locals")):
        assert proposer.see(actor, DAY).identities == ()


def test_going_on_after_a_restart_gives_what_going_on_without_one_gives() -> None:
    actors = [
        actor_of("Ovidio Montes", "MX"),
        body_of("Sahel Relief Network"),
        actor_of("Sergei Ivanov", "RU", ("colonel",)),
        actor_of("Ovidio Montes Lara", "MX"),
        body_of("SRN"),
        actor_of("Sergei Ivanov", "RU"),
    ]
    whole = Proposer(Register())
    without = [whole.see(actor, DAY) for actor in actors]
    before = without[:3]
    again = Proposer(
        Register(
            identities=[each for seen in before for each in seen.identities],
            aliases=[each for seen in before for each in seen.aliases],
        )
    )
    assert [again.see(actor, DAY) for actor in actors[3:]] == without[3:]
