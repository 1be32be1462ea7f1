"""A track at the size of a word, drawn by the server: it needs no script."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup

_WIDE, _TALL, _EDGE = 114, 24, 3


def spark(course: Sequence[Sequence[Any]]) -> Markup:
    """A mark for each figure over its own days and values, a bar where it is a range.

    Args:
        course: when it was said, low, best and high of each figure, as a track's summary has it.
    """
    told = [(datetime.fromisoformat(at).timestamp(), bounds) for at, *bounds in course if at]
    values = [value for _, bounds in told for value in bounds if value is not None]
    if len(told) < 2 or not values:
        return Markup("")
    first, last = min(at for at, _ in told), max(at for at, _ in told)
    marks = [
        _mark(
            _EDGE + _WIDE * _share(at, first, last),
            [
                _EDGE + _TALL * (1 - _share(value, min(values), max(values)))
                for value in bounds
                if value is not None
            ],
        )
        for at, bounds in told
    ]
    body = "".join(marks)
    return Markup(f'<svg class="course" viewBox="0 0 120 30" aria-hidden="true">{body}</svg>')  # noqa: S704 - numbers alone


def _share(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low) if high > low else 0.5


def _mark(x: float, heights: Sequence[float]) -> str:
    if not heights:
        return ""
    top, below = min(heights), max(heights)
    bar = f'<path d="M{x:.1f} {below:.1f}V{top:.1f}"/>' if below - top > 1 else ""
    return f'{bar}<circle cx="{x:.1f}" cy="{heights[len(heights) // 2]:.1f}" r="2.2"/>'
