import pytest

from watchword.collect.decode import decode

WORDS = "Пхеньян отправил войска в Россию, сообщила разведка Южной Кореи."


@pytest.mark.parametrize(
    "charset", ["utf-8-sig", "utf-16", "utf-32", "utf-8", "windows-1251", "koi8-r"]
)
def test_the_set_is_told_from_mark_or_bytes(charset: str) -> None:
    assert decode(WORDS.encode(charset)) == WORDS


def test_wide_characters_without_a_mark_are_told_by_their_nuls() -> None:
    for charset in ("utf-16-le", "utf-16-be"):
        assert decode("The ministry said so.".encode(charset)) == "The ministry said so."


def test_a_declared_set_is_believed_where_it_fits() -> None:
    assert decode(WORDS.encode("iso8859-5"), declared="ISO-8859-5") == WORDS
    assert decode("“so”".encode("cp1252"), declared="latin-1") == "“so”"


@pytest.mark.parametrize("declared", ["idna", "zlib_codec", "rot13", "none such", "\0", "utf-7"])
def test_a_declared_set_that_is_no_character_set_is_left_aside(declared: str) -> None:
    assert decode(WORDS.encode(), declared=declared) == WORDS


def test_bytes_of_no_set_still_give_words() -> None:
    assert "said" in decode(b"The ministry \xc3\x28 said \xff\xfe so.")
