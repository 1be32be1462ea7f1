"""`watchword templates`, and briefs by template and length, of paths and of a record."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from typer.testing import Result

from watchword.brief.document import from_json
from watchword.brief.render import render_docx
from watchword.brief.shipped import NAMES, shipped_template
from watchword.brief.verify import verify
from watchword.cli.exits import ExitCode
from watchword.model.brief import Brief
from watchword.model.plan import Length, Part

Run = Callable[..., Result]


def brief_in(file: Path) -> Brief:
    brief = from_json(file.read_text("utf-8"))
    assert verify(brief).problems == ()
    return brief


def test_the_templates_are_listed_with_what_they_ask_for(run: Run) -> None:
    table = run("templates").stdout
    assert all(name in table for name in NAMES)
    told = [json.loads(line) for line in run("templates", "--json").stdout.splitlines()]
    assert [each["name"] for each in told] == list(NAMES)
    assert [each["asks"] for each in told] == [None, "earlier", "question", "pair", None]


def test_one_is_printed_to_copy_and_the_copy_can_be_followed(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    printed = run("templates", "situation").stdout
    assert printed == shipped_template("situation").text
    copy = tmp_path / "ours.toml"
    ours = printed.replace('name = "situation"', 'name = "ours"')
    copy.write_text(ours.replace("[[part]]", '[[part]]\nheading = "First"', 1), encoding="utf-8")
    assert json.loads(run("templates", copy, "--json").stdout)["name"] == "ours"
    file = tmp_path / "brief.json"
    result = run("brief", reports, "--template", copy, "--length", "screen", "-o", file)
    assert result.exit_code == 0, result.stderr
    brief = brief_in(file)
    assert (brief.template, brief.length) == ("ours", Length.SCREEN)
    assert brief.headings[0] == "First"


def test_a_template_that_cannot_be_followed_is_told_with_its_line(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('name = "ours"\ndescription = "d"\n[[part]]\npart = "x"\nmost = 1\n', "utf-8")
    result = run("brief", reports, "--template", file)
    assert result.exit_code == ExitCode.WRONG_USE
    assert f"{file}:4: part 1: part: “x” is no part of a brief" in result.stderr


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (("--template", "weekly"), "use one of situation, daily"),
        (("--template", "daily"), "or a day, as 2024-10-24"),
        (("--template", "daily", "--since", "2024-13-45"), "use 2024-10-25"),
        (("--template", "question"), "--question"),
        (("--template", "relation"), "--between"),
        (("--question", " "), "it needs words"),
        (("--between", "Russia", ""), "it needs words"),
        (("--question", "Will it?", "--between", "A", "B"), "not both"),
    ],
)
def test_what_a_template_lacks_is_told_before_anything_is_read(
    run: Run, reports: Path, words: tuple[str, ...], mend: str
) -> None:
    result = run("brief", reports, *words)
    assert result.exit_code == ExitCode.WRONG_USE
    assert mend in result.stderr
    assert "reports read" not in result.stderr


def test_a_length_alone_is_that_of_a_situation(run: Run, reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.json"
    told = run("brief", reports, "--length", "screen", "-o", file, "--json")
    brief = brief_in(file)
    assert (brief.template, brief.length) == ("situation", Length.SCREEN)
    outcome = json.loads(told.stdout)
    assert (outcome["template"], outcome["length"]) == ("situation", "screen")


def test_an_editor_gets_a_word_document(run: Run, reports: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for file in files:
        assert run("brief", reports, "--length", "pages", "-o", file).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert Document(str(files[0])).paragraphs
    whole = tmp_path / "whole.json"
    run("brief", reports, "-o", whole)
    printed = run("brief", reports, "--format", "docx").stdout_bytes
    assert printed == render_docx(brief_in(whole))


def test_a_daily_brief_of_paths_tells_what_was_published_since_a_day(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    file = tmp_path / "brief.json"
    daily = ("--template", "daily", "--since", "2024-10-25")
    result = run("brief", reports, *daily, "-o", file)
    assert result.exit_code == 0, result.stderr
    brief = brief_in(file)
    assert brief.parts[0] is Part.CHANGES
    assert brief.since is not None
    assert brief.since.date().isoformat() == "2024-10-25"
    outlet = {report.key: report.outlet for report in brief.reports}
    told = {claim.key: outlet[claim.report] for claim in brief.claims}
    cited = {told[key] for sentence in brief.changes for key in sentence.claims}
    assert cited == {"Strait Gazette"}


def test_a_daily_brief_of_a_record_goes_on_from_the_last_and_is_made_again(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    later = tmp_path / "later"
    later.mkdir()
    (reports / "moscow.txt").rename(later / "moscow.txt")
    run("init", "situation.watchword")
    run("collect", reports)
    refused = run("brief", "--template", "daily", "-o", "none.json")
    assert refused.exit_code == ExitCode.STORE
    assert "give --since with a day" in refused.stderr
    run("brief", "--length", "screen", "-o", "monday.json")
    run("collect", later)
    result = run("brief", "--template", "daily", "--length", "screen", "-o", "tuesday.json")
    assert result.exit_code == 0, result.stderr
    brief = brief_in(tmp_path / "tuesday.json")
    assert brief.changes
    newest = {report.key for report in brief.reports if report.outlet == "Strait Gazette"}
    told = {claim.key: claim.report for claim in brief.claims}
    assert {told[key] for each in brief.changes for key in each.claims} <= newest
    again = run("brief", "--rebuild", "last", "-o", "again.json")
    assert "byte for byte the same" in again.stderr
    assert Path("again.json").read_bytes() == Path("tuesday.json").read_bytes()


def test_a_kept_brief_is_made_again_though_its_template_is_gone(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ours = tmp_path / "ours.toml"
    text = shipped_template("situation").text
    ours.write_text(text.replace('name = "situation"', 'name = "ours"'), encoding="utf-8")
    run("init", "situation.watchword")
    run("collect", reports)
    run("brief", "--template", ours, "--length", "pages", "-o", "first.json")
    ours.unlink()
    again = run("brief", "--rebuild", "last", "-o", "again.json")
    assert "byte for byte the same" in again.stderr
    assert brief_in(tmp_path / "again.json").template == "ours"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("--question", "Has North  Korea sent troops?"), "Has North Korea sent troops?"),
        (("--between", "DPRK", "Moscow"), "North Korea and Russia: what passes between them"),
    ],
)
def test_a_brief_of_a_record_that_is_about_something_is_made_again(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], title: str
) -> None:
    monkeypatch.chdir(reports.parent)
    run("init", "situation.watchword", "--title", "The convoy")
    run("collect", reports)
    result = run("brief", *words, "-o", "first.json")
    assert result.exit_code == 0, result.stderr
    brief = brief_in(Path("first.json"))
    assert brief.title == title
    assert brief.judgments
    again = run("brief", "--rebuild", "last", "-o", "again.json")
    assert "byte for byte the same" in again.stderr
