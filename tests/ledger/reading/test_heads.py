"""Head words of sources: what a stretch names, not what it mentions."""

import pytest

from watchword.ledger.reading.heads import heads_in


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Berg", {"berg"}),
        ("Anna Berg, the minister of trade,", {"berg", "minister"}),
        ("a spokesman for Berg", {"spokesman"}),
        ("Berg's spokesman", {"spokesman"}),
        ("the ministry\u2019s", {"ministry"}),
        ("Berg and Dahl", {"berg", "dahl"}),
        ("officials who had seen the report", {"officials"}),
        ("she", set()),
        ("of the union", set()),
    ],
)
def test_heads_of_a_source(source: str, names: set[str]) -> None:
    assert heads_in(source).names == names


def test_a_pronoun_is_the_same_source_only_in_the_same_place() -> None:
    text = "She said no. She left."
    first, second = heads_in(text, [(0, 3)]), heads_in(text, [(13, 16)])
    assert first.meet(first)
    assert not first.meet(second)


def test_a_name_is_the_same_source_wherever_it_stands() -> None:
    assert heads_in("Anna Berg").meet(heads_in("Ms. Berg of Oslo"))
    assert not heads_in("a spokesman for Berg").meet(heads_in("Berg"))
