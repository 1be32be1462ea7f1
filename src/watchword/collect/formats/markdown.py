"""Markdown to words: marks fall away, front matter and the heading become metadata."""

from collections.abc import Iterator
from dataclasses import replace

from watchword.collect.decode import decode
from watchword.collect.formats.markup import plain_words
from watchword.collect.front_matter import split_front_matter
from watchword.collect.piece import Found, Piece, Terms
from watchword.collect.words import looks_binary
from watchword.errors import UnreadableError


def read_markdown(piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ARG001 - a reader's form
    """Read Markdown; a first-level heading at the top is the title, unless one is given."""
    text = decode(piece.content, declared=piece.charset)
    if looks_binary(text):
        raise UnreadableError("not a text, though its name says Markdown")
    draft = split_front_matter(text)
    heading, blocks = _heading_and_blocks(draft.text)
    if heading and draft.title:
        blocks = [heading, *blocks]
    yield replace(draft, text="\n\n".join(blocks), title=draft.title or heading)


def _heading_and_blocks(text: str) -> tuple[str, list[str]]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only where Markdown is read

    heading, blocks = "", list[str]()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            words = "".join(
                _inline_words(child.type, child.content) for child in token.children or []
            )
            is_title = before is not None and before.tag == "h1" and not blocks and not heading
            if is_title:
                heading = words
            else:
                blocks.append(words)
        elif token.type in {"fence", "code_block"}:
            blocks.append(token.content)
        elif token.type == "html_block":
            blocks.append(plain_words(token.content))
    return heading, blocks


def _inline_words(kind: str, content: str) -> str:
    if kind in {"softbreak", "hardbreak"}:
        return "\n"
    return "" if kind == "html_inline" else content
