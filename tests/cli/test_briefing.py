"""`watchword brief`: what is written, where, and how it ends."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import Result

from watchword.brief.document import from_json
from watchword.brief.verify import Problem, Rule, Verification, verify, verify_html
from watchword.cli import outputs
from watchword.flow.opening import OpenedBrief

Run = Callable[..., Result]


def test_each_output_is_written_in_the_format_of_its_suffix(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    files = [tmp_path / "new" / "folder" / f"brief.{suffix}" for suffix in ("html", "json", "md")]
    words = [word for file in files for word in ("-o", file)]
    result = run("brief", reports, *words)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert verify_html(files[0].read_text("utf-8")).ok
    brief = from_json(files[1].read_text("utf-8"))
    assert verify(brief).ok
    assert verify(brief).sentences > 0
    assert files[2].read_text("utf-8").startswith("# ")
    assert sorted(each.name for each in files[0].parent.iterdir()) == [
        "brief.html",
        "brief.json",
        "brief.md",
    ]


def test_the_summary_tells_what_was_read_written_and_where(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    file = tmp_path / "brief.json"
    (reports / "empty.txt").write_bytes(b"")
    told = run("brief", reports, "-o", file).stderr.splitlines()
    assert told[0].startswith("2 reports read, ")
    assert "each verified" in told[1]
    assert told[2] == "1 input could not be read:"
    assert told[3].startswith(f"  {reports / 'empty.txt'}: ")
    assert told[-1] == f"written: {file}"


def test_without_an_output_the_page_goes_to_standard_output(run: Run, reports: Path) -> None:
    result = run("brief", reports)
    assert result.exit_code == 0
    assert verify_html(result.stdout).ok


def test_standard_input_is_briefed_in_the_format_asked_for(run: Run) -> None:
    given = "Moscow denied that 500 troops had crossed the border."
    result = run("brief", "-", "--format", "json", given=given)
    assert result.exit_code == 0
    assert from_json(result.stdout).reports


def test_the_same_reports_give_the_same_bytes(run: Run, reports: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.html", tmp_path / "two.html"]
    for file in files:
        run("brief", reports, "-o", file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_nothing_published_after_the_day_is_used(run: Run, reports: Path) -> None:
    result = run("brief", reports, "--as-of", "2024-10-25", "--format", "json")
    brief = from_json(result.stdout)
    assert [report.outlet for report in brief.reports] == ["Gulf Post"]
    assert brief.as_of.isoformat() == "2024-10-25T23:59:59.999999+00:00"


@pytest.mark.parametrize("suffix", ["json", "html"])
def test_an_earlier_brief_tells_what_changed(
    run: Run, reports: Path, tmp_path: Path, suffix: str
) -> None:
    monday, tuesday = tmp_path / f"monday.{suffix}", tmp_path / "tuesday.json"
    run("brief", reports, "--as-of", "2024-10-25", "-o", monday)
    result = run("brief", reports, "--since", monday, "-o", tuesday)
    assert result.exit_code == 0, result.stderr
    assert from_json(tuesday.read_text("utf-8")).since is not None


def test_texts_can_stay_out_and_the_brief_is_still_checked(run: Run, reports: Path) -> None:
    result = run("brief", reports, "--no-texts", "--format", "json", "--title", "The convoy")
    assert result.exit_code == 0, result.stderr
    document = json.loads(result.stdout)
    assert document["title"] == "The convoy"
    assert all("text" not in report for report in document["reports"])


def test_the_outcome_as_json_names_every_file_with_its_digest(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    file = tmp_path / "brief.html"
    result = run("brief", reports, "-o", file, "--json")
    outcome = json.loads(result.stdout)
    assert outcome["reports"] == 2
    assert outcome["verified"] is True
    assert outcome["written"] == [
        {
            "file": str(file),
            "format": "html",
            "bytes": file.stat().st_size,
            "sha256": sha256(file.read_bytes()).hexdigest(),
        }
    ]


def test_where_nothing_can_be_read_everything_is_named_and_nothing_written(
    run: Run, broken: Path, tmp_path: Path
) -> None:
    file = tmp_path / "brief.html"
    result = run("brief", broken, tmp_path / "absent.txt", "-o", file)
    assert result.exit_code == 3
    for name in ("cut.pdf", "empty.txt", "noise.bin", "lines.jsonl", "absent.txt"):
        assert name in result.stderr
    assert "\x1b" not in result.stderr
    assert not file.exists()


def test_a_brief_that_fails_its_own_check_is_told_loudly(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(where="/headline", sentence="It is so.", rule=Rule.NUMBER, message="no")
    found = Verification(problems=(problem,) * 12, sentences=1)
    monkeypatch.setattr(OpenedBrief, "verify", lambda _self, _texts=None: found)
    result = run("brief", reports, "-o", tmp_path / "brief.json")
    assert result.exit_code == 1
    assert "NOT VERIFIED" in result.stderr
    assert "FAILS ITS OWN CHECK, do not hand it on: 12 problems" in result.stderr
    assert "and 2 more" in result.stderr


def test_a_pdf_without_its_extra_ends_with_4_before_anything_is_read(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "find_spec", lambda _name: None)
    result = run("brief", reports, "-o", tmp_path / "brief.pdf")
    assert result.exit_code == 4
    assert result.stderr == (
        "watchword: typst: setting a PDF needs typst (pip install 'watchword[print]')\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "brief.xyz"), "its suffix tells no format"),
        (("-o", "brief.html", "--format", "json"), "no output is json"),
        (("-o", "."), "it is a folder"),
        (("--as-of", "Tuesday"), "'Tuesday' is no date"),
        (("--as-of", "2024-13-01"), "'2024-13-01' is no date"),
        (("--as-of", "0001-01-01T00:00+14:00"), "is no date"),
        (("--map", "nonsense"), "'nonsense' is not field=column"),
        (("--since", "absent.json"), "it cannot be opened"),
        (("--json",), "standard output takes one thing"),
        (("--format", "rtf"), "rtf"),
        (("--unknown",), "No such option"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(  # noqa: PLR0917 - two of them are the case
    run: Run,
    reports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("brief", reports, *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_earlier_brief_that_is_none_is_named(run: Run, reports: Path) -> None:
    result = run("brief", reports, "--since", reports / "seoul.txt")
    assert result.exit_code == 2
    assert "seoul.txt" in result.stderr


def test_a_device_is_written_to_and_not_replaced(run: Run, reports: Path) -> None:
    result = run("brief", reports, "-o", "/dev/null", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert Path("/dev/null").is_char_device()
