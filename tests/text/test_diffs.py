import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.relate.claims import report

from watchword.model.span import Span
from watchword.model.version import Diff
from watchword.text.diffs import LONGEST, compare_reports

FIRST = (
    "Forty boats were held at Oster on Tuesday. The harbour master said that at least 1,500 crew "
    "members had no papers. Nobody was charged. The court in Lindau has set no date."
)


def diff(older: str, newer: str, titles: tuple[str, str] = ("", "")) -> Diff:
    before = report("a", text=older, title=titles[0])
    return compare_reports(before, report("b", text=newer, title=titles[1]))


def quotes(spans: tuple[Span | None, ...]) -> list[str | None]:
    return [span.quote if span else None for span in spans]


def test_an_equal_text_has_an_empty_diff() -> None:
    assert diff(FIRST, FIRST).is_empty


def test_other_spaces_and_curled_quotation_marks_are_no_change() -> None:
    assert diff('He said: "No."  She left.', "He said: “No.”\n\nShe left.").is_empty


def test_a_changed_number_is_told_with_its_place_in_both_texts() -> None:
    found = diff(FIRST, FIRST.replace("at least 1,500", "about 3,000"))
    (change,) = found.changed
    (number,) = found.numbers
    assert number.older is not None
    assert number.newer is not None
    assert (number.older.quote, number.newer.quote) == ("at least 1,500", "about 3,000")
    assert (number.older.report, number.newer.report) == ("a", "b")
    assert change.older.quote.startswith("The harbour master")
    assert (found.added, found.removed) == ((), ())


def test_a_number_put_in_and_one_taken_out_are_told() -> None:
    found = diff(FIRST, FIRST.replace("Nobody was charged", "Nobody of the 12 was charged"))
    assert [quotes((each.older, each.newer)) for each in found.numbers] == [[None, "12"]]
    back = diff(FIRST.replace("Nobody was charged", "Nobody of the 12 was charged"), FIRST)
    assert [quotes((each.older, each.newer)) for each in back.numbers] == [["12", None]]


def test_changed_words_are_told_inside_their_sentence() -> None:
    found = diff(FIRST, FIRST.replace("has set no date", "will hear both sides"))
    (change,) = found.changed
    assert [quotes((each.older, each.newer)) for each in change.words] == [
        ["has set no date", "will hear both sides"]
    ]


def test_sentences_that_come_and_go_are_added_and_removed() -> None:
    found = diff(FIRST, f"{FIRST} All were freed by night.")
    assert quotes(found.added) == ["All were freed by night."]
    gone = diff(FIRST, FIRST.replace(" Nobody was charged.", ""))
    assert quotes(gone.removed) == ["Nobody was charged."]


def test_a_sentence_that_stands_elsewhere_is_moved() -> None:
    moved = "Nobody was charged. " + FIRST.replace(" Nobody was charged.", "")
    found = diff(FIRST, moved)
    assert (found.moved, found.added, found.removed, found.changed) == (1, (), (), ())


def test_a_dateline_and_a_headline_are_compared_too() -> None:
    found = diff(f"OSTER, Oct 18 (Coast) - {FIRST}", f"OSTER, Oct 19 (Coast) - {FIRST}")
    assert quotes(tuple(each.newer for each in found.numbers)) == ["19"]
    titled = diff(FIRST, FIRST, ("Boats held", "Boats freed"))
    assert titled.title == ("Boats held", "Boats freed")


@given(st.lists(st.sampled_from(FIRST.split(". ")), max_size=8), st.lists(st.text(max_size=40)))
def test_every_span_is_in_its_text_and_a_text_is_like_itself(
    sentences: list[str], noise: list[str]
) -> None:
    older, newer = ". ".join(sentences), ". ".join([*noise, *sentences[::-1]])
    found = diff(older, newer)
    texts = {"a": older, "b": newer}
    spans = [*found.added, *found.removed, *(word.newer for c in found.changed for word in c.words)]
    assert all(texts[s.report][s.start : s.end] == s.quote for s in spans if s is not None)
    assert diff(newer, newer).is_empty


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("A word. " * 30_000, "A ward. " * 30_000),
        ("word " * 40_000, "word " * 39_999 + "end"),
        ("“" + "a " * 50_000, "“" + "b " * 50_000),
        ("3 " * 20_000, "4 " * 20_000),
        (". " * 50_000, "! " * 50_000),
    ],
)
def test_hostile_texts_are_compared_in_bounded_work(older: str, newer: str) -> None:
    found = diff(older, newer)
    assert found.is_whole == (max(len(older), len(newer)) <= LONGEST)
    assert len(found.changed) <= 200
