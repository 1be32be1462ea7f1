"""Labelled reports are read as any other report is."""

import pytest

from watchword.engines import ReadingEngine
from watchword.errors import UnreadableError
from watchword.ledger import LabelledReport
from watchword.ledger.reader import read_labelled_reports, report_of

LABELLED = LabelledReport(
    report_id="r1",
    text="Moscow denied that 500 troops had crossed the border.",
    outlet="Gulf Post",
    title="Moscow on the convoy",
    date="2024-10-24",
)


def test_a_labelled_report_keeps_its_identifier_outlet_and_date() -> None:
    report = report_of(LABELLED)
    assert (report.report_id, report.outlet) == ("r1", "Gulf Post")
    assert report.published.at is not None
    assert report.published.at.date().isoformat() == "2024-10-24"
    assert report.text == LABELLED.text


def test_records_come_with_the_identifier_of_the_labels_and_are_counted() -> None:
    told: list[tuple[int, int]] = []
    records = list(
        read_labelled_reports([LABELLED], ReadingEngine(), lambda *counts: told.append(counts))
    )
    assert {record["report_id"] for record in records} == {"r1"}
    assert "denied" in {record["modality"] for record in records}
    assert told == [(1, 1)]


def test_a_labelled_report_without_words_is_refused() -> None:
    empty = LabelledReport(report_id="r2", text="...", outlet="", title="", date="")
    with pytest.raises(UnreadableError, match="no words"):
        report_of(empty)
