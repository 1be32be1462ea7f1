"""What moved since the last brief, taken from the rows that are marked so; panels put together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from watchword.flow.panels.rows import MADE_BY, SINCE
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part

TITLE = "What the record holds otherwise than before"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """How a row of a panel is told among what moved.

    Attributes:
        sort: what sort of thing it is.
        names: columns that name it.
        now: the column that says how it is now.
    """

    sort: str
    names: tuple[str, ...]
    now: str


_SHOWN = {
    Part.POSITIONS: _Shown(sort="position", names=("Actor", "Question"), now="Stands"),
    Part.RELATIONS: _Shown(sort="relation", names=("Between",), now="What turned"),
    Part.INDICATORS: _Shown(sort="indicator", names=("Indicator",), now="State"),
    Part.SCENARIOS: _Shown(sort="scenario", names=("What may come",), now="How likely"),
    Part.FORECASTS: _Shown(sort="forecast", names=("Question",), now="Held likely"),
}


def put_together(panels: Iterable[Panel]) -> tuple[Panel, ...]:
    """Panels of one part and title as one, and, where anything moved, a panel of that."""
    joined: dict[tuple[Part, str], Panel] = {}
    for panel in panels:
        known = joined.get((panel.part, panel.title))
        rows = (*known.rows, *panel.rows) if known else panel.rows
        joined[panel.part, panel.title] = replace(panel, rows=rows)
    joined = {key: _without_blank(panel) for key, panel in joined.items()}
    moved = tuple(row for panel in joined.values() for row in _each_moved(panel))
    if not moved:
        return tuple(joined.values())
    changes = Panel(
        part=Part.CHANGES,
        title=TITLE,
        columns=("What", "Which", SINCE, "Now"),
        rows=moved,
        made_by=MADE_BY,
    )
    return (*joined.values(), changes)


def _without_blank(panel: Panel) -> Panel:
    """A panel without the column of what moved where nothing in it did."""
    if SINCE not in panel.columns:
        return panel
    at = panel.columns.index(SINCE)
    if any(row.cells[at] for row in panel.rows):
        return panel
    return replace(
        panel,
        columns=panel.columns[:at],
        rows=tuple(replace(row, cells=row.cells[:at]) for row in panel.rows),
    )


def _each_moved(panel: Panel) -> Iterator[PanelRow]:
    shown = _SHOWN.get(panel.part)
    if shown is None or not {SINCE, shown.now, *shown.names} <= set(panel.columns):
        return
    for row in panel.rows:
        cells = dict(zip(panel.columns, row.cells, strict=True))
        if cells[SINCE]:
            which = ": ".join(cells[name] for name in shown.names)
            told = (shown.sort, which, cells[SINCE], cells[shown.now])
            yield PanelRow(cells=told, claims=row.claims)
