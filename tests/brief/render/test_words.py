from dataclasses import replace
from datetime import UTC, datetime

import pytest

from watchword.brief.render.words import (
    chain_words,
    figure_label,
    figure_words,
    file_label,
    known_words,
    modality_words,
    number_words,
    outlet_label,
    published_words,
)
from watchword.model.brief import Brief
from watchword.model.claim import Polarity
from watchword.model.figure import Approx, Figure
from watchword.model.report import DateSource, Published

Bounds = tuple[float | None, float | None, float | None]


def _figure(words: str, bounds: Bounds, approx: Approx) -> Figure:
    low, best, high = bounds
    return Figure(
        start=0,
        end=len(words),
        words=words,
        low=low,
        best=best,
        high=high,
        approx=approx,
        unit="troops",
        counted="foreign troops",
    )


@pytest.mark.parametrize(
    ("words", "bounds", "approx", "label"),
    [
        ("10,900", (10900, 10900, 10900), Approx.EXACT, "10,900"),
        ("some 3,000", (3000, 3000, 3000), Approx.ABOUT, "about 3,000"),
        ("at least 3,000", (3000, 3000, None), Approx.AT_LEAST, "3,000 or more"),
        ("up to 12,000", (None, 12000, 12000), Approx.UP_TO, "up to 12,000"),
        ("between 9,000 and 11,000", (9000, None, 11000), Approx.RANGE, "9,000-11,000"),
        ("thousands", (2000, None, None), Approx.ABOUT, "“thousands”"),
        ("2.5 million", (2.5e6, 2.5e6, 2.5e6), Approx.EXACT, "2.5 million"),
    ],
)
def test_a_label_keeps_the_qualifier(
    words: str, bounds: Bounds, approx: Approx, label: str
) -> None:
    assert figure_label(_figure(words, bounds, approx)) == label


def test_a_change_is_never_shown_as_a_total() -> None:
    figure = replace(_figure("another 1,500", (1500, 1500, 1500), Approx.EXACT), change=True)
    assert figure_label(figure) == "+1,500"
    assert figure_label(replace(figure, direction="down")) == "\u22121,500"
    assert "a change, not a total" in figure_words(figure)


def test_a_fate_stays_with_its_figure() -> None:
    figure = replace(_figure("3,000", (3000, 3000, 3000), Approx.EXACT), fate="killed")
    assert figure_words(figure) == "“3,000” (exact): foreign troops, killed"


def test_open_bounds_are_said_to_be_open() -> None:
    assert "no upper bound" in figure_words(_figure("at least 3", (3, 3, None), Approx.AT_LEAST))
    assert "no lower bound" in figure_words(_figure("up to 3", (None, 3, 3), Approx.UP_TO))
    assert "no bounds" in figure_words(_figure("many", (None, None, None), Approx.ABOUT))


def test_numbers_are_written_as_people_write_them() -> None:
    assert [number_words(one) for one in (0, 3.5, 1e9, 1e18, float("inf"))] == [
        "0", "3.5", "1 billion", "1e+18", "not a finite number",
    ]  # fmt: skip


def test_a_day_is_not_given_a_clock_time() -> None:
    at = datetime(2024, 10, 3, tzinfo=UTC)
    assert published_words(Published(at=at, how=DateSource.TEXT, day_only=True)) == "3 October 2024"
    assert published_words(Published(at=at, how=DateSource.TEXT)) == "3 October 2024, 00:00 UTC"
    assert published_words(Published()) == "undated"
    assert known_words(Published()) == "date looked for and not found"


def test_a_place_on_a_disk_is_shown_without_its_folders() -> None:
    assert file_label("/home/kim/a.zip!b/c.txt") == "a.zip!c.txt"
    assert file_label("https://news.example/a/b") == "https://news.example/a/b"
    assert file_label("-") == "-"


def test_a_report_without_an_outlet_says_so(brief: Brief) -> None:
    report = replace(brief.reports[0], outlet=None)
    assert outlet_label(report) == "Outlet not named (0.txt)"


def test_the_chain_runs_from_the_outlet_to_the_origin(brief: Brief) -> None:
    assert chain_words("Han River Post", brief.claims[3].attribution) == (
        "Han River Post",
        "Park Jin-ho (member of parliament)",
        "National Intelligence Service",
    )


def test_the_modality_shows_the_words_that_make_it(brief: Brief) -> None:
    assert modality_words(brief.claims[10]) == "reported as hearsay: “reportedly”"
    negated = replace(brief.claims[0], polarity=Polarity.NEGATED)
    assert modality_words(negated) == "asserted, told as not so"
