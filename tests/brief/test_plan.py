"""A brief holds what its plan says, in the plan's order, and no more of it."""

import json
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from watchword.brief.document import from_json, to_json
from watchword.brief.render import render_html, render_markdown
from watchword.brief.verify import verify
from watchword.flow.briefing import Request, write_brief
from watchword.model.brief import Brief
from watchword.model.plan import Length, Part, Plan, PlannedPart

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")

SHORT = Plan(
    template="short",
    length=Length.SCREEN,
    parts=(
        PlannedPart(part=Part.WATCH, most=1, heading="Look out for"),
        PlannedPart(part=Part.JUDGMENTS, most=2),
    ),
)


def short_brief() -> Brief:
    read = situations.read_situation("sahel-convoy")
    return write_brief(read, (), Request(plan=SHORT))


def test_what_is_not_planned_is_not_there() -> None:
    brief = short_brief()
    assert len(brief.judgments) == 2
    assert len(brief.watch) <= 1
    assert (brief.overview, brief.sections, brief.contests, brief.changes) == ((), (), (), ())
    assert verify(brief).problems == ()


def test_a_plan_is_kept_in_the_file() -> None:
    brief = short_brief()
    read = from_json(to_json(brief))
    assert (read.template, read.length, read.parts) == (
        "short",
        Length.SCREEN,
        (Part.WATCH, Part.JUDGMENTS),
    )
    assert read.headings == ("Look out for", "")
    assert "template" in json.loads(to_json(brief))


def test_parts_stand_in_the_order_of_the_plan() -> None:
    brief = short_brief()
    brief = replace(brief, watch=(brief.judgments[0].sentence,))
    for written in (render_markdown(brief), render_html(brief, data_json=to_json(brief))):
        assert 0 < written.index("Look out for") < written.index("Key judgments")
