"""Which questions are suggested, and by which name."""

from tests.relate.positions.utterances import heard, held

from watchword.model.position import PositionKind
from watchword.relate.positions import suggest_questions

REFUSES, REVIEWS = PositionKind.REFUSES, PositionKind.REVIEWS


def test_what_several_reports_hold_differing_stands_on_is_asked_in_its_plainest_words() -> None:
    found = heard(
        held("a", 1, "sending weapons to Ukraine", REFUSES),
        held("b", 5, "sending any further weapons to Ukraine this winter", REVIEWS, holder="Japan"),
        held("c", 9, "sending weapons to Ukraine", REVIEWS),
        held("d", 9, "a bridge to Sweden", REVIEWS),
    )
    (question,) = suggest_questions(found, 5)
    assert question.words == "sending weapons to Ukraine"
    assert question.suggested
    assert len(question.positions) >= 2


def test_what_one_report_tells_is_no_question() -> None:
    assert suggest_questions(heard(held("a", 1, "a bridge to Sweden", REVIEWS)), 5) == ()


def test_what_one_actor_says_over_and_over_is_asked_and_what_it_says_twice_is_not() -> None:
    twice = [
        held("a", 1, "sending weapons to Ukraine", REVIEWS),
        held("b", 5, "providing weapons to Ukraine", REVIEWS),
    ]
    assert suggest_questions(heard(*twice), 5) == ()
    again = held("b", 5, "supplying weapons to Ukraine", REVIEWS)
    assert len(suggest_questions(heard(*twice, again), 5)) == 1
