from hypothesis import given
from hypothesis import strategies as st

from watchword.collect.words import clean_text, looks_binary, one_line


def test_words_stay_and_line_ends_are_mended() -> None:
    assert clean_text("One\r\ntwo.\r\n\r\n\r\nThree\u2028four.\x00\x07  \n") == (
        "One\ntwo.\n\nThree\nfour."
    )


def test_lines_that_end_like_sentences_are_paragraphs() -> None:
    assert clean_text("One is so.\nTwo is not.\nThree?") == "One is so.\n\nTwo is not.\n\nThree?"


def test_broken_lines_of_one_paragraph_stay_together() -> None:
    words = "The ministry said on\nFriday that its troops had\nleft the region."
    assert clean_text(words) == words


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_a_cleaned_text_can_be_stored_and_cleaning_it_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode().decode() == cleaned
    assert "\0" not in cleaned
    assert "\r" not in cleaned
    assert "\n\n\n" not in cleaned
    assert clean_text(cleaned) == cleaned


def test_a_title_is_one_bounded_line() -> None:
    assert one_line(" Troops\n leave\t now ") == "Troops leave now"
    assert len(one_line("word " * 10_000)) <= 500


def test_a_few_odd_characters_do_not_make_a_text_binary() -> None:
    assert not looks_binary("Words \x00\x01 here.")
    assert looks_binary("\x00\x01\x02" * 100)
