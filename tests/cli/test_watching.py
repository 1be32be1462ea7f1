"""The commands on indicators, alerts and channels, as a user types them."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.cli.conftest import Run

from watchword.cli.exits import ExitCode

WORDS = "North Korean troops sent to Russia"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A folder of one's own with an empty record."""
    monkeypatch.chdir(tmp_path)
    run("init", "--title", "The convoy")
    return tmp_path


def lived_through(run: Run, reports: Path) -> None:
    assert run("collect", str(reports), "--replay").exit_code == ExitCode.DONE


def test_an_indicator_is_tried_added_and_shows_its_alerts_with_their_claims(
    run: Run, reports: Path
) -> None:
    assert "no indicators yet" in run("indicators").stderr
    lived_through(run, reports)
    tried = run("indicators", "test", WORDS)
    assert tried.exit_code == ExitCode.DONE
    assert "troops had" in tried.stdout
    assert "no indicators yet" in run("indicators").stderr
    added = run("indicators", "add", WORDS, "--back", "--importance", "high")
    assert added.exit_code == ExitCode.DONE
    (listed,) = [json.loads(line) for line in run("indicators", "--json").stdout.splitlines()]
    assert (listed["name"], listed["status"]) == (WORDS, "seen")
    assert listed["importance"] == "high"
    alerts = [json.loads(line) for line in run("alerts", "--json").stdout.splitlines()]
    assert [alert["turn"] for alert in alerts] == ["seen", "denied"]
    (sighting,) = alerts[0]["sightings"]
    assert sighting["claim"] in alerts[0]["claims"]
    assert "3,000 North Korean troops" in sighting["content"]["quote"]
    told = run("alerts").stdout
    assert sighting["claim"] in told
    assert sighting["report"] in told
    shown = run("indicators", "show", WORDS).stdout
    assert "SEEN" in shown
    assert "seen" in run("indicators").stdout


def test_an_indicator_without_words_is_named_and_changed_and_removed(run: Run) -> None:
    refused = run("indicators", "add", "--actor", "Russia")
    assert refused.exit_code == ExitCode.WRONG_USE
    assert "--name" in refused.stderr
    added = run(
        *("indicators", "add", "--name", "clash", "--actor", "Russia", "--event", "assault"),
        *("--counted", "troops", "--at-least", "100", "--window", "2d", "--silence", "14d"),
    )
    assert added.exit_code == ExitCode.DONE
    changed = run("indicators", "change", "clash", "--place", "Kursk", "--origins", "3", "--quiet")
    assert "Kursk" in changed.stdout
    (told,) = [json.loads(line) for line in run("indicators", "--json").stdout.splitlines()]
    assert told["actors"] == ["Russia"]
    assert told["events"] == ["ASSAULT"]
    assert (told["at_least"], told["counted"]) == (100, "troops")
    assert (told["window_days"], told["silence_days"]) == (2, 14)
    assert (told["least_origins"], told["quiet"]) == (3, True)
    assert run("indicators", "remove", "clash").exit_code == ExitCode.DONE
    assert run("indicators", "--json").stdout == ""


@pytest.mark.parametrize(
    "words",
    [
        ("--event", "QUARREL"),
        ("--position", "sits"),
        ("--importance", "huge"),
        ("--window", "soon"),
        ("--at-least", "3"),
    ],
)
def test_a_word_that_cannot_be_used_is_told_with_those_that_can(
    run: Run, words: tuple[str, str]
) -> None:
    refused = run("indicators", "add", "troops", *words)
    assert refused.exit_code == ExitCode.WRONG_USE
    assert "watchword:" in refused.stderr


def test_alerts_are_written_as_a_feed_on_demand_and_by_a_channel(
    run: Run, reports: Path, place: Path
) -> None:
    lived_through(run, reports)
    assert run("channels", "add", "atom", "sent.xml", "--least", "low").exit_code == ExitCode.DONE
    run("indicators", "add", WORDS, "--back")
    assert run("alerts", "--atom", "all.xml").exit_code == ExitCode.DONE
    delivered = json.loads(run("deliver", "--json").stdout)
    assert delivered["sent"] > 0
    assert json.loads(run("deliver", "--json").stdout)["sent"] == 0
    for name in ("all.xml", "sent.xml"):
        feed = ET.fromstring((place / name).read_bytes())  # noqa: S314 - our own
        assert feed.findall("{http://www.w3.org/2005/Atom}entry")
    (told,) = [json.loads(line) for line in run("channels", "--json").stdout.splitlines()]
    assert (told["kind"], told["sent"]) == ("atom", delivered["sent"])
    assert run("channels", "remove", told["key"]).exit_code == ExitCode.DONE
    assert "no channels yet" in run("channels").stderr


def test_a_channel_that_cannot_be_sent_to_is_refused(run: Run) -> None:
    for words in (
        ("pigeon", "loft"),
        ("webhook", "https://example.org/a"),
        ("email", "desk@example.org"),
        ("webhook", "https://example.org/a", "--secret", "KEY", "--quiet", "at night"),
        ("webhook", "https://example.org/a", "--secret", "KEY", "--least", "huge"),
    ):
        assert run("channels", "add", *words).exit_code == ExitCode.WRONG_USE
    refused = run("channels", "add", "webhook", "file:///etc/passwd", "--secret", "KEY")
    assert refused.exit_code == ExitCode.FAILED_CHECK


def test_what_could_not_be_sent_is_told_in_the_status(run: Run, reports: Path) -> None:
    lived_through(run, reports)
    run("channels", "add", "webhook", "https://watchword.invalid/a", "--secret", "NOT_SET_HERE")
    run("indicators", "add", WORDS, "--back")
    delivered = run("deliver")
    assert "failed and will be tried again" in delivered.stderr
    assert "NOT_SET_HERE" in run("status").stdout


def test_a_record_that_has_no_alerts_says_so(run: Run) -> None:
    assert "no alerts" in run("alerts").stderr


def test_collecting_sends_what_is_due(run: Run, place: Path) -> None:
    run("indicators", "add", WORDS)
    run("channels", "add", "atom", "sent.xml")
    note = "North Korea has sent 1,500 troops to Russia, the ministry said."
    (place / "note.txt").write_text(note, encoding="utf-8")
    collected = run("collect", "note.txt")
    assert "1 alert sent" in collected.stderr
    assert "1,500 troops" in (place / "sent.xml").read_text(encoding="utf-8")
    assert "sent" not in run("collect", "note.txt").stderr


def test_an_indicator_is_tried_on_files_without_a_record(
    run: Run, reports: Path, place: Path
) -> None:
    (place / "situation.watchword").unlink()
    tried = json.loads(run("indicators", "test", WORDS, "--from", str(reports), "--json").stdout)
    assert tried["read"] == 2
    assert [alert["turn"] for alert in tried["alerts"]] == ["seen", "denied"]
    assert not (place / "situation.watchword").exists()
