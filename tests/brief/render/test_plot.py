from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from watchword.brief.render.axis import day_axis, quantity_axis
from watchword.brief.render.plot import IN_PAGE, ON_PAPER, draw_plot
from watchword.brief.render.plot_layout import MOST_SOURCES, Layout, lay_out_plot
from watchword.brief.render.svg import clean_svg
from watchword.model.brief import Brief
from watchword.model.figure import Approx, Figure
from watchword.model.track import Point, Standing, Track


@pytest.fixture
def track(brief: Brief) -> Track:
    return brief.contests[0].track


def _laid_out(track: Track) -> Layout:
    layout = lay_out_plot(track, width=480, height=260, margin=130)
    assert layout is not None
    return layout


def _point(track: Track, low: float | None, best: float | None, high: float | None) -> Point:
    approx = Approx.ABOUT if best else Approx.RANGE
    figure = replace(track.points[0].figure, low=low, best=best, high=high, approx=approx)
    return replace(track.points[0], figure=figure)


def test_a_range_is_a_bar_with_two_ends_and_no_midpoint(track: Track) -> None:
    mark = next(one for one in _laid_out(track).marks if one.words == "9,000-11,000")
    assert len(mark.ends) == 2
    assert mark.bar == mark.ends


def test_a_floor_points_up_and_a_ceiling_down(track: Track) -> None:
    marks = {one.words: one for one in _laid_out(track).marks}
    assert marks["10,900 or more"].arrow == -1
    assert marks["up to 10,000"].arrow == 1
    assert marks["12,000"].arrow == 0


def test_the_same_figure_from_the_same_source_on_a_day_is_one_mark(track: Track) -> None:
    layout = _laid_out(replace(track, points=track.points[:2] + (track.points[0],) * 4))
    assert sorted(mark.count for mark in layout.marks) == [1, 5]


def test_marks_of_a_day_stand_side_by_side(track: Track) -> None:
    points = tuple(replace(track.points[0], source=f"office {one}") for one in range(6))
    marks = _laid_out(replace(track, points=points)).marks
    assert all(abs(one.x - other.x) >= 10 for one, other in combinations(marks, 2))


def test_labels_do_not_cover_each_other(track: Track) -> None:
    layout = _laid_out(track)
    boxes = []
    for label in layout.labels:
        long = len(label.words) * 6.2
        left = {"left": label.x, "right": label.x - long, "center": label.x - long / 2}[label.side]
        boxes.append((left, left + long, label.y))
    for one, other in combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(one[2] - other[2]) >= 13
    assert len(boxes) >= 6


def test_beyond_twelve_the_rarest_sources_are_others(track: Track) -> None:
    points = tuple(
        replace(
            track.points[0],
            source=f"office {number}",
            said_at=(track.points[0].said_at or pytest.fail("dated")) + timedelta(days=number),
        )
        for number in range(30)
    )
    layout = _laid_out(replace(track, points=points))
    assert len(layout.sources) == MOST_SOURCES
    assert layout.sources[-1] == "19 others"


@pytest.mark.parametrize("bounds", [(None, None, None), (float("nan"),) * 3, (1e300,) * 3])
def test_what_cannot_be_drawn_is_left_to_the_table(
    track: Track, bounds: tuple[float | None, float | None, float | None]
) -> None:
    undrawn = _point(track, *bounds)
    undated = replace(track.points[0], said_at=None)
    short = replace(track, points=(track.points[0], undrawn, undated))
    assert draw_plot(short, wide=True, colours=IN_PAGE) is None


def test_a_drawing_names_its_subject_and_has_no_style_or_script(track: Track) -> None:
    drawn = draw_plot(track, wide=True, colours=IN_PAGE)
    assert drawn is not None
    assert "<title>North Korean troops in Russia</title>" in drawn
    assert "National Intelligence Service: 1,500" in drawn
    for unwanted in ("<style", "<script", "href", " style=", "aria-label", "url("):
        assert unwanted not in drawn
    assert 'fill="var(--plot-0)"' in drawn
    assert "var(" not in (draw_plot(track, wide=True, colours=ON_PAPER) or "var(")


def test_hostile_names_are_words_in_a_drawing(track: Track) -> None:
    points = tuple(
        replace(point, source=f'</text><script>{number}</script>"\x08\u202e')
        for number, point in enumerate(track.points)
    )
    drawn = draw_plot(
        replace(track, points=points, title="<b>&\x00", unit='{"signal": "x"}'),
        wide=False,
        colours=IN_PAGE,
    )
    assert drawn is not None
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "g", "path", "line", "text"}


def test_a_drawing_is_the_same_each_time(track: Track) -> None:
    first = draw_plot(track, wide=True, colours=ON_PAPER)
    assert first == draw_plot(track, wide=True, colours=ON_PAPER)


def test_superseded_figures_are_hollow_and_withdrawn_ones_crossed(track: Track) -> None:
    points = (
        track.points[0],
        replace(track.points[3], standing=Standing.WITHDRAWN),
        track.points[5],
    )
    drawn = draw_plot(replace(track, points=points), wide=True, colours=IN_PAGE)
    assert drawn is not None
    assert 'fill="var(--paper)"' in drawn
    assert "hollow and crossed: withdrawn" in drawn


def test_quantities_start_at_zero_and_end_above_the_highest() -> None:
    axis = quantity_axis([1500.0, 12000.0], 260)
    assert axis.ticks[0] == 0
    assert axis.high >= 12000
    assert axis.at(0) == 260
    assert axis.at(axis.high) == 0


def test_figures_far_apart_are_drawn_by_powers_of_ten() -> None:
    axis = quantity_axis([3.0, 12_000_000.0], 260)
    assert axis.logarithmic
    assert axis.ticks[0] <= 3
    assert axis.ticks[-1] >= 12_000_000


@pytest.mark.parametrize("values", [[0.0], [-5.0, 0.0], [5.0], [1e-9, 1e14], [0.001, 0.002]])
def test_every_set_of_figures_gets_an_axis(values: list[float]) -> None:
    axis = quantity_axis(values, 260)
    assert axis.low < axis.high
    assert 2 <= len(axis.ticks) <= 30
    assert all(-1 <= axis.at(value) <= 261 for value in values)


@pytest.mark.parametrize("days", [0, 1, 5, 30, 90, 400, 4_000, 400_000])
def test_days_get_ticks_that_do_not_crowd(brief: Brief, days: int) -> None:
    first = brief.as_of.date().replace(year=1000)
    axis = day_axis([first, first + timedelta(days=days)], 480)
    assert 1 <= len(axis.ticks) <= 8
    assert all(0 <= axis.at(tick) <= 480 for tick in axis.ticks)


def test_cleaning_drops_what_is_not_known_to_be_harmless() -> None:
    dirty = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><style>*{}</style><script>x</script>'
        '<a href="javascript:x"><text>in link</text></a><path d="M0,0" style="fill:red"'
        ' fill="url(http://evil.example)"/><image href="http://evil.example"/></svg>'
    )
    clean = clean_svg(dirty, title="t", description="d")
    assert clean == (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>t</title><desc>d</desc>'
        '<path d="M0,0" /></svg>'
    )


def test_the_figure_type_needs_no_best_value(track: Track) -> None:
    figure: Figure = replace(
        track.points[0].figure, low=2000.0, best=None, high=None, words="thousands"
    )
    points = (track.points[3], replace(track.points[0], figure=figure))
    marks = _laid_out(replace(track, points=points)).marks
    assert next(one for one in marks if one.words == "“thousands”").arrow == -1
