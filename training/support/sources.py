"""The corpora whose texts pairs are composed from, and their reading by the carried model."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from support.pages import Line, Page
from watchword.engines.reader import ReadingEngine
from watchword.errors import UnreadableError
from watchword.ledger.corpora.polnear import read_polnear_articles
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.corpora.tables import read_objects, read_table
from watchword.ledger.corpora.treebanks import CLOSED_GENRES
from watchword.ledger.corpora.worldwide import read_worldwide
from watchword.model.reading import Reading, Word
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

MOST_SENTENCES = 40
"""Of a long text its head is taken."""
STORY = (3, 30)
"""Fewest and most happenings of a story of the stream that is taken."""
STREAM = 12_000
"""How many happenings of the stream are taken, at least."""


def each_raw_page(data: Path, split: str) -> Iterator[Page]:
    """Pages of every corpus, unread: words alone."""
    yield from gum_pages(data, split)
    yield from ecb_pages(data, split)
    if split == "train":
        yield from statement_pages(data)
        yield from stream_pages(data)
        yield from polnear_pages(data)
        yield from worldwide_pages(data)


def gum_pages(data: Path, split: str) -> Iterator[Page]:
    """GUM's openly licensed genres with their summaries."""
    for path in sorted((data / "treebanks" / "gum" / split).glob("*.conllu")):
        genre = path.name.split("_")[1]
        if genre in CLOSED_GENRES:
            continue
        text = path.read_text(encoding="utf-8")
        summaries = re.findall(r"^# meta::summary\d+ = (?:\([^)]*\) )?(.+)$", text, re.MULTILINE)
        sentences = re.findall(r"^# text = (.+)$", text, re.MULTILINE)
        yield Page(
            corpus="gum",
            key=path.stem,
            group=path.stem,
            look=genre,
            stated=True,
            lines=tuple(_line(each) for each in sentences[: 2 * MOST_SENTENCES]),
            claims=tuple(_line(each) for each in summaries),
        )


def ecb_pages(data: Path, split: str) -> Iterator[Page]:
    """ECB+, topics 1 to 18 to train on and 19 to 22 to develop on."""
    for key, row in read_objects(data / "stories" / "ecbplus" / "topics-01-22.jsonl"):
        topic = int(str(row["topic"]))
        if (topic > 18) == (split == "train"):
            continue
        sentences = row["sentences"]
        if not isinstance(sentences, list):
            raise UnreadableError("sentences missing", key=key)
        lines = [_told_line(each["tokens"], each["coref"]) for each in sentences]
        yield Page(
            corpus="ecb",
            key=key,
            group=str(row["story"]),
            look=f"topic {topic}",
            stated=True,
            lines=tuple(lines[:MOST_SENTENCES]),
        )


def statement_pages(data: Path) -> Iterator[Page]:
    """Statements of both offices with their summaries and headlines."""
    for name, columns in (
        ("putin", ("body", "headline", "summary")),
        ("zelenskyy", ("body", "headline")),
    ):
        path = data / "reports" / "statements" / f"{name}.csv"
        for place, (body, *told) in enumerate(read_table(path, columns)):
            claims = [each for each in told if len(each.split()) > 5]
            if claims:
                yield _page("statements", (f"{name}-{place}", name), body, claims)


def stream_pages(data: Path) -> Iterator[Page]:
    """Stories of the stream of happenings, in order."""
    events = [
        each for each in read_current_events(data) if each.first_under_header and each.headers
    ]
    stories: dict[str, list[str]] = {}
    for event in events:
        stories.setdefault(" / ".join(event.headers), []).append(event.text)
    taken = 0
    for name in sorted(stories, key=_lot):
        told = stories[name]
        if not STORY[0] <= len(told) or taken > STREAM:
            continue
        taken += len(told[: STORY[1]])
        yield _page("stream", (name, name), "\n".join(told[: STORY[1]]), ())


def polnear_pages(data: Path) -> Iterator[Page]:
    """News articles of PolNeAR's training part."""
    for name, rows in groupby(read_polnear_articles(data, "train"), lambda each: each.document):
        lines = tuple(Line(words=each.words) for each in rows)[:MOST_SENTENCES]
        yield Page(
            corpus="polnear", key=name, group=name, look="polnear", stated=False, lines=lines
        )


def worldwide_pages(data: Path) -> Iterator[Page]:
    """Newswire articles of the Worldwide corpus."""
    for name, rows in groupby(read_worldwide(data, "train"), lambda each: each.document):
        lines = tuple(Line(words=each.words) for each in rows)[:MOST_SENTENCES]
        yield Page(
            corpus="worldwide", key=name, group=name, look="worldwide", stated=False, lines=lines
        )


def read_trees(page: Page, engine: ReadingEngine) -> Page:
    """The page with each sentence as the carried model reads it."""
    lines = engine.read([_words(each.words) for each in (*page.lines, *page.claims)])
    read = [
        _with_tree(line, reading)
        for line, reading in zip((*page.lines, *page.claims), lines, strict=True)
    ]
    fields = {name: getattr(page, name) for name in ("corpus", "key", "group", "look", "stated")}
    return Page(
        **fields,
        lines=tuple(read[: len(page.lines)]),
        claims=tuple(read[len(page.lines) :]),
    )


def _page(corpus: str, names: tuple[str, str], text: str, claims: Sequence[str]) -> Page:
    """A page of a corpus that states its licence; its key and look, its text, and its claims."""
    key, look = names
    found = find_sentences(text)[:MOST_SENTENCES]
    return Page(
        corpus=corpus,
        key=key,
        group=key,
        look=look,
        stated=True,
        lines=tuple(_line(text[each.start : each.end]) for each in found),
        claims=tuple(_line(each) for each in claims),
    )


def _line(text: str) -> Line:
    return Line(words=tuple(word.text for word in find_words(text)))


def _told_line(words: Sequence[str], marks: Sequence[str]) -> Line:
    told, opened = [], {}
    for place, mark in enumerate(marks[: len(words)]):
        for part in mark.split("|"):
            name = part.strip("()")
            if part.startswith("("):
                opened[name] = place
            if part.endswith(")") and name in opened:
                told.append((opened.pop(name), place + 1, name))
    return Line(words=tuple(words), told=tuple(told))


def _words(words: Sequence[str]) -> list[Word]:
    return [Word(text=each, start=0, end=len(each)) for each in words]


def _with_tree(line: Line, reading: Reading) -> Line:
    tokens = reading.tokens
    return Line(
        words=line.words,
        heads=tuple(-1 if each.head is None else each.head for each in tokens),
        relations=tuple(each.relation or "dep" for each in tokens),
        tags=tuple(each.tag for each in tokens),
        lemmas=tuple("" if each.lemma == each.text else each.lemma for each in tokens),
        names=tuple((each.start, each.end, each.label) for each in reading.phrases("names")),
        told=line.told,
    )


def _lot(name: str) -> str:
    return name[::-1]
