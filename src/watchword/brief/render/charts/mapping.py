"""A map: where what is told is told to be, on coasts and borders, the marks sized by origins."""

from collections.abc import Iterator, Mapping
from math import sqrt

import numpy as np

from watchword.brief.render.charts.canvas import SIZE, Box, Canvas, fitted, path_of, width_of
from watchword.brief.render.charts.clipping import area_of, each_cut
from watchword.brief.render.charts.labels import disc, place_label
from watchword.brief.render.charts.projecting import Points, View, fit_view
from watchword.model.chart import Chart, ChartPoint
from watchword.text.outlines import world_outlines

LEAST, MOST = 4.5, 15.0
"""Radius of the smallest and of the largest mark, in pixels."""
COUNTRY = 9.5
"""Pixels of a country's name."""
NARROW_PLACES = frozenset({"city", "district"})
LONGEST = 190.0
Look = Mapping[str, str | float]
_TOWN: Look = {"fill": "0", "fill_opacity": 0.85, "stroke": "paper", "stroke_width": 1}
_WIDER: Look = {"fill": "0", "fill_opacity": 0.25, "stroke": "0", "stroke_width": 1.8}
_FOOT = 22


def draw_map(chart: Chart, *, wide: bool, colours: Mapping[str, str]) -> str | None:
    """Draw places on a map, None where there is none with a position."""
    placed = [point for point in chart.points if _position(point)]
    if not placed:
        return None
    width, lowest, highest = (682.0, 280.0, 420.0) if wide else (340.0, 240.0, 380.0)
    where = [position for point in placed if (position := _position(point))]
    view = fit_view(where, width=width, lowest=lowest, highest=highest)
    canvas = Canvas(width, view.height + _FOOT, colours)
    canvas.put("rect", x=0, y=0, width=width, height=view.height, fill="sea")
    names = list(_draw_countries(canvas, view))
    canvas.put(
        "rect", x=0.5, y=0.5, width=width - 1, height=view.height - 1, fill="none", stroke="edge"
    )
    _draw_places(canvas, view, placed, names)
    _draw_key(canvas, view.height + _FOOT / 2 + 2, placed)
    told = "; ".join(f"{point.label}: {_times(point)}" for point in placed)
    return canvas.finish(title=chart.title, description=told)


def _position(point: ChartPoint) -> tuple[float, float] | None:
    if point.longitude is None or point.latitude is None:
        return None
    return point.longitude, point.latitude


def _times(point: ChartPoint) -> str:
    return f"{round(point.value or 0)}"


def _draw_countries(canvas: Canvas, view: View) -> Iterator[tuple[str, Points]]:
    """Draw every country that shows; its name and the largest part of it that does, one each."""
    found: list[tuple[str, Points]] = []
    for country in world_outlines():
        parts = [part for ring in country.rings for part in each_cut(ring, view)]
        if parts:
            shape = "".join(path_of([*map(tuple, part)], closed=True) for part in parts)
            canvas.put("path", d=shape, fill="land", stroke="edge", stroke_width=0.7)
            found.append((country.name, max(parts, key=area_of)))
    yield from sorted(found, key=lambda one: (-area_of(one[1]), one[0]))


def _draw_places(
    canvas: Canvas, view: View, places: list[ChartPoint], names: list[tuple[str, Points]]
) -> None:
    frame = Box(3, 3, view.width - 3, view.height - 3)
    most = max(point.value or 1 for point in places)
    marks = [
        (point, _at(point, view), _radius(point, most))
        for point in sorted(places, key=lambda one: (-(one.value or 0), one.label))
    ]
    taken = [disc(at, radius) for _, at, radius in marks]
    for point, at, radius in marks:
        look = _TOWN if point.sort in NARROW_PLACES else _WIDER
        canvas.put("circle", cx=at[0], cy=at[1], r=radius, **look)
    for point, at, radius in marks:
        words = f"{fitted(point.label, LONGEST)}, {_times(point)}"
        if placed := place_label(words, at, radius, taken=taken, frame=frame):
            label, box = placed
            taken.append(box)
            canvas.haloed(label.x, label.y, label.words, text_anchor=label.anchor)
    _draw_names(canvas, names, taken, frame)


def _draw_names(
    canvas: Canvas, names: list[tuple[str, Points]], taken: list[Box], frame: Box
) -> None:
    """The names of countries with room for theirs, where no mark or label is."""
    for name, shape in names:
        long = width_of(name, COUNTRY)
        if np.ptp(shape[:, 0]) < long or np.ptp(shape[:, 1]) < COUNTRY * 1.6:
            continue
        x, y = _midst(shape)
        for shift in (0.0, -22.0, 22.0):
            box = Box(x - long / 2, y + shift - 7, x + long / 2, y + shift + 7)
            if box.lies_in(frame) and not any(box.meets(other) for other in taken):
                taken.append(box)
                canvas.words(
                    x, y + shift, name, fill="other", font_size=COUNTRY, text_anchor="middle"
                )
                break


def _draw_key(canvas: Canvas, y: float, places: list[ChartPoint]) -> None:
    x = 7.0
    wide = any(point.sort not in NARROW_PLACES for point in places)
    narrow = any(point.sort in NARROW_PLACES for point in places)
    if narrow:
        canvas.put("circle", cx=x, cy=y, r=5, fill="0", fill_opacity=0.85)
        canvas.words(x + 10, y, "a town", font_size=SIZE)
        x += 68
    if wide:
        canvas.put("circle", cx=x, cy=y, r=5, **_WIDER)
        canvas.words(x + 10, y, "the midst of a wider place", font_size=SIZE)


def _at(point: ChartPoint, view: View) -> tuple[float, float]:
    longitude, latitude = _position(point) or (0.0, 0.0)
    relative = view.flat.relative(np.array([longitude]))
    x, y = view.place(np.array([[relative[0], latitude]]))[0]
    return float(x), float(y)


def _radius(point: ChartPoint, most: float) -> float:
    """By area: twice as many origins, twice as large a disc, down to the smallest that is seen."""
    return max(LEAST, min(MOST, LEAST * 1.2 * sqrt(most)) * sqrt((point.value or 1) / most))


def _midst(shape: Points) -> tuple[float, float]:
    """The centre of mass of a shape."""
    x, y = shape[:, 0], shape[:, 1]
    cross = x * np.roll(y, -1) - np.roll(x, -1) * y
    whole = cross.sum() * 3
    if abs(whole) < 1e-6:
        return float(x.mean()), float(y.mean())
    east = ((x + np.roll(x, -1)) * cross).sum() / whole
    return float(east), float(((y + np.roll(y, -1)) * cross).sum() / whole)
