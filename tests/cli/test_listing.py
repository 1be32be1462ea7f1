"""`watchword read`: a table or lines, as they come, and what could not be read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

FIELDS = [
    "claim_id",
    "report_id",
    "sentence",
    "source_chain",
    "cue",
    "modality",
    "actor",
    "action",
    "recipient",
    "figure",
    "place",
    "time",
    "content",
    "marks",
    "polarity",
    "attribution",
    "party",
    "figures",
    "location",
    "when",
    "condition",
    "events",
    "position",
    "spans",
    "made_by",
    "corrected",
]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "claims-json.md"


def lines_of(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_has_the_documented_fields(run: Run, reports: Path) -> None:
    records = lines_of(run("read", reports, "--json"))
    assert len(records) > 2
    page = PAGE.read_text(encoding="utf-8")
    for record in records:
        assert list(record) == FIELDS
    assert [name for name in FIELDS if f"`{name}`" not in page] == []


def test_an_implication_has_the_documented_fields(run: Run, reports: Path) -> None:
    (record,) = lines_of(run("read", reports, "--json", "--implications"))
    assert "gain combat experience" in str(record["condition"])
    assert "greater threat" in str(record["consequence"])
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in record if f"`{name}`" not in page] == []


def test_an_event_has_the_documented_fields(run: Run) -> None:
    result = run("read", "-", "--json", "--events", given="Norway accused Chad of piracy.")
    (record,) = lines_of(result)
    assert (record["event"], record["quad_code"]) == (["ACCUSE"], 3)
    page = PAGE.with_name("events-json.md").read_text(encoding="utf-8")
    assert isinstance(record["actor"], list)
    parts = [record, *record["actor"]]
    assert [name for part in parts for name in part if f"`{name}`" not in page] == []


@pytest.mark.parametrize(
    ("option", "fields"),
    [
        ("--positions", {"holder": "Moscow", "kind": "refuses", "matter": "withdraw its troops"}),
        ("--actors", {"name": "Russia", "kind": "state", "aliases": ["Moscow"]}),
    ],
)
def test_positions_and_actors_have_the_documented_fields(
    run: Run, option: str, fields: dict[str, object]
) -> None:
    result = run("read", "-", "--json", option, given="Moscow refused to withdraw its troops.")
    (record,) = lines_of(result)
    assert {name: record[name] for name in fields} == fields
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in record if f"`{name}`" not in page] == []
    assert option in run("read", "--help").stdout


@pytest.mark.parametrize(
    ("option", "heading"), [("--positions", "matter"), ("--actors", "offices")]
)
def test_a_table_shows_positions_or_actors_when_asked(run: Run, option: str, heading: str) -> None:
    told = run("read", "-", option, given="Moscow refused to withdraw its troops.").stdout
    assert heading in told
    assert "Moscow" in told


def test_only_one_kind_of_thing_is_printed(run: Run, reports: Path) -> None:
    result = run("read", reports, "--positions", "--actors")
    assert result.exit_code == 2
    assert "--positions, --actors" in result.stderr


def test_the_columns_of_a_table_are_named_by_a_mapping(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(
        "nr,body,paper\n7,Moscow denied that 500 troops had crossed.,Gulf Post\n", encoding="utf-8"
    )
    records = lines_of(run("read", file, "--json", "--map", "id=nr,text=body,outlet=paper"))
    assert {record["report_id"] for record in records} == {"7"}


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_the_table_keeps_to_the_width_of_the_terminal(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    told = run("read", reports).stdout
    assert "conditional" in told
    assert "Gulf Post, 2024-10-24" in told
    assert max(map(len, told.splitlines())) <= int(columns)


def test_the_table_shows_implications_instead_when_asked(run: Run, reports: Path) -> None:
    told = run("read", reports, "--implications").stdout
    assert "consequence" in told
    assert "who does what" not in told


def test_bytes_and_text_are_kept_under_their_digest(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    run("read", reports, "--keep", tmp_path / "kept")
    kept = [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    assert sorted(path.suffix for path in kept) == [".raw", ".raw", ".txt", ".txt"]


def test_a_folder_that_cannot_be_written_is_named(run: Run, reports: Path) -> None:
    result = run("read", reports, "--keep", reports / "seoul.txt" / "kept")
    assert result.exit_code == 2
    assert "it cannot be written" in result.stderr
    assert "Traceback" not in result.output


def test_what_could_not_be_read_is_told_beside_the_claims(
    run: Run, reports: Path, broken: Path
) -> None:
    result = run("read", reports, broken, "--json")
    assert len(lines_of(result)) > 2
    assert result.stderr.splitlines()[0].startswith("2 reports read, ")
    assert "cut.pdf" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_thousand_unread_files_take_at_most_four_hundred_lines(run: Run, tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_bytes(b"")
    result = run("read", tmp_path)
    assert result.exit_code == 3
    listed = [line for line in result.stderr.splitlines() if line.startswith("  ")]
    assert len(listed) == 400
    assert listed[-1] == "  and 601 more"
    assert "1,000 inputs could not be read:" in result.stderr


def test_a_report_cannot_steer_the_terminal(run: Run) -> None:
    given = "\u202eMoscow\u202c denied that 500 troops had \u2066crossed\u2069 the border."
    result = run("read", "-", given=given)
    assert result.exit_code == 0
    assert not set("\x1b\u202e\u2066") & set(result.output)
