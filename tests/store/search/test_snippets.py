"""The part of a text that is shown, and what is marked in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.store.search.snippets import LONGEST, choose_part, find_marks
from watchword.store.search.words import parse_words


def marked(text: str, typed: str) -> list[str]:
    marks = find_marks(text, parse_words(typed).terms, within=(0, len(text)))
    return [text[start:end] for start, end in marks]


def test_words_are_marked_in_every_english_form() -> None:
    assert marked("Troops denied that a troop was denying it.", "troops deny") == [
        "Troops",
        "denied",
        "troop",
        "denying",
    ]


def test_a_phrase_is_marked_as_a_whole_and_not_its_words_apart() -> None:
    assert marked("North Korea, north of Korea, North Koreans", '"north korea"') == ["North Korea"]


def test_a_word_that_goes_on_is_marked_to_its_end() -> None:
    assert marked("Zelenskyy and Zelensky's aide", "zelensk*") == ["Zelenskyy", "Zelensky"]


def test_accents_and_case_are_no_matter() -> None:
    assert marked("Erdo\u011fan met him.", "ERDOGAN") == ["Erdo\u011fan"]


def test_scripts_without_spaces_are_marked() -> None:
    assert marked("\u5317\u671d\u9c9c\u519b\u961f", "\u671d\u9c9c") == ["\u671d\u9c9c"]


def test_a_word_within_another_is_not_marked() -> None:
    assert marked("unarmed", "armed") == []


def test_the_part_with_most_of_the_words_is_shown() -> None:
    text = "Rain fell. " * 60 + "Then troops from Kursk left." + " Rain fell." * 60
    start, end = choose_part(
        text, find_marks(text, parse_words("troops kursk").terms, within=(0, len(text)))
    )
    assert "troops from Kursk" in text[start:end]
    assert end - start <= LONGEST


@settings(deadline=None)
@given(st.text(max_size=600), st.text(max_size=30))
def test_marks_lie_in_order_within_the_text(text: str, typed: str) -> None:
    marks = find_marks(text, parse_words(typed).terms, within=(0, len(text)))
    flat = [place for mark in marks for place in mark]
    assert flat == sorted(flat)
    assert all(0 <= place <= len(text) for place in flat)
    start, end = choose_part(text, marks)
    assert 0 <= start <= end <= len(text)
    assert end - start <= LONGEST
