"""Metadata lines at the top of a text: `Title: …`, `Outlet: …`, `Date: …`."""

import re
from dataclasses import replace

from watchword.collect.piece import Draft

_FIELDS = {
    "id": "report_id", "url": "address", "link": "address", "address": "address",
    "canonical": "address", "outlet": "outlet", "publisher": "outlet", "source": "outlet",
    "title": "title", "headline": "title", "date": "published", "published": "published",
    "language": "language", "lang": "language", "author": "bylines", "authors": "bylines",
    "byline": "bylines", "bylines": "bylines", "status": "status", "pubstatus": "status",
    "note": "note", "ednote": "note", "version": "version",
}  # fmt: skip
_LINE = re.compile(r"([A-Za-z][A-Za-z_ -]{0,30}):[ \t]+(\S.*|)")
_FENCE = "---"
_MOST_LINES = 60


def split_front_matter(text: str) -> Draft:
    """Part a text from the metadata lines above it.

    Between two `---` lines any `key: value` line may stand. Without them, the first block counts
    only if it has two lines or more and each is of a known key, so that a text that happens to
    begin with a colon keeps its words.

    Returns:
        A draft with what the lines say, and the rest as its text.
    """
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").split("\n", _MOST_LINES)
    fenced = lines[0].strip() == _FENCE
    start = 1 if fenced else 0
    end = _block_end(lines, start, _FENCE if fenced else "")
    pairs = [_LINE.fullmatch(line.strip()) for line in lines[start:end]]
    known = [pair for pair in pairs if pair and pair[1].strip().lower() in _FIELDS]
    if end == start or (not fenced and (len(known) < 2 or len(known) < len(pairs))):
        return Draft(text=text)
    return _with_fields(Draft(text="\n".join(lines[end + 1 :])), known)


def split_names(words: str) -> tuple[str, ...]:
    """Names in a list as people write it: parted by semicolons, else by commas or "and".

    >>> split_names("By A. Writer and B. Other")
    ('A. Writer', 'B. Other')
    """
    plain = re.sub(r"^\s*by\s+", "", words.strip("[] \t"), flags=re.IGNORECASE)
    parts = plain.split(";") if ";" in plain else re.split(r",| and ", plain)
    return tuple(filter(None, (part.strip(" \t\"'") for part in parts)))


def _block_end(lines: list[str], start: int, closing: str) -> int:
    for index, line in enumerate(lines[start:_MOST_LINES], start=start):
        if line.strip() == closing:
            return index
    return start


def _with_fields(draft: Draft, pairs: list[re.Match[str]]) -> Draft:
    for pair in pairs:
        field, value = _FIELDS[pair[1].strip().lower()], pair[2].strip().strip("\"'")
        if field == "bylines":
            draft = replace(draft, bylines=split_names(value))
        else:
            draft = replace(draft, **{field: value})  # type: ignore[arg-type]
    return draft
