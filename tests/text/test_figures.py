"""Figures of a sentence: golden cases in figures.txt, properties, and tags that are wrong."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.engines.tagging import TaggingEngine
from watchword.model.figure import Figure
from watchword.model.reading import Token
from watchword.text.figures import find_figures
from watchword.text.words import find_words

PIECES = st.sampled_from(
    ["1,500", "six", "of", "more than 20", "killed", "wounded", "troops", "soldiers", "including",
     "500", "officers", "and", ",", "$7 billion", "%", "of them", "another", "-strong", "force"]
)  # fmt: skip
TAGS = st.sampled_from(["NN", "NNS", "NNP", "JJ", "VBD", "VBN", "CD", "IN", "CC", ".", ""])


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("figures.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(" | ".join(part.strip() for part in line.split("|")))
        elif not line.startswith("#"):
            cases.append((line, []))
    return cases


def _shown(figure: Figure) -> str:
    values = (figure.low, figure.best, figure.high)
    bounds = ["-" if value is None else format(value, ".15g") for value in values]
    marks = [] if figure.part_of is None else [f"part of {figure.part_of}"]
    marks += ["change"] if figure.change else []
    marks += [figure.direction] if figure.direction else []
    marks += [figure.fate] if figure.fate else []
    marks += [f"per {figure.per}"] if figure.per else []
    marks += ["cumulative"] if figure.cumulative else []
    shown = [figure.words, *bounds, figure.unit, figure.counted]
    return " | ".join([*shown, ", ".join(marks)] if marks else shown)


def _tokens(text: str, tag: str) -> list[Token]:
    return [
        Token(text=word.text, start=word.start, end=word.end, tag=tag, lemma=word.text.lower())
        for word in find_words(text)
    ]


@pytest.fixture(scope="module")
def engine() -> TaggingEngine:
    return TaggingEngine()


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_each_case_is_read_as_its_file_says(
    text: str, expected: list[str], engine: TaggingEngine
) -> None:
    reading = engine.read([find_words(text)])[0]
    assert [_shown(figure) for figure in find_figures(text, reading.tokens)] == expected


@pytest.mark.parametrize("tag", ["NN", "NNP", "VBD", "JJ", ""])
def test_a_known_noun_is_found_whatever_its_tag(tag: str) -> None:
    text = "1,500 troops"
    (figure,) = find_figures(text, _tokens(text, tag))
    assert figure.unit == "troops"


def test_offsets_are_those_of_the_whole_report() -> None:
    text = "One more thing. Seoul counted 3,000 troops."
    tokens = [token for token in _tokens(text, "NN") if token.start >= 16]
    (figure,) = find_figures(text, tokens)
    assert text[figure.start : figure.end] == figure.words == "3,000"


def test_a_sentence_without_words_has_no_figures() -> None:
    assert find_figures("3,000 troops", []) == ()


@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join)), TAGS)
def test_figures_are_in_order_quoted_exactly_and_parts_point_at_larger_wholes(
    text: str, tag: str
) -> None:
    figures = find_figures(text, _tokens(text, tag))
    last = 0
    for index, figure in enumerate(figures):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.words == text[figure.start : figure.end]
        last = figure.end
        if figure.part_of is not None:
            assert figure.part_of != index
            assert 0 <= figure.part_of < len(figures)


@pytest.mark.parametrize("unit", ["1 of ", "including 5 ", "killed ", "1 "])
def test_long_lists_of_numbers_end_in_seconds(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    tokens = _tokens(text, "NN")
    began = process_time()
    find_figures(text, tokens)
    assert process_time() - began < 20
