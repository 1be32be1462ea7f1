"""Inputs that nobody should send and somebody will: each a file name and its bytes."""

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Iterator

import made_files as made

_MAGIC = {
    "a.parquet": b"PAR1",
    "a.txt": b"",
    "a.md": b"---\ntitle: x\n",
    "a.html": b"<!DOCTYPE html><html><body>",
    "a.pdf": b"%PDF-1.7\n",
    "a.docx": b"PK\x03\x04word/document.xml",
    "a.eml": b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n",
    "a.mbox": b"From a@b.example Fri Oct 18 09:30:00 2024\nFrom: a@b.example\n",
    "a.vtt": b"WEBVTT\n\n",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\n",
    "a.warc": b"WARC/1.0\r\n",
    "a.warc.gz": b"\x1f\x8b\x08\x00",
    "a.wacz": b"PK\x03\x04datapackage.json",
    "a.rss": b"<rss version='2.0'>",
    "a.atom": b"<feed xmlns='http://www.w3.org/2005/Atom'>",
    "a-ninjs.json": b'{"uri": "x", "body_text": ',
    "a-feed.json": b'{"version": "https://jsonfeed.org/version/1", "items": [',
    "a-list.json": b"[",
    "a.jsonl": b'{"text": ',
    "a.csv": b"id,text\n",
    "a.zip": b"PK\x03\x04",
    "a.txt.gz": b"\x1f\x8b",
}
_MARKS = {
    "utf-8-bom": b"\xef\xbb\xbf",
    "utf-16-le-bom": b"\xff\xfe",
    "utf-16-be-bom": b"\xfe\xff",
    "utf-32-le-bom": b"\xff\xfe\0\0",
    "utf-32-be-bom": b"\0\0\xfe\xff",
}
_WRONG_DATES = (
    "99999-01-01", "0000-00-00", "2024-02-31", "-2024-10-18", "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59", "Fri, 99 Oct 2024 99:99:99 +9999", "D:99999999999999Z",
    "2024-10-18T25:61:61Z", "1e308", "20241399",
)  # fmt: skip


def each_hostile() -> Iterator[tuple[str, bytes]]:
    """Every hostile input, under a name of its own."""
    yield from _of_every_format()
    yield from _in_text()
    yield from _in_json()
    yield from _in_markup()
    yield from _in_archives()
    yield from _in_mails()
    yield from _in_tables()
    yield from _in_web_archives()
    yield from _in_pdf()


def _of_every_format() -> Iterator[tuple[str, bytes]]:
    chance = random.Random(2)  # noqa: S311 - the same bytes every time, no secret
    valid = made.every_format()
    names = list(valid)
    for place, (name, content) in enumerate(valid.items()):
        yield f"empty/{name}", b""
        yield f"nuls/{name}", b"\0" * 5000
        yield f"magic/{name}", _MAGIC[name] + chance.randbytes(3000)
        yield f"half/{name}", content[: len(content) // 2]
        yield f"most/{name}", content[:-7]
        yield f"wrong-suffix/{place}-{names[(place + 7) % len(names)]}", content
        damaged = bytearray(content)
        for _blow in range(40):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        yield f"damaged/{name}", bytes(damaged)
        yield f"doubled/{name}", content + content


def _in_text() -> Iterator[tuple[str, bytes]]:
    for name, mark in _MARKS.items():
        yield f"{name}-alone.txt", mark
        yield f"{name}-odd.txt", mark + b"abc\xd8d"
        yield f"{name}-json.jsonl", mark + made.jsonl()
    yield "huge-line.txt", b"word " * 2_000_000
    yield "huge-word.txt", b"w" * 8_000_000
    yield "newlines.txt", b"\n" * 3_000_000 + b"end"
    yield "spaces.txt", b"a" + b" " * 5_000_000 + b"b\n"
    yield "bad-utf8.txt", b"The ministry \xc3\x28 said \xff\xfe so.\n" * 50
    yield "controls.txt", bytes(range(32)) * 100
    yield "dashes.txt", b"---\n" * 100_000
    yield "header.txt", b"Title: x\n" * 100_000
    yield "dateline.txt", b"A" * 100 + b" A.-" * 50_000 + b", Oct. 18 (" * 1000
    yield "quotes.md", b">" * 50_000 + b" x"
    yield "brackets.md", b"[" * 50_000 + b"](" * 50_000
    yield "stars.md", b"*a_ " * 20_000
    yield "lists.md", b"".join(b" " * n + b"- x\n" for n in range(1500))
    yield "voices.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v " * 200_000
    yield "cues.vtt", b"WEBVTT\n\n" + b"00:02.000 --> 00:01.000\n" * 10_000
    yield "times.srt", b"1\n99:99:99,999 --> 00:00:00,000\nx\n\n" * 10
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    yield "old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 1000
    for number, words in enumerate(_WRONG_DATES):
        yield f"{number}-date-{words[:10].replace('/', '')}.txt", f"{words}\n\nWords.".encode()


def _in_json() -> Iterator[tuple[str, bytes]]:
    yield "deep-list.json", b"[" * 200_000
    yield "deep-object.json", b'{"a":' * 200_000
    yield "deep.jsonl", (b'{"text":' + b"[" * 100_000 + b"\n") * 3
    yield (
        "surrogate.jsonl",
        b'{"text": "words \\ud800 here", "title": "\\udfff", "id": "\\ud834"}\n',
    )
    yield "surrogate-ninjs.json", made.ninjs().replace(b"Troops", b"\\ud800")
    yield "nan.jsonl", b'{"text": NaN}\n{"text": Infinity}\n{"text": "ok words", "id": NaN}\n'
    yield "long-number.jsonl", b'{"text": "x", "id": ' + b"9" * 10_000 + b"}\n"
    yield "types.jsonl", made.jsonl(
        {"text": 1}, {"text": None}, {"text": []}, {"text": {"a": 1}}, {"text": True}, {}, [], 1,
        "x", None, {"text": "x", "outlet": []}, {"text": "x", "date": {}}, {"text": "x", "url": 7},
    )  # fmt: skip
    yield "dates.jsonl", made.jsonl(*(made.record(id=d, date=d) for d in _WRONG_DATES))
    yield "codes.jsonl", made.jsonl(made.record(language="x" * 5000, status="gone"))
    yield "many-bad.jsonl", b"{not json}\n" * 20_000
    yield "empty-texts.jsonl", made.jsonl(*[made.record(text=" ")] * 3000)
    yield "one-huge-line.jsonl", b'{"text": "' + b"x" * 9_000_000 + b'"}'
    yield "top-number.json", b"12"
    yield "top-words.json", b'"words"'
    yield "empty-list.json", b"[]"
    yield "empty-object.json", b"{}"
    yield "list-of-lists.json", b"[[[1]], [[2]]]"
    for key in ("uri", "headline", "body_text", "pubstatus", "bodies", "altids", "provider"):
        yield f"ninjs-{key}.json", made.ninjs(**{key: [[17]]})
    yield "ninjs-status.json", made.ninjs(pubstatus="maybe")
    yield "ninjs-nothing.json", made.ninjs(body_text="")
    yield "ninjs-date.json", made.ninjs(versioncreated="99999-99-99")
    yield "ninjs-html.json", made.ninjs(body_text="", body_html="<div>" * 100_000 + "x")
    yield "feed-items.json", made.json_feed(1, None, "x", [], {"title": []}, {})
    yield "feed-object.json", made.json_feed().replace(b'"items": [', b'"items": 5, "x": [')
    yield "feed-html.json", made.json_feed({"id": "1", "content_html": "<p " + "a=b " * 50_000})


def _in_markup() -> Iterator[tuple[str, bytes]]:
    end = b"<p>The ministry said so on Friday.</p>"
    yield "deep-div.html", b"<html><body>" + b"<div>" * 100_000 + end
    yield "deep-inline.html", b"<html><body>" + b"<b><i>" * 50_000 + end
    yield "deep-table.html", b"<html><body>" + b"<table><tr><td>" * 3000 + end
    yield "deep-list.html", b"<html><body>" + b"<ul><li>" * 20_000 + end
    attributes = b" ".join(b"a%d=1" % n for n in range(100_000))
    yield "attributes.html", b"<html><body><p " + attributes + b">x</p>" + end
    yield "links.html", b"<html><body>" + b"<a href=x>y</a>" * 5_000
    yield "open.html", b"<html><body>" + b"<" * 500_000
    yield "entities.html", b"<html><body><p>" + b"&#0;&#xD800;&#x110000;&amp;" * 20_000
    yield "data.html", (
        b'<html><head><script type="application/ld+json">' + b'{"a":' * 50_000
        + b"</script></head><body>" + end
    )  # fmt: skip
    yield "comment.html", b"<!--" + b"-" * 500_000 + b"<html>" + end
    yield "charset.html", b"<html><head><meta charset=idna></head><body>" + end * 5
    yield "charset-2.html", b"<html><meta charset=zlib_codec><body>\xff\xfe" + end * 5
    yield "frames.html", b"<html><frameset><frame src=x></frameset></html>"
    yield "date.html", made.html(head="<meta name='date' content='0000-00-00'>")
    yield "canonical.html", made.html(head="<link rel=canonical href='javascript:alert(1)'>")
    yield "script.html", made.html(body="<script>alert(1)</script>")
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    ) + b"]>"  # fmt: skip
    yield "laughs.rss", made.rss(top=bomb.decode(), entry="<item><title>&j;</title></item>")
    yield "laughs.xml", b"<?xml version='1.0'?>" + bomb + b"<rss><channel>&j;</channel></rss>"
    wide = made.rss(top=bomb.decode()).decode().encode("utf-16")
    yield "laughs-wide.rss", wide
    outside = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    yield "outside.rss", made.rss(top=outside, entry="<item><title>&a;</title></item>")
    yield "deep.rss", b"<rss><channel>" + b"<item>" * 5_000
    yield "deep.atom", b"<feed>" + b"<entry><content>" * 10_000
    yield "empty-channel.rss", made.rss(entry="<!-- none -->")
    yield "no-words.rss", made.rss(entry="<item><title>x</title></item>" * 50)
    yield (
        "dates.rss",
        made.rss(
            entry="".join(
                f"<item><guid>{n}</guid><title>t</title><pubDate>{words}</pubDate>"
                "<description>Words here.</description></item>"
                for n, words in enumerate(_WRONG_DATES)
            )
        ),
    )
    yield "other.xml", b"<?xml version='1.0'?><inventory><thing/></inventory>"
    yield "doctype.rss", b"<!DOCTYPE" * 20_000


def _in_archives() -> Iterator[tuple[str, bytes]]:
    bomb = gzip.compress(b"\0" * 60_000_000, mtime=0)
    yield "bomb.txt.gz", bomb
    yield "bomb-of-bombs.gz", gzip.compress(bomb, mtime=0)
    yield "bomb.zip", made.zipped({"a.txt": b"0" * 60_000_000})
    yield "bomb.docx", made.zipped({"word/document.xml": b" " * 60_000_000})
    yield "bomb.wacz", made.zipped({"archive/a.warc": b"WARC/1.0\r\n" + b" " * 60_000_000})
    yield "trailing.txt.gz", gzip.compress(b"Words here.", mtime=0) + b"junk after"
    nested = made.plain()
    for _level in range(30):
        nested = gzip.compress(nested, mtime=0)
    yield "nested.gz", nested
    nested = made.plain()
    for _level in range(30):
        nested = made.zipped({"next.zip": nested})
    yield "nested.zip", nested
    paths = ("../../etc/passwd", "/etc/shadow", "..\\..\\x.txt", "a/\0b.txt", "\u202etxt.exe", "")
    for number, path in enumerate(paths):
        yield f"path-{number}.zip", _with_name(path)
    yield "many.zip", made.zipped({f"{n}.txt": b"" for n in range(3000)})
    yield "hidden.zip", made.zipped({".x": b"a", "__MACOSX/._y": b"b", "folder/": b""})
    yield "no-members.zip", b"PK\x05\x06" + b"\0" * 18
    yield "lying.zip", _lying_size()
    yield "locked.zip", _locked()
    yield "no-warc.wacz", made.zipped({"datapackage.json": b"{}"})
    yield "sheet.xlsx", made.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    yield (
        "no-body.docx",
        made.zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
    )
    deep = b"<w:p>" * 20_000
    yield "deep.docx", made.zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": deep})


def _in_mails() -> Iterator[tuple[str, bytes]]:
    nested = made.eml()
    for level in range(60):
        nested = (
            b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n'
            b"Content-Type: message/rfc822\r\n\r\n%s\r\n--b%d--\r\n" % (level, level, nested, level)
        )
    yield "nested.eml", nested
    yield "boundaries.eml", made.eml(headers='Content-Type: multipart/mixed; boundary="x"\r\n')
    parts = "".join(
        f'--p{n}\r\nContent-Type: multipart/mixed; boundary="p{n + 1}"\r\n\r\n' for n in range(1200)
    )
    yield (
        "parts.eml",
        made.eml(headers='Content-Type: multipart/mixed; boundary="p0"\r\n', body=parts),
    )
    yield "charset.eml", made.eml(headers="Content-Type: text/plain; charset=nonsense\r\n")
    yield "encoding.eml", made.eml(headers="Content-Transfer-Encoding: base64\r\n", body="@@@@")
    yield "words.eml", made.eml(headers="Subject: =?x-none?q?=ff=fe?= =?utf-8?b?!!!?=\r\n")
    yield "date.eml", made.eml().replace(b"18 Oct 2024", b"99 Foo 99999")
    yield "sender.eml", made.eml().replace(b"desk@wire.example", b"@" * 5000)
    yield "long-header.eml", made.eml(headers="X-Long: " + "x" * 1_000_000 + "\r\n")
    yield "no-from.mbox", b"Hello.\nFrom here on it is only words.\n" * 10
    yield "marks.mbox", b"From a Fri Oct 18 2024\nX: y\n" * 2_000


def _in_tables() -> Iterator[tuple[str, bytes]]:
    wide = ",".join(f"c{n}" for n in range(10_000))
    yield "wide.csv", f"{wide}\n{wide}\n".encode()
    yield "wide-text.csv", f"text,{wide}\nWords here.,{wide}\n".encode()
    yield "no-text.csv", b"id,title\n1,x\n"
    yield "twice.csv", b"id,text,text\n1,x,y\n"
    yield "header-only.csv", b"id,text\n"
    yield "open-quote.csv", b'id,text\n1,"never closed\n' + b"x,y\n" * 50_000
    yield "short-rows.csv", b"id,title,text\n1\n2,x\n,,\n3,y,Words here.,more,and more\n"
    yield "quotes.csv", b"id,text\n" + b'"' * 1_000_000
    yield "returns.csv", b"id,text\r1,Words here.\r2,More words.\r"
    yield "one-cell.csv", b"id,text\n1," + b"x" * 3_000_000 + b"\n"
    yield "nul.csv", b"id,text\n1,Wor\0ds here.\n"
    yield "binary.csv", bytes(range(256)) * 50


def _in_web_archives() -> Iterator[tuple[str, bytes]]:
    page = made.html()
    yield "long.warc", made.warc_record(page, length=10**9)
    yield "short.warc", made.warc_record(page, length=20) + made.warc_record(page)
    yield "negative.warc", made.warc_record(page, length=-5)
    yield "huge.warc", made.warc_record(page, length=10**30)
    yield "no-length.warc", made.warc_record(page).replace(b"Content-Length", b"X-Length")
    yield "date.warc", made.warc_record(page).replace(b"2024-10-18T", b"99999-99-99T")
    packed = gzip.compress(b"<html>" + b"\0" * 60_000_000, mtime=0)
    yield "bomb.warc", made.warc_record(packed, headers="Content-Encoding: gzip\r\n")
    yield "not-gzip.warc", made.warc_record(page, headers="Content-Encoding: gzip\r\n")
    yield "brotli.warc", made.warc_record(page, headers="Content-Encoding: br\r\n")
    yield "chunks.warc", made.warc_record(b"zz\r\n", headers="Transfer-Encoding: chunked\r\n")
    yield "address.warc", made.warc_record(page, address="\x00javascript:" + "x" * 5000)
    yield "empty-page.warc", made.warc_record(b"")
    yield "styles.warc", made.warc_record(b"a{}", kind="text/css")
    yield "itself.warc", made.warc_record(made.warc_record(page), kind="text/plain")


def _in_pdf() -> Iterator[tuple[str, bytes]]:
    whole = made.pdf()
    yield "encrypted.pdf", made.pdf(encrypted=True)
    yield "no-text.pdf", made.pdf(("",))
    yield "loop.pdf", whole.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    yield (
        "loop-parent.pdf",
        whole.replace(b"/Type /Page /Parent 2 0 R", b"/Type /Pages /Kids [2 0 R]"),
    )
    yield "count.pdf", whole.replace(b"/Count 1", b"/Count 2147483647")
    yield "minus.pdf", whole.replace(b"/Count 1", b"/Count -7")
    yield "length.pdf", whole.replace(b"/Length ", b"/Length 99999999")
    yield "date.pdf", whole.replace(b"D:20241018093000+09'00'", b"D:99999999999999+99'99'")
    yield "deep.pdf", whole.replace(b"/Type /Catalog", b"/X " + b"[" * 100_000)
    yield "operators.pdf", made.pdf(tuple("x" for _line in range(20_000)))
    yield "pages.pdf", made.pdf(*[("x",)] * 300)


def _with_name(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        entry = zipfile.ZipInfo("x.txt")
        entry.filename = name
        packed.writestr(entry, f"Words under the name {name!r}.")
    return out.getvalue()


def _lying_size() -> bytes:
    honest = bytearray(made.zipped({"a.txt": made.plain()}))
    place = honest.index(b"PK\x01\x02")
    struct.pack_into("<L", honest, place + 24, 5)
    return bytes(honest)


def _locked() -> bytes:
    honest = bytearray(made.zipped({"a.txt": made.plain()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        honest[honest.index(mark) + offset] |= 1
    return bytes(honest)
