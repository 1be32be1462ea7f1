"""The register: who is known under which name, and what people ruled wins."""

from dataclasses import replace
from datetime import UTC, date, datetime

from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.identity import Alias, Identity, identity_key
from watchword.model.ruling import Ruling, RulingKind
from watchword.model.tenure import Tenure
from watchword.resolve.identities import resolve
from watchword.resolve.register import Register, holding_on
from watchword.resolve.seeding import CHECKED, MADE_BY, state_key

DAY = datetime(2024, 10, 24, tzinfo=UTC)
ZELENSKYY = identity_key(LinkKind.PERSON, "Volodymyr Zelenskyy", "UA")
NEWCOMER = Identity(
    key=identity_key(LinkKind.PERSON, "Marta Kowal", "PL"),
    name="Marta Kowal",
    kind=LinkKind.PERSON,
    country="PL",
    made_by="a test",
)
NEWCOMERS_NAME = Alias(
    identity=NEWCOMER.key, words="Marta Kowal", confidence=1.0, reason="its name", made_by="a test"
)


def actor_of(name: str, country: str | None = None, kind: LinkKind = LinkKind.PERSON) -> Actor:
    return Actor(
        key=f"actor {name}",
        report="case",
        name=name,
        kind=kind,
        country=country,
        offices=(),
        aliases=(name,),
        mentions=(),
    )


def ruled(kind: RulingKind, identity: str, other: str | None = None, words: str = "") -> Ruling:
    return Ruling(kind=kind, identity=identity, other=other, words=words, by="ana", at=DAY)


def found_by(register: Register, name: str, country: str | None = None) -> str | None:
    key = resolve(actor_of(name, country), DAY, register).identity
    return register.name(key) if key else None


def test_what_a_store_has_saved_is_known_beside_the_seed() -> None:
    register = Register([NEWCOMER], [NEWCOMERS_NAME])
    assert found_by(register, "Marta Kowal", "PL") == "Marta Kowal"
    assert found_by(register, "Volodymyr Zelensky", "UA") == "Volodymyr Zelenskyy"


def test_an_alias_that_a_person_ruled_is_taken_and_one_refused_is_not() -> None:
    register = Register(rulings=[ruled(RulingKind.ALIAS, ZELENSKYY, words="Ze")])
    assert found_by(register, "Ze", "UA") == "Volodymyr Zelenskyy"
    register = Register(rulings=[ruled(RulingKind.NO_ALIAS, ZELENSKYY, words="Zelensky")])
    assert found_by(register, "Zelensky", "UA") is None
    assert found_by(register, "Volodymyr Zelensky", "UA") == "Volodymyr Zelenskyy"


def test_a_name_counts_on_the_days_on_which_it_was_used() -> None:
    old = replace(NEWCOMERS_NAME, words="Kowal Group", until=date(2020, 1, 1))
    body = replace(NEWCOMER, kind=LinkKind.ORGANISATION)
    register = Register([body], [old], seeded=False)
    group = actor_of("Kowal Group", "PL", LinkKind.ORGANISATION)
    then = datetime(2019, 5, 1, tzinfo=UTC)
    assert resolve(group, then, register).identity == body.key
    assert resolve(group, DAY, register).identity is None


def test_identities_that_are_merged_answer_as_one_and_come_apart_again() -> None:
    merge = ruled(RulingKind.SAME, ZELENSKYY, NEWCOMER.key)
    register = Register([NEWCOMER], [NEWCOMERS_NAME], rulings=[merge])
    assert found_by(register, "Marta Kowal") == "Volodymyr Zelenskyy"
    assert NEWCOMER not in register.identities()
    undo = ruled(RulingKind.UNDO, merge.key)
    register = Register([NEWCOMER], [NEWCOMERS_NAME], rulings=[merge, undo])
    assert found_by(register, "Marta Kowal") == "Marta Kowal"


def test_a_person_can_say_who_one_actor_of_one_report_is() -> None:
    register = Register(
        [NEWCOMER],
        [NEWCOMERS_NAME],
        rulings=[ruled(RulingKind.ACTOR, NEWCOMER.key, words="actor Zelensky")],
    )
    assert found_by(register, "Zelensky") == "Marta Kowal"
    assert found_by(register, "Volodymyr Zelensky") == "Volodymyr Zelenskyy"


def test_a_person_can_say_who_one_actor_of_one_report_is_not() -> None:
    refusal = ruled(RulingKind.NO_ACTOR, ZELENSKYY, words="actor Volodymyr Zelensky")
    register = Register(rulings=[refusal])
    assert found_by(register, "Volodymyr Zelensky") is None
    assert found_by(register, "Volodymyr Zelenskyy") == "Volodymyr Zelenskyy"


def test_a_tenure_that_a_person_ruled_is_held_and_one_refused_is_not() -> None:
    poland = state_key("PL")
    told = ruled(RulingKind.TENURE, NEWCOMER.key, poland, "interior minister")
    register = Register([NEWCOMER], [NEWCOMERS_NAME], rulings=[told])
    assert found_by(register, "Polish interior minister") == "Marta Kowal"
    refused = ruled(RulingKind.NO_TENURE, ZELENSKYY, state_key("UA"), "president")
    assert found_by(Register(rulings=[refused]), "Ukrainian president") is None


def test_a_parent_that_a_person_ruled_replaces_the_known_one() -> None:
    (azov,) = Register().bodies_named("Azov Brigade")
    army = state_key("UA")
    assert Register(rulings=[ruled(RulingKind.PARENT, azov, army)]).parent(azov) == army
    known = Register().parent(azov)
    refused = ruled(RulingKind.NO_PARENT, azov, known)
    assert Register(rulings=[refused]).parent(azov) is None


def test_what_a_unit_is_part_of_is_told_up_to_its_state() -> None:
    register = Register()
    (storm,) = register.bodies_named("Storm Corps")
    names = [register.name(key) for key in register.lineage(storm)]
    assert names == ["Korean People's Army", "North Korea"]


def test_a_circle_of_ruled_parents_ends() -> None:
    (army,) = Register().bodies_named("Korean People's Army")
    (storm,) = Register().bodies_named("Storm Corps")
    register = Register(rulings=[ruled(RulingKind.PARENT, army, storm)])
    assert register.lineage(storm) == (army, storm)


def test_a_register_without_the_seed_knows_nobody() -> None:
    assert Register(seeded=False).identities() == ()


def tenure_of(since: date, until: date | None, slack: int = 0) -> Tenure:
    return Tenure(
        person="a",
        office="president",
        of="b",
        since=since,
        until=until,
        slack=slack,
        source="seed",
        made_by=MADE_BY,
    )


def test_an_office_is_held_from_its_first_day_to_its_last() -> None:
    tenure = tenure_of(date(2024, 5, 2), date(2024, 9, 6))
    days = (date(2024, 5, 1), date(2024, 5, 2), date(2024, 9, 6), date(2024, 9, 7))
    held = [holding_on(tenure, day) is not None for day in days]
    assert held == [False, True, True, False]


def test_in_a_month_that_is_not_told_to_the_day_nobody_certainly_holds_an_office() -> None:
    tenure = tenure_of(date(2024, 5, 1), date(2024, 9, 6), slack=31)
    early, late = holding_on(tenure, date(2024, 5, 20)), holding_on(tenure, date(2024, 9, 6))
    assert early is not None
    assert late is not None
    assert (early.certain, late.certain) == (False, True)


def test_an_open_end_is_checked_up_to_the_day_somebody_looked() -> None:
    tenure = tenure_of(date(2024, 5, 2), None)
    then, later = holding_on(tenure, CHECKED), holding_on(tenure, date(2026, 11, 20))
    assert then is not None
    assert later is not None
    assert (then.checked, later.checked) == (True, False)
