"""Names as keys: what is one name, and what only looks so."""

import pytest

from watchword.resolve.identity_names import (
    body_key,
    initials_of,
    is_common_surname,
    is_generic_body,
    short_names,
    surname_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Russian Defense Ministry", "Russian Defence Ministry"),
        ("U.N.", "UN"),
        ("G-7", "G7"),
        ("Organization of American States", "Organisation of American States"),
        ("Jama\u2019at Nusrat", "Jama'at Nusrat"),
        ("Islamic Revolutionary Guards Corps", "Islamic Revolutionary Guard Corps"),
    ],
)
def test_spellings_of_one_body_have_one_key(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


def test_an_acronym_is_no_word() -> None:
    assert body_key("WHO") != body_key("who")


def test_a_short_surname_is_only_what_it_is() -> None:
    assert surname_key("Khan") != surname_key("Han")
    assert surname_key("Sybiha") == surname_key("Sybiga")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ursula von der Leyen", ("Leyen", "von der Leyen")),
        ("Kim Jong-un", ("Kim",)),
        ("Abdullah II", ("Abdullah",)),
        ("King Salman", ("Salman",)),
        ("Ferdinand Marcos Jr.", ("Marcos",)),
        ("Hemedti", ()),
    ],
)
def test_people_are_called_by_their_surname(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


def test_the_initials_of_a_body_leave_out_small_words() -> None:
    assert initials_of("Organisation for the Prohibition of Chemical Weapons") == "OPCW"
    assert initials_of("Hezbollah") == ""


def test_some_names_are_nobodys_by_themselves() -> None:
    assert all(map(is_common_surname, ("Kim", "Brown", "Khan")))
    assert not any(map(is_common_surname, ("Putin", "Zelensky")))
    assert all(map(is_generic_body, ("Senate", "National Security Council", "TDF")))
    assert not any(map(is_generic_body, ("Verkhovna Rada", "Gazprom")))
