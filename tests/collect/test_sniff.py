import gzip

import made_files as made
import pytest

from watchword.collect.limits import Limits
from watchword.collect.piece import Piece, new_terms
from watchword.collect.sniff import recognise
from watchword.errors import UnreadableError

FORMS = {
    "a.txt": "text", "a.html": "html", "a.pdf": "pdf", "a.docx": "docx", "a.eml": "eml",
    "a.mbox": "mbox", "a.vtt": "vtt", "a.srt": "srt", "a.warc": "warc", "a.warc.gz": "gzip",
    "a.wacz": "wacz", "a-ninjs.json": "ninjs", "a.rss": "feed", "a.atom": "feed",
    "a-feed.json": "json_feed", "a.jsonl": "jsonl", "a-list.json": "json", "a.csv": "csv",
    "a.zip": "zip", "a.txt.gz": "gzip",
}  # fmt: skip


def _form(content: bytes, *, name: str = "", media_type: str = "") -> str:
    piece = Piece(content=content, found_at="a", name=name, media_type=media_type)
    return recognise(piece, new_terms(Limits(), None))


@pytest.mark.parametrize(("name", "form"), FORMS.items())
def test_a_format_is_told_by_its_content_alone(name: str, form: str) -> None:
    assert _form(made.every_format()[name]) == form


def test_markdown_is_told_by_its_name_or_its_media_type() -> None:
    assert _form(b"# Troops leave", name="a.MD") == "markdown"
    assert _form(b"# Troops leave", media_type="text/markdown") == "markdown"


def test_a_text_that_speaks_of_markup_is_not_markup() -> None:
    assert _form(b"The page begins with <html> and a list [1, 2].") == "text"
    assert _form(b"{ is how a block begins, he said.\n\nMore.", name="a.txt") == "text"


@pytest.mark.parametrize("content", [b"", b"\0\0", b" \n", b"\x89PNG\r\n", b"Rar!\x1a"])
def test_what_is_never_read_is_told_by_its_kind(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        _form(content)


def test_gzip_is_told_before_its_name() -> None:
    assert _form(gzip.compress(b"words"), name="a.csv") == "gzip"
