from watchword.collect.front_matter import split_front_matter, split_names


def test_a_fenced_block_may_hold_any_key() -> None:
    draft = split_front_matter("---\ntitle: 'A title'\nlayout: post\n---\nWords.")
    assert (draft.title, draft.text) == ("A title", "Words.")


def test_a_text_that_begins_with_a_colon_keeps_its_words() -> None:
    for text in ("Moscow: the talks go on.\n\nMore.", "Title: one line only\n\nMore.", "---\n", ""):
        assert split_front_matter(text).text == text


def test_names_are_parted_as_people_write_them() -> None:
    assert split_names("By A. Writer, B. Other and C. Third") == (
        "A. Writer",
        "B. Other",
        "C. Third",
    )
    assert split_names("Writer, A.; Other, B.") == ("Writer, A.", "Other, B.")
    assert split_names("") == ()
