"""Verification passes what is borne out and names what is not."""

import ast
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

import watchword.brief.verify as room
from watchword.brief.document import to_document, to_json
from watchword.brief.verify import Rule, check_sentence, recount, verify
from watchword.model.brief import Brief, Measure, Notice
from watchword.model.claim import Claim, Modality
from watchword.model.report import Report
from watchword.model.sentence import Sentence


class Bench:
    """Sentences of the hand-written cases, to be reworded and checked again."""

    def __init__(self, cases: tuple["Case", ...]) -> None:
        self.reports = {report.key: report for case in cases for report in case.reports}
        self.claims = [claim for case in cases for claim in case.claims]
        self.sentences = [sentence for case in cases for sentence in case.sentences]

    def sentence(self, words: str) -> Sentence:
        """The sentence that holds some words."""
        return next(sentence for sentence in self.sentences if words in sentence.text)

    def rules(self, sentence: Sentence) -> set[Rule]:
        """The rules that a sentence breaks."""
        return {problem.rule for problem in check_sentence(sentence, self.claims, self.reports)}

    def reworded(self, old: str, new: str) -> set[Rule]:
        """The rules that a sentence breaks once some words are others."""
        sentence = self.sentence(old)
        return self.rules(replace(sentence, text=sentence.text.replace(old, new)))


class Case(Protocol):
    """A hand-written case, as the fixture gives it."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]


@pytest.fixture(scope="module")
def bench(cases: tuple[Case, ...]) -> Bench:
    return Bench(cases)


def test_every_well_formed_brief_passes(written_briefs: tuple[Brief, ...]) -> None:
    for brief in written_briefs:
        assert verify(brief).problems == ()
        outcome = verify(to_document(brief))
        assert outcome.ok
        assert outcome.sentences > 10
        assert outcome.texts == len(brief.reports)


def test_a_brief_without_texts_is_checked_beside_them(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[1]
    document = to_document(brief, with_texts=False)
    texts = {report.text_sha256: report.text for report in brief.reports}
    assert verify(document, texts=texts).ok
    assert {problem.rule for problem in verify(document).problems} >= {Rule.TEXT}


def test_verification_knows_nothing_of_the_program_that_writes() -> None:
    allowed = ("watchword.model", "watchword.text", "watchword.errors", "watchword.brief.verify",
               "watchword.brief.document")  # fmt: skip
    folder = Path(str(room.__file__)).parent
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("watchword"):
                assert str(node.module).startswith(allowed), f"{file.name} imports {node.module}"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("1,500 special-forces", "1,600 special-forces", Rule.NUMBER),
        ("at least 3,000 North", "3,000 North", Rule.NUMBER),
        ("around 10,900 North Korean troops have", "10,900 North Korean troops have", Rule.NUMBER),
        ("up to 12,000 soldiers could be deployed in the end.",
         "12,000 soldiers could be deployed in the end.", Rule.NUMBER),
        ("10,000 North Korean soldiers against", "at least 10,000 North Korean soldiers against",
         Rule.NUMBER),
        ("including 500 officers", "including 500 tanks", Rule.WORD),
        ("14 border posts with Bolivia after 250", "250 border posts with Bolivia after 14",
         Rule.ORDER),
        ("another 400 people", "400 people", Rule.NUMBER),
        ("Volodymyr Zelensky said", "Dmitry Peskov said", Rule.SPEAKER),
        ("citing South Korea's National Intelligence", "citing Russia's National Intelligence",
         Rule.SPEAKER),
        ("Lawmaker Lee Seong-kweun, citing South Korea's National Intelligence Service, said",
         "Lawmaker Lee Seong-kweun said", Rule.SPEAKER),
        ("The NIS estimates that", "It is estimated that", Rule.SPEAKER),
        ("against Ukraine (The", "against Poland (The", Rule.NAME),
        ("Russia is preparing to deploy 10,000 North Korean soldiers against Ukraine",
         "Ukraine is preparing to deploy 10,000 North Korean soldiers against Russia", Rule.ORDER),
        ("carried the soldiers to Vladivostok", "carried the soldiers to Kursk", Rule.NAME),
        ("[Bolivia]", "[Peru]", Rule.NAME),
        ("said on 18 October", "said on 21 October", Rule.DATE),
        ("Wednesday (23 October 2024)", "Wednesday (22 October 2024)", Rule.DATE),
        ("October 8 to October 13, Türkiye", "October 8 to October 15, Türkiye", Rule.DATE),
        ("on 19 October 2024", "on 19 October 2022", Rule.DATE),
        ("has reportedly sent", "has sent", Rule.MODALITY),
        ("may consider sending", "will consider sending", Rule.MODALITY),
        ("could be deployed in the end.", "will be deployed in the end.", Rule.MODALITY),
        ("are expected to meet", "are to meet", Rule.MODALITY),
        ("highly likely that the rest", "almost certain that the rest", Rule.LIKELIHOOD),
        ("highly likely that the rest", "true that the rest", Rule.MODALITY),
        ("if North Korea sends special forces into the war, Seoul", "Seoul", Rule.MODALITY),
        ("cannot confirm", "can confirm", Rule.MODALITY),
        ("will reach the front", "have reached the front", Rule.MODALITY),
        ("dismissed the claims", "confirmed the claims", Rule.WORD),
        ("denied that Bolivia", "said that Bolivia", Rule.MODALITY),
        ("has not withdrawn", "has withdrawn", Rule.NEGATION),
        ("there is no evidence", "there is evidence", Rule.MODALITY),
        ("had closed 14", "had not closed 14", Rule.NEGATION),
        ("Peru had closed", "Peru had opened", Rule.WORD),
        ("(Meridian Post)", "(Quito Times)", Rule.NAME),
    ],
)  # fmt: skip
def test_what_the_report_does_not_bear_out_is_found(
    bench: Bench, old: str, new: str, rule: Rule
) -> None:
    assert rule in bench.reworded(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("South Korea's National Intelligence Service said", "The NIS said"),
        (
            "South Korea's National Intelligence Service said",
            "South Korea's intelligence service said",
        ),
        ("around 10,900", "about 10,900"),
        ("President Volodymyr Zelensky said", "Zelensky said"),
        ("had dispatched", "has dispatched"),
        ("on Wednesday (30 October 2024)", "on 30 October"),
        ("Türkiye Today reported", "according to Türkiye Today"),
        ("John Kirby, a White House adviser, said", "White House adviser John Kirby said"),
    ],
)  # fmt: skip
def test_saying_the_same_in_other_words_passes(bench: Bench, old: str, new: str) -> None:
    assert bench.reworded(old, new) == set()


def test_a_sentence_without_a_citation_fails(bench: Bench) -> None:
    bare = replace(bench.sentence("Peru had closed"), claims=())
    assert bench.rules(bare) == {Rule.CITATION}


def test_a_sentence_that_cites_the_words_of_another_fails(bench: Bench) -> None:
    other = bench.sentence("Kremlin spokesman")
    assert bench.rules(replace(bench.sentence("Peru had closed"), claims=other.claims))


def test_an_own_voice_claim_names_its_outlet(bench: Bench) -> None:
    assert Rule.SPEAKER in bench.reworded("from Kursk, The Lantern reported", "from Kursk")


def test_a_report_whose_text_was_altered_is_found(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[0]
    report = replace(brief.reports[0], text=brief.reports[0].text + " More.")
    outcome = verify(replace(brief, reports=(report, *brief.reports[1:])))
    assert {problem.rule for problem in outcome.problems} == {Rule.TEXT}


def test_a_claim_that_is_firmer_than_its_words_is_found(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[0]
    claims = tuple(
        replace(claim, modality=Modality.ASSERTED, marks=())
        if claim.modality is Modality.REPORTED
        else claim
        for claim in brief.claims
    )
    outcome = verify(replace(brief, claims=claims))
    assert any(problem.rule is Rule.CLAIM for problem in outcome.problems)


def test_a_likelihood_needs_an_estimate(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[0]
    judgment = brief.judgments[0]
    assert judgment.likelihood is not None
    firmer = replace(judgment.likelihood, term="almost certain", low=95, high=99)
    outcome = verify(replace(brief, judgments=(replace(judgment, likelihood=firmer),)))
    assert {problem.rule for problem in outcome.problems} == {Rule.LIKELIHOOD}
    outcome = verify(replace(brief, judgments=(replace(judgment, basis=" "),)))
    assert {problem.rule for problem in outcome.problems} == {Rule.CONFIDENCE}


def test_a_count_is_done_again(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[3]
    assert recount(brief, Measure.REPORTS) == (4, None)
    assert recount(brief, Measure.OWN_VOICE) == (3, len(brief.claims))
    assert recount(brief, Measure.COPIES) == (0, 4)
    single, sentences = recount(brief, Measure.SINGLE_ORIGIN)
    assert single == sentences
    wrong = Notice(text="Nine of 20 claims are the outlets' own.", measure=Measure.OWN_VOICE,
                   count=3, of=len(brief.claims))  # fmt: skip
    outcome = verify(replace(brief, notices=(wrong,)))
    assert {problem.rule for problem in outcome.problems} == {Rule.COUNT}


def test_a_point_is_what_its_claim_says(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[0]
    contest = brief.contests[0]
    averaged = replace(contest.track.points[0].figure, best=6200.0)
    point = replace(contest.track.points[0], figure=averaged)
    track = replace(contest.track, points=(point, *contest.track.points[1:]))
    outcome = verify(replace(brief, contests=(replace(contest, track=track),)))
    assert {problem.rule for problem in outcome.problems} == {Rule.CONTEST}


Break = Callable[[Brief], Brief]


@pytest.mark.parametrize(
    "broken",
    [
        lambda brief: replace(brief, sources=brief.sources[1:]),
        lambda brief: replace(brief, reports=brief.reports[1:]),
        lambda brief: replace(brief, reports=brief.reports + brief.reports[:1]),
        lambda brief: replace(brief, claims=brief.claims[1:]),
        lambda brief: replace(brief, origins=brief.origins + brief.origins[:1]),
    ],
)
def test_what_is_cited_has_to_be_there(
    written_briefs: tuple[Brief, ...], broken: Break
) -> None:  # fmt: skip
    assert not verify(broken(written_briefs[0])).ok


def test_what_is_no_brief_is_one_problem() -> None:
    outcome = verify({"schema_version": 1})
    assert [problem.rule for problem in outcome.problems] == [Rule.FORM]
    assert not outcome.ok


ODD = (None, True, -1, 10**30, 1.5, "", "x", "\ud800", "[(" * 50, [], {}, [None], "at least 3,000")


def each_place(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in some JSON values."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from each_place(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:2]):
            yield from each_place(inner, (*path, number))


def test_no_value_anywhere_makes_verification_fall_over(
    written_briefs: tuple[Brief, ...],
) -> None:
    written = to_json(written_briefs[0])
    places = list(each_place(json.loads(written)))
    for number, path in enumerate(places):
        document = json.loads(written)
        parent = document
        for step in path[:-1]:
            parent = parent[step]
        parent[path[-1]] = ODD[number % len(ODD)]
        verify(document)


def test_a_source_whose_name_holds_no_word_is_a_problem_and_no_crash(bench: Bench) -> None:
    sentence = bench.sentences[0]
    told = next(
        claim
        for claim in bench.claims
        if claim.attribution.links and claim.key in bench.sentences[0].claims
    )
    (first, *rest) = told.attribution.links
    span = replace(first.span, quote="the") if first.span else None
    nameless = replace(first, name="the", words="the", country=None, span=span, named_at=None)
    claim = replace(told, attribution=replace(told.attribution, links=(nameless, *rest)))
    others = [each for each in bench.claims if each.key != told.key]
    problems = check_sentence(sentence, [claim, *others], bench.reports)
    assert Rule.CLAIM in {problem.rule for problem in problems}
