"""Every kind of chart: inert, the same each time, readable without its colours, with its table."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from tests.brief.render.chart_samples import chart_of

from watchword.brief.render.charts import (
    chart_columns,
    chart_rows,
    draw_chart,
    draw_chart_file,
)
from watchword.brief.render.plot import IN_PAGE, ON_PAPER
from watchword.brief.render.svg import ELEMENTS
from watchword.model.chart import ChartKind, ChartPoint

KINDS = list(ChartKind)
DASH = "stroke-dasharray"


def drawn(kind: ChartKind, *, wide: bool = True) -> ET.Element:
    svg = draw_chart(chart_of(kind), wide=wide, colours=IN_PAGE)
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def words_in(root: ET.Element) -> list[str]:
    return [one.text or "" for one in root.iter() if one.tag.endswith("text")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wide", [True, False])
def test_a_chart_is_inert_and_says_what_it_shows(kind: ChartKind, wide: bool) -> None:
    root = drawn(kind, wide=wide)
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= ELEMENTS | {"title", "desc"}
    assert root[0].text == chart_of(kind).title
    assert root[1].text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wide", [True, False])
def test_words_stay_in_the_picture(kind: ChartKind, wide: bool) -> None:
    root = drawn(kind, wide=wide)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for one in root.iter():
        if one.tag.endswith("text"):
            assert -1 <= float(one.get("x", "0")) <= width + 1
            assert 0 <= float(one.get("y", "0")) <= height


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_the_same_each_time_and_without_variables_on_paper(kind: ChartKind) -> None:
    first = draw_chart(chart_of(kind), wide=True, colours=ON_PAPER)
    assert first == draw_chart(chart_of(kind), wide=True, colours=ON_PAPER)
    assert first is not None
    assert "var(" not in first


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_no_points_is_not_drawn(kind: ChartKind) -> None:
    empty = replace(chart_of(kind), points=())
    assert draw_chart(empty, wide=True, colours=IN_PAGE) is None
    assert draw_chart_file(empty, form="svg") is None
    assert chart_rows(empty) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_a_cell_for_each_head_and_the_claims_of_its_points(kind: ChartKind) -> None:
    chart = chart_of(kind)
    rows = chart_rows(chart)
    assert {len(cells) for cells, _ in rows} == {len(chart_columns(chart))}
    assert all(point in chart.points for _, point in rows)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_a_chart_is_a_file_of_its_own(kind: ChartKind, form: str) -> None:
    if form != "svg":
        pytest.importorskip("vl_convert")
    picture = draw_chart_file(chart_of(kind), form=form)
    assert picture is not None
    assert picture.startswith({"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF-"}[form])
    if form == "svg":
        assert chart_of(kind).title.encode() in picture


def test_conflict_is_dashed_and_cooperation_is_not() -> None:
    arcs = [one for one in drawn(ChartKind.NETWORK) if one.get("fill") == "none" and one.get("d")]
    dashed = [one for one in arcs if one.get(DASH)]
    assert len(dashed) == 2
    assert {one.get("stroke") for one in dashed} == {IN_PAGE["1"]}
    assert {one.get("stroke") for one in arcs if not one.get(DASH)} == {IN_PAGE["0"]}


def test_what_is_not_told_as_so_is_hollow() -> None:
    marks = [one for one in drawn(ChartKind.TIMELINE) if one.tag.endswith("circle")]
    hollow = [one for one in marks if one.get("fill") == IN_PAGE["paper"]]
    assert (len(marks), len(hollow)) == (5, 1)


def test_what_lies_far_before_the_rest_is_set_apart() -> None:
    assert "earlier" in words_in(drawn(ChartKind.TIMELINE))


def test_marks_on_a_timeline_bear_the_numbers_of_the_table() -> None:
    numbers = [word for word in words_in(drawn(ChartKind.TIMELINE)) if word.isdigit()]
    assert sorted(numbers) == [cells[0] for cells, _ in chart_rows(chart_of(ChartKind.TIMELINE))]


def test_a_map_names_its_places_and_the_countries_around_them() -> None:
    words = words_in(drawn(ChartKind.MAP))
    assert {"Kursk region, 6", "Vladivostok, 2", "Pyongyang, 1"} <= set(words)
    assert {"Russia", "China", "Mongolia"} <= set(words)


def test_a_wide_place_is_a_ring_and_a_town_a_disc() -> None:
    marks = [one for one in drawn(ChartKind.MAP) if one.tag.endswith("circle")]
    strengths = [one.get("fill-opacity") for one in marks]
    assert strengths[:3] == ["0.25", "0.85", "0.85"]


def test_places_around_the_globe_are_laid_flat_with_the_pacific_in_the_middle() -> None:
    places = tuple(
        ChartPoint(label=label, longitude=east, latitude=north, value=1.0, sort="city")
        for label, east, north in (("Seoul", 127.0, 37.5), ("Los Angeles", -118.2, 34.0))
    )
    svg = draw_chart(replace(chart_of(ChartKind.MAP), points=places), wide=True, colours=IN_PAGE)
    root = ET.fromstring(svg or "")  # noqa: S314 - our own drawing
    seoul, angeles = (
        one for one in root.iter() if one.tag.endswith("circle") and one.get("stroke")
    )
    # The one drawn first bears the name that comes first.
    assert float(angeles.get("cx", "0")) < float(seoul.get("cx", "0"))


def test_a_state_without_numbers_is_dashed_and_says_so() -> None:
    root = drawn(ChartKind.SCENARIO)
    boxes = [one for one in root if one.tag.endswith("rect") and one.get("stroke")]
    assert sum(bool(one.get(DASH)) for one in boxes) == 2
    assert "nobody gave a number" in " ".join(words_in(root))
    assert "very likely, 90 %" in words_in(root)


def test_a_scenario_that_nobody_could_read_is_left_to_its_table() -> None:
    many = tuple(ChartPoint(label="x", series=f"n{place}", value=0.5) for place in range(31))
    chart = replace(chart_of(ChartKind.SCENARIO), points=many)
    assert draw_chart(chart, wide=True, colours=IN_PAGE) is None
    assert len(chart_rows(chart)) == 31


def test_a_turn_bears_a_number_and_is_told_first() -> None:
    assert "1" in words_in(drawn(ChartKind.RELATION))
    cells, _ = chart_rows(chart_of(ChartKind.RELATION))[0]
    assert cells[0] == "Turn 1"
    assert cells[2] == "material cooperation rises"


def test_calibration_tells_how_many_came_about_of_how_many() -> None:
    cells, _ = chart_rows(chart_of(ChartKind.CALIBRATION))[1]
    assert cells == ("Ana", "likely", "70%", "15 of 20", "55% to 90%")
    assert "20" in words_in(drawn(ChartKind.CALIBRATION))
