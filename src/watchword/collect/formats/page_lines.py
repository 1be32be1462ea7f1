"""Lines of printed pages into paragraphs: running heads go, broken words and lines are mended."""

import re
from collections import Counter
from itertools import chain

EDGE_LINES = 2
"""How many lines at the top and at the bottom of a page may be a running head or foot."""

LEAST_REPEATS = 3
"""A line must stand on that many pages, and on half of them, to be one."""

_DIGITS = re.compile(r"\d+")
_BREAKS = ("\x02", "\ufffe", "\u00ad")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_ENDED = re.compile(r"[.!?:\u2026\u3002][\"'\u201d\u2019)\]]*$")
_SHORT = 0.8
_NARROW = 20


def mend_pages(pages: list[str]) -> str:
    """Give the running text of pages as a paged format's text layer has it.

    A line that ends a sentence well before the right edge ends a paragraph; any other line end
    is where the page was too narrow.
    """
    sheets = [_lines(page) for page in pages]
    running = _running_lines(sheets)
    bodies = [_body(sheet, running) for sheet in sheets]
    width = _width(bodies)
    paragraphs: list[str] = []
    ended = True
    for line in chain.from_iterable(bodies):
        if not line:
            ended = True
        elif ended or not paragraphs:
            paragraphs.append(line)
            ended = _ends_paragraph(line, width)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line)
            ended = _ends_paragraph(line, width)
    return "\n\n".join(paragraphs)


def _lines(page: str) -> list[str]:
    for mark in _BREAKS[:2]:
        page = page.replace(mark, "\u00ad\n")
    return [line.strip() for line in page.replace("\r\n", "\n").split("\n")]


def _running_lines(sheets: list[list[str]]) -> set[str]:
    seen = Counter(
        chain.from_iterable({_shape(line) for line in _edges(sheet)} for sheet in sheets)
    )
    least = max(LEAST_REPEATS, len(sheets) / 2)
    return {shape for shape, count in seen.items() if count >= least}


def _edges(sheet: list[str]) -> list[str]:
    return [sheet[index] for index in _edge_places(sheet)]


def _edge_places(sheet: list[str]) -> list[int]:
    """Where the first and last lines of a page stand; at most half of it, so words stay."""
    filled = [index for index, line in enumerate(sheet) if line]
    count = min(EDGE_LINES, len(filled) // 4)
    return filled[:count] + filled[len(filled) - count :]


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line)


def _body(sheet: list[str], running: set[str]) -> list[str]:
    dropped = {index for index in _edge_places(sheet) if _shape(sheet[index]) in running}
    return [line for index, line in enumerate(sheet) if index not in dropped]


def _width(bodies: list[list[str]]) -> int:
    lengths = sorted(len(line) for line in chain.from_iterable(bodies) if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _ends_paragraph(line: str, width: int) -> bool:
    if width < _NARROW:
        return False
    short = len(line) < _SHORT * width
    return short and bool(_ENDED.search(line) or len(line) < width / 2)


def _joined(before: str, line: str) -> str:
    if before.endswith("\u00ad"):
        return before[:-1] + line
    if _HYPHENATED.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
