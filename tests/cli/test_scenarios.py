"""`watchword scenarios` draws, edits, computes and converts scenarios."""

import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.assess.scenarios.library import load_pyagrum

HAND_MADE = """{
  "schema_version": 1,
  "title": "A convoy",
  "nodes": [
    {"id": "fight", "text": "they fight", "chance": "likely"},
    {"id": "learn", "text": "they learn"}
  ],
  "arrows": [{"cause": "fight", "effect": "learn", "weight": 0.6}]
}"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario written by hand."""
    place = tmp_path / "convoy.json"
    place.write_text(HAND_MADE, encoding="utf-8")
    return place


def test_a_graph_of_what_is_claimed_is_drawn_and_written(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    place = tmp_path / "s.json"
    done = run("scenarios", "suggest", "--from", reports, "-o", place, "--title", "Troops")
    assert done.exit_code == 0
    assert "the troops gain combat experience  [troops_gain_combat_experience]" in done.stdout
    assert "defence minister: conditional, “could”" in done.stdout
    assert "1 arrows between 2 states" in done.stderr
    written = json.loads(place.read_text(encoding="utf-8"))
    (arrow,) = written["arrows"]
    assert arrow["claimed"][0]["condition"]["quote"] == "If the troops gain combat experience"
    again = run("scenarios", "suggest", "--from", reports, "--title", "Troops", "--json")
    assert again.stdout == place.read_text(encoding="utf-8")


def test_reports_that_claim_nothing_of_the_kind_give_an_empty_graph(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "plain.txt").write_text("Moscow denied that troops had been sent.", "utf-8")
    done = run("scenarios", "suggest", "--from", tmp_path / "plain.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "0 arrows between 0 states" in done.stderr


def test_a_record_is_drawn_as_its_paths_are(run: Run, reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.watchword"
    assert run("init", store).exit_code == 0
    assert run("collect", reports, "--store", store).exit_code == 0
    kept = run("scenarios", "suggest", "--store", store, "--json")
    looked = run("scenarios", "suggest", "--from", reports, "--json")
    arrows = [json.loads(each.stdout)["arrows"][0] for each in (kept, looked)]
    assert arrows[0]["claimed"][0]["claim"] == arrows[1]["claimed"][0]["claim"]


def test_what_a_scenario_says_is_told_in_words_and_numbers(run: Run, file: Path) -> None:
    done = run("scenarios", "run", file, "--evidence", "learn=yes:4")
    assert done.exit_code == 0
    assert "learn=yes: " in done.stdout
    assert "what moved it" in done.stdout
    assert "1 of 3 numbers nobody gave" in done.stdout
    assert "learn=yes with no cause at work: 3 % (default" in done.stdout
    every = run("scenarios", "run", file, "--numbers")
    assert "fight=yes: 68 %, “likely” (person)" in every.stdout


def test_as_json_every_number_says_where_it_comes_from(run: Run, file: Path) -> None:
    done = run("scenarios", "run", file, "--target", "learn", "--what-if", "fight=yes", "--json")
    told = json.loads(done.stdout)
    assert told["observed"] == {"fight": "yes"}
    assert told["target"]["probability"] == pytest.approx(1 - 0.97 * 0.4)
    assert [each["from"] for each in told["numbers"]] == ["person", "default", "person"]
    assert told["made_by"].startswith("watchword-scenarios/")


def test_seeing_and_doing_are_told_apart(run: Run, file: Path) -> None:
    seen = json.loads(run("scenarios", "run", file, "--what-if", "learn=yes", "--json").stdout)
    done = json.loads(run("scenarios", "run", file, "--do", "learn=yes", "--json").stdout)
    assert seen["beliefs"][0]["now"][1] > 0.9
    assert done["beliefs"][0]["now"][1] == 0.675
    both = run("scenarios", "run", file, "--do", "learn=yes")
    assert "supposed to be brought about: learn=yes" in both.stdout


def test_a_person_completes_a_scenario_and_each_number_bears_the_name(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHWORD_USER", "ana")
    edited = run(
        *("scenarios", "edit", file, "--node", "return=they return", "--arrow"),
        *("learn:return=very likely", "--prevents", "fight:return=0.2"),
        *("--chance", "fight=30 %", "--evidence", "fight=yes:6"),
        *("--row", "learn=0.9@fight=yes", "--gate", "return=and", "--why", "seen on film"),
    )
    assert edited.exit_code == 0, edited.stderr
    told = json.loads(file.read_text(encoding="utf-8"))
    by_ana = {"from": "person", "by": "ana", "why": "seen on film"}
    assert told["nodes"][0]["chance"] == {"of": 0.3, **by_ana}
    assert told["arrows"][1]["weight"] == {"of": "very likely", **by_ana}
    assert told["arrows"][2]["prevents"] is True
    assert told["nodes"][1]["table"][0]["given"] == {"fight": "yes"}
    assert told["evidence"][0]["ratio"] == 6
    assert run("scenarios", "run", file).exit_code == 0


def test_a_claim_is_attached_with_its_credibility(run: Run, file: Path, reports: Path) -> None:
    lines = run("read", reports, "--json").stdout.splitlines()
    claim = next(json.loads(line) for line in lines if "3,000" in line)
    words = ("fight=yes", "--claim", claim["claim_id"], "--from", reports)
    done = run("scenarios", "attach", file, *words)
    assert done.exit_code == 0
    assert "fight=yes: ratio" in done.stdout
    (evidence,) = json.loads(file.read_text(encoding="utf-8"))["evidence"]
    assert claim["claim_id"] in evidence["claims"]
    assert evidence["from"] == "rule"
    assert evidence["credibility"] in "123456"


def test_what_shows_an_indicator_is_attached_as_one_piece(
    run: Run, file: Path, reports: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.watchword"
    assert run("init", store).exit_code == 0
    words = ("North Korean troops sent to Russia", "--name", "convoys", "--store", store)
    assert run("indicators", "add", *words).exit_code == 0
    nothing = run(
        "scenarios", "attach", file, "fight=yes", "--indicator", "convoys", "--store", store
    )
    assert nothing.exit_code != 0
    assert "nothing shows this indicator" in nothing.stderr
    assert run("collect", reports, "--store", store).exit_code == 0
    done = run(
        *("scenarios", "attach", file, "fight=yes:3", "--indicator", "convoys"),
        *("--store", store, "--why", "units on the move"),
    )
    assert done.exit_code == 0, done.stderr
    (evidence,) = json.loads(file.read_text(encoding="utf-8"))["evidence"]
    assert (evidence["indicator"], evidence["ratio"], evidence["from"]) == ("convoys", 3, "person")
    assert evidence["claims"]


def test_either_claims_or_an_indicator_of_the_record_are_attached(
    run: Run, file: Path, reports: Path
) -> None:
    neither = run("scenarios", "attach", file, "fight=yes")
    assert "name either claims or an indicator" in neither.stderr
    of_paths = run(
        "scenarios", "attach", file, "fight=yes", "--indicator", "convoys", "--from", reports
    )
    assert "of the record, not of paths" in of_paths.stderr
    assert file.read_text(encoding="utf-8") == HAND_MADE


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--chance", "fight=often"), "is no probability"),
        (("--chance", "fight"), "is not NODE=CHANCE"),
        (("--gate", "fight=xor"), "is no gate"),
        (("--join", "fight"), "is not two nodes"),
        (("--leave-out", "learn:fight"), "no such arrow"),
        (("--evidence", "fight=yes:many"), "is not NODE=STATE"),
        ((), "no change is named"),
    ],
)
def test_a_change_that_is_wrong_is_refused_and_nothing_is_written(
    run: Run, file: Path, words: tuple[str, ...], told: str
) -> None:
    done = run("scenarios", "edit", file, *words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert file.read_text(encoding="utf-8") == HAND_MADE


def test_a_circle_is_shown_and_an_arrow_left_out_cuts_it(run: Run, file: Path) -> None:
    assert run("scenarios", "edit", file, "--arrow", "learn:fight=likely").exit_code == 0
    refused = run("scenarios", "run", file)
    assert refused.exit_code == 2
    assert "--leave-out learn:fight" in refused.stderr
    cut = run("scenarios", "edit", file, "--leave-out", "learn:fight", "--why", "it comes later")
    assert cut.exit_code == 0
    assert run("scenarios", "run", file).exit_code == 0


def test_formats_are_told_by_the_suffix(run: Run, file: Path, tmp_path: Path) -> None:
    for suffix in ("bif", "xdsl"):
        place = tmp_path / f"convoy.{suffix}"
        made = run("scenarios", "convert", file, place)
        assert made.exit_code == 0
        assert "are not in it" in made.stderr
        answer = run("scenarios", "run", place, "--target", "learn", "--json")
        assert json.loads(answer.stdout)["target"]["probability"] == pytest.approx(
            1 - 0.97 * (1 - 0.675 * 0.6)
        )
    wrong = run("scenarios", "convert", file, tmp_path / "convoy.txt")
    assert wrong.exit_code == 2
    assert "tells no format" in wrong.stderr


def test_a_file_that_is_not_there_or_no_scenario_is_named(run: Run, tmp_path: Path) -> None:
    gone = run("scenarios", "run", tmp_path / "gone.json")
    assert gone.exit_code == 2
    assert "gone.json: it cannot be read" in gone.stderr
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe")
    assert "not in UTF-8" in run("scenarios", "run", tmp_path / "bad.json").stderr


def test_without_the_library_the_extra_is_named(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyagrum", None)
    load_pyagrum.cache_clear()
    done = run("scenarios", "run", file)
    load_pyagrum.cache_clear()
    assert done.exit_code == 4
    assert "watchword[assess]" in done.stderr


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_a_scenario_is_drawn_to_a_file(run: Run, file: Path, tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("pyagrum")
    pytest.importorskip("vl_convert")
    plot = tmp_path / f"convoy.{suffix}"
    assert run("scenarios", "run", file, "--plot", plot).exit_code == 0
    begin = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF-"}[suffix]
    assert plot.read_bytes().startswith(begin)


def test_a_suffix_that_is_no_picture_is_refused_before_anything_is_read(
    run: Run, tmp_path: Path
) -> None:
    done = run("scenarios", "run", tmp_path / "none.json", "--plot", tmp_path / "x.doc")
    assert done.exit_code != 0
    assert "its suffix tells no picture" in done.stderr
