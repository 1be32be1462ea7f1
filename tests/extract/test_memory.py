"""Later words stand for somebody named before, and nobody is guessed."""

import pytest
from case_files import composed, read

from watchword.engines import ReadingEngine
from watchword.extract.memory import Memory, find_mentions
from watchword.model.attribution import Link, LinkKind


def person(name: str, role: str | None = None) -> Link:
    return Link(name=name, words=name, kind=LinkKind.PERSON, role=role)


def body(name: str) -> Link:
    return Link(name=name, words=name, kind=LinkKind.ORGANISATION)


def test_nobody_named_is_nobody_meant() -> None:
    memory = Memory()
    assert memory.of_pronoun("he") is None
    assert memory.of_surname("Okello") is None
    assert memory.of_description("agency", office="") is None


def test_he_is_the_last_person_and_it_the_last_body() -> None:
    memory = Memory()
    for link in (person("Aline Joseph"), body("African Union"), person("Sam Okello")):
        memory.note(link)
    for word, name in (("he", "Sam Okello"), ("It", "African Union")):
        link = memory.of_pronoun(word)
        assert link is not None
        assert link.name == name


def test_who_spoke_comes_before_who_was_merely_named() -> None:
    memory = Memory()
    memory.note(person("Aline Joseph"))
    memory.note_mention(person("Sam Okello"))
    link = memory.of_pronoun("she")
    assert link is not None
    assert link.name == "Aline Joseph"


def test_a_surname_finds_its_full_name() -> None:
    memory = Memory()
    memory.note_mention(person("Sam Okello"))
    link = memory.of_surname("Okello")
    assert link is not None
    assert link.name == "Sam Okello"
    assert memory.of_surname("Joseph") is None


def test_an_office_finds_who_holds_it() -> None:
    memory = Memory()
    memory.note(person("Sam Okello", "defence minister"))
    link = memory.of_description("minister", office="minister")
    assert link is not None
    assert link.name == "Sam Okello"
    assert memory.of_description("president", office="president") is None


def test_mentions_come_in_the_order_of_the_text() -> None:
    places = [place for place, _ in find_mentions("NATO and the United Nations met.", "r")]
    assert places == sorted(places)
    assert len(places) == 2


@pytest.mark.parametrize("word", ["He", "She", "It", "They"])
def test_a_pronoun_without_anybody_stays_as_it_stands(word: str, engine: ReadingEngine) -> None:
    (claim,) = read(composed(f"{word} said the bridge had fallen."), engine).claims
    (link,) = claim.attribution.links
    assert (link.name, link.kind) == (word, LinkKind.ANONYMOUS)


def test_a_resolved_pronoun_says_where_the_name_stands(engine: ReadingEngine) -> None:
    text = "Sam Okello said it rained. He said the bridge had fallen."
    link = read(composed(text), engine).claims[1].attribution.links[0]
    assert link.words == "He"
    assert link.named_at is not None
    assert link.named_at.quote == "Sam Okello"
