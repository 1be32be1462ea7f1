import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from watchword.brief.document import each_sentence
from watchword.brief.render.inert import one_line
from watchword.brief.render.markdown import plain, render_markdown
from watchword.model.brief import Brief

MARKS = re.compile(r"\[\^\d+-\d+\]")


def _blocks(written: str) -> Iterator[str]:
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(written):
        if token.type == "inline":
            yield MARKS.sub("", "".join(map(_shown, token.children or [])))


def _shown(token: Token) -> str:
    return "\n" if token.type == "softbreak" else token.content


def _tokens(written: str) -> Iterator[Token]:
    for token in MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(written):
        yield token
        yield from token.children or []


def test_markdown_shows_the_same_sentences(brief: Brief) -> None:
    lines = [line for block in _blocks(render_markdown(brief)) for line in block.split("\n")]
    for _, sentence in each_sentence(brief):
        assert sentence.text in lines


def test_every_citation_has_its_footnote_with_the_quoted_words(brief: Brief) -> None:
    written = render_markdown(brief)
    defined = set(re.findall(r"^\[\^(\d+-\d+)\]: ", written, re.MULTILINE))
    assert {mark[2:-1] for mark in MARKS.findall(written)} == defined
    assert "[^4-4]: Source 4, 25 October 2024. “**At least 8,000 of them are reportedly" in written


def test_a_hostile_brief_makes_no_markup(hostile_brief: Brief, brief: Brief) -> None:
    hostile = list(_tokens(render_markdown(hostile_brief)))
    kinds = {token.type for token in hostile}
    assert not {"html_block", "html_inline", "image", "fence", "code_block", "hr"} & kinds
    assert not {"blockquote_open", "s_open"} & kinds
    links = {token.attrs["href"] for token in hostile if token.type == "link_open"}
    assert links == {"https://good.example/a?b=1&c=2#d"}
    plain_kinds = [token.type for token in _tokens(render_markdown(brief))]
    for kind in ("table_open", "tr_open", "td_open", "heading_open", "list_item_open"):
        extra = 10 if kind == "list_item_open" else 0
        assert [token.type for token in hostile].count(kind) == plain_kinds.count(kind) + extra


def test_a_hostile_brief_keeps_its_sentences(hostile_brief: Brief) -> None:
    lines = [
        line for block in _blocks(render_markdown(hostile_brief)) for line in block.split("\n")
    ]
    for _, sentence in each_sentence(hostile_brief):
        assert one_line(sentence.text) in lines


def test_no_line_start_begins_a_block() -> None:
    for text in ("1. a", "2) b", "- c", "+ d", "# e", "> f", "=== g", "    h", "~~~", "***", ": x"):
        tokens = MarkdownIt("commonmark").parse(plain(text))
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        assert "".join(map(_shown, tokens[1].children or [])) == text.strip()


def test_the_writing_direction_is_not_turned(hostile_brief: Brief) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", render_markdown(hostile_brief))
