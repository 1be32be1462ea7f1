"""A matrix goes out as a table that neither a spreadsheet nor a browser can be tricked by."""

import csv
import io
from dataclasses import replace

import pytest
from tests.assess.hypotheses.conftest import matrix_of, piece, rated, teller

from watchword.assess.hypotheses.page import to_html
from watchword.assess.hypotheses.scoring import judge
from watchword.assess.hypotheses.sheets import to_csv, to_markdown
from watchword.model.matrix import Matrix


@pytest.fixture
def made() -> Matrix:
    """A matrix with a rated, a disputed, a proposed and an open cell, and a row left out."""
    return matrix_of(
        [
            piece("E1", teller("Seoul", "wire"), grade="B2", proposed={"H1": "C", "H2": "II"}),
            piece("E2", teller("Kyiv", "post")),
            replace(piece("E3", teller("x", "y")), left_out="ana: a rumour"),
        ],
        rated("E1", {"H1": "CC"}),
        rated("E2", {"H1": "I"}),
        rated("E2", {"H1": "II"}, by="ben"),
    )


def hostile(made: Matrix) -> Matrix:
    words = '=HYPERLINK("http://x")|<script>alert(1)</script>\n[a](javascript:b) `c`'
    return replace(
        made,
        title=words,
        hypotheses=tuple(replace(each, text=words) for each in made.hypotheses),
        pieces=tuple(replace(each, text=words) for each in made.pieces),
    )


def test_csv_has_a_line_a_piece_then_the_sums(made: Matrix) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(made, judge(made)))))
    assert [row["id"] for row in rows] == [
        *("E1", "E2", "score", "score at most", "every row counted", "rank", "E3"),
    ]
    assert (rows[0]["H1"], rows[0]["H2"]) == ("CC", "II*")
    assert (rows[1]["H1"], rows[1]["H2"]) == ("I/II", "?")
    assert rows[0]["claims"] == "claim of E1"
    assert rows[2]["H1"] == "1.00"
    assert "a rumour" in rows[-1]["evidence"]


def test_no_cell_of_the_csv_is_a_formula(made: Matrix) -> None:
    made = hostile(made)
    rows = list(csv.reader(io.StringIO(to_csv(made, judge(made)))))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_markdown_keeps_its_columns_whatever_the_words(made: Matrix) -> None:
    made = hostile(made)
    page = to_markdown(made, judge(made))
    rows = [line.replace("\\|", "") for line in page.splitlines() if line.startswith("| E")]
    assert {line.count("|") for line in rows} == {13}
    assert "<script>" not in page
    assert "[a](" not in page


def test_html_runs_and_loads_nothing(made: Matrix) -> None:
    made = hostile(made)
    page = to_html(made, judge(made))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "src=" not in page
    assert "href=" not in page
    assert page.count("<tr>") == 1 + len(made.hypotheses) + 1 + 2


def test_whose_ratings_a_page_shows_is_told(made: Matrix) -> None:
    assert "Ratings of ben" in to_html(made, judge(made, "ben"))
    assert "Ratings of the machine alone" in to_markdown(made, judge(made, ""))


def test_a_matrix_without_evidence_has_its_pages(made: Matrix) -> None:
    bare = replace(made, pieces=(), ratings=())
    for write in (to_csv, to_markdown, to_html):
        assert "H1" in write(bare, judge(bare))
