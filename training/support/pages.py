"""Texts that pairs are composed from, each sentence with its tree, its names, and what it tells.

A page is a text in its order. Beside it stand the claims that people or their programs wrote of
the whole of it (summaries, headlines), where the corpus has any.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence as the carried model reads it.

    Attributes:
        words: its words.
        heads: index of the head of each, -1 for the root.
        relations: relation of each to its head.
        tags: Penn tag of each.
        lemmas: dictionary form of each.
        names: word ranges of names, each with its type.
        told: word ranges of what the corpus tracks over texts (ECB+), each with its cluster.
    """

    words: tuple[str, ...]
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()
    told: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text.

    Attributes:
        corpus: where it is from.
        key: its name there.
        group: texts of one group tell of one thing.
        look: texts of one look tell of things alike.
        stated: whether the corpus states a licence.
        lines: its sentences.
        claims: what is said of the whole of it.
    """

    corpus: str
    key: str
    group: str
    look: str
    stated: bool
    lines: tuple[Line, ...]
    claims: tuple[Line, ...] = ()


def write_pages(pages: Iterator[Page], path: Path) -> int:
    """Write pages, one a line; gives how many words they have."""
    words = 0
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for page in pages:
            words += sum(len(each.words) for each in (*page.lines, *page.claims))
            file.write(json.dumps(asdict(page), ensure_ascii=False) + "\n")
    return words


def read_pages(path: Path) -> Iterator[Page]:
    """Read pages as they were written."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for text in file:
            row = json.loads(text)
            row["lines"] = tuple(_line_of(each) for each in row["lines"])
            row["claims"] = tuple(_line_of(each) for each in row["claims"])
            yield Page(**row)


def _line_of(row: dict[str, list[object]]) -> Line:
    fields: dict[str, Any] = {
        name: tuple(tuple(each) if isinstance(each, list) else each for each in values)
        for name, values in row.items()
    }
    return Line(**fields)
