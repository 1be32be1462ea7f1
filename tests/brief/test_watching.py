"""What to watch is told once a condition, the gravest and most shared first."""

import sys
from importlib import import_module
from pathlib import Path

from watchword.brief.material import Desk
from watchword.brief.watching import watch_of
from watchword.model.plan import Part, PlannedPart

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


def watched(name: str, most: int = 6) -> list[str]:
    desk = Desk(situations.material_of(name))
    planned = PlannedPart(part=Part.WATCH, most=most)
    return [sentence.text for sentence in watch_of(desk, planned)]


def test_what_an_official_ties_to_a_grave_consequence_comes_first() -> None:
    first, second = watched("lake-border")
    assert "Rwanda will respond with force" in first
    assert "may close its consulate in Goma if the fighting spreads" in second


def test_no_more_is_told_than_is_planned() -> None:
    assert len(watched("lake-border", most=1)) == 1


def test_nothing_implied_is_nothing_to_watch() -> None:
    desk = Desk(situations.empty_material())
    assert list(watch_of(desk, PlannedPart(part=Part.WATCH, most=6))) == []
