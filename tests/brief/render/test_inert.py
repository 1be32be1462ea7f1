from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.brief.render.inert import (
    OVERRIDES,
    breakable,
    embed_json,
    isolate,
    narrow_context,
    safe_address,
    tidy,
)


class Words(HTMLParser):
    """The text of a fragment and how many elements it holds beside the two that isolate."""

    def __init__(self, fragment: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.tags.add(tag)
        assert attrs in ([], [("hidden", None)])

    def handle_data(self, data: str) -> None:
        """Gather the text."""
        self.text += data


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_an_isolated_text_keeps_every_character_and_makes_no_element(text: str) -> None:
    words = Words(str(isolate(text)))
    assert words.text == text
    assert words.tags <= {"bdi", "span"}


@given(st.text())
def test_a_tidy_text_can_be_written_and_turns_no_direction(text: str) -> None:
    tidied = tidy(text)
    tidied.encode("utf-8")
    assert not set(tidied) & set(OVERRIDES)
    assert not set(tidied) & {"\x00", "\r", "\x1b"}


@given(st.text())
def test_embedded_json_holds_no_angle_bracket(text: str) -> None:
    assert "<" not in embed_json(text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//a/b",
        "http:///x", "https://a b/", "https://a/\u202ex", 'https://a/"x', "https://a/<x>", "http:",
        "https://[::1", "ftp://a/b", "", " https://a/", "https://a/\n", "https://a/" + "x" * 3000,
    ],
)  # fmt: skip
def test_an_unsafe_address_is_no_link(address: str) -> None:
    assert safe_address(address) is None


@pytest.mark.parametrize(
    "address", ["https://a.example/b?c=d&e=f#g", "http://a.example", "HTTP://a/"]
)
def test_a_plain_web_address_is_a_link(address: str) -> None:
    assert safe_address(address) == address


def test_no_address_is_no_link() -> None:
    assert safe_address(None) is None


def test_a_long_word_can_break_and_a_short_one_stays() -> None:
    assert breakable("short words stay") == "short words stay"
    broken = breakable("a" * 100)
    assert broken.replace("\u200b", "") == "a" * 100
    assert max(map(len, broken.split("\u200b"))) <= 30


def test_only_the_near_context_of_a_quotation_is_kept() -> None:
    before, after = narrow_context("b" * 999 + "near", "near" + "a" * 999)
    assert before.startswith("… b")
    assert before.endswith("near")
    assert after.startswith("near")
    assert after.endswith("a …")
    assert narrow_context("x", "y") == ("x", "y")
