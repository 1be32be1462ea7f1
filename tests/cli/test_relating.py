"""`watchword relations` shows two over time, the foremost pairs, and what moves."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.cli import relating

EXAMPLE = Path(__file__).parents[2] / "examples" / "troops-to-russia"
TWO = ("relations", "North Korea", "Russia", "--from")


@pytest.fixture
def strike(tmp_path: Path) -> Path:
    """A folder with one report of two deeds."""
    folder = tmp_path / "strike"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "title: Strike\noutlet: Gulf Post\ndate: 2024-10-24\n\n"
        "Norway attacked Sweden on Wednesday.\n\nSweden imposed sanctions on Norway.\n",
        encoding="utf-8",
    )
    return folder


def test_two_are_printed_by_week_with_the_claims(run: Run, strike: Path) -> None:
    done = run("relations", "Norway", "Sweden", "--from", strike)
    assert done.exit_code == 0
    assert "Norway and Sweden, 2024-10-21 to 2024-10-27: 2 happenings" in done.stdout
    assert "No turn." in done.stdout


def test_its_json_lines_lead_to_claims_and_spans(run: Run, strike: Path) -> None:
    done = run("relations", "NOR", "SWE", "--from", strike, "--json", "--grain", "day")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    happenings = [each for each in records if each["kind"] == "happening"]
    assert {(each["from"], each["event"]) for each in happenings} == {
        ("Norway", "ASSAULT"),
        ("Sweden", "SANCTION"),
    }
    text = (strike / "one.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    for happening in happenings:
        (told,) = happening["told"]
        span = told["spans"]["deed"]
        assert text[span["start"] : span["end"]] == span["quote"]


def test_what_moves_is_a_row_a_thing_with_its_sources(run: Run, reports: Path) -> None:
    done = run(*TWO, reports, "--exchanges")
    assert "North Korea → Russia: troops, 1 text, 1 claimed" in done.stdout
    assert "National Intelligence Service" in done.stdout


def test_a_plot_is_written_by_its_suffix(run: Run, strike: Path, tmp_path: Path) -> None:
    file = tmp_path / "plot.png"
    done = run("relations", "Norway", "Sweden", "--from", strike, "--plot", file)
    assert done.exit_code == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    refused = run("relations", "Norway", "Sweden", "--from", strike, "--plot", tmp_path / "a.doc")
    assert refused.exit_code != 0


def test_the_foremost_pairs_are_listed_where_nobody_is_named(run: Run, strike: Path) -> None:
    done = run("relations", "--from", strike, "--json")
    (pair,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (pair["one"]["name"], pair["other"]["name"], pair["happenings"]) == (
        "Norway",
        "Sweden",
        2,
    )


def test_nothing_between_two_is_said_in_words(run: Run, strike: Path, tmp_path: Path) -> None:
    file = tmp_path / "plot.png"
    done = run("relations", "Chad", "Peru", "--from", strike, "--plot", file)
    assert done.exit_code == 0
    assert "no event between Chad and Peru is told" in done.stderr
    assert not file.exists()


def test_one_name_alone_is_refused(run: Run, strike: Path) -> None:
    done = run("relations", "Norway", "--from", strike)
    assert done.exit_code != 0


def test_without_the_library_turns_are_said_not_to_be_looked_for(
    run: Run, strike: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchword.flow.relating.find_spec", lambda _name: None)
    done = run("relations", "Norway", "Sweden", "--from", strike)
    assert relating.NO_FINDER in done.stderr
    assert "No turn." not in done.stdout


def test_weeks_are_counted_from_an_event(run: Run) -> None:
    done = run(*TWO, EXAMPLE, "--since-event", "2024-10-18", "--json")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    offsets = {each["since"]: each["offset"] for each in records if each["kind"] == "period"}
    assert offsets["2024-10-18"] == 0
    assert offsets["2024-10-11"] == -1


def test_a_record_and_its_paths_show_the_same(run: Run, strike: Path, tmp_path: Path) -> None:
    for number in range(4):
        (strike / f"beside-{number}.txt").write_text(
            f"title: Elsewhere {number}\noutlet: Fjord Post\ndate: 2024-10-2{number}\n\n"
            f"Peru's port number {number} reopened on Monday after a week of storms.\n",
            encoding="utf-8",
        )
    store = tmp_path / "s.watchword"
    assert run("init", store).exit_code == 0
    assert run("collect", strike, "--store", store).exit_code == 0
    kept = run("relations", "Norway", "Sweden", "--store", store, "--json")
    looked = run("relations", "Norway", "Sweden", "--from", strike, "--json")
    kept_records, looked_records = (
        [json.loads(line) for line in done.stdout.splitlines()] for done in (kept, looked)
    )
    assert len(kept_records) == len(looked_records) > 3
    assert kept_records[1:] == looked_records[1:]
    periods = [each for each in kept_records if each["kind"] == "period"]
    assert sum(each["reports"] for each in periods) == 5
