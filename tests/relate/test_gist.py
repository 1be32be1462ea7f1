import pytest
from tests.relate.claims import KURSK, NIS, RUSSIA, claim, figure

from watchword.model.claim import Modality
from watchword.model.figure import Approx
from watchword.model.place import Place, PlaceKind
from watchword.relate.counted_where import is_broad
from watchword.relate.deeds import Deed, deed_in
from watchword.relate.gist import Mood, content_words, read_gist
from watchword.relate.kinds import amount_of, country_in
from watchword.relate.sameness import is_same_thing, places_fit, words_fit


def place(name: str, kind: PlaceKind, country: str | None = "RU") -> Place:
    return Place(start=0, end=1, words=name, name=name, kind=kind, country=country)


def test_names_of_one_country_and_synonyms_are_one_word() -> None:
    assert content_words("Seoul says soldiers were deployed") == content_words(
        "South Korea says troops had been dispatched"
    )


def test_numbers_and_empty_words_carry_no_content() -> None:
    assert content_words("at least 1,500 of them were") == frozenset()


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("dispatched", Deed.SEND),
        ("deployment of soldiers", Deed.SEND),
        ("were killed", Deed.KILL),
        ("supply artillery", Deed.SUPPLY),
        ("considers", None),
    ],
)
def test_a_deed_is_known_by_any_of_its_words(words: str, deed: Deed | None) -> None:
    assert deed_in(words) is deed


def test_about_and_exactly_give_one_amount_and_a_range_another() -> None:
    about = figure(3000, low=2500, high=3500, approx=Approx.ABOUT)
    spread = figure(None, low=2000, high=3000, approx=Approx.RANGE)
    assert amount_of(about) == amount_of(figure(3000, "soldiers"))
    assert amount_of(spread) != amount_of(figure(3000))


def test_a_country_is_found_inside_other_words() -> None:
    assert country_in("some 1,500 North Korean special-forces soldiers") == "KP"
    assert country_in("soldiers from the north") == ""


def test_conditional_and_considered_are_one_mood_and_a_plan_is_another() -> None:
    moods = {
        modality: read_gist(claim("c", "send arms", NIS, modality=modality)).mood
        for modality in Modality
    }
    assert moods[Modality.CONDITIONAL] is moods[Modality.CONSIDERED] is Mood.OPEN
    assert moods[Modality.ASSERTED] is moods[Modality.REPORTED] is Mood.TOLD
    assert len(set(moods.values())) == 6


def test_places_fit_where_one_holds_the_other_and_two_regions_do_not() -> None:
    city = place("Vladivostok", PlaceKind.CITY)
    east = place("eastern Russia", PlaceKind.REGION)
    assert places_fit(RUSSIA, city)
    assert places_fit(east, city)
    assert places_fit(None, KURSK)
    assert not places_fit(KURSK, city)
    assert not places_fit(RUSSIA, place("Kyiv", PlaceKind.CITY, "UA"))
    assert is_broad(east)


def test_actors_fit_by_country_and_an_open_actor_fits_any() -> None:
    north, south = content_words("Pyongyang"), content_words("Seoul")
    assert words_fit(north, content_words("North Korean soldiers"))
    assert not words_fit(north, south)
    assert words_fit(north, frozenset())


def test_likeness_of_words_alone_does_not_join_two_deeds() -> None:
    sent = read_gist(claim("c1", "North Korea sent troops to Russia", verb="send"))
    trained = read_gist(claim("c2", "North Korea trained troops of Russia", verb="train"))
    assert not is_same_thing(sent, trained, {})
