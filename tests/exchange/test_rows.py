"""Tables: CSV that no spreadsheet runs, Parquet with types."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet
from tests.exchange.handed import AT, handover

from watchword.exchange.csv_form import inert, write_csv
from watchword.exchange.parquet import write_parquet
from watchword.exchange.rows import SHEETS

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "|")


def cells_of(sheet: str) -> list[dict[str, str]]:
    text = b"".join(write_csv(handover(), sheet)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_tells_a_claim_with_its_report_its_chain_and_where_it_stands() -> None:
    first = cells_of("claims")[0]
    assert first["outlet"] == "Gulf Post"
    assert first["source_chain"] == "National Intelligence Service"
    assert first["modality"] == "asserted"
    assert first["figure"] == "about 3,000"
    assert first["published"] == "2024-10-24T09:00:00+00:00"
    assert (first["tlp"], first["withdrawn"]) == ("TLP:CLEAR", "false")
    read = handover().read[0]
    words = read.report.text[int(first["start"]) : int(first["end"])]
    assert words == first["content"]


def test_what_was_withdrawn_is_marked_and_not_dropped() -> None:
    rows = cells_of("claims")
    assert {row["withdrawn"] for row in rows if row["title"] == "Tanks"} == {"true"}


def test_figures_have_their_bounds() -> None:
    rows = {row["words"]: row for row in cells_of("figures")}
    least, exact = rows["at least 12,000"], rows["500"]
    assert (least["low"], least["high"], least["approx"]) == ("12000", "", "at_least")
    assert (exact["low"], exact["best"], exact["unit"]) == ("500", "500", "officers")


def test_events_have_cameo_and_goldstein_beside_plover() -> None:
    told = {row["event"]: row for row in cells_of("events")}
    assert (told["CONSULT"]["cameo_code"], told["CONSULT"]["goldstein"]) == ("04", "1")


@pytest.mark.parametrize("sheet", sorted(SHEETS))
def test_no_cell_begins_as_a_formula_does(sheet: str) -> None:
    numbers = {name for name, kind in SHEETS[sheet].columns if kind in {int, float}}
    cells = [cell for row in cells_of(sheet) for name, cell in row.items() if name not in numbers]
    assert cells
    assert [cell for cell in cells if cell.startswith(FORMULAS)] == []


@given(st.text(max_size=20))
def test_words_that_a_spreadsheet_would_run_are_words(words: str) -> None:
    assert not inert(words).startswith(FORMULAS)
    assert inert(words).removeprefix("'") == words.removeprefix("'")


@pytest.mark.parametrize("sheet", sorted(SHEETS))
def test_parquet_holds_the_same_rows_with_their_types(sheet: str) -> None:
    table = parquet.read_table(io.BytesIO(write_parquet(handover(), sheet)))
    assert table.num_rows == len(cells_of(sheet))
    assert table.column_names == [name for name, _ in SHEETS[sheet].columns]
    assert table.schema.metadata[b"watchword:as_of"].decode() == AT.isoformat()
    published = table.column("published").to_pylist()[0]
    assert published.isoformat() == "2024-10-24T09:00:00+00:00"
