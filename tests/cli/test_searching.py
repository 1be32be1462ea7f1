"""Searching a record and its state, as a user types it."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.cli.exits import ExitCode


@pytest.fixture
def fed(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A record of the two reports, in the folder one is in."""
    monkeypatch.chdir(tmp_path)
    run("init", "--title", "The convoy")
    run("collect", str(reports))
    return run


def lines(fed: Run, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in fed("search", *words, "--json").stdout.splitlines()]


def test_claims_are_found_by_their_words(fed: Run) -> None:
    found = lines(fed, "denied", "--exact")
    assert [(each["outlet"], each["modality"]) for each in found] == []
    found = lines(fed, "12,000")
    assert [each["source"] for each in found] == ["Ukraine's military intelligence"]
    assert "12,000" in str(found[0]["content"])
    told = fed("search", "12,000").stdout
    assert "Strait Gazette" in told
    assert "12,000" in told


def test_a_search_by_meaning_finds_other_words(fed: Run) -> None:
    found = lines(fed, "number of soldiers dispatched by Pyongyang")
    assert any("meaning rank" in reason for each in found for reason in each["reasons"])  # type: ignore[attr-defined]
    assert lines(fed, "number of soldiers dispatched by Pyongyang", "--exact") == []


def test_filters_hold_for_what_is_found(fed: Run) -> None:
    assert {each["outlet"] for each in lines(fed, "--outlet", "Gulf Post")} == {"Gulf Post"}
    assert {each["modality"] for each in lines(fed, "--modality", "denied")} == {"denied"}
    assert lines(fed, "--since", "2024-10-26", "--reports") != []
    assert lines(fed, "--since", "2024-10-27", "--reports") == []
    assert {each["kind"] for each in lines(fed, "--reports", "troops")} == {"reports"}
    assert lines(fed, "--actor", "Nobody At All") == []


def test_what_is_asked_wrongly_is_told(fed: Run) -> None:
    assert "is no modality" in fed("search", "--modality", "surely").stderr
    assert fed("search", "--since", "soon").exit_code == ExitCode.WRONG_USE
    assert "nothing is found" in fed("search", "zeppelin").stderr


def test_the_state_of_a_record_is_told(fed: Run) -> None:
    state = json.loads(fed("status", "--json").stdout)
    assert (state["title"], state["reports"], state["read"], state["waiting"]) == (
        "The convoy",
        2,
        2,
        0,
    )
    assert sum(state["tables"].values()) <= state["bytes"]
    told = fed("status").stdout
    assert told.startswith("The convoy: 2 reports, 4 claims")
    assert "0 feeds" in told


def test_stories_are_listed_told_searched_and_ruled_on(fed: Run) -> None:
    listed = [json.loads(line) for line in fed("stories", "--json").stdout.splitlines()]
    keys = [each["key"] for each in listed]
    assert sum(len(each["reports"]) for each in listed) == 2
    told = json.loads(fed("stories", keys[0][:9], "--json").stdout)
    assert told["steps"][0]["step"] == "start"
    found = lines(fed, "--story", keys[0], "--reports")
    assert {each["report"] for each in found} == set(listed[0]["reports"])
    assert "start" in fed("stories", keys[0]).stdout
    assert fed("stories", "nokey").exit_code == ExitCode.FAILED_CHECK
    assert fed("stories", "--lines").exit_code == ExitCode.FAILED_CHECK
    report = listed[0]["reports"][0]
    assert fed("decide", "other-story", report, keys[0]).exit_code == ExitCode.DONE
    after = [json.loads(line) for line in fed("stories", "--json").stdout.splitlines()]
    assert sorted(key for each in after for key in each["reports"]) == sorted(
        key for each in listed for key in each["reports"]
    )
    steps = json.loads(fed("stories", after[0]["key"], "--json").stdout)["steps"]
    assert all(step["reasons"] for step in steps)
