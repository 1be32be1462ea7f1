"""Toponyms are laid where they fit together; each answers to its own words."""

import pytest

from watchword.model.toponym import LocatedToponym, Precision, Toponym
from watchword.resolve.locations import locate_toponyms


def located(text: str, *names: str) -> list[LocatedToponym]:
    toponyms, at = [], 0
    for words in names:
        start = text.index(words, at)
        at = start + len(words)
        toponyms.append(Toponym(start=start, end=at, words=words))
    return list(locate_toponyms(text, toponyms))


def told(text: str, *names: str) -> list[tuple[str | None, str | None]]:
    return [
        (each.location.country, each.location.division) if each.location else (None, None)
        for each in located(text, *names)
    ]


def test_alone_a_name_is_its_best_known_bearer() -> None:
    assert told("Rain fell on Paris.", "Paris") == [("FR", "Île-de-France")]


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        ("A fair in Paris, Texas.", ("Paris", "Texas"), ("US", "Texas")),
        ("A fair in Paris, Ky., ended.", ("Paris", "Ky."), ("US", "Kentucky")),
        ("Texas's Paris votes.", ("Texas", "Paris"), ("US", "Texas")),
        ("Hyderabad in Pakistan flooded.", ("Hyderabad", "Pakistan"), ("PK", "Sindh")),
        ("The Hyderabad (Pakistan) court.", ("Hyderabad", "Pakistan"), ("PK", "Sindh")),
    ],
)
def test_what_a_place_is_told_to_lie_in_decides(
    text: str, names: tuple[str, ...], place: tuple[str, str]
) -> None:
    assert place in told(text, *names)


def test_what_is_told_once_holds_throughout() -> None:
    text = "Athens, Ga., voted. Later Athens slept."
    assert told(text, "Athens", "Ga.", "Athens")[2] == ("US", "Georgia")


def test_two_places_of_one_name_can_be_told_apart() -> None:
    text = "From Paris, Texas, he flew to Paris, France."
    found = told(text, "Paris", "Texas", "Paris", "France")
    assert [found[0], found[2]] == [("US", "Texas"), ("FR", "Île-de-France")]


def test_the_whole_that_is_told_with_a_part_may_differ_from_the_rest() -> None:
    text = "Tbilisi, Batumi and Gori slept. Georgia voted. In Atlanta, Georgia, it rained."
    found = told(text, "Tbilisi", "Batumi", "Gori", "Georgia", "Atlanta", "Georgia")
    assert found[3:] == [("GE", None), ("US", "Georgia"), ("US", "Georgia")]


def test_a_sea_has_a_spot_and_no_country() -> None:
    (found,) = located("In the Red Sea", "Red Sea")
    assert found.location is not None
    assert (found.location.country, found.location.precision) == (None, Precision.AREA)
    assert found.location.geonames_id is None


def test_neighbours_decide_where_nothing_is_told() -> None:
    text = "Crews from Pineville, Boyce and Rapides Parish drove to Alexandria."
    found = told(text, "Pineville", "Boyce", "Rapides Parish", "Alexandria")
    assert set(found) == {("US", "Louisiana")}


def test_where_the_outlet_is_at_home_decides_for_a_name_alone() -> None:
    (home,) = (each.location for each in located("Rapides Parish", "Rapides Parish"))
    toponym = Toponym(start=0, end=10, words="Alexandria")
    (alone,) = locate_toponyms("Alexandria votes.", [toponym])
    (local,) = locate_toponyms("Alexandria votes.", [toponym], home=home)
    assert [each.location and each.location.country for each in (alone, local)] == ["EG", "US"]
    assert local.location is not None
    assert local.location.division == "Louisiana"


def test_a_name_that_nobody_bears_could_not_be_told() -> None:
    first, second = located("From Qzwxvy to Lima.", "Qzwxvy", "Lima")
    assert first.location is None
    assert second.location is not None


def test_no_toponyms_no_locations() -> None:
    assert locate_toponyms("Nothing.", []) == ()


def test_a_location_says_what_it_is() -> None:
    (found,) = located("Seoul", "Seoul")
    assert found.location is not None
    assert (found.location.geonames_id, found.location.precision) == (1835848, Precision.CITY)
    assert (round(found.location.latitude), round(found.location.longitude)) == (38, 127)
