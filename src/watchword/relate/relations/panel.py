"""Who printed how much, and how much of it tells of the two: outlet by outlet, period by period.

A text counts once, for the outlet that published it first. An outlet tells a happening once, in
the period in which it first does. Outlets with few texts, and texts without an outlet, stand
together as the rest.

Invariant: what an outlet prints beside the two never counts as telling of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from watchword.model.relation import Happening, Period, Quad, Way
from watchword.relate.relations.calendar import place_of
from watchword.relate.relations.texts import Text

Numbers = NDArray[np.float64]

FRESH = timedelta(days=31)
"""How long after its day a happening is news: what is recalled later tells nothing of a period."""
FEWEST = 8
"""Texts from which an outlet stands for itself: fewer tell no rate."""
SILENT = 5.0
"""Texts that a period without any lacks for its outlet to count as not collected in it: by chance
that is seen once in 150 periods (e^-5)."""

SERIES = tuple((way, quad) for way in Way for quad in Quad)
"""What is counted: each class, each way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Counts by outlet and period; arrays have a row an outlet and a column a period.

    Attributes:
        outlets: names of those that tell of the two at all; the last is None for the rest.
        time: how much of a period an outlet was printing, 0 to 1; of the rest, its texts.
        others: texts that tell nothing of the two.
        told: by series, happenings that an outlet first tells.
        texts: by series, texts that tell any.
    """

    outlets: tuple[str | None, ...]
    time: Numbers
    others: Numbers
    told: Mapping[tuple[Way, Quad], Numbers]
    texts: Mapping[tuple[Way, Quad], Numbers]


def count_volume(
    texts: Mapping[str, Text], spans: Sequence[tuple[date, date, int | None]]
) -> tuple[Period, ...]:
    """Periods with the reports, texts and outlets of each, whatever they are about."""
    starts = [start for start, _, _ in spans]
    reports: list[int] = [0] * len(spans)
    printed: list[set[str]] = [set() for _ in spans]
    outlets: list[set[str | None]] = [set() for _ in spans]
    for text in texts.values():
        if text.printed is not None and 0 <= (at := place_of(text.printed, starts)) < len(spans):
            reports[at] += 1
        if text.day is not None and 0 <= (place := place_of(text.day, starts)) < len(spans):
            printed[place].add(text.origin)
            outlets[place].add(text.outlet)
    return tuple(
        Period(
            start=start,
            end=end,
            offset=offset,
            reports=reports[place],
            texts=len(printed[place]),
            outlets=len(outlets[place]),
        )
        for place, (start, end, offset) in enumerate(spans)
    )


def build_panel(
    happenings: Iterable[Happening], texts: Mapping[str, Text], periods: Sequence[Period]
) -> Panel:
    """Count what each outlet tells of the two, and what beside.

    Args:
        happenings: deeds between the two.
        texts: the text that each report prints, by report.
        periods: the periods, without a gap.
    """
    told = tuple(happenings)
    unique = {text.origin: text for text in texts.values() if text.day is not None}
    dyadic = {telling.origin for each in told for telling in each.tellings}
    rows = _rows(unique.values(), dyadic)
    sheet = _lay_out(unique, rows, periods)
    others = sheet.count(origin for origin in unique if origin not in dyadic)
    every = sheet.count(unique)
    first = _first_tellings(told, unique)
    return Panel(
        outlets=tuple(rows),
        time=_time(every, sheet, unique, periods),
        others=others,
        told={
            series: sheet.count(
                origin
                for each in told
                if (each.way, each.quad) == series
                for origin in first[each.key]
            )
            for series in SERIES
        },
        texts={
            series: sheet.count(
                dict.fromkeys(
                    origin
                    for each in told
                    if (each.way, each.quad) == series
                    for origin in first[each.key]
                )
            )
            for series in SERIES
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """Where each text is counted: its row and its column, by origin."""

    rows: Mapping[str | None, int]
    columns: int
    places: Mapping[str, tuple[int, int]]

    def count(self, origins: Iterable[str]) -> Numbers:
        """Texts by outlet and period; one that is given twice counts twice."""
        counts = np.zeros((len(self.rows), self.columns))
        for origin in origins:
            place = self.places.get(origin)
            if place is not None:
                counts[place] += 1
        return counts


def _lay_out(
    texts: Mapping[str, Text], rows: Mapping[str | None, int], periods: Sequence[Period]
) -> _Sheet:
    starts = [period.start for period in periods]
    places: dict[str, tuple[int, int]] = {}
    for origin, text in texts.items():
        column = place_of(text.day, starts) if text.day is not None else -1
        if 0 <= column < len(starts):
            places[origin] = (rows.get(text.outlet, rows[None]), column)
    return _Sheet(rows=rows, columns=len(starts), places=places)


def _rows(texts: Iterable[Text], dyadic: set[str]) -> Mapping[str | None, int]:
    """Outlets that stand for themselves, and the rest.

    Of the outlets with enough texts those that never tell of the two are left to the rest's others.
    """
    printed: dict[str, int] = {}
    telling: set[str] = set()
    for text in texts:
        if text.outlet is not None:
            printed[text.outlet] = printed.get(text.outlet, 0) + 1
            if text.origin in dyadic:
                telling.add(text.outlet)
    named = sorted(outlet for outlet in telling if printed[outlet] >= FEWEST)
    return {outlet: row for row, outlet in enumerate([*named, None])}


def _first_tellings(
    happenings: Iterable[Happening], texts: Mapping[str, Text]
) -> Mapping[str, tuple[str, ...]]:
    """For each happening, the first text of each outlet that tells it while it is news."""
    found: dict[str, tuple[str, ...]] = {}
    for each in happenings:
        firsts: dict[str, Text] = {}
        for origin in each.origins:
            text = texts.get(origin)
            if text is None or text.day is None or not _is_fresh(each.day, text.day):
                continue
            outlet = text.outlet or text.origin
            known = firsts.get(outlet)
            if known is None or (text.day, text.origin) < (known.day or text.day, known.origin):
                firsts[outlet] = text
        found[each.key] = tuple(text.origin for text in firsts.values())
    return found


def _is_fresh(day: date, printed: date) -> bool:
    return printed - day <= FRESH


def _time(
    every: Numbers, sheet: _Sheet, texts: Mapping[str, Text], periods: Sequence[Period]
) -> Numbers:
    """How much of each period an outlet was printing.

    From its first text to its last; a period without a text is left out where several were due.
    """
    time = np.zeros_like(every)
    spans: dict[int, tuple[date, date]] = {}
    for origin, (row, _) in sheet.places.items():
        day = texts[origin].day
        if day is not None:
            low, high = spans.get(row, (day, day))
            spans[row] = (min(low, day), max(high, day))
    for row, (first, last) in spans.items():
        for column, period in enumerate(periods):
            begin, end = max(first, period.start), min(last + timedelta(days=1), period.end)
            time[row, column] = max(0, (end - begin).days) / (period.end - period.start).days
    pace = every.sum(axis=1) / np.maximum(time.sum(axis=1), 1e-9)
    time[(every == 0) & (pace[:, None] * time >= SILENT)] = 0.0
    time[sheet.rows[None]] = every[sheet.rows[None]]
    return time
