from watchword.collect.formats.page_lines import mend_pages

WIDE = "The defence ministry said on Friday that the first of its troops had"


def test_running_heads_and_page_numbers_go() -> None:
    pages = [f"Example Daily\n{WIDE}\nleft the region {n}.\nPage {n}" for n in range(1, 5)]
    text = mend_pages(pages)
    assert "Example Daily" not in text
    assert "Page" not in text
    assert text.count("left the region") == 4


def test_a_word_broken_at_the_line_end_is_mended() -> None:
    assert mend_pages([f"{WIDE} head-\nquarters there and more of it\n"]).startswith(
        f"{WIDE} headquarters"
    )
    assert "headquarters" in mend_pages([f"{WIDE} head\x02quarters there"])


def test_a_compound_with_a_capital_keeps_its_hyphen() -> None:
    assert "anti- Kyiv" in mend_pages([f"{WIDE} anti-\nKyiv groups and more words of it"])


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    assert mend_pages([f"{WIDE}\nleft.\n{WIDE}\nreturned."]) == (
        f"{WIDE} left.\n\n{WIDE} returned."
    )


def test_a_paragraph_goes_on_across_pages() -> None:
    assert mend_pages([WIDE, "left the region."]) == f"{WIDE} left the region."


def test_no_pages_give_no_words() -> None:
    assert mend_pages([]) == ""
    assert mend_pages(["", "\r\n"]) == ""
