"""`watchword export` and `import`, as they are typed."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from watchword.cli.exits import ExitCode
from watchword.exchange.forms import Form


@pytest.fixture
def record(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of the two reports, which the settings name."""
    place = tmp_path / "situation.watchword"
    monkeypatch.setenv("WATCHWORD_STORE", str(place))
    assert run("init", "--title", "Convoys").exit_code == 0
    assert run("collect", reports).exit_code == 0
    return place


@pytest.mark.usefixtures("record")
def test_every_form_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    assert run("brief", "--store", tmp_path / "situation.watchword").exit_code == 0
    for form in Form:
        file = tmp_path / f"out.{form.value}"
        done = run("export", "--form", form.value, "-o", file)
        assert (done.exit_code, done.stdout) == (0, ""), form
        assert file.stat().st_size > 100


@pytest.mark.usefixtures("record")
def test_a_form_of_text_goes_to_standard_output(run: Run) -> None:
    told = run("export", "--form", "stix", "--actor", "Ukraine", "--since", "2024-10-26")
    kinds = [each["type"] for each in json.loads(told.stdout)["objects"]]
    assert kinds.count("report") == 1
    assert run("export", "--form", "csv", "--until", "2024-10-23").stdout.count("\n") == 1


@pytest.mark.usefixtures("record")
def test_what_cannot_be_asked_for_is_told(run: Run) -> None:
    for words in (
        ("--form", "archive"),
        ("--form", "powerpoint"),
        ("--form", "csv", "--tlp", "purple"),
        ("--form", "csv", "--since", "soon"),
    ):
        assert run("export", *words).exit_code == ExitCode.WRONG_USE
    narrowed = run("export", "--form", "opml", "--actor", "Ukraine")
    assert narrowed.exit_code == ExitCode.FAILED_CHECK
    missing = run("export", "--form", "prov")
    assert missing.exit_code == ExitCode.FAILED_CHECK
    assert "no such brief" in missing.stderr


@pytest.mark.usefixtures("record")
def test_an_archive_is_opened_as_a_record_of_its_own(run: Run, tmp_path: Path) -> None:
    file, copy = tmp_path / "convoys.watchword.zip", tmp_path / "copy.watchword"
    assert run("export", "--form", "archive", "-o", file).exit_code == 0
    done = run("import", file, "--store", copy)
    assert done.exit_code == 0
    assert "Convoys" in done.stdout
    assert "2 reports" in done.stdout
    again = tmp_path / "again.watchword.zip"
    assert run("export", "--form", "archive", "-o", again, "--store", copy).exit_code == 0
    assert again.read_bytes() == file.read_bytes()
    assert run("import", file, "--store", copy).exit_code == ExitCode.STORE
    file.write_bytes(file.read_bytes()[:500])
    refused = run("import", file, "--store", tmp_path / "new.watchword")
    assert refused.exit_code == ExitCode.FAILED_CHECK
    assert not (tmp_path / "new.watchword").exists()


@pytest.mark.usefixtures("record")
def test_reports_of_a_bundle_come_in_under_their_mark(run: Run, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.json"
    report = {
        "type": "report",
        "id": "report--84e4d88f-44ea-4bcd-bbf3-b2c1c320bcb3",
        "name": "Convoys",
        "description": "Iran said that 40 tanks had been sent to Syria.",
        "published": "2024-10-24T09:00:00Z",
        "object_marking_refs": ["marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"],
    }
    bundle.write_text(json.dumps({"type": "bundle", "objects": [report]}), encoding="utf-8")
    done = run("import", bundle)
    assert "1 new report, 0 known already, 1 marked, 1 read" in done.stdout
    assert "40 tanks" not in run("export", "--form", "csv", "--tlp", "amber+strict").stdout
    assert "40 tanks" in run("export", "--form", "csv", "--tlp", "red").stdout
    assert "1 new" not in run("import", bundle).stdout
    bundle.write_text("{}", encoding="utf-8")
    assert run("import", bundle).exit_code == ExitCode.NOTHING_READ
