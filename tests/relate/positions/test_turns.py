"""Where statements put an actor, and which of them move it."""

from tests.relate.positions.utterances import span, statement

from watchword.model.position import PositionKind
from watchword.model.stand import Footing, Shift, Stand, Statement
from watchword.relate.positions.turns import stand_of, turns_of


def shifts(*statements: Statement) -> list[str]:
    return [turn.shift.value for turn in turns_of(statements)]


def test_a_refusal_under_review_and_then_given_up_is_reversed() -> None:
    said = [statement(1, Stand.AGAINST), statement(5, Stand.REVIEW), statement(9, Stand.FOR)]
    assert [turn.shift for turn in turns_of(said)] == [Shift.REVIEW, Shift.REVERSED]
    standing = stand_of(said)
    assert standing is not None
    assert standing.stand is Stand.FOR


def test_who_comes_out_of_review_on_the_side_it_was_on_has_hardened() -> None:
    said = (statement(1, Stand.AGAINST), statement(5, Stand.REVIEW), statement(9, Stand.AGAINST))
    assert shifts(*said) == ["under review", "hardened"]


def test_a_yes_with_a_condition_softens_a_no() -> None:
    later = statement(5, Stand.FOR, condition=span("if it withdraws"))
    assert shifts(statement(1, Stand.AGAINST), later) == ["softened"]


def test_weaker_words_on_the_same_side_move_nothing() -> None:
    assert shifts(statement(1, Stand.INTENDS), statement(5, Stand.FOR)) == []


def test_what_is_left_open_is_no_step_back_from_being_for_it() -> None:
    opened = statement(5, Stand.REVIEW, kind=PositionKind.REVIEWS, cue=span("did not rule out"))
    weighed = statement(5, Stand.REVIEW, kind=PositionKind.REVIEWS, cue=span("will review"))
    assert shifts(statement(1, Stand.FOR), opened) == []
    assert shifts(statement(1, Stand.FOR), weighed) == ["under review"]


def test_a_day_on_which_an_actor_is_heard_on_both_sides_moves_nothing() -> None:
    said = (statement(1, Stand.AGAINST), statement(5, Stand.AGAINST), statement(5, Stand.FOR))
    assert shifts(*said) == []


def test_nameless_officials_and_others_set_nothing_beside_the_actors_own_words() -> None:
    own = statement(1, Stand.AGAINST)
    for footing in (Footing.ANONYMOUS, Footing.OTHERS):
        assert shifts(own, statement(5, Stand.INTENDS, footing=footing)) == []
    others = [statement(5, Stand.INTENDS, footing=Footing.OTHERS)]
    assert stand_of(others) is None


def test_a_policy_told_by_outlets_stands_until_the_actor_speaks_and_not_after() -> None:
    policy = statement(1, Stand.AGAINST, footing=Footing.TOLD, kind=None)
    later = statement(9, Stand.AGAINST, footing=Footing.TOLD, kind=None)
    assert shifts(policy, statement(5, Stand.REVIEW), later) == ["under review"]


def test_an_old_statement_that_is_told_again_is_no_turn() -> None:
    again = statement(5, Stand.AGAINST, recalled=True)
    assert shifts(statement(1, Stand.FOR), again) == []
    said_later = statement(9, Stand.FOR)
    assert shifts(again, said_later) == ["reversed"]


def test_a_deed_that_outlets_tell_closes_it_where_two_texts_do() -> None:
    def deed(day: int, *origins: str) -> Statement:
        return statement(
            day, Stand.DOES, footing=Footing.TOLD, kind=None, origins=origins, key=f"d{day}"
        )

    assert shifts(statement(1, Stand.INTENDS), deed(5, "a")) == []
    assert shifts(statement(1, Stand.INTENDS), deed(5, "a"), deed(6, "b")) == ["hardened"]


def test_a_denial_gives_way_to_silence_or_to_a_defence() -> None:
    assert shifts(statement(1, Stand.DENIES), statement(5, Stand.SILENT)) == ["softened"]
    assert shifts(statement(1, Stand.DENIES), statement(5, Stand.DEFENDS)) == ["reversed"]
    assert shifts(statement(1, Stand.DEFENDS), statement(5, Stand.SILENT)) == []


def test_what_is_asked_and_what_is_admitted_turn_apart() -> None:
    assert shifts(statement(1, Stand.DENIES), statement(5, Stand.FOR)) == []


def test_where_an_actor_stands_goes_before_what_it_admits() -> None:
    standing = stand_of([statement(1, Stand.FOR), statement(5, Stand.DENIES)])
    assert standing is not None
    assert standing.stand is Stand.FOR


def test_a_turn_carries_the_claims_of_both_statements() -> None:
    (turn,) = turns_of([statement(1, Stand.AGAINST), statement(5, Stand.FOR)])
    assert turn.claims == ("c1", "c5")
    assert turn.words == "from “against” to “for”"
