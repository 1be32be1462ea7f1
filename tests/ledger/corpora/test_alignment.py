from watchword.ledger.corpora.alignment import find_stretch, split_words, take_marks


def test_nested_tags_are_taken_out_and_counted_in_the_bare_text() -> None:
    found = take_marks("<A><B>Heavy</B> rain</A> fell", "[AB]")
    assert found.text == "Heavy rain fell"
    assert [(mark.name, mark.start, mark.end) for mark in found.marks] == [
        ("B", 0, 5),
        ("A", 0, 10),
    ]
    assert found.unpaired == 0


def test_tags_without_partner_are_counted_and_left_out() -> None:
    found = take_marks("Rain</A> fell <A>hard", "A")
    assert (found.text, found.marks, found.unpaired) == ("Rain fell hard", (), 2)


def test_other_angle_brackets_stay_in_the_text() -> None:
    assert take_marks("a <b> c", "A").text == "a <b> c"


def test_a_stretch_is_widened_to_whole_words() -> None:
    words = split_words("Rain fell hard")
    assert find_stretch(words, 2, 7) == (0, 2)
    assert find_stretch(words, 4, 5) is None
