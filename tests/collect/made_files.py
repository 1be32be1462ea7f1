"""Files of every format, made in memory; the smallest that hold a report."""

import gzip
import io
import json
import zipfile

import docx as python_docx
import pyarrow as pa
from pyarrow.parquet import write_table

STATEMENT = (
    "The defence ministry said on Friday that its troops had left the border region.\n\n"
    "A spokesman added that at least 1,200 soldiers would return before the spring."
)
"""Two paragraphs that every made file carries in some form."""

FIRST, SECOND = STATEMENT.split("\n\n")


def html(*, head: str = "", body: str = "") -> bytes:
    paragraphs = body or f"<article><h1>Troops leave</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    page = f"<html lang='en'><head>{head}</head><body>{paragraphs}</body></html>"
    return b"<!DOCTYPE html>" + page.encode()


def eml(*, body: str = STATEMENT, headers: str = "") -> bytes:
    top = (
        "From: Example Wire <desk@wire.example>\r\nTo: list@wire.example\r\n"
        "Subject: Troops leave\r\nDate: Fri, 18 Oct 2024 09:30:00 +0900\r\n"
        "Message-ID: <one@wire.example>\r\nMIME-Version: 1.0\r\n"
    )
    kind = "" if "Content-Type" in headers else "Content-Type: text/plain; charset=utf-8\r\n"
    return f"{top}{headers}{kind}\r\n{body}\r\n".encode()


def mbox(*mails: bytes) -> bytes:
    return b"".join(
        b"From desk@wire.example Fri Oct 18 09:30:00 2024\n" + m.replace(b"\r\n", b"\n") + b"\n"
        for m in mails or (eml(), eml(headers="X-Number: 2\r\n"))
    )


def vtt() -> bytes:
    return (
        b"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Lima>The ministry said\n"
        b"the troops had left.\n\n00:03.000 --> 00:05.000\n<v Ana Lima>They may return.\n\n"
        b"00:05.000 --> 00:07.000\n<v Bo Reed>How many &amp; when?\n"
    )


def srt() -> bytes:
    return (
        b"1\n00:00:01,000 --> 00:00:03,000\nThe ministry said\n\n"
        b"2\n00:00:03,000 --> 00:00:05,000\n<i>the troops had left.</i>\n"
    )


def warc_record(
    content: bytes,
    *,
    kind: str = "text/html; charset=utf-8",
    address: str = "https://news.example/a",
    headers: str = "",
    length: int | None = None,
) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + content
    size = len(answer) if length is None else length
    top = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2024-10-18T01:02:03Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    )
    return top.encode() + answer + b"\r\n\r\n"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def wacz() -> bytes:
    return zipped(
        {
            "datapackage.json": b"{}",
            "archive/data.warc.gz": gzip.compress(warc_record(html()), mtime=0),
            "indexes/index.cdx": b"x",
        }
    )


def docx() -> bytes:
    written = python_docx.Document()
    written.core_properties.title = "Troops leave"
    written.core_properties.author = "A. Writer"
    written.add_paragraph("Troops leave")
    written.add_paragraph(FIRST)
    table = written.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Troops", "1,200"
    written.add_paragraph(SECOND)
    out = io.BytesIO()
    written.save(out)
    return out.getvalue()


def pdf(*pages: tuple[str, ...], title: str = "Troops leave", encrypted: bool = False) -> bytes:
    """A PDF of one line of text after another, by hand: objects, streams, a cross-reference."""
    sheets = pages or ((FIRST[:45], FIRST[45:], SECOND[:45], SECOND[45:]),)
    bodies: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(sheets)))}] "
        f"/Count {len(sheets)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) /Author (A. Writer) "
        "/CreationDate (D:20241018093000+09'00') >>".encode(),
    ]
    for number, lines in enumerate(sheets):
        words = " ".join(f"({_escaped(line)}) Tj 0 -20 Td" for line in lines)
        stream = f"BT /F1 12 Tf 50 750 Td {words} ET".encode()
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = (
        b" /Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"o" * 32 + b") /U (" + b"u" * 32
        + b") /P -4 >> /ID [(a)(b)]"
    )  # fmt: skip
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R%s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(bodies) + 1, table, len(bodies) + 1, locked if encrypted else b"", len(out))
    )


def ninjs(**keys: object) -> bytes:
    item: dict[str, object] = {
        "uri": "urn:example:1",
        "type": "text",
        "pubstatus": "usable",
        "version": "2",
        "versioncreated": "2024-10-18T09:30:00+09:00",
        "headline": "Troops leave",
        "byline": "A. Writer",
        "language": "en-GB",
        "body_text": STATEMENT,
        "provider": {"name": "Example Wire"},
    }
    return json.dumps({**item, **keys}).encode()


def rss(*, entry: str = "", top: str = "") -> bytes:
    content = entry or (
        "<item><title>Troops leave</title><link>https://news.example/a</link>"
        "<guid>tag:news.example,1</guid><pubDate>Fri, 18 Oct 2024 00:30:00 GMT</pubDate>"
        "<source url='https://wire.example'>Example Wire</source>"
        f"<description>short</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]>"
        "</content:encoded></item>"
    )
    return (
        f"<?xml version='1.0'?>{top}<rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Example News</title><language>en</language>{content}</channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Example News</title>"
        "<entry><id>tag:news.example,2</id><title>Troops leave</title>"
        "<link href='https://news.example/b'/><published>2024-10-18T00:30:00Z</published>"
        f"<author><name>A. Writer</name></author><content type='html'>&lt;p&gt;{FIRST}&lt;/p&gt;"
        "</content></entry></feed>"
    ).encode()


def json_feed(*items: object) -> bytes:
    given = items or (
        {
            "id": "1",
            "url": "https://news.example/a",
            "title": "Troops leave",
            "content_html": f"<p>{FIRST}</p><p>{SECOND}</p>",
            "date_published": "2024-10-18T09:30:00+09:00",
            "authors": [{"name": "A. Writer"}],
        },
    )
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example News",
        "language": "en",
        "items": given,
    }
    return json.dumps(whole).encode()


def record(**keys: object) -> dict[str, object]:
    return {
        "id": "R1",
        "url": "https://news.example/a",
        "outlet": "Example News",
        "title": "Troops leave",
        "date": "2024-10-18",
        "language": "en",
        "text": STATEMENT,
        **keys,
    }


def jsonl(*records: object) -> bytes:
    given = records or (record(), record(id="R2", url="https://news.example/b"))
    return b"".join(json.dumps(one).encode() + b"\n" for one in given)


def csv() -> bytes:
    quoted = STATEMENT.replace('"', '""')
    return (
        f'id,url,outlet,title,date,language,text\r\nR1,https://news.example/a,"Example, News",'
        f'Troops leave,2024-10-18,en,"{quoted}"\r\n'
    ).encode()


def parquet(*records: object, rows_a_group: int = 2) -> bytes:
    stream = io.BytesIO()
    given = records or (record(), record(id="R2", url="https://news.example/b"))
    table = pa.Table.from_pylist([one for one in given if isinstance(one, dict)])
    write_table(table, stream, row_group_size=rows_a_group)
    return stream.getvalue()


def markdown() -> bytes:
    return (
        f"---\noutlet: Example News\ndate: 2024-10-18\n---\n\n# Troops *leave*\n\n{FIRST}\n\n"
        f"- {SECOND}\n- See [the statement](https://news.example/a).\n"
    ).encode()


def plain() -> bytes:
    return f"Troops leave\n\nSEOUL, Oct. 18, 2024 (Example Wire) -- {STATEMENT}\n".encode()


def every_format() -> dict[str, bytes]:
    """File name to content, one for each format."""
    return {
        "a.txt": plain(),
        "a.md": markdown(),
        "a.html": html(),
        "a.pdf": pdf(),
        "a.docx": docx(),
        "a.eml": eml(),
        "a.mbox": mbox(),
        "a.vtt": vtt(),
        "a.srt": srt(),
        "a.warc": warc_record(html()),
        "a.warc.gz": gzip.compress(warc_record(html()), mtime=0),
        "a.wacz": wacz(),
        "a-ninjs.json": ninjs(),
        "a.rss": rss(),
        "a.atom": atom(),
        "a-feed.json": json_feed(),
        "a.jsonl": jsonl(),
        "a-list.json": json.dumps([record()]).encode(),
        "a.parquet": parquet(),
        "a.csv": csv(),
        "a.zip": zipped({"inside.txt": plain()}),
        "a.txt.gz": gzip.compress(plain(), mtime=0),
    }


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
