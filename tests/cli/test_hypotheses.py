"""`watchword hypotheses` opens, fills, rates, weighs and exports matrices, as files or kept."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

SENT = "North Korea has sent troops to Russia."
NONE = "North Korea has sent no troops to Russia."
TITLE = "Were troops sent?"
NEW = ("hypotheses", "new", TITLE, "--hypothesis", f"H1={SENT}", "--hypothesis", f"H2={NONE}")


@pytest.fixture(autouse=True)
def user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ana works."""
    monkeypatch.setenv("WATCHWORD_USER", "ana")


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    """A new matrix as a file."""
    place = tmp_path / "matrix.json"
    assert run(*NEW, "-o", place).exit_code == 0
    return place


@pytest.fixture
def store(run: Run, reports: Path, tmp_path: Path) -> Path:
    """A record of the two reports."""
    place = tmp_path / "s.watchword"
    assert run("init", place).exit_code == 0
    assert run("collect", reports, "--store", place).exit_code == 0
    return place


def suggested(run: Run, *words: object) -> list[dict[str, Any]]:
    done = run("hypotheses", "suggest", *words, "--json")
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def claim_with(pieces: list[dict[str, Any]], words: str) -> str:
    found = next(each for each in pieces if words in each["text"])
    return str(found["claims"][0])


def test_a_matrix_in_a_file_is_filled_from_paths_rated_and_shown(
    run: Run, file: Path, reports: Path
) -> None:
    pieces = suggested(run, file, "--from", reports)
    denial = next(each for each in pieces if each["quoted"][0]["modality"] == "denied")
    told = {each["hypothesis"]: each["consistency"] for each in denial["proposals"]}
    assert told == {"H1": "II", "H2": "CC"}
    key = denial["claims"][0]
    added = run("hypotheses", "add", file, "--claim", key, "--from", reports, "--why", "the denial")
    assert added.exit_code == 0, added.stderr
    assert "E1 denied: " in added.stdout
    assert "H1 II: it says the contrary" in added.stdout
    done = run("hypotheses", "set", file, "E1", "H1=n", "H2=C", "--because", "they always deny")
    assert (done.exit_code, done.stdout) == (0, "E1 by ana: H1 N, H2 C\n")
    shown = json.loads(run("hypotheses", "show", file, "--json").stdout)
    cell = shown["evidence"][0]["cells"]["H1"]
    assert (cell["value"], cell["basis"]) == ("N", "person")
    assert cell["ratings"][0]["because"] == "they always deny"
    assert cell["ratings"][0]["by"] == "ana"
    assert cell["proposal"]["consistency"] == "II"
    assert cell["proposal"]["made_by"]


def test_what_was_said_is_taken_back_and_the_proposal_holds_again(
    run: Run, file: Path, reports: Path
) -> None:
    key = claim_with(suggested(run, file, "--from", reports), "been sent")
    run("hypotheses", "add", file, "--claim", key, "--from", reports)
    before = json.loads(run("hypotheses", "show", file, "--json").stdout)
    run("hypotheses", "set", file, "E1", "H1=NA")
    undone = run("hypotheses", "set", file, "E1", "H1", "--undo")
    assert (undone.exit_code, undone.stdout) == (0, "E1 by ana: H1 taken back\n")
    after = json.loads(run("hypotheses", "show", file, "--json").stdout)
    assert after["hypotheses"] == before["hypotheses"]
    assert len(after["ratings"]) == 2


def test_a_matrix_in_the_record_is_weighed_by_the_record_as_of_any_day(
    run: Run, store: Path
) -> None:
    opened = run(*NEW, "--store", store)
    key = opened.stdout.split(":")[0]
    assert opened.exit_code == 0, opened.stderr
    claim = claim_with(suggested(run, TITLE, "--store", store), "3,000")
    assert run("hypotheses", "add", TITLE, "--claim", claim, "--store", store).exit_code == 0
    assert (
        run("hypotheses", "set", key, "E1", "H2=I", "--by", "ben", "--store", store).exit_code == 0
    )
    shown = run("hypotheses", "show", key[:8], "--store", store)
    assert shown.exit_code == 0, shown.stderr
    assert "H1 leads" in shown.stdout
    assert "  1. H1: 0.00" in shown.stdout
    listed = json.loads(run("hypotheses", "--store", store, "--json").stdout)
    assert (listed["matrix_id"], listed["evidence"], listed["ratings"]) == (key, 1, 1)
    assert TITLE in run("hypotheses", "--store", store).stdout
    long_ago = run("hypotheses", "show", key, "--store", store, "--as-of", "2020-01-01")
    assert "no such matrix" in long_ago.stderr


def test_what_says_the_same_is_refused_as_a_second_piece(
    run: Run, file: Path, reports: Path
) -> None:
    key = claim_with(suggested(run, file, "--from", reports), "been sent")
    first = run("hypotheses", "add", file, "--claim", key, "--from", reports)
    assert first.exit_code == 0
    again = run("hypotheses", "add", file, "--claim", key, "--from", reports)
    assert again.exit_code == 1
    assert "this is evidence already" in again.stderr
    assert "an origin counts once; see E1" in again.stderr
    assert not [each for each in suggested(run, file, "--from", reports) if each["claims"] == [key]]


def test_a_persons_own_word_is_named_as_such_and_weighed_as_graded(run: Run, file: Path) -> None:
    words = ("--assumption", "They tell the truth.", "--grade", "b3", "--relevance", "high")
    assert run("hypotheses", "add", file, *words).exit_code == 0
    assert run("hypotheses", "add", file, "--note", "I saw nothing.").exit_code == 0
    run("hypotheses", "set", file, "E1", "H1=C", "H2=II")
    shown = run("hypotheses", "show", file)
    assert "They tell the truth. (ana (assumption))" in shown.stdout
    assert "1 of 2 pieces of evidence: a grade nobody knows" in shown.stdout
    told = json.loads(run("hypotheses", "show", file, "--json").stdout)
    weights = {each["id"]: each["weight"] for each in told["evidence"]}
    assert weights == pytest.approx({"E1": 2**0.75, "E2": 0.5}, abs=1e-6)
    hangs = run("hypotheses", "sensitivity", file)
    assert "hangs on the assumption E1 “They tell the truth.”: the lead changes" in hangs.stdout
    assert "1 of 1 assumption decide who leads" in hangs.stdout


def test_hypotheses_and_evidence_are_edited_all_or_nothing(run: Run, file: Path) -> None:
    run("hypotheses", "add", file, "--note", "I saw nothing.")
    before = file.read_bytes()
    wrong = run("hypotheses", "edit", file, "--leave-out", "E1", "--drop", "H9")
    assert wrong.exit_code == 2
    assert "no such hypothesis" in wrong.stderr
    assert file.read_bytes() == before
    words = ("--hypothesis", "H3=Only workers were sent.", "--leave-out", "E1", "--why", "hearsay")
    assert run("hypotheses", "edit", file, *words).exit_code == 0
    assert "does not count: E1 I saw nothing. (ana: hearsay)" in (
        run("hypotheses", "show", file).stdout
    )
    back = run("hypotheses", "edit", file, "--take-back", "E1", "--relevance", "E1=low")
    assert (back.exit_code, back.stdout) == (0, f"{file}: 2 changes\n")
    assert json.loads(file.read_text("utf-8"))["evidence"][0]["relevance"] == "low"


def test_a_hypothesis_that_is_put_up_later_gets_its_proposals_where_a_file_is_weighed_anew(
    run: Run, file: Path, reports: Path
) -> None:
    key = claim_with(suggested(run, file, "--from", reports), "3,000")
    run("hypotheses", "add", file, "--claim", key, "--from", reports)
    words = ("--hypothesis", "H3=North Korea has sent about 10,000 troops to Russia.")
    assert run("hypotheses", "edit", file, *words).exit_code == 0
    shown = json.loads(run("hypotheses", "show", file, "--json").stdout)
    assert shown["evidence"][0]["cells"]["H3"]["proposal"] is None
    assert run("hypotheses", "edit", file, "--from", reports).exit_code == 0
    shown = json.loads(run("hypotheses", "show", file, "--json").stdout)
    proposal = shown["evidence"][0]["cells"]["H3"]["proposal"]
    assert proposal["consistency"] == "I"
    assert "about 3,000, not about 10,000" in proposal["why"]


def test_people_who_differ_are_shown_side_by_side(run: Run, file: Path) -> None:
    run("hypotheses", "add", file, "--note", "A ship was seen.", "--grade", "A1")
    assert "nobody has rated a cell yet" in run("hypotheses", "dissent", file).stdout
    run("hypotheses", "set", file, "E1", "H1=C", "H2=II")
    assert "only one person has rated cells" in run("hypotheses", "dissent", file).stdout
    run("hypotheses", "set", file, "E1", "H2=C", "--by", "ben", "--because", "any ship")
    done = run("hypotheses", "dissent", file)
    assert "1 cell in dissent" in done.stdout
    assert "E1 H2 (4.00 points): A ship was seen." in done.stdout
    assert "ben alone: H2  (H1 not ranked, H2 0.00)" in done.stdout
    assert "C, any ship" in done.stdout
    told = json.loads(run("hypotheses", "dissent", file, "--json").stdout)
    assert [each["ratings_of"] for each in told["people"]] == ["ana", "ben"]
    assert told["leads_differ"] is True
    alone = json.loads(run("hypotheses", "show", file, "--by", "ana", "--json").stdout)
    assert alone["leads"] == ["H1"]
    machine = json.loads(run("hypotheses", "show", file, "--proposals", "--json").stdout)
    assert (machine["leads"], machine["ratings_of"]) == ([], "")


def test_sensitivity_as_json_has_a_line_a_trial(run: Run, file: Path) -> None:
    run("hypotheses", "add", file, "--note", "A ship was seen.", "--grade", "A1")
    run("hypotheses", "set", file, "E1", "H1=C", "H2=II")
    done = run("hypotheses", "sensitivity", file, "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["without"] for each in told] == [
        *("piece", "unknown as best", "every row counted"),
    ]
    assert (told[0]["leads_change"], told[0]["scores"]) == (True, {"H1": 0.0, "H2": 0.0})


def test_a_matrix_is_exported_in_each_format_the_same_bytes_each_time(
    run: Run, file: Path, tmp_path: Path
) -> None:
    run("hypotheses", "add", file, "--note", "A ship was seen.", "--grade", "A1")
    run("hypotheses", "set", file, "E1", "H1=C", "H2=II")
    for suffix in ("csv", "md", "html", "json"):
        places = [tmp_path / f"{number}.{suffix}" for number in (1, 2)]
        for place in places:
            done = run("hypotheses", "export", file, place)
            assert done.exit_code == 0, done.stderr
        assert places[0].read_bytes() == places[1].read_bytes()
    assert (tmp_path / "1.json").read_bytes() == file.read_bytes()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "1.csv").read_text("utf-8"))))
    assert (rows[0]["H2"], rows[1]["H2"]) == ("II", "4.00")
    wrong = run("hypotheses", "export", file, tmp_path / "matrix.txt")
    assert wrong.exit_code == 2
    assert "tells no format" in wrong.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "FILE"), "only one of them"),
        (("add", "FILE", "--note", "x", "--assumption", "y"), "only one of them"),
        (("add", "FILE", "--note", "x", "--grade", "G1"), "is no grade"),
        (("set", "FILE", "E1", "H1=II"), "no such piece of evidence"),
        (("set", "FILE", "E1", "H1"), "says nothing of a cell"),
        (("set", "FILE", "E1", "H1=III"), "says nothing of a cell"),
        (("set", "FILE", "E1", "H1=II", "--undo"), "says nothing of a cell"),
        (("edit", "FILE"), "no change is named"),
        (("edit", "FILE", "--hypothesis", "H3"), "is not ID=TEXT"),
        (("edit", "FILE", "--relevance", "E1=some"), "is no relevance"),
        (("show", "FILE", "--as-of", "2024-10-25"), "as of when it was written"),
        (("new", "x", "-o", "FILE"), "there is a file already"),
        (("new", "x", "-o", "x.csv"), "is kept as .json"),
        (("show", "gone.json"), "it cannot be read"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    run: Run, file: Path, words: tuple[str, ...], told: str
) -> None:
    before = file.read_bytes()
    done = run("hypotheses", *(str(file) if word == "FILE" else word for word in words))
    assert done.exit_code == 2
    assert told in done.stderr
    assert file.read_bytes() == before


def test_a_file_that_is_no_matrix_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe")
    assert "not in UTF-8" in run("hypotheses", "show", tmp_path / "bad.json").stderr
    (tmp_path / "other.json").write_text('{"schema_version": 1}', "utf-8")
    assert "title: Field required" in run("hypotheses", "show", tmp_path / "other.json").stderr


def test_a_matrix_of_the_record_is_not_weighed_by_paths(
    run: Run, store: Path, reports: Path
) -> None:
    run(*NEW, "--store", store)
    done = run("hypotheses", "show", TITLE, "--from", reports, "--store", store)
    assert done.exit_code == 2
    assert "weighed by the record" in done.stderr


def test_what_is_empty_says_so(run: Run, store: Path, file: Path) -> None:
    none = run("hypotheses", "--store", store)
    assert (none.exit_code, none.stdout) == (0, "")
    assert "there is no matrix yet" in none.stderr
    bare = run("hypotheses", "show", file)
    assert bare.exit_code == 0
    assert "no evidence counts yet" in bare.stderr


def test_words_of_a_matrix_cannot_steer_a_terminal(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "m.json"
    run("hypotheses", "new", "a\x1b[2Jb", "--hypothesis", "H1=c\x1b[2Jd", "-o", place)
    run("hypotheses", "add", place, "--note", "e\x1b[2Jf")
    run("hypotheses", "set", place, "E1", "H1=II", "--because", "g\x1b[2Jh")
    for command in ("show", "sensitivity", "dissent"):
        assert "\x1b" not in run("hypotheses", command, place).stdout
