"""Content is cut into clauses where subject, mood or figure changes, and only there."""

import pytest
from case_files import tokens_of

from watchword.engines import ReadingEngine
from watchword.extract.clauses import find_clauses
from watchword.extract.syntax import words_of


def clauses_of(text: str, engine: ReadingEngine) -> list[str]:
    tokens = tokens_of(text, engine)
    return [words_of(clause.words, text) for clause in find_clauses(tokens)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "the men are in training and should reach the front",
            ["the men are in training", "should reach the front"],
        ),
        (
            "the army has hired interpreters and taught the soldiers",
            ["the army has hired interpreters and taught the soldiers"],
        ),
        (
            "the talks have failed but the men are safe",
            ["the talks have failed", "the men are safe"],
        ),
        ("it killed 30 men and captured two", ["it killed 30 men", "captured two"]),
        (
            "what Moscow and Minsk do will matter",
            ["what Moscow and Minsk do will matter"],
        ),
    ],
)
def test_a_clause_is_cut_off_where_something_else_is_claimed(
    text: str, clauses: list[str], engine: ReadingEngine
) -> None:
    assert clauses_of(text, engine) == clauses


def test_a_later_clause_borrows_the_subject(engine: ReadingEngine) -> None:
    text = "the men are in training and should reach the front"
    second = find_clauses(tokens_of(text, engine))[1]
    assert words_of(second.subject, text) == "the men"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("if it rains, the army will wait", "if it rains"),
        ("the army will wait if it rains", "if it rains"),
        ("the army will act depending on the talks", "depending on the talks"),
        ("the army will leave unless it rains", "unless it rains"),
    ],
)
def test_a_condition_is_set_apart_and_stays_in_the_words_spoken(
    text: str, condition: str, engine: ReadingEngine
) -> None:
    (clause,) = find_clauses(tokens_of(text, engine))
    assert words_of(clause.condition, text) == condition
    assert words_of(clause.spoken, text) == text
    assert condition not in words_of(clause.words, text)


def test_hearsay_after_amid_is_a_clause_with_its_own_source(engine: ReadingEngine) -> None:
    text = "the army moved south amid unconfirmed reports that a town was burning"
    main, extra = find_clauses(tokens_of(text, engine))
    assert words_of(main.words, text) == "the army moved south"
    assert words_of(extra.words, text) == "a town was burning"
    assert words_of(extra.hearsay, text) == "unconfirmed reports"


def test_no_words_hold_no_clause() -> None:
    assert find_clauses(()) == ()
