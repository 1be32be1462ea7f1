"""A large store to search in: short reports, with claims that nobody had to read them for.

    python benchmarks/large_store.py ../shared/data --sizes 10000,30000,100000
    python benchmarks/large_store.py ../shared/data --sizes 1000000 --store /tmp/large.watchword

Prints of each size how long the load took, how long opening, the bytes a report by table; and of
several sizes the power of the number of reports that each grows with.

Without a model: each half of a sentence is a claim, words with capitals are actors and places, and
directions of meaning are drawn around those of the rarest words, so that texts alike lie near.
Stories, origins, identities and figures are as `large_groups.py` invents them. The texts are those
of the current-events stream, varied where more are asked for (`varied_reports.py`), or composed of
words by Zipf's law.
"""

import argparse
import json
import random
import re
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import islice
from math import log, sqrt
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import numpy as np

from large_groups import Grouping, figures_in
from varied_reports import each_varied
from watchword.model.actor import Actor
from watchword.model.attribution import Attribution, Link, LinkKind
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.extraction import Extraction
from watchword.model.moment import Moment, Precision
from watchword.model.place import Place, PlaceKind
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Report
from watchword.model.span import Span
from watchword.store import Store, Writing, create_store, open_store
from watchword.store.bulk import Found, Loaded, load_found
from watchword.store.counting import measure_tables
from watchword.store.vectors import WIDTH
from watchword.text.sentences import find_sentences

SEED, AT_ONCE, WORDS, DRAWN, BEGIN = 7, 500, 40_000, 65_536, datetime(2002, 7, 1, tzinfo=UTC)
AHEAD = 6
"""Groups that are made before they are asked for."""
FEWEST_BYTES, LONG = 10, 60
"""Characters of a sentence that makes two claims: so 2.5 claims a report, as reading them gives."""
MADE_BY = "halves/1"
OUTLETS = ("Gulf Post", "Strait Gazette", "Harbour Times", "Northern Wire", "Daily Ledger")
EVENTS = ("ASSAULT", "ACCUSE", "CONSULT", "MOBILIZE", "PROTEST", "REQUEST", "AID", "SANCTION")
NAMED = re.compile(r"(?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2}")


def fill(
    store: Store,
    count: int,
    data: Path | None,
    watch: Callable[[Loaded], None] = lambda _: None,
) -> None:
    """Fill a store with reports, claims and directions, as archives are loaded.

    Args:
        store: a new store.
        count: how many reports.
        data: the folder of the corpora, None to compose texts.
        watch: is told now and then how far it has come.
    """
    grouping = Grouping()

    def group(writing: Writing, found: list[Found]) -> None:
        grouping.add(writing, [each for each in found if isinstance(each, ReadReport)])

    part = ("large", each_read(count, data))
    load_found(store, [part], made_by=MADE_BY, beside=group, watch=watch)


def each_read(count: int, data: Path | None) -> Iterator[ReadReport]:
    """Reports that nobody had to read, made in a process of their own while others are loaded."""
    with get_context("spawn").Pool(1) as pool:
        texts = each_varied(data, count) if data else _each_composed(count)
        numbered = ((number, *told) for number, told in enumerate(texts))
        ahead = deque[AsyncResult[list[ReadReport]]]()
        for told in iter(lambda: list(islice(numbered, AT_ONCE)), []):
            ahead.append(pool.apply_async(_read_all, (told,)))
            if len(ahead) == AHEAD:
                yield from ahead.popleft().get()
        while ahead:
            yield from ahead.popleft().get()


def _read_all(told: list[tuple[int, datetime, str]]) -> list[ReadReport]:
    directions = _directions()
    return [_with_directions(_read(*each), directions) for each in told]


@cache
def _directions() -> "Directions":
    return Directions()


def _with_directions(each: ReadReport, directions: "Directions") -> ReadReport:
    sentences = {claim.sentence.start: claim.sentence.quote for claim in each.extraction.claims}
    vectors = tuple((start, directions.of(quote)) for start, quote in sentences.items())
    return replace(each, vectors=vectors)


class Directions:
    """Directions of meaning: a sentence's is the sum of those of its words, rare ones first."""

    def __init__(self) -> None:
        drawn = np.random.default_rng(SEED)
        self._words = drawn.standard_normal((DRAWN, WIDTH), np.float32)
        self._met: dict[str, int] = {}

    def of(self, sentence: str) -> bytes:
        """The direction of a sentence, as 384 half floats; no two are quite the same."""
        words = re.findall(r"\w{4,}", sentence.lower())
        for word in words:
            self._met[word] = self._met.get(word, 0) + 1
        places = [crc32(word.encode()) % DRAWN for word in (*words, sentence)]
        weights = [1 / sqrt(self._met[word]) for word in words] + [0.01]
        sum_ = np.array(weights, np.float32) @ self._words[places]
        return (sum_ / np.linalg.norm(sum_)).astype("<f2").tobytes()


def _each_composed(count: int) -> Iterator[tuple[datetime, str]]:
    dice = random.Random(SEED)  # noqa: S311 - texts, not secrets
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er")]
    words = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(WORDS)]
    weights = [1 / (rank + 2) for rank in range(WORDS)]
    for number in range(count):
        sentences = []
        for _ in range(dice.choice((1, 1, 2))):
            drawn = dice.choices(words, weights, k=dice.randint(14, 34))
            named = [word.title() if dice.random() < 0.15 else word for word in drawn]
            sentences.append(" ".join(named).capitalize() + ".")
        yield BEGIN + timedelta(hours=2 * number), " ".join(sentences)


def _read(number: int, day: datetime, text: str) -> ReadReport:
    digest = sha256(text.encode()).hexdigest()
    key = sha256(f"{number}{digest}".encode()).hexdigest()[:16]
    report = Report(
        key=key,
        report_id=str(number),
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        raw=b"",
        form="jsonl",
        found_at="events.jsonl",
        outlet=OUTLETS[number * 7 % len(OUTLETS)],
        title=" ".join(text.split()[:8]),
        published=Published(at=day, how=DateSource.HEADER, day_only=True),
        language="en",
    )
    claims = tuple(_each_claim(report))
    named = dict.fromkeys(NAMED.findall(text))
    return ReadReport(
        report=report,
        extraction=Extraction(claims=claims, implications=()),
        actors=tuple(_actor(report, name) for name in named),
    )


def _actor(report: Report, name: str) -> Actor:
    return Actor(
        key=sha256(f"{report.key}{name}".encode()).hexdigest()[:16],
        report=report.key,
        name=name,
        kind=LinkKind.ORGANISATION,
        country=None,
        offices=(),
        aliases=(name,),
        mentions=(),
    )


def _each_claim(report: Report) -> Iterator[Claim]:
    dice = random.Random(report.key)  # noqa: S311 - as above
    for sentence in find_sentences(report.text):
        comma = report.text.find(", ", sentence.start + 40, sentence.end - 30)
        cut = comma if comma > 0 else (sentence.start + sentence.end) // 2
        halves = ((sentence.start, cut), (cut, sentence.end))
        whole = Span.within(report.text, sentence.start, sentence.end, report=report.key)
        for start, end in halves if sentence.end - sentence.start > LONG else halves[:1]:
            content = Span.within(report.text, start, end, report=report.key)
            figures = figures_in(report.text, start, end)
            yield replace(_claim(whole, content, dice), figures=figures)


def _claim(sentence: Span, content: Span, dice: random.Random) -> Claim:
    named = NAMED.findall(sentence.quote) or ["Somebody"]
    link = Link(name=named[-1], words=named[-1], kind=LinkKind.ORGANISATION)
    at = BEGIN + timedelta(days=dice.randrange(8000))
    return Claim(
        key=sha256(f"{content.report}{content.start}".encode()).hexdigest()[:16],
        report=content.report,
        sentence=sentence,
        content=content,
        attribution=Attribution(links=(link,) if dice.random() < 0.3 else ()),
        modality=dice.choice(tuple(Modality)[: dice.randint(1, 8)]),
        marks=(),
        polarity=Polarity.AFFIRMED,
        actor=named[0],
        action="do",
        verb="do",
        event=dice.choice(EVENTS),
        recipient=named[1] if len(named) > 1 else None,
        figures=(),
        place=Place(start=0, end=0, words="", name=named[-1], kind=PlaceKind.CITY),
        time=_day(at),
        condition=None,
        made_by=MADE_BY,
    )


def _day(at: datetime) -> Moment:
    until = at + timedelta(days=1)
    return Moment(start=0, end=0, words="", since=at, until=until, precision=Precision.DAY)


def main() -> None:
    """Fill stores, and print how they grow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder of the corpora")
    parser.add_argument("--sizes", default="10000,30000,100000", help="how many, with commas")
    parser.add_argument("--store", default="", help="an address or a file, which stays")
    asked = parser.parse_args()
    rows = []
    with TemporaryDirectory(prefix="watchword-bench-") as scratch:
        for count in map(int, asked.sizes.split(",")):
            place = asked.store or f"{scratch}/{count}.watchword"
            rows.append(measure(place, count, asked.data))
            print(json.dumps(rows[-1]), flush=True)
    for name in ("load_s", "load_processor_s", "open_s", "bytes") if len(rows) > 1 else ():
        times = rows[-1]["reports"] / rows[0]["reports"]
        print(f"growth of {name}: n^{log(rows[-1][name] / rows[0][name]) / log(times):.2f}")


def measure(place: str, count: int, data: Path | None) -> dict[str, float]:
    """Fill a new store, and tell how long that took and how large it is."""
    with closing(create_store(place, title="Large")) as store:
        begun, spent = time.perf_counter(), time.process_time()
        fill(store, count, data)
        load_s, processor_s = time.perf_counter() - begun, time.process_time() - spent
    begun = time.perf_counter()
    with closing(open_store(place)) as store, store.viewing() as view:
        open_s = time.perf_counter() - begun
        sizes = measure_tables(view)
    by_table = {f"bytes_{each.table}": round(each.size / count) for each in sizes}
    return {
        "reports": count,
        "load_s": round(load_s, 1),
        "load_processor_s": round(processor_s, 1),
        "reports_per_s": round(count / load_s, 1),
        "open_s": round(open_s, 4),
        "bytes": sum(each.size for each in sizes),
        **{name: size for name, size in by_table.items() if size >= FEWEST_BYTES},
    }


if __name__ == "__main__":
    main()
