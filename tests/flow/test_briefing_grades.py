"""A grade that an outlet's record earns stands in the brief, with what it stands on."""

import json
from collections.abc import Iterator

import pytest
from tests.extract.case_files import composed, read
from tests.flow.test_grading import DEEDS

from watchword.brief.document import from_json, to_json
from watchword.brief.render.html import render_html
from watchword.brief.render.markdown import render_markdown
from watchword.brief.verify import verify
from watchword.brief.verify.page import verify_html
from watchword.engines import ReadingEngine
from watchword.flow.briefing import Request, write_brief
from watchword.model.brief import Brief
from watchword.model.read_report import ReadReport
from watchword.model.source import Reliability


def each_read(engine: ReadingEngine) -> Iterator[ReadReport]:
    """Twelve reports of one paper, each borne out by another paper in words of its own."""
    for number, deed in enumerate(DEEDS):
        texts = {
            ("Gulf Post", 1): f"Oman {deed}.",
            ("Harbour Post", 2): f"Crowds of onlookers came to see it. Oman {deed} at last.",
        }
        for (outlet, later), text in texts.items():
            day = f"2024-10-{2 * number + later:02}"
            key = f"{outlet[0]}{number}"
            report = composed(text, key=key, heads={"outlet": outlet, "date": day})
            yield ReadReport(report=report, extraction=read(report, engine))


@pytest.fixture(scope="module")
def reads() -> tuple[ReadReport, ...]:
    return tuple(each_read(ReadingEngine()))


@pytest.fixture(scope="module")
def brief(reads: tuple[ReadReport, ...]) -> Brief:
    return write_brief(reads, (), Request())


def test_a_source_is_listed_with_the_grade_that_its_record_earns(brief: Brief) -> None:
    outlets = {report.key: report.outlet for report in brief.reports}
    graded = {outlets[each.report]: (each.reliability, each.basis) for each in brief.sources}
    reliability, basis = graded["Gulf Post"]
    assert reliability in {Reliability.A, Reliability.B}
    assert basis.startswith("from its record: ")
    assert graded["Harbour Post"] == (Reliability.F, "")


def test_such_a_brief_holds_and_comes_back_from_each_form(brief: Brief) -> None:
    assert verify(brief).problems == ()
    page = render_html(brief, data_json=to_json(brief))
    assert verify_html(page).problems == ()
    assert "Graded from its record: " in page
    assert "from its record: " in render_markdown(brief)
    assert from_json(to_json(brief)).sources == brief.sources


def test_a_persons_grade_stands_as_before(reads: tuple[ReadReport, ...]) -> None:
    graded = write_brief(reads, (), Request(grades={"Gulf Post": Reliability.D}))
    assert {(each.reliability, each.basis) for each in graded.sources} == {
        (Reliability.D, ""),
        (Reliability.F, ""),
    }
    (first, *_) = json.loads(to_json(graded))["sources"]
    assert "basis" not in first, "a brief without a record's grade is written as ever"
