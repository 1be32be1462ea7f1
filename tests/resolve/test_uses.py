"""A name stands for the place, for its government, or for its people."""

import pytest
from tests.resolve.marked import Relations, reading_of

from watchword.model.toponym import ToponymUse
from watchword.resolve.uses import Uses


@pytest.mark.parametrize(
    ("text", "words", "relations", "use"),
    [
        ("Seoul warned them.", "Seoul", {"Seoul": ("nsubj", "warned")}, "government"),
        ("They met in Seoul.", "Seoul", {"Seoul": ("obl", "met")}, "place"),
        ("Fargo warned them.", "Fargo", {"Fargo": ("nsubj", "warned")}, "place"),
        ("Peruvian boats left.", "Peruvian", {}, "people"),
        ("Peruvians left.", "Peruvians", {"Peruvians": ("nsubj", "left")}, "people"),
        ("Moscow's demand stands.", "Moscow", {"Moscow": ("nmod:poss", "demand")}, "government"),
    ],
)
def test_use(text: str, words: str, relations: Relations, use: str) -> None:
    start = text.index(words)
    uses = Uses(text, [reading_of(text, {}, relations)])
    assert uses.of(start, start + len(words)) is ToponymUse(use)


def test_without_a_reading_a_name_is_a_place() -> None:
    assert Uses("Seoul warned them.", []).of(0, 5) is ToponymUse.PLACE
