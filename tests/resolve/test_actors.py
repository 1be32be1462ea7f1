"""Names gathered into actors: every spelling of somebody, and nobody who is guessed."""

from collections.abc import Mapping
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report
from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.report import DateSource, Published, Report

ENGINE = ReadingEngine()


def report_of(text: str) -> Report:
    raw = text.encode()
    digest = sha256(raw).hexdigest()
    return Report(
        key="case",
        report_id="case",
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        raw=raw,
        form="text",
        found_at="case",
        outlet="Harbour Post",
        title=None,
        published=Published(at=None, how=DateSource.UNKNOWN, day_only=True),
        language="en",
    )


def actors_of(text: str) -> Mapping[str, Actor]:
    found = read_report(report_of(text), ENGINE).actors
    assert len({actor.key for actor in found}) == len(found)
    return {actor.name: actor for actor in found}


def test_a_state_is_one_actor_under_all_its_names() -> None:
    north = actors_of(
        "North Korea denied it. Pyongyang has sent men, Seoul said. The North will pay for this. "
        "The DPRK said the North Koreans were ready."
    )["North Korea"]
    assert north.kind is LinkKind.STATE
    assert north.country == "KP"
    assert {"North Korea", "Pyongyang", "The North", "DPRK", "North Koreans"} >= set(north.aliases)
    assert len(north.mentions) == 5


def test_where_something_is_nobody_acts() -> None:
    assert "South Korea" not in actors_of("Talks were held in Seoul on Monday.")


def test_a_person_has_the_fullest_name_and_the_offices() -> None:
    yoon = actors_of(
        "South Korean President Yoon Suk Yeol spoke. Yoon said more. The president left."
    )["Yoon Suk Yeol"]
    assert yoon.offices == ("president",)
    assert yoon.country == "KR"
    assert yoon.aliases == ("Yoon Suk Yeol", "Yoon")
    assert [span.quote for span in yoon.mentions] == ["Yoon Suk Yeol", "Yoon", "The president"]


def test_spellings_of_one_name_are_one_person() -> None:
    found = actors_of("Lawmaker Yu Yong-weon spoke. Yoo Yong-won, a lawmaker, then left.")
    (person,) = (actor for actor in found.values() if actor.kind is LinkKind.PERSON)
    assert set(person.aliases) == {"Yu Yong-weon", "Yoo Yong-won"}


def test_two_people_of_one_surname_stay_apart() -> None:
    found = actors_of(
        "Mayor Maria Ochoa and judge Luis Ochoa voted. Ochoa said the count was fair."
    )
    assert [span.quote for span in found["Maria Ochoa"].mentions] == ["Maria Ochoa"]
    assert [span.quote for span in found["Luis Ochoa"].mentions] == ["Luis Ochoa"]


def test_an_office_that_two_hold_is_nobodys() -> None:
    found = actors_of(
        "Chad's president Mahamat Deby met Niger's president Abdourahamane Tiani. "
        "The president left."
    )
    assert len(found["Mahamat Deby"].mentions) == 1
    assert len(found["Abdourahamane Tiani"].mentions) == 1


def test_a_former_holder_does_not_hold_the_office() -> None:
    found = actors_of(
        "President Ana Lopes met former president Rui Matos. The president was silent."
    )
    assert found["Rui Matos"].offices == ("former president",)
    assert [span.quote for span in found["Ana Lopes"].mentions][-1] == "The president"


def test_an_office_of_several_words_is_found_and_anothers_is_not() -> None:
    found = actors_of(
        "Foreign Minister Ana Lopes spoke. The foreign minister was sure, "
        "the minister of Chad was not. "
        "The former prime minister, Rui Matos, left."
    )
    assert [span.quote for span in found["Ana Lopes"].mentions] == [
        "Ana Lopes",
        "The foreign minister",
    ]
    assert found["Rui Matos"].offices == ("former prime minister",)


def test_what_is_called_a_party_is_a_body() -> None:
    found = actors_of("Prime Minister Ana Lopes won. Lopes's party, Harbour Dawn, denied fraud.")
    assert found["Harbour Dawn"].kind is LinkKind.ORGANISATION


def test_an_acronym_in_brackets_is_the_body_from_then_on() -> None:
    body = actors_of("The Sahel Relief Network (SRN) agreed. SRN staff left.")[
        "Sahel Relief Network"
    ]
    assert body.aliases == ("Sahel Relief Network", "SRN")
    assert len(body.mentions) == 3


def test_somebody_whom_nothing_introduces_is_seen_by_the_model() -> None:
    found = actors_of("Harris Mutua visited the camp near Garissa. Storm Boris flooded the valley.")
    assert [name for name, each in found.items() if each.kind is LinkKind.PERSON] == [
        "Harris Mutua"
    ]


def test_he_is_whom_the_claim_says() -> None:
    zelensky = actors_of(
        "Ukrainian President Volodymyr Zelensky arrived. He said talks would go on."
    )
    assert "He" in [span.quote for span in zelensky["Volodymyr Zelensky"].mentions]


SENTENCES = (
    "President Ana Lopes met Foreign Minister Kim Yong-hyun.",
    "Kim said the North had agreed.",
    "The Sahel Relief Network (SRN) doubted it.",
    "Moscow\u2019s spy agency and the \u201cNIS\u201d did not.",
    "She told Zelenskyy that the president would go.",
    "Caf\u00e9 owner Luis Ochoa left Goma.",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_every_mention_stands_in_the_report_once(sentences: list[str]) -> None:
    text = " ".join(sentences)
    for actor in actors_of(text).values():
        assert actor.mentions
        last = 0
        for span in actor.mentions:
            assert last <= span.start < span.end
            assert text[span.start : span.end] == span.quote
            last = span.end


@pytest.mark.parametrize("text", ["", "Rain fell all day."])
def test_a_text_that_names_nobody_has_no_actors(text: str) -> None:
    assert actors_of(text) == {}
