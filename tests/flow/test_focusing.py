"""A brief that is about something holds that and nothing else, and says what nobody says."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.shipped import shipped_template
from watchword.brief.verify import verify
from watchword.errors import RefusedError
from watchword.flow.briefing import Request, write_brief
from watchword.flow.focusing import Found, claims_about, directions_of, narrowed, title_of
from watchword.flow.forming import form_from, form_of, record_form
from watchword.flow.knowing import known_of
from watchword.model.brief import Brief
from watchword.model.focus import EVERYTHING, Focus
from watchword.model.plan import Length, Part
from watchword.relate.findings import find_findings

sys.path.insert(0, str(Path(__file__).parents[1] / "brief" / "situations"))
situations = import_module("situation_files")
READ = situations.read_situation("sahel-convoy")


def brief_on(focus: Focus) -> Brief:
    form = form_of(None, None, focus)
    brief = write_brief(READ, (), Request(plan=form.plan, focus=focus))
    assert verify(brief).problems == ()
    return brief


def test_everything_is_everything() -> None:
    known = known_of(READ)
    assert claims_about(known, EVERYTHING, {}) == dict.fromkeys(known.claims, 1.0)
    assert directions_of(READ)
    assert title_of(EVERYTHING) is None


def test_a_brief_on_two_cites_nothing_but_what_passes_between_them() -> None:
    focus = Focus(between=("Mali", "Russia"))
    brief = brief_on(focus)
    about = claims_about(known_of(READ), focus, {})
    assert brief.title == "Mali and Russia: what passes between them"
    assert brief.template == "relation"
    assert {each.sentence.claims[0] for each in brief.judgments} <= about.keys()


def test_two_names_of_one_are_refused() -> None:
    with pytest.raises(RefusedError, match="both names are of Russia"):
        title_of(Focus(between=("Moscow", "Russia")))


def test_a_question_that_nobody_answers_gets_that_for_an_answer() -> None:
    brief = brief_on(Focus(question="Will Iceland buy submarines from Peru?"))
    assert brief.title == "Will Iceland buy submarines from Peru?"
    assert (brief.judgments, brief.sections, brief.watch, brief.contests) == ((), (), (), ())
    (panel,) = [each for each in brief.panels if each.part is Part.POSITIONS]
    assert [row.cells[0] for row in panel.rows] == ["nobody is told to say or do this"]
    assert panel.notes[0].startswith("0 of ")


def test_a_question_is_answered_by_what_is_about_it() -> None:
    words = known_of(READ)
    claim = next(iter(words.claims.values()))
    brief = brief_on(Focus(question=f"Is it so that {claim.content.quote}?"))
    assert claim.key in {each.key for each in brief.claims}
    assert len(brief.claims) < len(words.claims)


def test_how_a_brief_was_asked_for_is_taken_up_again() -> None:
    focus = Focus(question="Who has the convoy?", direction=b"\x00\x01")
    form = form_of(shipped_template("question"), Length.SCREEN, focus)
    again = form_from(record_form(form))
    assert (again.plan, again.focus, again.length) == (form.plan, focus, Length.SCREEN)
    assert form_from({"title": "T"}).plan == Request().plan


def test_the_closer_a_claim_is_to_a_question_the_more_its_finding_weighs() -> None:
    known = known_of(READ)
    key, other = list(known.claims)[:2]
    plain = find_findings([known.claims[key]], known.reports, known.origins)[0]
    found = Found(
        findings=tuple(
            replace(plain, lead=each, supports=(each,), importance=5.0) for each in (key, other)
        ),
        tracks=(),
        implications=(),
    )
    weights = [each.importance for each in narrowed(found, {key: 1.0, other: 1.5}).findings]
    assert weights[0] == 5.0
    assert weights[1] > 10
