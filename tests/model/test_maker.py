"""What is made at once is the noun itself: same type, same fields, frozen."""

import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from watchword.model.maker import maker_of
from watchword.model.phrase import Link, Phrase
from watchword.model.reading import Marking, Token, Word

NOUNS = (Word, Token, Phrase, Link, Marking)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_is_the_same_however_it_is_made(noun: type) -> None:
    values = {field.name: f"{field.name} {place}" for place, field in enumerate(fields(noun))}
    made, usual = maker_of(noun)(*values.values()), noun(**values)
    assert type(made) is noun
    assert made == usual
    assert hash(made) == hash(usual)
    assert repr(made) == repr(usual)
    assert pickle.dumps(made) == pickle.dumps(usual)


def test_what_is_made_is_frozen_and_can_be_replaced() -> None:
    word = maker_of(Word)("tanks", 4, 9)
    with pytest.raises(FrozenInstanceError):
        word.start = 5
    assert replace(word, start=5) == Word(text="tanks", start=5, end=9)


def test_a_field_that_is_missing_is_told() -> None:
    with pytest.raises(TypeError, match="end"):
        maker_of(Word)("tanks", 4)
