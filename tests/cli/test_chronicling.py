"""`watchword timeline` and `watchword digest` print what happened when, and what a reader needs."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


def test_the_timeline_has_the_day_of_the_saying_and_the_claims(run: Run, reports: Path) -> None:
    done = run("timeline", "--from", reports)
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    assert "2024-10-23" in words
    assert "said on that day" in words
    assert "3 days as of 2024-10-26" in done.stderr


def test_each_day_as_json_leads_to_spans(run: Run, reports: Path) -> None:
    done = run("timeline", "--from", reports, "--json")
    first, _, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert (first["day"], last["day"]) == ("2024-10-23", "2024-10-26")
    (line,) = [line for line in first["lines"] if "3,000" in line["text"]]
    assert (line["dated"], line["words"], line["ahead"]) == ("said", "on Wednesday", False)
    (claim,) = line["claims"]
    assert claim["outlet"] == "Gulf Post"
    assert "3,000" in claim["spans"]["content"]["quote"]
    assert line["denied_by"]


def test_the_timeline_as_markdown_has_footnotes(run: Run, reports: Path) -> None:
    done = run("timeline", "--from", reports, "--markdown")
    assert done.stdout.startswith("# Timeline as of")
    assert "[^1]: Gulf Post" in done.stdout


def test_only_days_and_sentences_asked_for_are_printed(run: Run, reports: Path) -> None:
    done = run("timeline", "--from", reports, "--since", "2024-10-26", "--per-day", "1", "--json")
    (day,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(day["lines"]) == 1
    fewer = run("timeline", "--from", reports, "--days", "1")
    assert "2 more days with --days" in fewer.stderr


def test_as_of_an_earlier_day_later_reports_are_not_there(run: Run, reports: Path) -> None:
    done = run("timeline", "--from", reports, "--as-of", "2024-10-25", "--json")
    assert "Strait Gazette" not in done.stdout


def test_a_timeline_of_nothing_says_so(run: Run, reports: Path) -> None:
    done = run("timeline", "--from", reports, "--since", "2030-01-01")
    assert done.exit_code == 0
    assert "nothing that is told can be put on a day" in done.stderr


@pytest.mark.parametrize(
    ("words", "told_why"),
    [
        (("--since", "soon"), "'soon' is no day"),
        (("--since", "2024-10-26", "--until", "2024-10-01"), "lies before the first"),
        (("--json", "--markdown"), "not both"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run: Run, reports: Path, words: tuple[str, ...], told_why: str
) -> None:
    done = run("timeline", "--from", reports, *words)
    assert done.exit_code != 0
    assert told_why in done.stderr


def test_the_digest_tells_sentences_with_their_claims(run: Run, reports: Path) -> None:
    done = run("digest", "--from", reports, "--words", "30")
    assert done.exit_code == 0
    assert "(Strait Gazette, 26 October). [" in done.stdout
    assert "of 2 reports as of 2024-10-26" in done.stderr


def test_the_digest_as_json_leads_to_spans(run: Run, reports: Path) -> None:
    done = run("digest", "--from", reports, "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["outlet"] for line in lines] == sorted(line["outlet"] for line in lines)
    assert all(claim["spans"]["content"]["quote"] for line in lines for claim in line["claims"])


def test_a_digest_of_nothing_says_so(run: Run, reports: Path) -> None:
    done = run("digest", "--from", reports, "--actor", "Atlantis")
    assert "there is no digest" in done.stderr


def test_the_record_is_looked_at_where_no_paths_are_named(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.watchword"
    assert run("init", store).exit_code == 0
    assert run("collect", reports, "--store", store).exit_code == 0
    done = run("timeline", "--store", store, "--actor", "North Korea", "--json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["day"] == "2024-10-23"
