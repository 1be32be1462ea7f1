"""What format bytes are in: by what they hold first, by their name only then."""

import re

from watchword.collect.decode import decode
from watchword.collect.formats.json_feed import is_json_feed
from watchword.collect.formats.json_text import parse_json
from watchword.collect.formats.mbox import POSTMARK
from watchword.collect.formats.ninjs import is_ninjs
from watchword.collect.formats.parquet_rows import MAGIC as PARQUET_MAGIC
from watchword.collect.formats.register import form_by_media_type, form_by_suffix
from watchword.collect.piece import Piece, Terms
from watchword.errors import UnreadableError

_HEAD_BYTES = 8192
_ZIP_HEADS = (b"PK\x03\x04", b"PK\x05\x06")
_BINARY_HEADS = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as DOCX",
    b"{\\rtf": "rich text (RTF); save it as DOCX",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"7z\xbc\xaf": "a 7z archive; unpack it",
    b"Rar!": "a RAR archive; unpack it",
    b"BZh": "a bzip2 file; unpack it",
    b"\xfd7zXZ": "an xz file; unpack it",
    b"\x28\xb5\x2f\xfd": "a zstd file; unpack it",
    b"OggS": "a sound recording",
    b"ID3": "a sound recording",
}
"""What is often met and never read, by its first bytes."""

_LEADING = r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}"
_HTML = re.compile(_LEADING + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    _LEADING + r"(?:<\?xml-stylesheet[^>]{0,500}>\s*)?(?:<!doctype[^>]{0,500}>\s*)?"
    r"<(?:rss|feed|rdf:rdf|\w{1,20}:feed)\b",
    re.IGNORECASE | re.DOTALL,
)
_SRT = re.compile(r"\s*\d+[ \t]*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->")
_BEGINNINGS = {"vtt": re.compile("WEBVTT"), "feed": _FEED, "html": _HTML, "srt": _SRT}
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_MAIL_ONLY = frozenset(
    b"received return-path message-id mime-version delivered-to reply-to in-reply-to to "
    b"content-transfer-encoding dkim-signature x-mailer list-unsubscribe".split()
)
_MAIL_MUST = frozenset((b"from", b"date", b"subject"))


def recognise(piece: Piece, terms: Terms) -> str:
    """Name the format of a piece.

    Raises:
        UnreadableError: if it is empty, or of a kind that is known and not read.
    """
    if piece.form:
        return piece.form
    if not piece.content.strip(b"\0 \t\r\n\f\v"):
        raise UnreadableError("empty" if not piece.content else "nothing but blanks")
    head = piece.content[:_HEAD_BYTES]
    form = _by_magic(head, piece.content) or _by_text(head, piece, terms)
    return form or _by_name(piece) or "text"


def _by_magic(head: bytes, content: bytes) -> str:
    for magic, kind in _BINARY_HEADS.items():
        if head.startswith(magic):
            raise UnreadableError(kind)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(_ZIP_HEADS):
        return _zip_kind(content)
    if re.match(rb"WARC/\d", head):
        return "warc"
    if head.startswith(PARQUET_MAGIC):
        return "parquet"
    return "mbox" if POSTMARK.match(head) else ""


def _zip_kind(content: bytes) -> str:
    if b"word/document.xml" in content:
        return "docx"
    if b"datapackage.json" in content or re.search(rb"archive/[^/\0]{1,200}\.warc", content):
        return "wacz"
    if b"[Content_Types].xml" in content:
        raise UnreadableError("an Office file that is no text document")
    return "zip"


def _by_text(head: bytes, piece: Piece, terms: Terms) -> str:
    words = decode(head).lstrip("\ufeff")
    for form, beginning in _BEGINNINGS.items():
        if beginning.match(words):
            return form
    if words.lstrip()[:1] in {"{", "["}:
        return _json_kind(piece, terms)
    if _is_mail(head):
        return "eml"
    return "csv" if _is_table(words, terms) else ""


def _json_kind(piece: Piece, terms: Terms) -> str:
    named = form_by_suffix(piece.name) or form_by_media_type(piece.media_type)
    first, _newline, rest = piece.content.lstrip().partition(b"\n")
    if named == "jsonl" or (first.rstrip().endswith(b"}") and rest.strip() and _loads(first)):
        return "jsonl"
    whole = _loads(piece.content)
    if isinstance(whole, dict):
        if is_json_feed(whole):
            return "json_feed"
        return "ninjs" if not terms.mapped and is_ninjs(whole) else "json"
    if isinstance(whole, list) or named.startswith("json"):
        return "json"
    return "jsonl" if rest.strip() and first.startswith(b'{"') else ""


def _loads(content: bytes) -> object:
    try:
        return parse_json(decode(content, declared="utf-8"))
    except UnreadableError:
        return None


def _is_mail(head: bytes) -> bool:
    names: set[bytes] = set()
    place = 0
    while match := _HEADER.match(head, place):
        names.add(match[1].lower())
        place = match.end()
    return len(names & _MAIL_MUST) >= 2 and bool(names & _MAIL_ONLY)


def _is_table(words: str, terms: Terms) -> bool:
    header, newline, _rest = words.partition("\n")
    columns = {name.strip().strip('"').strip() for name in re.split(r"[,;\t|]", header)}
    wanted = set(terms.mapping.values())
    return bool(newline) and terms.mapping["text"] in columns and len(columns & wanted) >= 2


def _by_name(piece: Piece) -> str:
    return form_by_suffix(piece.name) or form_by_media_type(piece.media_type)
