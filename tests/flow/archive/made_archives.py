"""Small archives of every form, made in memory, of reports written for the tests."""

import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import write_table

SENTENCES = (
    "The defence minister said on Monday that about {n} troops had been sent to the border.",
    "A spokesman for the intelligence service denied that {n} shells were shipped to Russia.",
    "If the talks fail, the president warned, {n} tanks may be supplied to Ukraine.",
    "Officials in Seoul estimate that at least {n} soldiers were killed in Kursk.",
)
POISON = "poison"


def text_of(number: int, sentences: int = 4) -> str:
    """A text that differs from that of every other number."""
    given = (SENTENCES[at % len(SENTENCES)] for at in range(number, number + sentences))
    return " ".join(words.format(n=1000 + 7 * number + at) for at, words in enumerate(given))


def record(number: int, **keys: object) -> dict[str, object]:
    """A record of JSON lines or of a table."""
    return {
        "id": f"r{number}",
        "url": f"https://news.example/{number}",
        "outlet": "Example Wire",
        "date": f"2024-10-{number % 28 + 1:02}",
        "text": text_of(number),
        **keys,
    }


def lines(count: int, first: int = 0) -> bytes:
    """JSON lines."""
    return b"".join(json.dumps(record(at)).encode() + b"\n" for at in range(first, first + count))


def page(number: int) -> bytes:
    """A page of the web."""
    paragraphs = "".join(f"<p>{text_of(number + at)}</p>" for at in range(3))
    head = f"<title>Report {number}</title>"
    return f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>".encode()


def warc_record(number: int, kind: str = "response") -> bytes:
    """A record of a web archive with an answer of a server."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    top = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"WARC-Date: 2024-10-18T01:02:03Z\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return top.encode() + answer + b"\r\n\r\n"


def warc(count: int) -> bytes:
    """A web archive that is not packed, with a request before each response."""
    return b"".join(warc_record(at, "request") + warc_record(at) for at in range(count))


def warc_members(count: int) -> bytes:
    """A web archive with a gzip member a record."""
    return b"".join(gzip.compress(warc_record(at), mtime=0) for at in range(count))


def table(count: int, rows_a_group: int = 3) -> bytes:
    """A Parquet table."""
    stream = io.BytesIO()
    rows = pa.Table.from_pylist([record(at) for at in range(count)])
    write_table(rows, stream, row_group_size=rows_a_group)
    return stream.getvalue()


def write_all(folder: Path) -> list[Path]:
    """An archive of every form, six reports each."""
    folder.mkdir(exist_ok=True)
    made = {
        "a.jsonl": lines(6),
        "b.jsonl.gz": gzip.compress(lines(6, first=6), mtime=0),
        "c.warc": warc(6),
        "d.warc.gz": warc_members(6),
        "e.warc.gz": gzip.compress(warc(6), mtime=0),
        "f.parquet": table(6),
        "g.txt": text_of(40).encode(),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]
