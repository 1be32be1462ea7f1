"""A view is of the record, or of paths that are named, and of the same things in both."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.cli.viewing import ViewOrder, see
from watchword.errors import SettingsError
from watchword.flow.situation.scoping import Asked


def test_a_view_of_a_record_and_of_its_paths_knows_the_same(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    store = str(tmp_path / "s.watchword")
    assert run("init", store).exit_code == 0
    assert run("collect", reports, "--store", store).exit_code == 0
    asked = Asked(actors=["Moscow"])
    kept = see(ViewOrder(store=store), asked)
    looked = see(ViewOrder(sources=(str(reports),)), asked)
    assert set(kept.claims) == set(looked.claims)
    assert {event.key for event in kept.events} == {event.key for event in looked.events}
    assert len(kept.reports) == len(looked.reports) > 0


def test_what_came_later_is_not_seen(reports: Path) -> None:
    then = see(ViewOrder(sources=(str(reports),), as_of="2024-10-24"))
    assert [report.outlet for report in then.reports.values()] == ["Gulf Post"]


def test_a_record_and_paths_together_are_refused(reports: Path) -> None:
    with pytest.raises(SettingsError, match="not of both"):
        see(ViewOrder(store="s.watchword", sources=(str(reports),)))
