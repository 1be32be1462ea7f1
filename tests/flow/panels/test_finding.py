"""Positions, relations and gaps out of reports alone, each row with its claims."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.store.records import read_of

from watchword.brief.verify import verify
from watchword.flow.briefing import Request, write_brief
from watchword.flow.knowing import Around, known_of
from watchword.flow.panels import Beside, panels_of
from watchword.flow.panels.rows import SINCE
from watchword.model.known import Known
from watchword.model.panel import Panel
from watchword.model.plan import FULL, Length, Part, Plan, PlannedPart
from watchword.model.question import Question, question_key
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published

LATER = datetime(2024, 12, 1, tzinfo=UTC)
TEXTS = (
    (
        21,
        "Han River Daily",
        "South Korea ruled out sending weapons to Ukraine, its foreign ministry said.",
    ),
    (
        22,
        "Gulf Post",
        (
            "Russia has delivered oil to North Korea, the White House said. North Korea has sent"
            " 1,500 troops to Russia, the White House said."
        ),
    ),
    (
        26,
        "Strait Gazette",
        (
            "South Korea's president said that South Korea may review sending weapons to"
            " Ukraine. North Korea has sent about 3,000 troops to Russia, Kyiv said."
        ),
    ),
    (
        27,
        "North Courier",
        (
            "North Korea has sent at least 10,000 troops to Russia, NATO said. If the troops gain"
            " combat experience, they could become a greater threat, the defence minister said."
        ),
    ),
)
WEAPONS = Question(key=question_key("sending weapons"), words="sending weapons to Ukraine")
SILENT = Question(key=question_key("Mars"), words="a flight to Mars", actor="China")


@pytest.fixture(scope="module")
def read() -> list[ReadReport]:
    """Four reports of one week."""
    return [dated(day, outlet, text) for day, outlet, text in TEXTS]


@pytest.fixture(scope="module")
def known(read: list[ReadReport]) -> Known:
    """What they tell, as of some weeks later."""
    return known_of(read, Around(as_of=LATER))


def dated(day: int, outlet: str, text: str) -> ReadReport:
    each = read_of(text, outlet=outlet)
    at = datetime(2024, 10, day, tzinfo=UTC)
    published = Published(at=at, how=DateSource.HEADER)
    return replace(each, report=replace(each.report, published=published))


def found(known: Known, part: Part, beside: Beside, plan: Plan = FULL) -> list[Panel]:
    return [panel for panel in panels_of(known, plan, beside) if panel.part is part]


def test_a_turn_of_a_position_is_told_with_what_stood_before(known: Known) -> None:
    (panel,) = found(known, Part.POSITIONS, Beside(questions=(WEAPONS,)))
    (row,) = panel.rows
    cells = dict(zip(panel.columns, row.cells, strict=True))
    assert (cells["Actor"], cells["Stands"]) == ("South Korea", "under review")
    assert cells["Moved"] == "2024-10-26: from “against” to “under review”"
    assert len(row.claims) == 2
    assert row.sentence is not None
    assert panel.notes == ()


def test_suggested_questions_are_said_to_be_suggested(known: Known) -> None:
    panels = found(known, Part.POSITIONS, Beside())
    assert all("Nobody has kept a question" in panel.notes[0] for panel in panels)


def test_what_moves_goes_each_way_with_its_newest_figure(known: Known) -> None:
    panels = found(known, Part.RELATIONS, Beside())
    moving = next(panel for panel in panels if panel.columns[-1] == "What is told to move")
    told = {row.cells[:2]: row.cells[2] for row in moving.rows}
    assert told["North Korea", "Russia"].startswith("troops (at least 10,000, 3 texts)")
    assert "1 text" in told["Russia", "North Korea"]


def test_one_pair_alone_can_be_asked_for(known: Known) -> None:
    beside = Beside(between=("Russia", "North Korea"))
    first = found(known, Part.RELATIONS, beside)[0]
    assert [row.cells[0] for row in first.rows] == ["Russia and North Korea"]


def test_gaps_are_counted(read: list[ReadReport]) -> None:
    brief = write_brief(read, (), Request(as_of=LATER, questions=(WEAPONS, SILENT)))
    (panel,) = [panel for panel in brief.panels if panel.part is Part.WATCH]
    gaps = dict(row.cells for row in panel.rows)
    assert gaps["Where China stands on “a flight to Mars”"] == "no claim is on it"
    assert any("35 days old" in told for told in gaps.values())
    assert any(told.endswith("rest on a single origin") for told in gaps.values())
    assert verify(brief).problems == ()


def test_a_part_that_is_not_planned_has_no_panel(known: Known) -> None:
    plan = Plan(
        template="t", length=Length.SCREEN, parts=(PlannedPart(part=Part.POSITIONS, most=2),)
    )
    asked = Beside(questions=(WEAPONS, SILENT))
    assert {panel.part for panel in panels_of(known, plan, asked)} == {Part.POSITIONS}


def test_nothing_is_as_before_in_a_first_brief_and_marked_in_a_second(
    read: list[ReadReport],
) -> None:
    early = write_brief(
        read, (), Request(as_of=datetime(2024, 10, 24, tzinfo=UTC), questions=(WEAPONS,))
    )
    later = write_brief(read, (), Request(as_of=LATER, questions=(WEAPONS,), earlier=early))
    assert all(SINCE not in panel.columns for panel in early.panels)
    (positions,) = [panel for panel in later.panels if panel.part is Part.POSITIONS]
    assert positions.rows[0].cells[-1] == "was “against”"
    assert verify(later).problems == ()


def test_the_same_reports_in_another_order_give_the_same_panels(read: list[ReadReport]) -> None:
    plain, turned = (known_of(each, Around(as_of=LATER)) for each in (read, read[::-1]))
    assert panels_of(plain, FULL, Beside()) == panels_of(turned, FULL, Beside())
