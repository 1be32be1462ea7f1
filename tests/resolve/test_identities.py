"""Who is meant: cases that an analyst can extend, and the rules that they follow."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.model.actor import Actor
from watchword.model.attribution import Link, LinkKind
from watchword.model.resolution import Resolution
from watchword.resolve.identities import resolve, resolve_link
from watchword.resolve.register import Register

REGISTER = Register()
FEWEST_CASES = 190
MEANT, TAKEN_RIGHT = 145, 143
"""Cases in which somebody is meant, and those that are taken without asking; raise them with every
case that is added."""
TAKEN = 0.75
"""Confidence from which an identity is taken without asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One line of the cases."""

    day: datetime
    actor: Actor
    around: tuple[str, ...]
    expected: str


def parts(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def read_cases() -> list[Case]:
    path = Path(__file__).parent / "cases" / "mentions.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [case_of(line.split("\t")) for line in lines]


def case_of(fields: list[str]) -> Case:
    day, kind, name, country, offices, around, expected, _ = fields
    names = tuple(name.split("/"))
    return Case(
        day=datetime.fromisoformat(day).replace(tzinfo=UTC),
        actor=actor_of(names[0], kind, country, parts(offices), names),
        around=parts(around),
        expected=expected,
    )


def actor_of(
    name: str,
    kind: str = "person",
    country: str = "",
    offices: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
) -> Actor:
    return Actor(
        key="case",
        report="case",
        name=name,
        kind=LinkKind(kind),
        country=country or None,
        offices=offices,
        aliases=aliases or (name,),
        mentions=(),
    )


def label(key: str) -> str:
    identity = REGISTER.identity(key)
    assert identity is not None
    return f"{identity.name} {identity.country or '-'}"


def found_in(case: Case) -> Resolution:
    return resolve(case.actor, case.day, REGISTER, around=case.around)


def is_as_expected(case: Case, found: Resolution) -> bool:
    if case.expected in {"-", "?-", "??"} or case.expected.startswith("? "):
        named = sorted(label(key) for key in found.candidates)
        fits = {
            "-": not named,
            "?-": True,
            "??": bool(named),
        }.get(case.expected, named == sorted(case.expected[2:].split(", ")))
        return found.identity is None and fits
    return found.identity is not None and label(found.identity) == case.expected


CASES = read_cases()


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= FEWEST_CASES


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{each.actor.name} {each.day.date()}" for each in CASES]
)
def test_everybody_in_the_cases_is_who_is_meant(case: Case) -> None:
    found = found_in(case)
    named = ", ".join(map(label, found.candidates))
    told = label(found.identity) if found.identity else f"nobody of: {named}"
    assert is_as_expected(case, found), f"{told}, for {found.reason}"


def test_what_is_taken_without_asking_is_right_in_every_case() -> None:
    counted = Counter(
        is_as_expected(case, found)
        for case in CASES
        if (found := found_in(case)).confidence >= TAKEN
    )
    assert counted == {True: TAKEN_RIGHT}


def test_who_is_meant_is_found_and_who_is_not_told_is_left_open() -> None:
    meant = [each for each in CASES if each.expected[0] not in "?-"]
    found = [each for each in CASES if found_in(each).identity is not None]
    assert found == meant
    assert len(meant) == MEANT


DAY = datetime(2024, 10, 24, tzinfo=UTC)


def test_a_source_of_a_claim_is_resolved_as_an_actor_is() -> None:
    link = Link(
        name="Zelensky", words="Zelensky", kind=LinkKind.PERSON, role="president", country="UA"
    )
    assert resolve_link(link, DAY, REGISTER).identity == (
        resolve(actor_of("Volodymyr Zelenskyy", country="UA"), DAY, REGISTER).identity
    )


def test_the_reason_can_be_checked_by_a_reader() -> None:
    found = resolve(actor_of("Kim", country="KR", offices=("defence minister",)), DAY, REGISTER)
    assert found.reason == (
        "Kim is short for Kim Yong-hyun, defence minister of South Korea on 2024-10-24"
    )


def test_who_is_not_told_is_named_with_every_other_who_could_be() -> None:
    found = resolve(actor_of("US president"), datetime(2025, 1, 20, tzinfo=UTC), REGISTER)
    assert found.reason == (
        "president on 2025-01-20 could be: Donald Trump (United States), Joe Biden (United States)"
    )
    assert found.confidence == 0.0


def test_an_office_that_another_holds_makes_a_full_name_doubtful() -> None:
    found = resolve(
        actor_of("Joe Biden", country="US", offices=("defence secretary",)), DAY, REGISTER
    )
    assert found.confidence < TAKEN
    assert "though Lloyd Austin is known as defence secretary" in found.reason


def test_an_open_tenure_is_told_with_less_confidence_after_the_seed_was_checked() -> None:
    now = resolve(actor_of("president", country="FR"), DAY, REGISTER)
    later = resolve(
        actor_of("president", country="FR"), datetime(2026, 11, 20, tzinfo=UTC), REGISTER
    )
    assert now.identity == later.identity
    assert later.confidence < TAKEN < now.confidence
    assert "if nothing changed since" in later.reason


def test_a_colonel_of_a_ministers_name_is_another_man() -> None:
    found = resolve(actor_of("Sergei Ivanov", country="RU", offices=("colonel",)), DAY, REGISTER)
    assert found.is_another
    assert [label(key) for key in found.candidates] == ["Sergei Ivanov RU"]


SPELLINGS = (
    "Volodymyr Zelensky",
    "Volodymyr Zelenskyy",
    "Volodymyr Zelenskiy",
    "Vladimir Zelensky",
)


@pytest.mark.parametrize("name", SPELLINGS)
@pytest.mark.parametrize("country", ["UA", ""])
def test_every_spelling_of_one_name_is_one_person(name: str, country: str) -> None:
    found = resolve(actor_of(name, country=country), DAY, REGISTER)
    assert found.identity is not None
    assert label(found.identity) == "Volodymyr Zelenskyy UA"


NAMES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["Kim", "president", "the former president", "NIS", "Security Council", "Lee Jae-myung",
         "General", "King Charles III", "Georgia", "von der Leyen", "Sergei Ivanov", "Jr."]
    ),
)  # fmt: skip
CODES = st.sampled_from(["KR", "US", "RU", "GE", "XX", ""])
OFFICES = st.lists(
    st.sampled_from(
        ["president", "former defence minister", "colonel", "head", "acting president"]
    ),
    max_size=2,
).map(tuple)


@settings(max_examples=300, deadline=None)
@given(NAMES, st.sampled_from(LinkKind), CODES, OFFICES, st.lists(CODES, max_size=2).map(tuple))
def test_whoever_is_sought_is_somebody_known_or_nobody_with_a_reason(
    name: str, kind: LinkKind, country: str, offices: tuple[str, ...], around: tuple[str, ...]
) -> None:
    actor = actor_of(name, kind.value, country, offices)
    found = resolve(actor, DAY, REGISTER, around=around)
    assert found.reason
    if found.identity is None:
        assert found.confidence == 0.0
        assert all(REGISTER.identity(key) for key in found.candidates)
    else:
        assert REGISTER.identity(found.identity) is not None
        assert 0.0 < found.confidence <= 1.0
        assert found.candidates == ()
