"""A text's words on sources that it does not name."""

import pytest

from watchword.text.anonymity import count_told, told_unnamed


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "An aide, speaking under condition of anonymity because talks go on, denied it.",
            "under condition of anonymity because talks go on",
        ),
        ("The diplomat asked not to be named.", "asked not to be named"),
        (
            "The officer was not authorised to speak to the press, and said no more.",
            "was not authorised to speak to the press",
        ),
        ("Officials who declined to be identified said it sank.", "declined to be identified"),
        ("The minister said it on Friday.", None),
    ],
)
def test_the_reason_is_told_in_the_words_of_the_report(sentence: str, told: str | None) -> None:
    assert told_unnamed(sentence) == told


@pytest.mark.parametrize(
    ("words", "count"),
    [("Two diplomats", 2), ("a dozen officials", None), ("", None), ("40 witnesses", 40)],
)
def test_only_a_number_that_opens_the_words_counts(words: str, count: int | None) -> None:
    assert count_told(words) == count
