import time
from pathlib import Path

import pytest

from watchword.model.attribution import LinkKind
from watchword.text.mentions import Name, resolve_mention
from watchword.text.names import find_names
from watchword.text.people import find_people

CASES = Path(__file__).with_name("people.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("case", CASES)
def test_a_person_comes_with_office_and_country(case: str) -> None:
    text, name, role, country = case.split("\t")
    (person,) = find_people(text)
    assert text[person.start : person.end] == person.words == name
    assert (person.role, person.country) == (role, country or None)


@pytest.mark.parametrize(
    "text",
    [
        "The Storm Corps trained in the Russian Far East.",
        "On Wednesday the General Assembly met.",
        "Soldiers in Ukraine. Spokesman unknown.",
        "",
    ],
)
def test_bodies_and_places_are_no_people(text: str) -> None:
    assert find_people(text) == ()


def test_an_office_in_one_sentence_does_not_reach_into_the_next() -> None:
    (person,) = find_people("Troops fought in Ukraine. Spokesman Dmitry Peskov laughed.")
    assert person.country is None


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "President Yoon Suk Yeol spoke. Yoon promised help, and Yoon's aide agreed."
    assert [person.name for person in find_people(text)] == ["Yoon Suk Yeol"] * 3


def test_bodies_states_and_people_are_found_together() -> None:
    text = "Seoul's spy agency told Reuters that Pyongyang and General Lee Min-su would not answer."
    found = [(name.name, name.kind) for name in find_names(text)]
    assert found == [
        ("National Intelligence Service", LinkKind.ORGANISATION),
        ("Reuters", LinkKind.MEDIA),
        ("North Korea", LinkKind.STATE),
        ("Lee Min-su", LinkKind.PERSON),
    ]


def _named(name: str, kind: LinkKind = LinkKind.PERSON, role: str | None = None) -> Name:
    return Name(start=0, end=0, words=name, kind=kind, name=name, role=role)


def test_of_two_people_of_one_surname_only_the_last_speaker_is_meant() -> None:
    one, other = _named("Kim Jong Gyu"), _named("Kim Yong-hyun")
    assert resolve_mention("Kim", [one, other]) is None
    assert resolve_mention("Kim", [one, other], last_speaker=one) is one
    assert resolve_mention("Kim Yong-hyun", [one, other]) is other


def test_a_description_stands_for_the_body_or_office_it_fits() -> None:
    agency = _named("National Intelligence Service", LinkKind.ORGANISATION)
    minister = _named("Andriy Sybiga", role="foreign minister")
    assert resolve_mention("the agency", [agency, minister]) is agency
    assert resolve_mention("the minister", [agency, minister]) is minister
    assert resolve_mention("the governor", [agency, minister]) is None


def test_a_pronoun_agrees_with_whom_it_stands_for() -> None:
    agency = _named("National Intelligence Service", LinkKind.ORGANISATION)
    person = _named("John Kirby")
    assert resolve_mention("He", [agency, person]) is person
    assert resolve_mention("it", [agency, person]) is agency
    assert resolve_mention("it", [person]) is None


def test_a_flood_of_names_takes_no_flood_of_time() -> None:
    text = " ".join(f"President Kim A{number} said so. Kim went." for number in range(4000))
    began = time.process_time()
    assert len(find_people(text)) > 4000
    assert time.process_time() - began < 10
