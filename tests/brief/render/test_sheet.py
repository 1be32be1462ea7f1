from dataclasses import replace
from datetime import UTC, datetime

import pytest

from watchword.brief.render import render_docx, render_html, render_markdown, render_pdf
from watchword.brief.render.sheet import lay_out
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief, Contest, Refusal
from watchword.model.correction import ClaimField, Correction
from watchword.model.report import DateSource, Published, Status, Unread
from watchword.model.span import Span


def test_quotations_are_numbered_under_their_source_in_the_order_of_the_text(brief: Brief) -> None:
    cards = lay_out(brief).cards
    assert [card.number for card in cards] == list(range(1, 9))
    assert [one.label for one in cards[3].quotations] == ["4-1", "4-2", "4-3", "4-4"]
    assert cards[3].quotations[1].quote == "500 officers"
    assert cards[3].quotations[1].before.endswith("including ")


def test_other_prints_of_one_origin_are_named_and_the_uncited_counted(brief: Brief) -> None:
    agency = replace(brief.origins[-1], reports=(*brief.origins[-1].reports, "x", "y"))
    cards = lay_out(replace(brief, origins=(*brief.origins[:-1], agency))).cards
    assert cards[6].also == ("Pacific Monitor", "2 not cited here")
    assert cards[0].also == ()


def test_a_withdrawn_report_is_marked(brief: Brief) -> None:
    report = replace(
        brief.reports[0], status=Status.CANCELED, published=Published(how=DateSource.UNKNOWN)
    )
    card = lay_out(replace(brief, reports=(report, *brief.reports[1:]))).cards[0]
    assert card.status == "withdrawn by the publisher"
    assert card.published == "undated"
    assert card.date_note == "date looked for and not found"


def test_what_a_person_put_right_is_told_with_the_evidence(brief: Brief) -> None:
    made = Correction(
        decision="d1",
        field=ClaimField.SOURCE,
        value="Ivo <b>Berg",
        was="a spokesman",
        by="Ana",
        at=datetime(2024, 10, 25, tzinfo=UTC),
        why="misheard",
    )
    claim = replace(brief.claims[0], corrected=(made,))
    corrected = replace(brief, claims=(claim, *brief.claims[1:]))
    told = "source put right by Ana on 25 October 2024: Ivo <b>Berg, not a spokesman (misheard)"
    assert lay_out(corrected).cards[0].quotations[0].corrected == (told,)
    assert "Ivo &lt;b&gt;Berg, not a spokesman" in render_html(corrected, data_json="{}")
    assert "put right by Ana" in render_markdown(corrected)
    assert "put right" not in render_markdown(brief)
    assert render_docx(corrected) != render_docx(brief)
    assert render_pdf(corrected) != render_pdf(brief)


def test_a_quotation_outside_its_sentence_is_shown_with_its_own_surroundings(brief: Brief) -> None:
    claim = brief.claims[0]
    elsewhere = Span.within(brief.reports[0].text, 80, 90, report=claim.report)
    lost = replace(claim, sentence=elsewhere)
    quotation = lay_out(replace(brief, claims=(lost, *brief.claims[1:]))).cards[0].quotations[0]
    assert quotation.before == claim.content.prefix
    assert quotation.after == claim.content.suffix


def test_refusals_and_unread_files_are_counted_and_cut_short(brief: Brief) -> None:
    sheet = lay_out(
        replace(
            brief,
            refused=(Refusal(text="A.", reasons=("x", "y")), Refusal(text="B.", reasons=("y",))),
            unread=tuple(
                Unread(found_at=f"/a/{number}", reason="empty", count=2) for number in range(99)
            ),
        )
    )
    assert sheet.refused_count == 2
    assert sheet.refusals == (("y", 2), ("x", 1))
    assert sheet.unread_count == 198
    assert len(sheet.unread) == 50
    assert sheet.unread[0] == ("0", "empty")


def test_a_point_whose_claim_is_not_held_stays_in_the_table(brief: Brief) -> None:
    contest = brief.contests[0]
    point = replace(contest.track.points[0], claim="elsewhere", said_at=None)
    track = replace(contest.track, points=(point,))
    rows = lay_out(replace(brief, contests=(Contest(summary=contest.summary, track=track),)))
    assert rows.contests[0].rows[0].citation is None
    assert rows.contests[0].rows[0].published == "undated"


def test_a_brief_that_lacks_a_report_it_cites_is_refused(brief: Brief) -> None:
    with pytest.raises(InvalidBriefError, match="report-7"):
        lay_out(replace(brief, reports=brief.reports[:7]))
    with pytest.raises(InvalidBriefError, match="not a source"):
        lay_out(replace(brief, sources=brief.sources[:7]))
