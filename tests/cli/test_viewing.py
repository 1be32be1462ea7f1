"""A view is of the record, or of paths that are named, and of the same things in both."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.cli.viewing import ViewOrder, see, see_around, see_changed
from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.windowing import MOST
from watchword.text.instants import moment_of


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


@pytest.fixture
def example(run: Run, tmp_path: Path) -> str:
    """The record of the shipped example."""
    store = str(tmp_path / "example.watchword")
    folder = Path(__file__).parents[2] / "examples" / "troops-to-russia"
    assert run("init", store).exit_code == 0
    assert run("collect", folder, "--store", store).exit_code == 0
    return store


def test_of_a_large_record_the_newest_reports_are_looked_at_and_it_is_said(
    run: Run, example: str
) -> None:
    every = see(ViewOrder(store=example, newest=0))
    few = see(ViewOrder(store=example, newest=4))
    times = {each.published.at for each in few.reports.values()}
    left = {each.published.at for key, each in every.reports.items() if key not in few.reports}
    assert len(few.reports) == 4
    assert min(time for time in times if time) >= max(time for time in left if time)
    told = run("tracks", "--store", example, "--newest", "4")
    words = f"over the newest 4 of {len(every.reports)} reports; narrow it, or look at more"
    assert words in " ".join(told.stderr.split())
    assert "over the newest" not in run("tracks", "--store", example, "--newest", "0").stderr


@pytest.mark.parametrize("of", ["record", "paths"])
def test_reports_of_some_days_are_looked_at(example: str, of: str) -> None:
    folder = Path(__file__).parents[2] / "examples" / "troops-to-russia"
    sources = (str(folder),) if of == "paths" else ()
    order = ViewOrder(store=None if sources else example, sources=sources)
    days = ("2024-10-24", "2024-10-25")
    every, some = see(order), see(replace(order, days=days))
    within = {
        key
        for key, each in every.reports.items()
        if each.published.at is not None and each.published.at.date().isoformat() in days
    }
    assert 0 < len(within) < len(every.reports)
    assert set(some.reports) == within


def test_days_that_are_none_or_end_before_they_begin_are_refused(run: Run, example: str) -> None:
    late = run("drift", "--published-from", "2024-10-25", "--published-until", "2024-10-24")
    assert late.exit_code != 0
    assert "--published-until: the last day lies before the first" in late.stderr
    none = run("sources", "--published-from", "2024-13-01", "--store", example)
    assert none.exit_code != 0
    assert "--published-from: '2024-13-01' is no date" in none.stderr


def test_a_relation_of_some_days_does_not_go_beyond_them(run: Run, example: str) -> None:
    asked = ("relations", "North Korea", "Russia", "--json", "--raw", "--store", example)
    some = run(*asked, "--published-from", "2024-10-15", "--published-until", "2024-10-20")
    every = run(*asked)
    weeks = [
        [each for each in map(json.loads, told.stdout.splitlines()) if each["kind"] == "period"]
        for told in (some, every)
    ]
    assert [week["since"] for week in weeks[0]] == ["2024-10-14"]
    assert len(weeks[1]) > 1
    assert 0 < weeks[0][0]["reports"] <= sum(week["reports"] for week in weeks[1])


def test_so_many_reports_as_no_record_has_are_refused(run: Run, example: str) -> None:
    told = run("tracks", "--store", example, "--newest", "9" * 20)
    assert told.exit_code == 2
    assert "--newest" in told.output


def test_the_help_tells_how_many_reports_are_looked_at(run: Run) -> None:
    assert f"{MOST:,} unless given" in " ".join(run("tracks", "--help").output.split())


def test_a_claim_is_looked_at_with_the_days_around_it(example: str) -> None:
    every = see(ViewOrder(store=example, newest=0))
    dated = [each for each in every.claims.values() if every.reports[each.report].published.at]
    oldest = min(dated, key=lambda each: (every.reports[each.report].published.at, each.key))
    around = see_around(ViewOrder(store=example, newest=6), oldest.key[:12])
    assert oldest.key in around.claims
    assert 0 < len(around.reports) <= 6
    assert see_around(ViewOrder(store=example), oldest.key).claims.keys() == every.claims.keys()
    with pytest.raises(RefusedError, match="no such claim"):
        see_around(ViewOrder(store=example), "ffffffffffffffff")
    with pytest.raises(RefusedError, match="several claims"):
        see_around(ViewOrder(store=example), "")


def test_changes_of_a_large_record_are_those_of_the_days_since(example: str) -> None:
    before, now = see_changed(ViewOrder(store=example, newest=5), Asked(), moment_of("2024-10-25"))
    assert not before.reports  # the record was made later
    assert 0 < len(now.reports) <= 5
