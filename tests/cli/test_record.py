"""The commands on a record, as a user types them."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.cli.exits import ExitCode


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, where the record is made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WATCHWORD_USER", "ana")
    return tmp_path


def test_a_record_is_begun_fed_and_briefed(run: Run, reports: Path, place: Path) -> None:
    assert run("init", "--title", "The convoy").exit_code == ExitCode.DONE
    collected = run("collect", str(reports), "--json")
    assert collected.exit_code == ExitCode.DONE
    nothing = {"unread": 0, "late": 0, "visits": 0, "failed": []}
    assert json.loads(collected.stdout) == {"new": 2, "known": 0, "read": 2, **nothing}
    again = json.loads(run("collect", str(reports), "--json").stdout)
    assert again == {"new": 0, "known": 2, "read": 0, **nothing}
    briefed = run("brief", "-o", "first.json")
    assert briefed.exit_code == ExitCode.DONE
    assert "kept in the record as" in briefed.stderr
    (kept,) = [json.loads(line) for line in run("briefs", "--json").stdout.splitlines()]
    assert kept["key"] in briefed.stderr
    assert kept["title"] == "The convoy"
    assert kept["key"] in run("briefs").stdout
    rebuilt = run("brief", "--rebuild", "last", "-o", "again.json")
    assert "byte for byte the same" in rebuilt.stderr
    assert (place / "first.json").read_bytes() == (place / "again.json").read_bytes()


def test_what_was_read_later_is_not_in_a_brief_as_of_before(
    run: Run, reports: Path, place: Path
) -> None:
    run("init")
    run("collect", str(reports / "seoul.txt"))
    run("brief", "-o", "first.json")
    as_of = json.loads((place / "first.json").read_text(encoding="utf-8"))["as_of"]
    run("collect", str(reports))
    run("brief", "--as-of", as_of, "-o", "again.json")
    assert (place / "first.json").read_bytes() == (place / "again.json").read_bytes()
    run("brief", "--since", "last", "-o", "now.json")
    assert (place / "first.json").read_bytes() != (place / "now.json").read_bytes()


@pytest.mark.usefixtures("place")
def test_reading_can_be_left_for_later(run: Run, reports: Path) -> None:
    run("init")
    assert json.loads(run("collect", str(reports), "--no-reading", "--json").stdout)["read"] == 0
    assert run("brief").exit_code == ExitCode.NOTHING_READ
    assert json.loads(run("collect", str(reports), "--json").stdout)["read"] == 2


@pytest.mark.usefixtures("place")
def test_a_decision_is_told_listed_and_undone(run: Run) -> None:
    run("init")
    made = run("decide", "grade", "Gulf Post", "B", "--why", "right before")
    key = made.stdout.partition(":")[0]
    assert made.stdout == f"{key}: grade Gulf Post B (right before)\n"
    assert run("decide", "undo", key).exit_code == ExitCode.DONE
    listed = [json.loads(line) for line in run("decisions", "--json").stdout.splitlines()]
    assert [(each["kind"], each["by"], each["undoes"]) for each in listed] == [
        ("grade", "ana", None),
        ("undo", "ana", key),
    ]
    assert "ana: grade Gulf Post B" in run("decisions").stdout


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("grade", "Gulf Post", "G"), "'G' is no grade"),
        (("grade", "Gulf Post"), "needs a value"),
        (("guess", "Gulf Post"), "'guess' is no decision"),
    ],
)
def test_a_decision_that_is_none_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    run("init")
    wrong = run("decide", *words)
    assert wrong.exit_code == ExitCode.WRONG_USE
    assert told in wrong.stderr


@pytest.mark.usefixtures("place")
def test_a_record_that_is_not_there_is_told_with_how_to_begin(run: Run) -> None:
    for words in (("collect", "."), ("brief",), ("decisions",), ("store", "check")):
        missing = run(*words)
        assert missing.exit_code == ExitCode.STORE
        assert "watchword init" in missing.stderr


def test_a_record_is_copied_checked_and_exported(run: Run, reports: Path, place: Path) -> None:
    run("init", "kursk.watchword")
    run("collect", str(reports), "--store", "kursk.watchword")
    assert run("store", "backup", "copy.watchword", "--store", "kursk.watchword").exit_code == 0
    assert run("store", "copy", "other.watchword", "--store", "copy.watchword").exit_code == 0
    assert "sound" in run("store", "check", "--store", "other.watchword").stdout
    lines = [
        run("store", "export", "--store", name).stdout
        for name in ("kursk.watchword", "other.watchword")
    ]
    assert lines[0] == lines[1]
    assert {json.loads(line)["table"] for line in lines[0].splitlines()} >= {"report", "claim"}
    assert not list(place.glob("*.part*"))


@pytest.mark.usefixtures("place")
def test_a_brief_is_of_paths_or_of_a_record(run: Run, reports: Path) -> None:
    run("init")
    both = run("brief", str(reports), "--store", "situation.watchword")
    assert both.exit_code == ExitCode.WRONG_USE
    assert run("brief", "--map", "id=nr").exit_code == ExitCode.WRONG_USE


@pytest.mark.usefixtures("place")
def test_a_folder_is_added_visited_listed_and_removed(run: Run, reports: Path) -> None:
    run("init")
    added = run("add", "folder", str(reports), "--name", "Inbox", "--every", "2h")
    assert added.exit_code == ExitCode.DONE
    key = added.stdout.split()[0]
    for file in reports.iterdir():
        os.utime(file, (0, 0))
    found = json.loads(run("collect", "--json").stdout)
    assert (found["new"], found["visits"], found["read"]) == (2, 1, 2)
    assert json.loads(run("collect", "--json").stdout)["visits"] == 0
    assert json.loads(run("collect", "--now", "--json").stdout)["visits"] == 1
    (listed,) = [json.loads(line) for line in run("feeds", "--json").stdout.splitlines()]
    assert (listed["key"], listed["health"], listed["every_s"]) == (key, "well", 7200.0)
    assert "Inbox" in run("feeds").stdout
    assert "<opml" in run("feeds", "--opml").stdout
    assert run("remove", "Inbox").exit_code == ExitCode.DONE
    assert run("feeds", "--json").stdout == ""
    assert run("remove", "Inbox").exit_code == ExitCode.FAILED_CHECK


def test_a_list_of_feeds_is_taken_in(run: Run, place: Path) -> None:
    run("init")
    listed = [f'<outline type="rss" xmlUrl="https://{name}.example.org/f"/>' for name in "ab"]
    listed.append('<outline type="rss" xmlUrl="ftp://c.example.org/f"/>')
    opml = place / "feeds.opml"
    text = f'<opml version="2.0"><body>{"".join(listed)}</body></opml>'
    opml.write_text(text, encoding="utf-8")
    taken = run("add", "opml", "feeds.opml")
    assert taken.exit_code == ExitCode.DONE
    assert len(taken.stdout.splitlines()) == 2
    assert "not taken: ftp://c.example.org/f" in taken.stderr
    assert "2 added" in taken.stderr
    assert "2 known already" in run("add", "opml", "feeds.opml").stderr


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "feed", "ftp://example.org/f"), "only http and https"),
        (("add", "tape", "x"), "'tape' is no kind of feed"),
        (("add", "folder", "x", "--every", "soon"), "no length of time"),
        (("add", "opml", "none.opml"), "cannot be read"),
        (("add", "feed", "http://127.0.0.1:9/f"), "inside a private network"),
        (("collect", "x", "--every", "5m"), "watchword add folder"),
    ],
)
def test_what_cannot_be_visited_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    run("init")
    wrong = run(*words)
    assert wrong.exit_code in {ExitCode.WRONG_USE, ExitCode.FAILED_CHECK}
    assert told in wrong.stderr


@pytest.mark.usefixtures("place")
def test_a_report_and_the_actors_are_shown(run: Run, reports: Path) -> None:
    run("init")
    run("collect", str(reports))
    rows = [json.loads(line) for line in run("store", "export").stdout.splitlines()]
    key = next(row["key"] for row in rows if row["table"] == "report")
    shown = json.loads(run("show", key[:9], "--json").stdout)
    assert shown["key"] == key
    assert shown["origin"]["manner"] == "own text"
    assert len(shown["claims"]) == 2
    told = run("show", key).stdout
    assert "origin: " in told
    assert shown["text"].splitlines()[0] in told
    assert run("show", "nokey").exit_code == ExitCode.FAILED_CHECK
    listed = [json.loads(line) for line in run("actors", "--json").stdout.splitlines()]
    names = {each["name"] for each in listed}
    assert "Russia" in names
    one = json.loads(run("actors", "Russia", "--json").stdout)
    assert (one["kind"], one["country"]) == ("state", "RU")
    assert "key " in run("actors", "Russia").stdout
    assert "0 of 0" in run("actors", "--proposals").stderr
    assert "Russia" in run("actors").stdout


def test_a_copy_is_ruled_out_and_ruled_in_again(run: Run, reports: Path, place: Path) -> None:
    run("init")
    (reports / "again.txt").write_text(
        (reports / "seoul.txt").read_text(encoding="utf-8").replace("Gulf Post", "Pusan Star"),
        encoding="utf-8",
    )
    run("collect", str(reports))
    rows = [json.loads(line) for line in run("store", "export").stdout.splitlines()]
    keys = {row["outlet"]: row["key"] for row in rows if row["table"] == "report"}
    copy, wire = sorted((keys["Gulf Post"], keys["Pusan Star"]), key=lambda key: _copy_of(run, key))
    assert _copy_of(run, wire) == copy
    key = run("decide", "not-copy", wire, copy).stdout.partition(":")[0]
    assert _copy_of(run, wire) == ""
    run("decide", "undo", key)
    assert _copy_of(run, wire) == copy
    assert not list(place.glob("*.part"))


def _copy_of(run: Run, key: str) -> str:
    return json.loads(run("show", key, "--json").stdout)["origin"]["copy_of"] or ""


@pytest.mark.usefixtures("place")
def test_a_claim_is_put_right_at_the_terminal(run: Run, reports: Path) -> None:
    run("init")
    run("collect", str(reports))
    found = [json.loads(line) for line in run("search", "--json").stdout.splitlines()]
    claim = found[0]["claim"]
    decided = run("decide", "correct", claim, "source=Petr Novak", "--why", "misheard")
    assert decided.exit_code == ExitCode.DONE
    shown = json.loads(run("show", found[0]["report"], "--json").stdout)
    told = next(each for each in shown["claims"] if each["claim_id"] == claim)
    assert told["source_chain"] == ["Petr Novak"]
    assert [(each["field"], each["by"]) for each in told["corrected"]] == [("source", "ana")]
    run("decide", "undo", decided.stdout.split(":")[0])
    again = json.loads(run("show", found[0]["report"], "--json").stdout)
    assert all(each["corrected"] == [] for each in again["claims"])
    refused = run("decide", "correct", claim, "modality=certain")
    assert "cannot be 'certain'" in refused.stderr
    assert "one of asserted" in refused.stderr
