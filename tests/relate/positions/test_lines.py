"""An actor's line: its statements, each once, and what they come to."""

from tests.relate.positions.utterances import MOSCOW, OFFICIAL, held, lines_of

from watchword.model.position import PositionKind
from watchword.model.stand import Footing, Shift, Stand

ARMS = "sending weapons to Ukraine"
REFUSES, REVIEWS, INTENDS = PositionKind.REFUSES, PositionKind.REVIEWS, PositionKind.INTENDS


def test_a_line_has_every_statement_and_the_turn_between_them() -> None:
    lines = lines_of(
        "arms to countries at war", held("a", 1, ARMS, REFUSES), held("b", 9, ARMS, REVIEWS)
    )
    line = lines["South Korea"]
    assert line.stand is Stand.REVIEW
    assert [each.stand for each in line.statements] == [Stand.AGAINST, Stand.REVIEW]
    assert [turn.shift for turn in line.turns] == [Shift.REVIEW]
    assert line.made_by == "positions 1"


def test_what_others_and_nameless_officials_tell_is_listed_and_sets_nothing() -> None:
    lines = lines_of(
        ARMS,
        held("a", 1, ARMS, REFUSES),
        held("b", 5, ARMS, INTENDS, OFFICIAL),
        held("c", 9, ARMS, INTENDS, MOSCOW),
    )
    line = lines["South Korea"]
    assert (line.stand, line.turns) == (Stand.AGAINST, ())
    assert [each.footing for each in line.statements] == [
        Footing.OWN,
        Footing.ANONYMOUS,
        Footing.OTHERS,
    ]


def test_the_same_words_in_two_papers_are_one_statement_of_two_texts() -> None:
    lines = lines_of(ARMS, held("a", 1, ARMS, REFUSES), held("b", 2, ARMS, REFUSES))
    (only,) = lines["South Korea"].statements
    assert only.claims == ("a", "b")
    assert len(only.origins) == 2


def test_the_same_words_weeks_later_are_recalled_and_turn_nothing_back() -> None:
    lines = lines_of(
        ARMS,
        held("a", 1, ARMS, REFUSES),
        held("b", 9, ARMS, INTENDS),
        held("c", 25, ARMS, REFUSES),
    )
    line = lines["South Korea"]
    assert [turn.shift for turn in line.turns] == [Shift.REVERSED]
    assert line.stand is Stand.INTENDS
    assert sum(each.recalled for each in line.statements) == 1


def test_refusing_the_contrary_is_being_for_it() -> None:
    lines = lines_of(ARMS, held("a", 1, "stop sending weapons to Ukraine", REFUSES))
    assert lines["South Korea"].stand is Stand.FOR


def test_whoever_receives_it_is_for_it_and_does_not_do_it() -> None:
    told = held("a", 1, "wait for weapons", INTENDS, holder="Ukraine")
    assert lines_of(ARMS, told)["Ukraine"].stand is Stand.FOR


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [
        held("a", 1, ARMS, REFUSES),
        held("b", 9, ARMS, REVIEWS),
        held("c", 5, ARMS, INTENDS),
    ]
    assert lines_of(ARMS, *reports) == lines_of(ARMS, *reversed(reports))
