"""The commands that ask a language model: off unless switched on, and honest about what came."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.consult.speaking import Part, Speaker, speaking
from tests.flow.test_wording import honestly
from typer.testing import Result

from watchword.brief.document import from_json
from watchword.brief.verify import verify

Run = Callable[..., Result]
KEY = "a key that nobody may see"


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Speaker]:
    """A model that words honestly, set as the one to ask."""
    with speaking(Part(says=honestly)) as server:
        monkeypatch.setenv("WATCHWORD_LM_URL", server.address)
        monkeypatch.setenv("WATCHWORD_LM_MODEL", "small")
        monkeypatch.setenv("WATCHWORD_LM_KEY", KEY)
        yield server


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model is set."""
    for name in ("WATCHWORD_LM_URL", "WATCHWORD_LM_MODEL", "WATCHWORD_LM_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_a_model_that_is_set_is_not_asked_unless_that_is_wanted(
    run: Run, reports: Path, tmp_path: Path, speaker: Speaker
) -> None:
    file = tmp_path / "brief.json"
    assert run("brief", reports, "-o", file).exit_code == 0
    assert speaker.heard == []
    assert "worded" not in json.loads(file.read_text("utf-8"))


def test_a_brief_is_worded_and_tells_what_came_of_it(
    run: Run, reports: Path, tmp_path: Path, speaker: Speaker
) -> None:
    file = tmp_path / "brief.json"
    result = run("brief", reports, "-o", file, "--word", "--json")
    assert result.exit_code == 0, result.stderr
    brief = from_json(file.read_text("utf-8"))
    assert verify(brief).ok
    assert brief.worded
    (consulted,) = json.loads(result.stdout)["consulted"]
    assert consulted["kept"] == brief.consulted[0].kept > 0
    assert "offered by small" in result.stderr
    assert "are sent to" not in result.stderr
    assert KEY not in file.read_text("utf-8") + result.stdout + result.stderr
    assert speaker.heard[0].headers["authorization"].endswith(KEY)


def test_recorded_answers_make_the_same_brief_without_a_model(
    run: Run, reports: Path, tmp_path: Path, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, answers = [tmp_path / "one.json", tmp_path / "two.json"], tmp_path / "answers"
    run("brief", reports, "-o", files[0], "--word", "--answers", answers)
    asked = len(speaker.heard)
    monkeypatch.delenv("WATCHWORD_LM_URL")
    assert run("brief", reports, "-o", files[1], "--word", "--answers", answers).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert len(speaker.heard) == asked
    assert not any(KEY in each.read_text("utf-8") for each in answers.iterdir())


def test_a_brief_of_a_record_that_was_worded_is_made_again_byte_for_byte(
    run: Run, reports: Path, tmp_path: Path, speaker: Speaker
) -> None:
    store = tmp_path / "s.watchword"
    run("init", store)
    run("collect", reports, "--store", store)
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    run("brief", "--store", store, "-o", files[0], "--word")
    asked = len(speaker.heard)
    result = run("brief", "--store", store, "-o", files[1], "--rebuild", "last")
    assert "byte for byte the same" in result.stderr
    assert from_json(files[1].read_text("utf-8")).worded
    assert len(speaker.heard) == asked
    told = run("model", "questions", "last", "--store", store)
    assert told.exit_code == 0, told.stderr


def test_a_model_that_fails_leaves_the_brief_as_it_was_composed(
    run: Run, reports: Path, tmp_path: Path, speaker: Speaker
) -> None:
    speaker.parts = [Part(status=401)]
    files = [tmp_path / "plain.json", tmp_path / "worded.json"]
    run("brief", reports, "-o", files[0])
    result = run("brief", reports, "-o", files[1], "--word")
    assert result.exit_code == 0
    assert "no answer for" in result.stderr
    plain, worded = (from_json(file.read_text("utf-8")) for file in files)
    assert (plain.headline, plain.overview) == (worded.headline, worded.overview)


@pytest.mark.usefixtures("unset")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--word",), "no language model is named"),
        (("--answers", "answers"), "recorded answers are for --word and --order"),
        (("--word", "--rebuild", "last"), "has its wordings already"),
    ],
)
def test_what_cannot_be_asked_for_is_told_before_anything_is_read(
    run: Run, reports: Path, words: tuple[str, ...], told: str
) -> None:
    result = run("brief", reports, *words)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.usefixtures("unset")
def test_no_model_is_set_and_that_is_said(run: Run) -> None:
    result = run("model")
    assert result.exit_code == 0
    assert "nothing leaves this machine" in result.stdout
    assert json.loads(run("model", "--json").stdout) == {
        "address": None,
        "model": None,
        "where": None,
        "answers": None,
    }
    assert run("model", "--check").exit_code == 2


def test_the_model_that_is_set_is_told_with_where_it_is(run: Run, speaker: Speaker) -> None:
    told = run("model").stdout
    assert told.startswith(f"small, on this machine ({speaker.address})")
    assert speaker.heard == []
    assert KEY not in told


def test_a_model_is_asked_whether_it_answers(run: Run, speaker: Speaker) -> None:
    speaker.parts = [Part(says='{"words": [{"text": "ready"}]}'), Part(says="Ready!")]
    assert "it answers in the form" in run("model", "--check").stdout
    result = run("model", "--check")
    assert result.exit_code == 3
    assert "not in the form" in result.stderr


def test_questions_are_printed_with_the_claims_they_are_about(
    run: Run, brief_json: Path, speaker: Speaker
) -> None:
    entry = {"about": [1], "text": "Who else confirms it, and what is the evidence?"}
    lie = {"about": [1], "text": "Why did Peru sell submarines?"}
    speaker.parts = [Part(says=json.dumps({"questions": [entry, lie]}))]
    result = run("model", "questions", brief_json)
    assert result.exit_code == 0
    assert "they state nothing" in result.stdout
    assert "1. Who else confirms it" in result.stdout
    assert "Peru" not in result.stdout
    assert "1 question dropped: adds something" in result.stderr
    record = json.loads(run("model", "questions", brief_json, "--json").stdout)
    (question,) = record["questions"]
    known = {claim.key for claim in from_json(brief_json.read_text("utf-8")).claims}
    assert {each["claim_id"] for each in question["claims"]} <= known
    assert record["dropped"] == {"adds something": 1}


def test_no_question_is_said_to_be_none(run: Run, brief_json: Path, speaker: Speaker) -> None:
    speaker.parts = [Part(says='{"questions": []}')]
    assert "no question that may be shown" in run("model", "questions", brief_json).stdout
    speaker.parts = [Part(status=401)]
    assert run("model", "questions", brief_json).exit_code == 3


GERMAN = """title: Posten
outlet: Andenpost
date: 2024-06-11

Peru schloss 14 Posten.

Mehr morgen.
"""


def in_english(material: Mapping[str, Any]) -> str:
    texts = ["Peru closed 15 posts.", "More tomorrow."]
    entries = [
        {"number": each["number"], "text": text}
        for each, text in zip(material["paragraphs"], texts, strict=True)
    ]
    return json.dumps({"translations": entries})


def test_a_report_is_translated_and_marked_as_such(
    run: Run, tmp_path: Path, speaker: Speaker
) -> None:
    file = tmp_path / "posten.txt"
    file.write_text(GERMAN, encoding="utf-8")
    speaker.parts = [Part(says=in_english)]
    result = run("model", "translate", file)
    assert result.exit_code == 0, result.stderr
    assert "MACHINE TRANSLATION into English by small" in result.stdout
    assert "Peru closed 15 posts.\n  ! the original has no 15" in result.stdout
    assert "2 of 2 paragraphs translated by small" in result.stderr
    record = json.loads(run("model", "translate", file, "--json").stdout)
    assert record["machine_translated_by"] == "small"
    assert [each["original"]["quote"] for each in record["paragraphs"]] == [
        "Peru schloss 14 Posten.",
        "Mehr morgen.",
    ]


def test_a_report_that_is_not_translated_is_shown_as_it_is(
    run: Run, tmp_path: Path, speaker: Speaker
) -> None:
    file = tmp_path / "posten.txt"
    file.write_text(GERMAN, encoding="utf-8")
    speaker.parts = [Part(status=401)]
    result = run("model", "translate", file)
    assert result.exit_code == 0
    assert "[not translated: no answer]\nPeru schloss 14 Posten." in result.stdout
    assert "no answer for 2: it refuses the key" in result.stderr
    assert run("model", "translate", file, "--to", "English. Obey").exit_code == 2
    assert run("model", "translate", tmp_path / "nowhere.txt").exit_code != 0


def test_a_report_of_the_record_is_translated_by_its_key(
    run: Run, reports: Path, tmp_path: Path, speaker: Speaker
) -> None:
    store = tmp_path / "s.watchword"
    run("init", store)
    run("collect", reports, "--store", store)
    found = run("search", "--reports", "convoy", "--store", store, "--json").stdout
    report = json.loads(found.splitlines()[0])["report"]
    speaker.parts = [Part(says='{"translations": []}')]
    result = run("model", "translate", report, "--store", store, "--to", "German")
    assert result.exit_code == 0, result.stderr
    assert "MACHINE TRANSLATION into German" in result.stdout
