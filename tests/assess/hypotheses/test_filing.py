"""A matrix's file is read back as it was written, is short to type, and strict."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files

import jsonschema
import pytest
from tests.assess.hypotheses.conftest import AT, matrix_of, piece, rated, teller

from watchword.assess.hypotheses.filing import MOST_BYTES, from_json, to_json
from watchword.assess.hypotheses.form import schema_text
from watchword.assess.hypotheses.scoring import judge
from watchword.errors import InvalidMatrixError
from watchword.model.claim import Modality
from watchword.model.matrix import Matrix
from watchword.model.piece import Quoted, Relevance
from watchword.model.span import Span

SHORT = """{
  "schema_version": 1,
  "title": "Why did they stop?",
  "hypotheses": [
    {"id": "H1", "text": "They ran out of shells."},
    {"id": "H2", "text": "They were told to stop."}
  ],
  "evidence": [
    {"id": "E1", "kind": "note", "text": "The depots are full.", "reliability": "A",
     "credibility": "1"}
  ],
  "ratings": [{"evidence": "E1", "hypothesis": "H1", "consistency": "II", "by": "ana"}]
}"""


@pytest.fixture
def whole() -> Matrix:
    """A matrix in which every field is told."""
    text = "Seoul said that troops were sent."
    quoted = Quoted(
        claim="c1",
        report="r1",
        outlet="Gulf Post",
        published=AT,
        chain=("Seoul",),
        modality=Modality.ASSERTED,
        content=Span.within(text, 16, 32, report="r1"),
    )
    told = replace(
        piece("E1", teller("Seoul", "wire"), proposed={"H1": "C", "H2": ""}),
        quoted=(quoted,),
        relevance=Relevance.HIGH,
        why="the only count",
        reasons=("only source is Seoul",),
        made_by="hypotheses 1",
    )
    made = matrix_of(
        [told, replace(piece("E2"), left_out="ana: old"), replace(piece("E3"), withdrawn="gone")],
        rated("E1", {"H1": "C"}),
        rated("E1", {"H1": ""}),
    )
    return replace(made, as_of=datetime(2024, 11, 2, tzinfo=UTC), made_by="hypotheses 1")


def test_what_is_written_is_read_back(whole: Matrix) -> None:
    assert from_json(to_json(whole)) == whole
    assert to_json(from_json(to_json(whole))) == to_json(whole)


def test_a_file_may_be_short() -> None:
    made = from_json(SHORT)
    scores = {each.hypothesis: each.score for each in judge(made).scores}
    assert scores == pytest.approx({"H1": 4, "H2": 0})
    assert from_json(to_json(made)) == made


def test_the_published_schema_is_the_form_and_takes_what_is_written(whole: Matrix) -> None:
    published = files("watchword.assess.hypotheses").joinpath("matrix.schema.json")
    assert published.read_text("utf-8") == schema_text()
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(SHORT), schema)
    jsonschema.validate(json.loads(to_json(whole)), schema)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"schema_version": 1', '"schema_version": 2', "schema_version"),
        ('"kind": "note"', '"kind": "rumour"', "kind"),
        ('"consistency": "II"', '"consistency": "III"', "consistency"),
        ('"by": "ana"', '"by": ""', "by"),
        ('"by": "ana"', '"by": "ana", "bye": "ben"', "bye"),
        ('"id": "H2"', '"id": "H1"', "there is a hypothesis of this name"),
        ('"id": "H2"', '"id": "H 2"', "id"),
        ('"hypothesis": "H1"', '"hypothesis": "H7"', "no such cell"),
        ("{\n", "[\n", "the file"),
        ('"credibility": "1"', '"credibility": 1', "credibility"),
    ],
)
def test_a_file_that_is_not_in_the_form_is_refused_with_its_place(
    before: str, after: str, told: str
) -> None:
    assert before in SHORT
    with pytest.raises(InvalidMatrixError, match=told):
        from_json(SHORT.replace(before, after, 1))


def test_a_span_whose_words_were_changed_is_refused(whole: Matrix) -> None:
    forged = to_json(whole).replace('"quote": "troops were sent"', '"quote": "troops were lost"')
    with pytest.raises(InvalidMatrixError, match="digest"):
        from_json(forged)


def test_a_file_without_end_is_refused_before_it_is_read() -> None:
    with pytest.raises(InvalidMatrixError, match="longer than"):
        from_json(" " * (MOST_BYTES + 1))
    deep = '{"schema_version": 1, "title": ' + "[" * 200_000
    with pytest.raises(InvalidMatrixError):
        from_json(deep)
