"""What a report is grouped by."""

from dataclasses import replace

import numpy as np
from tests.group.stories.made import FERRY, features, report

from watchword.group.stories.features import features_of, mean_direction
from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.span import Span
from watchword.model.toponym import LocatedToponym, Location, Precision, Toponym


def direction(*values: float) -> bytes:
    return np.array(values, dtype="<f2").tobytes()


def test_the_title_plays_no_part() -> None:
    told = report(FERRY, "a", title="Ferry sinks")
    assert features_of(told, (), (), (), ()) == features(FERRY, "a")


def test_words_are_stems_without_small_words_and_numbers() -> None:
    found = features("The ships were sinking, and 120 ships sank in 2024.", "a")
    assert dict(found.words) == {"ship": 2, "sink": 1, "sank": 1}
    assert found.numbers == ("120",)


def test_pairs_stand_side_by_side_and_never_across_a_small_word() -> None:
    found = features("divers searched the harbour basin", "a")
    assert [pair for pair, _ in found.pairs] == ["diver search", "harbour basin"]


def test_names_are_case_folded_and_kept_as_the_report_spells_them() -> None:
    found = features("They saw the Aurora sink, and on Monday they raised the Aurora.", "a")
    assert dict(found.names)["aurora"] == 2
    assert dict(zip((name for name, _ in found.names), found.spelt, strict=True)) == {
        "aurora": "Aurora",
        "monday": "Monday",
    }


def test_a_place_is_a_name_and_a_country_and_a_state_counts_twice() -> None:
    text = "Moscow sent troops to Kursk."
    span = Span.within(text, 0, 6, report="a")
    russia = Actor(
        key="r",
        report="a",
        name="Russia",
        kind=LinkKind.STATE,
        country="RU",
        offices=(),
        aliases=("Moscow",),
        mentions=(span,),
    )
    kursk = LocatedToponym(
        toponym=Toponym(start=22, end=27, words="Kursk"),
        location=Location(
            geonames_id=538560,
            name="Kursk",
            country="RU",
            division="Kursk",
            latitude=51.7,
            longitude=36.2,
            precision=Precision.CITY,
        ),
    )
    nowhere = replace(kursk, toponym=Toponym(start=22, end=27, words="Kurskland"), location=None)
    found = features_of(report(text, "a"), (), (russia,), (kursk, nowhere), ())
    assert dict(found.countries) == {"RU": 4}
    assert found.places == ("kursk", "kurskland")
    assert dict(found.names) == {"kursk": 1, "kurskland": 1, "russia": 1}


def test_the_mean_of_directions_has_length_one_and_of_none_is_none() -> None:
    mean = mean_direction((direction(1.0, 0.0), direction(0.0, 1.0)))
    assert mean is not None
    values = np.frombuffer(mean, dtype="<f2")
    assert np.allclose(values, [0.7071, 0.7071], atol=1e-3)
    assert mean_direction(()) is None
    assert mean_direction((direction(1.0, 0.0), direction(-1.0, 0.0))) is None


def test_an_empty_report_has_no_features() -> None:
    found = features("", "a")
    assert (found.words, found.names, found.numbers, found.vector) == ((), (), (), None)
