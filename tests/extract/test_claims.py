"""Whatever the text, claims are cut from it, keyed apart, and the same every time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from case_files import composed, read, read_cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchword.engines import ReadingEngine
from watchword.model.claim import Claim
from watchword.model.extraction import Extraction
from watchword.model.report import Report
from watchword.model.span import Span

CASES = read_cases(Path(__file__).parent / "cases")
ENGINE = ReadingEngine()

PIECES = (
    *"()[]{}\u201c\u201d\u2018\u2019\"':;,.!?\u2014-%$\n",
    "\n\n", "Q: ", "MR. ABE: ", "said", "told", "denied", "according to", "citing", "that", "if",
    "unless", "not", "neither", "nor", "will", "would", "may", "reportedly", "he", "it", "they",
    "the agency", "Rosa Quintero", "Khartoum", "Haiti's", "Reuters", "at least", "3,000", "dozens",
    "troops", "killed", "have been", "sent", "on Friday", "and", "but", "as", "saying", "adding",
    "while", "who", "which", "to", "of", "by", "including", "Asked", "cannot", "confirm", "There",
)  # fmt: skip
loose_texts = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
any_texts = st.one_of(loose_texts, st.text(max_size=200))
calm = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans_of(claim: Claim) -> list[Span]:
    links = claim.attribution.links
    spans = [
        claim.sentence,
        claim.content,
        claim.condition,
        claim.subject,
        claim.attribution.cue_at,
    ]
    spans += [link.span for link in links] + [link.named_at for link in links]
    spans += [mark.span for mark in claim.marks]
    return [span for span in spans if span is not None]


def check_sound(report: Report, extraction: Extraction) -> None:
    """Every span and every place in numbers is cut from the report; keys are apart."""
    keys = [claim.key for claim in extraction.claims]
    assert len(set(keys)) == len(keys)
    for claim in extraction.claims:
        for span in spans_of(claim):
            assert span.report == report.key
            assert report.text[span.start : span.end] == span.quote
        for part in (*claim.figures, claim.place, claim.time):
            assert part is None or report.text[part.start : part.end] == part.words
        assert claim.sentence.start <= claim.content.start < claim.content.end
        assert claim.content.end <= claim.sentence.end
    tied = (*extraction.implications, *extraction.positions)
    assert {each.claim for each in tied} <= set(keys)
    assert len({each.key for each in tied}) == len(tied)
    for span in each_span_of(extraction):
        assert span.report == report.key
        assert report.text[span.start : span.end] == span.quote != ""
    for implication in extraction.implications:
        horizon = implication.horizon
        assert horizon is None or report.text[horizon.start : horizon.end] == horizon.words


def each_span_of(extraction: Extraction) -> Iterator[Span]:
    """The spans of implications and positions."""
    for each in extraction.implications:
        yield from (each.condition, each.consequence, *([each.hedge] if each.hedge else []))
    for position in extraction.positions:
        spans = (position.matter, position.cue, position.toward, position.condition)
        yield from (span for span in spans if span is not None)


@calm
@given(any_texts)
def test_any_text_is_read_without_an_error_and_every_span_is_cut_from_it(text: str) -> None:
    report = composed(text)
    check_sound(report, read(report, ENGINE))


@calm
@given(st.lists(loose_texts, min_size=2, max_size=3))
def test_a_report_is_read_the_same_alone_and_after_others(texts: list[str]) -> None:
    engine = ReadingEngine()
    alone = [read(composed(text, key=f"r{n}"), ENGINE) for n, text in enumerate(texts)]
    again = [read(composed(text, key=f"r{n}"), engine) for n, text in enumerate(texts)]
    assert alone == again


def test_the_claims_of_the_cases_are_sound_and_the_same_twice(engine: ReadingEngine) -> None:
    for name, case in CASES.items():
        report = composed(case.text, key=name, heads=case.heads)
        extraction = read(report, engine)
        check_sound(report, extraction)
        assert read(report, ReadingEngine()) == extraction


def test_very_long_words_and_deep_brackets_are_read(engine: ReadingEngine) -> None:
    for text in (
        f"The minister said {'x' * 5000} had left.",
        f"{'(' * 3000} he said. {')' * 3000}",
        "\u201c" * 500 + "We go," + "\u201d" * 500 + " she said.",
        "He said that " * 300 + "it rained.",
        "if " * 2000 + "they said so.",
        f"{'Khartoum, ' * 800}the army said.",
    ):
        report = composed(text)
        check_sound(report, read(report, engine))


def test_a_key_depends_on_the_report_and_on_the_words(engine: ReadingEngine) -> None:
    text = "The mayor said the bridge had fallen."
    (first,) = read(composed(text, key="a"), engine).claims
    (second,) = read(composed(text, key="b"), engine).claims
    (third,) = read(composed(text.replace("bridge", "tower"), key="a"), engine).claims
    assert len({first.key, second.key, third.key}) == 3


def test_a_report_without_words_claims_nothing(engine: ReadingEngine) -> None:
    assert read(composed(""), engine) == Extraction(claims=(), implications=())


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rosa Quintero said she would leave.", "Rosa Quintero"),
        ("Rosa Quintero told the judge she would leave.", None),
        ("Hamas said it would not disarm.", "Hamas"),
        ("South Korea's defence ministry said it would respond.", "South Korea"),
        ("Two lawmakers said they would resign.", "Two lawmakers"),
        ("\u201cShe will leave,\u201d Rosa Quintero said.", None),
        ("Rosa Quintero said it would rain.", None),
    ],
)
def test_a_pronoun_is_the_source_where_it_can_be_nobody_else(
    text: str, actor: str | None, engine: ReadingEngine
) -> None:
    (claim,) = read(composed(text), engine).claims
    assert claim.actor == actor
