"""A timeline of a brief tells the days that matter in their order, each line checked and cited."""

import sys
from importlib import import_module
from pathlib import Path

from watchword.brief.shipped import shipped_template
from watchword.brief.verify import verify
from watchword.flow.briefing import Request, write_brief
from watchword.flow.knowing import known_of
from watchword.flow.panels.timeline import timeline_panel
from watchword.model.focus import Focus
from watchword.model.plan import Length, Part

sys.path.insert(0, str(Path(__file__).parents[2] / "brief" / "situations"))
situations = import_module("situation_files")
READ = situations.read_situation("sahel-convoy")


def test_the_template_has_its_days_in_their_order() -> None:
    plan = shipped_template("timeline").plan(Length.FULL)
    brief = write_brief(READ, (), Request(plan=plan))
    assert verify(brief).problems == ()
    panel = brief.panels[0]
    assert panel.part is Part.TIMELINE
    days = [row.cells[0] for row in panel.rows]
    assert days == sorted(days)
    assert all(row.sentence is not None and row.claims for row in panel.rows)


def test_a_short_one_keeps_the_newest_days() -> None:
    template = shipped_template("timeline")
    whole, short = (
        write_brief(READ, (), Request(plan=template.plan(length)))
        for length in (Length.PAGES, Length.SCREEN)
    )
    kept = [row.cells[0] for row in short.panels[0].rows]
    assert 0 < len(kept) <= 8
    assert max(kept) == max(row.cells[0] for row in whole.panels[0].rows)


def test_without_findings_there_is_no_timeline() -> None:
    assert timeline_panel(known_of(READ), (), 8) is None


def test_a_question_is_the_only_one_that_positions_are_told_on() -> None:
    focus = Focus(question="Has the convoy been sent?")
    plan = shipped_template("question").plan(Length.FULL)
    brief = write_brief(READ, (), Request(plan=plan, focus=focus))
    stood = [each for each in brief.panels if each.columns[:1] == ("Question",)]
    assert {row.cells[0] for panel in stood for row in panel.rows} <= {focus.question}
