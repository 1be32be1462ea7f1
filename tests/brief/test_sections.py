"""Sections are about one thing each, have a title that is borne out, and read as a run."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.chapters import chapters_of
from watchword.brief.subjects import Aspect
from watchword.brief.titles import each_title
from watchword.brief.verify import check_title
from watchword.model.brief import Brief, Section

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return situations.brief_on("lake-border")


@pytest.fixture(scope="module")
def counts(brief: Brief) -> Section:
    return next(section for section in brief.sections if section.title.startswith("How many"))


def test_a_section_is_titled_by_what_its_claims_are_about(counts: Section) -> None:
    assert counts.title == "How many Ugandan soldiers"


def test_a_sources_figures_stand_in_one_sentence_each_with_its_day(counts: Section) -> None:
    told = counts.heading.text
    assert told == (
        "The Congolese Defence Ministry reported about 600 soldiers (3 March), "
        "900 Ugandan soldiers (6 March) and 1,400 Ugandan soldiers (14 March)."
    )
    assert len(counts.heading.claims) == 3


def test_the_lead_is_not_told_again_below_it(brief: Brief) -> None:
    for section in brief.sections:
        below = [sentence.text for paragraph in section.paragraphs for sentence in paragraph]
        assert section.heading.text not in below


def test_sections_leave_the_outlet_to_the_citation(counts: Section) -> None:
    told = [sentence.text for paragraph in counts.paragraphs for sentence in paragraph]
    assert told
    assert all("Lakes Monitor" not in text and "(6 March)" in text for text in told)


def test_each_finding_stands_in_one_chapter_at_most() -> None:
    for name in situations.NAMES:
        chapters = [c for group in chapters_of(situations.material_of(name)) for c in group]
        keys = [finding.key for chapter in chapters for finding in chapter.findings]
        assert len(set(keys)) == len(keys)


def test_what_is_left_over_comes_last() -> None:
    for name in situations.NAMES:
        groups = chapters_of(situations.material_of(name))
        aspects = [group[0].subject.aspect for group in groups]
        assert Aspect.OTHER not in aspects[:-1]


def test_the_widest_title_of_every_chapter_needs_no_claim() -> None:
    for name in situations.NAMES:
        for group in chapters_of(situations.material_of(name)):
            for chapter in group:
                widest = [*each_title(chapter.subject, ())][-1]
                assert [*check_title(widest, ())] == []
