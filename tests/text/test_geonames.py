"""The gazetteer that is carried along: numbers, places, names in any spelling."""

import pytest

from watchword.text.geonames import (
    Kind,
    bearers_of,
    country_place,
    key_of,
    place_at,
    place_numbered,
)


@pytest.mark.parametrize(
    ("name", "number", "country"),
    [
        ("Seoul", 1835848, "KR"),
        ("Kyiv", 703448, "UA"),
        ("Kiev", 703448, "UA"),
        ("Hodeidah", 79415, "YE"),
        ("São Paulo", 3448439, "BR"),
        ("sao paulo", 3448439, "BR"),
        ("Saint Petersburg", 498817, "RU"),
        ("St. Petersburg", 498817, "RU"),
    ],
)
def test_cities_are_known_under_their_names(name: str, number: int, country: str) -> None:
    found = {(each.place.geonames_id, each.place.country) for each in bearers_of(name)}
    assert (number, country) in found


def test_a_place_lies_in_divisions_and_a_country() -> None:
    pineville = next(
        each.place
        for each in bearers_of("Pineville")
        if "Louisiana" in {place_at(row).name for row in each.place.within}
    )
    assert [place_at(row).name for row in pineville.within] == [
        "Rapides Parish",
        "Louisiana",
        "United States",
    ]
    assert [place_at(row).kind for row in pineville.within] == [
        Kind.SECOND,
        Kind.FIRST,
        Kind.COUNTRY,
    ]


def test_a_name_nobody_bears_has_no_bearers() -> None:
    assert bearers_of("Qzwxvy") == ()
    assert bearers_of("") == ()
    assert bearers_of("\uffff") == ()


def test_countries_are_known_by_code() -> None:
    peru = country_place("PE")
    assert peru is not None
    assert (peru.geonames_id, peru.name, peru.kind) == (3932488, "Peru", Kind.COUNTRY)
    assert country_place("QQ") is None


def test_places_are_known_by_number() -> None:
    seoul = place_numbered(1835848)
    assert seoul is not None
    assert seoul.name == "Seoul"
    assert place_numbered(1) is None
    assert place_numbered(2**40) is None


def test_other_names_are_told_from_a_places_own() -> None:
    own = {each.place.geonames_id: each.other for each in bearers_of("Lisbon")}
    assert own[2267057] is False
    other = {each.place.geonames_id: each.other for each in bearers_of("Lisboa")}
    assert other[2267057] is True


@pytest.mark.parametrize(
    ("name", "key"),
    [("Łódź", "lodz"), ("P'yongyang", "pyongyang"), ("Ft. Worth", "fort worth"), ("--", "")],
)
def test_keys_are_plain(name: str, key: str) -> None:
    assert key_of(name) == key
