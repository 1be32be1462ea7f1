"""Every format that is read: its name, its reader, its file names and media types.

A new format is one file beside this one and one line in `FORMATS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from watchword.collect.formats.csv_rows import read_csv
from watchword.collect.formats.feed import read_feed
from watchword.collect.formats.gzipped import read_gzip
from watchword.collect.formats.json_feed import read_json_feed
from watchword.collect.formats.json_records import read_json, read_jsonl
from watchword.collect.formats.mail import read_mail
from watchword.collect.formats.markdown import read_markdown
from watchword.collect.formats.mbox import read_mbox
from watchword.collect.formats.ninjs import read_ninjs
from watchword.collect.formats.page import read_page
from watchword.collect.formats.parquet_rows import read_parquet
from watchword.collect.formats.pdf import read_pdf
from watchword.collect.formats.plain import read_plain
from watchword.collect.formats.subtitles import read_srt, read_vtt
from watchword.collect.formats.warc import read_warc
from watchword.collect.formats.word import read_word
from watchword.collect.formats.zipped import read_wacz, read_zip
from watchword.collect.piece import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format.

    Attributes:
        reader: reads a piece of it.
        suffixes: endings of file names that mean it where the content does not tell.
        media_types: media types that mean it, likewise.
        apart: whether its reader runs in the parser process, because a library that parses
            hostile bytes may hang or crash there.
    """

    reader: Reader
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    apart: bool = False


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(
            reader=read_plain, suffixes=(".txt", ".text"), media_types=("text/plain",)
        ),
        "markdown": Format(
            reader=read_markdown,
            suffixes=(".md", ".markdown"),
            media_types=("text/markdown",),
            apart=True,
        ),
        "html": Format(
            reader=read_page,
            suffixes=(".html", ".htm", ".xhtml"),
            media_types=("text/html", "application/xhtml+xml"),
            apart=True,
        ),
        "pdf": Format(
            reader=read_pdf, suffixes=(".pdf",), media_types=("application/pdf",), apart=True
        ),
        "docx": Format(reader=read_word, suffixes=(".docx",), media_types=(_WORD,), apart=True),
        "eml": Format(
            reader=read_mail, suffixes=(".eml",), media_types=("message/rfc822",), apart=True
        ),
        "mbox": Format(
            reader=read_mbox, suffixes=(".mbox",), media_types=("application/mbox",)
        ),
        "vtt": Format(reader=read_vtt, suffixes=(".vtt",), media_types=("text/vtt",), apart=True),
        "srt": Format(
            reader=read_srt, suffixes=(".srt",), media_types=("application/x-subrip",), apart=True
        ),
        "warc": Format(
            reader=read_warc, suffixes=(".warc",), media_types=("application/warc",)
        ),
        "wacz": Format(
            reader=read_wacz, suffixes=(".wacz",), media_types=("application/wacz",)
        ),
        "ninjs": Format(
            reader=read_ninjs, media_types=("application/vnd.iptc.g2.newsitem+json",), apart=True
        ),
        "feed": Format(
            reader=read_feed,
            suffixes=(".rss", ".atom", ".xml"),
            media_types=(
                "application/rss+xml", "application/atom+xml", "application/xml", "text/xml",
            ),
            apart=True,
        ),
        "json_feed": Format(
            reader=read_json_feed, media_types=("application/feed+json",), apart=True
        ),
        "jsonl": Format(
            reader=read_jsonl,
            suffixes=(".jsonl", ".ndjson"),
            media_types=("application/x-ndjson", "application/jsonl"),
        ),
        "json": Format(
            reader=read_json, suffixes=(".json",), media_types=("application/json",)
        ),
        "csv": Format(
            reader=read_csv,
            suffixes=(".csv", ".tsv"),
            media_types=("text/csv", "text/tab-separated-values"),
        ),
        "parquet": Format(
            reader=read_parquet,
            suffixes=(".parquet",),
            media_types=("application/vnd.apache.parquet",),
        ),
        "gzip": Format(
            reader=read_gzip, suffixes=(".gz",), media_types=("application/gzip",)
        ),
        "zip": Format(reader=read_zip, suffixes=(".zip",), media_types=("application/zip",)),
    }
)  # fmt: skip


def form_by_suffix(name: str) -> str:
    """Name of the format that a file name means, else empty."""
    lower = name.lower()
    return next((form for form, known in FORMATS.items() if lower.endswith(known.suffixes)), "")


def form_by_media_type(media_type: str) -> str:
    """Name of the format that a media type means, else empty."""
    plain = media_type.lower()
    return next((form for form, known in FORMATS.items() if plain in known.media_types), "")
