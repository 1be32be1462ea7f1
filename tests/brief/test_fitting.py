"""A brief is cut to its length evenly, whole sentences at a time, and stays checked."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pypdfium2
import pytest
from tests.brief.sample import make_brief

from watchword.brief.fitting import STANDING_WORDS, fitted, words_of
from watchword.brief.render import render_markdown, render_pdf
from watchword.brief.shipped import NAMES, shipped_template
from watchword.brief.verify import verify
from watchword.flow.briefing import Before, Request, write_brief
from watchword.model.brief import Brief
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import FULL, Length, Part, Plan, PlannedPart

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")
LIMITS = "What this brief cannot tell"


def plan_of(words: int, *parts: Part) -> Plan:
    planned = tuple(PlannedPart(part=part, most=6) for part in parts)
    return Plan(template="short", length=Length.PAGES, parts=planned, words=words)


def brief_for(plan: Plan) -> Brief:
    brief = make_brief()
    return replace(brief, length=plan.length, parts=tuple(each.part for each in plan.parts))


@pytest.mark.parametrize("name", situations.NAMES)
@pytest.mark.parametrize("length", [Length.SCREEN, Length.PAGES])
def test_a_short_brief_has_the_words_it_may_have_and_is_checked(name: str, length: Length) -> None:
    plan = shipped_template("situation").plan(length)
    brief = write_brief(situations.read_situation(name), (), Request(plan=plan))
    assert words_of(brief) <= plan.words - STANDING_WORDS[length]
    assert verify(brief).problems == ()
    assert brief.judgments


def test_before_its_sources_a_screen_has_250_words_at_most() -> None:
    for name in NAMES:
        plan = shipped_template(name).plan(Length.SCREEN)
        brief = write_brief(situations.read_situation("sahel-convoy"), (), Request(plan=plan))
        told = render_markdown(brief).split("## Sources")[0]
        assert len([word for word in told.split() if any(map(str.isalnum, word))]) <= 250


def test_a_brief_without_a_bound_keeps_everything() -> None:
    assert fitted(make_brief(), FULL) == make_brief()


def test_every_part_keeps_something_before_a_whole_part_goes() -> None:
    plan = plan_of(10_000, Part.JUDGMENTS, Part.OVERVIEW, Part.WATCH)
    whole = brief_for(plan)
    for words in range(STANDING_WORDS[Length.PAGES], 600, 10):
        brief = fitted(whole, replace(plan, words=words))
        sizes = [len(brief.judgments), len(brief.overview), len(brief.watch)]
        had = [len(whole.judgments), len(whole.overview), len(whole.watch)]
        assert sizes[0] or not any(sizes[1:])
        if min(size for size, before in zip(sizes, had, strict=True) if before) == 0:
            assert max(sizes) <= 1


def test_what_is_told_is_told_in_full() -> None:
    plan = plan_of(200, Part.JUDGMENTS, Part.OVERVIEW, Part.SECTIONS, Part.WATCH)
    whole = brief_for(plan)
    brief = fitted(whole, plan)
    assert set(brief.overview) <= set(whole.overview)
    assert {each.sentence for each in brief.judgments} <= {e.sentence for e in whole.judgments}
    assert {each.heading for each in brief.sections} <= {e.heading for e in whole.sections}


def test_a_table_gives_up_its_last_rows_and_goes_with_the_last() -> None:
    plan = plan_of(1, Part.WATCH)
    rows = tuple(PanelRow(cells=(f"{number} and words",)) for number in range(4))
    panel = Panel(part=Part.WATCH, title="T", columns=("C",), rows=rows, made_by="x")
    brief = replace(brief_for(plan), panels=(panel,))
    wide = words_of(brief) + STANDING_WORDS[Length.PAGES]
    assert fitted(brief, replace(plan, words=wide - 1)).panels[0].rows == rows[:3]
    assert fitted(brief, plan).panels == ()


def test_a_screen_tells_the_headline_once() -> None:
    plan = shipped_template("situation").plan(Length.SCREEN)
    brief = write_brief(situations.read_situation("sahel-convoy"), (), Request(plan=plan))
    first = brief.judgments[0].sentence
    assert brief.headline is None or not set(brief.headline.claims) <= set(first.claims)


@pytest.mark.parametrize("template", ["situation", "daily", "relation"])
@pytest.mark.parametrize("name", situations.NAMES)
def test_two_pages_are_two_pages_before_the_sources(name: str, template: str) -> None:
    plan = shipped_template(template).plan(Length.PAGES)
    read = situations.read_situation(name)
    before = Before(as_of=min(at for each in read if (at := each.report.published.at)))
    brief = write_brief(read, (), Request(plan=plan, before=before))
    document = pypdfium2.PdfDocument(render_pdf(brief))
    try:
        pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    finally:
        document.close()
    limits = [place for place, lines in enumerate(pages, 1) if LIMITS in lines]
    assert len(limits) == 1
    assert limits[0] <= 2
    assert not any("Evidence" in lines for lines in pages)
