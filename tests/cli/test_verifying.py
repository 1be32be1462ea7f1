"""`watchword verify`: a brief checked as it lies in its file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_a_brief_as_it_was_written_passes(run: Run, brief_json: Path) -> None:
    result = run("verify", brief_json)
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith(f"{brief_json}: ")
    assert "sentences" in first
    assert second == "everything is borne out by the reports"


def test_a_page_as_it_was_written_passes(run: Run, reports: Path, tmp_path: Path) -> None:
    run("brief", reports, "-o", tmp_path / "brief.html")
    assert run("verify", tmp_path / "brief.html").exit_code == 0


def test_a_brief_that_was_altered_fails_with_place_rule_and_sentence(
    run: Run, tampered: Path
) -> None:
    result = run("verify", tampered)
    assert result.exit_code == 1
    assert "/headline: number: " in result.stdout
    assert "    Peru said that 77 submarines" in result.stdout


def test_the_findings_come_as_json(run: Run, tampered: Path) -> None:
    result = run("verify", tampered, "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["ok"] is False
    assert found["problems"][0].keys() == {"where", "sentence", "rule", "message"}


def test_a_page_that_shows_another_sentence_than_its_document_fails(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    page = tmp_path / "brief.html"
    run("brief", reports, "-o", page)
    html = page.read_text("utf-8")
    head, mark, rest = html.partition('data-sentence="/headline">')
    page.write_text(f"{head}{mark}Not {rest}", encoding="utf-8")
    result = run("verify", page)
    assert mark
    assert result.exit_code == 1
    assert "page: " in result.stdout


def test_a_brief_without_texts_is_checked_beside_the_reports(
    run: Run, reports: Path, broken: Path, tmp_path: Path
) -> None:
    file = tmp_path / "bare.json"
    run("brief", reports, "--no-texts", "-o", file)
    assert run("verify", file).exit_code == 1
    result = run("verify", file, "--reports", reports, "--reports", broken)
    assert result.exit_code == 0, result.stdout
    assert "cut.pdf" in result.stderr


def test_a_field_out_of_its_form_is_a_problem_of_the_brief(
    run: Run, brief_json: Path, tmp_path: Path
) -> None:
    document = json.loads(brief_json.read_text("utf-8")) | {"mood": "bright"}
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    result = run("verify", file)
    assert result.exit_code == 1
    assert "form: " in result.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"[1, 2]", "a brief is a JSON object"),
        (b'{"a": 1}', "this JSON is no brief"),
        (b"[" * 100_000, "not JSON"),
        (b"<html><p>A page.</p></html>", "this page holds no brief"),
        (b'<![odd x]]><script id="brief-data">{}</script>', "not sound HTML"),
    ],
)
def test_a_file_that_is_no_brief_is_wrong_use(
    run: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(content)
    result = run("verify", file)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_is_wrong_use(run: Run, tmp_path: Path) -> None:
    result = run("verify", tmp_path / "absent.json")
    assert result.exit_code == 2
    assert "it cannot be opened" in result.stderr
