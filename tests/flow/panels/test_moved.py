"""Panels of one part and title are one, and what moved is told once more among the changes."""

from watchword.flow.panels import put_together
from watchword.flow.panels.rows import SINCE
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part


def panel(part: Part, *rows: tuple[str, ...], columns: tuple[str, ...]) -> Panel:
    told = tuple(PanelRow(cells=row, claims=("c",)) for row in rows)
    return Panel(part=part, title="t", columns=columns, rows=told, made_by="test/1")


INDICATORS = ("Indicator", "State", SINCE)


def test_what_moved_is_listed_with_its_claims() -> None:
    given = panel(
        Part.INDICATORS, ("a", "seen", "was “not seen”"), ("b", "seen", ""), columns=INDICATORS
    )
    kept, changes = put_together([given])
    assert kept == given
    assert changes.part is Part.CHANGES
    assert [row.cells for row in changes.rows] == [("indicator", "a", "was “not seen”", "seen")]
    assert changes.rows[0].claims == ("c",)


def test_the_column_of_what_moved_is_left_out_where_nothing_did() -> None:
    (kept,) = put_together([panel(Part.INDICATORS, ("a", "seen", ""), columns=INDICATORS)])
    assert kept.columns == ("Indicator", "State")
    assert kept.rows[0].cells == ("a", "seen")


def test_panels_of_one_part_and_title_are_one() -> None:
    columns = ("Not known", "As far as can be counted")
    first, second = (panel(Part.WATCH, (name, "1"), columns=columns) for name in "ab")
    (joined,) = put_together([first, second])
    assert [row.cells[0] for row in joined.rows] == ["a", "b"]
