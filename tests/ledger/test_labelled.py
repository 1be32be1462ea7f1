import json
from pathlib import Path

import pytest

from watchword.errors import MissingDataError, UnreadableError
from watchword.ledger.labelled import FILES, read_labelled

CLAIM = {
    "claim_id": "c1",
    "report_id": "r1",
    "sentence": "Rain fell.",
    "sentence_kind": "reworded",
    "modality": "asserted",
}
REPORT = {
    "id": "r1",
    "text": "Rain fell.",
    "outlet": "Vale News",
    "title": "Rain",
    "date": "2024-01-02",
}


def lay(folder: Path, **contents: list[object]) -> None:
    for name in FILES:
        rows = contents.get(name.replace("/", "_").removesuffix(".jsonl").replace("-", "_"), [])
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        path.write_text("\n".join(lines) + "\n", "utf-8")


def test_only_reports_with_labels_are_given(tmp_path: Path) -> None:
    other = {**REPORT, "id": "r2"}
    spoken = {**REPORT, "id": "f1", "url": "https://example.org/1"}
    lay(
        tmp_path,
        claims_claims=[CLAIM, {**CLAIM, "claim_id": "c2", "report_id": "f1"}],
        claims_reports=[other, REPORT],
        reports_white_house_reports=[spoken],
    )
    labelled = read_labelled(tmp_path)
    assert [report.report_id for report in labelled.reports] == ["f1", "r1"]
    assert labelled.reports[0].address == "https://example.org/1"
    assert [claim.claim_id for claim in labelled.claims] == ["c1", "c2"]


def test_the_digest_follows_the_bytes(tmp_path: Path) -> None:
    lay(tmp_path, claims_claims=[CLAIM], claims_reports=[REPORT])
    before = read_labelled(tmp_path).digest
    assert before == read_labelled(tmp_path).digest
    lay(tmp_path, claims_claims=[{**CLAIM, "cue": "said"}], claims_reports=[REPORT])
    assert read_labelled(tmp_path).digest != before


def test_missing_data_is_named_with_where_it_comes_from(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError) as told:
        read_labelled(tmp_path)
    for words in (*FILES, "bidenwhitehouse.archives.gov", "WATCHWORD_DATA", str(tmp_path)):
        assert words in str(told.value)


def test_a_label_without_its_report_is_named(tmp_path: Path) -> None:
    lay(tmp_path, claims_claims=[{**CLAIM, "report_id": "r9"}], claims_reports=[REPORT])
    with pytest.raises(MissingDataError, match="r9"):
        read_labelled(tmp_path)


@pytest.mark.parametrize("row", ["{", "[1]", "[" * 100_000, {"id": "r1"}, {**REPORT, "title": 4}])
def test_a_line_of_another_form_is_named_by_file_and_number(tmp_path: Path, row: object) -> None:
    lay(tmp_path, claims_claims=[CLAIM], claims_reports=[REPORT, row])
    with pytest.raises(UnreadableError, match=r"claims/reports.jsonl:2"):
        read_labelled(tmp_path)
