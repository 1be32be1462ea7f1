"""What is cut from the edges of a clause."""

from watchword.extract.splices import trimmed
from watchword.model.reading import Token


def tokens(*words: str) -> tuple[Token, ...]:
    return tuple(
        Token(text=word, start=n, end=n + 1, tag="RB", lemma=word) for n, word in enumerate(words)
    )


def test_a_clause_that_is_nothing_but_an_opening_word_is_left_as_it_is() -> None:
    assert trimmed(tokens("now")) == tokens("now")


def test_an_opening_word_before_a_comma_is_cut() -> None:
    assert [token.text for token in trimmed(tokens("well", ",", "go"))] == ["go"]
