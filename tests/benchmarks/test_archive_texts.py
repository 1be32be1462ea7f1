"""The reports that archives are measured with are as long as they are said to be."""

from itertools import islice

from archive_texts import FEWEST, MOST, each_cut, long_reports, short_reports


def whole(sentences: int) -> dict[str, str]:
    text = " ".join(f"Sentence {number} says that ten trucks left." for number in range(sentences))
    return {"id": "a", "title": "", "outlet": "Gulf Post", "date": "2024-10-01", "text": text}


def test_reports_end_with_a_sentence_and_have_about_400_words() -> None:
    cut = list(each_cut(whole(200)))
    assert len(cut) == 3
    assert all(FEWEST <= len(row["text"].split()) <= MOST for row in cut)
    assert all(row["text"].endswith("left.") for row in cut)


def test_no_stretch_of_text_is_printed_twice() -> None:
    cut = list(each_cut(whole(200)))
    joined = " ".join(row["text"] for row in cut)
    assert whole(200)["text"].startswith(joined)
    assert len({row["id"] for row in cut}) == len(cut)


def test_a_sentence_that_is_too_long_for_a_report_is_left_out() -> None:
    text = "word " * 500 + "ends here. " + whole(100)["text"]
    assert [row["text"][:8] for row in each_cut({**whole(1), "text": text})] == ["Sentence"]


def test_without_the_data_reports_are_composed_the_same_each_time() -> None:
    once, again = (list(long_reports(None, 3)) for _ in range(2))
    assert once == again
    assert all(FEWEST <= len(row["text"].split()) <= MOST for row in once)
    assert len({row["text"] for row in once}) == 3
    assert all(len(row["text"].split()) < 60 for row in islice(short_reports(None, 5), 5))
