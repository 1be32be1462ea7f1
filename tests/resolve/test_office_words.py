"""Which office some words ask for, and whose."""

import pytest

from watchword.resolve.office_words import asked_office

ASKED = [
    ("the South Korean president", "president", "KR", None),
    ("president of Ukraine", "president", "UA", None),
    ("US secretary of state", "foreign minister", "US", None),
    ("British foreign secretary", "foreign minister", "GB", None),
    ("top diplomat", "foreign minister", None, None),
    ("North Korean leader", "leader", "KP", None),
    ("Israeli army chief", "military chief", "IL", None),
    ("Ukraine's top general", "military chief", "UA", None),
    ("NATO chief", "head", None, "NATO"),
    ("NIS director", "head", "KR", "National Intelligence Service"),
    ("Russian spy chief", "head", "RU", "Foreign Intelligence Service"),
    ("Kremlin spokesman", "spokesperson", "RU", "Kremlin"),
    ("head of the Wagner Group", "head", "RU", "Wagner"),
    ("new prime minister", "prime minister", None, None),
]


@pytest.mark.parametrize(("words", "family", "country", "body"), ASKED)
def test_words_ask_for_an_office_of_a_state_or_of_a_body(
    words: str, family: str, country: str | None, body: str | None
) -> None:
    asked = asked_office(words)
    assert asked is not None
    assert (asked.family, asked.country, asked.body) == (family, country, body)
    assert not asked.former
    assert not asked.acting


@pytest.mark.parametrize("words", ["former president", "ex-president", "the ousted president"])
def test_who_was_in_an_office_is_asked_for_as_a_former_one(words: str) -> None:
    asked = asked_office(words)
    assert asked is not None
    assert (asked.family, asked.former) == ("president", True)


@pytest.mark.parametrize(
    "words",
    ["deputy foreign minister", "president-elect", "incoming president", "a fisherman's hut", ""],
)
def test_who_is_below_or_before_an_office_asks_for_none(words: str) -> None:
    assert asked_office(words) is None
