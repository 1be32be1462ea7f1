"""Sentences do not overlap, keep every letter, and know who speaks in a transcript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.text.sentences import find_sentences

WORDS = [
    "Mr.",
    "Gen.",
    "U.S.",
    "a.m.",
    "3.5",
    "...",
    "!",
    "?",
    ".",
    ",",
    ")",
    "(",
    "“",
    "”",
    '"',
    "'",
    "Then",
    "the",
    "he",
    "She",
    "No.",
    "5",
    "Q:",
    "MR.",
    "ABE:",
    "\n\n",
    "\n",
    "Oct.",
    "St.",
    "end",
]
loose_texts = st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join)


def cut(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They left. We stayed.", ["They left.", "We stayed."]),
        ("Gen. Marlow left. He waved.", ["Gen. Marlow left.", "He waved."]),
        ("It hit the U.S. The base shook.", ["It hit the U.S.", "The base shook."]),
        ("It hit the U.S. embassy.", ["It hit the U.S. embassy."]),
        ("At 6 a.m. Friday they left.", ["At 6 a.m. Friday they left."]),
        ("He said \u201cGo.\u201d They went.", ["He said \u201cGo.\u201d", "They went."]),
        ("\u201cGo!\u201d he said.", ["\u201cGo!\u201d he said."]),
        ("One line\n\nanother line.", ["One line", "another line."]),
        ("About 3.5 million fled.", ["About 3.5 million fled."]),
        ("Really? Yes.", ["Really?", "Yes."]),
        ("LIMA, Oct 3 (Agency) - Police left.", ["Police left."]),
        ("NAIROBI (AP) \u2014 Police left.", ["Police left."]),
        ("", []),
        ("... --- \n\n !!!", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_label_holds_until_the_next_one() -> None:
    text = "MR. ABE: We left.\n\nThen it rained.\n\nQ: Why?\n\nMR. ABE: Luck."
    found = [(text[s.start : s.end], s.speaker) for s in find_sentences(text)]
    assert found == [
        ("We left.", "MR. ABE"),
        ("Then it rained.", "MR. ABE"),
        ("Why?", "Q"),
        ("Luck.", "MR. ABE"),
    ]


def test_a_paragraph_in_capitals_is_no_label() -> None:
    assert find_sentences("BREAKING: TROOPS LEAVE")[0].speaker is None


@given(st.one_of(st.text(max_size=300), loose_texts))
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    at, kept = 0, ""
    for sentence in find_sentences(text):
        assert at <= sentence.start < sentence.end <= len(text)
        assert "\n\n" not in text[sentence.start : sentence.end]
        kept += text[sentence.start : sentence.end] + (sentence.speaker or "")
        at = sentence.end
    if ":" not in text and "Q" not in text and "(" not in text:
        letters = [character for character in text if character.isalnum()]
        assert [character for character in kept if character.isalnum()] == letters
