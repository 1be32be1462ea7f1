"""What a name could mean, the likeliest first."""

import pytest

from watchword.model.toponym import Toponym
from watchword.resolve.candidates import candidates_of
from watchword.text.geonames import Kind


def likeliest(text: str, words: str) -> tuple[str, str, Kind]:
    start = text.index(words)
    toponym = Toponym(start=start, end=start + len(words), words=words)
    place = candidates_of(text, toponym)[0].place
    return place.name, place.country, place.kind


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Paris is wet.", "Paris", ("Paris", "FR", Kind.CITY)),
        ("Georgia voted.", "Georgia", ("Georgia", "GE", Kind.COUNTRY)),
        ("Near Boyce, La., it rained.", "La.", ("Louisiana", "US", Kind.FIRST)),
        ("Washington said no.", "Washington", ("Washington", "US", Kind.CITY)),
        ("the Kursk region", "Kursk", ("Kurskaya oblast'", "RU", Kind.FIRST)),
        ("Kursk held.", "Kursk", ("Kursk", "RU", Kind.CITY)),
        ("Rapides Parish", "Rapides Parish", ("Rapides Parish", "US", Kind.SECOND)),
        ("Gaza is dark.", "Gaza", ("Gaza", "PS", Kind.CITY)),
        ("European envoys", "European", ("Europe", "", Kind.AREA)),
        ("the EU", "EU", ("European Union", "", Kind.AREA)),
        ("PERU VOTES", "PERU", ("Peru", "PE", Kind.COUNTRY)),
    ],
)
def test_likeliest(text: str, words: str, found: tuple[str, str, Kind]) -> None:
    assert likeliest(text, words) == found


def test_an_adjective_means_its_country_alone() -> None:
    toponym = Toponym(start=0, end=6, words="Polish")
    assert [each.place.country for each in candidates_of("Polish jets", toponym)] == ["PL"]


def test_a_name_that_nobody_bears_has_no_candidate() -> None:
    assert candidates_of("Qzwxvy", Toponym(start=0, end=6, words="Qzwxvy")) == ()
