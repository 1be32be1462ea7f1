"""A large store to search in: short reports, with claims that nobody had to read them for.

Without a model: each half of a sentence is a claim, words with capitals are actors and places, and
directions of meaning are drawn around those of the rarest words, so that texts alike lie near.
Stories, origins, identities and figures are as `large_groups.py` invents them. The texts are those
of the current-events stream, or composed of words by Zipf's law.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from large_groups import Grouping, figures_in
from watchword.ledger.corpora.streams import read_current_events
from watchword.model.actor import Actor
from watchword.model.attribution import Attribution, Link, LinkKind
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.extraction import Extraction
from watchword.model.moment import Moment, Precision
from watchword.model.place import Place, PlaceKind
from watchword.model.read_report import ReadReport
from watchword.model.report import DateSource, Published, Report
from watchword.model.span import Span
from watchword.store import Store
from watchword.store.readings import add_readings
from watchword.store.reports import add_reports, numbers_of
from watchword.store.tables import reading
from watchword.store.vectors import WIDTH, add_vectors
from watchword.text.sentences import find_sentences

SEED, AT_ONCE, WORDS, BEGIN = 7, 500, 40_000, datetime(2002, 7, 1, tzinfo=UTC)
LONG = 60
"""Characters of a sentence that makes two claims: so 2.5 claims a report, as reading them gives."""
MADE_BY = "halves/1"
OUTLETS = ("Gulf Post", "Strait Gazette", "Harbour Times", "Northern Wire", "Daily Ledger")
EVENTS = ("ASSAULT", "ACCUSE", "CONSULT", "MOBILIZE", "PROTEST", "REQUEST", "AID", "SANCTION")
NAMED = re.compile(r"(?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Directed:
    """What `add_vectors` needs of a report that was read: its claims and its directions."""

    extraction: Extraction
    vectors: tuple[tuple[int, bytes], ...]


def fill(store: Store, count: int, data: Path | None) -> None:
    """Fill a store with reports, claims and directions.

    Args:
        store: a new store.
        count: how many reports.
        data: the folder of the corpora, None to compose texts.
    """
    texts = _each_event(data) if data else _each_composed(count)
    directions, grouping = Directions(), Grouping()
    batch: list[ReadReport] = []
    for number, (day, text) in enumerate(texts):
        if number == count:
            break
        batch.append(_read(number, day, text))
        if len(batch) == AT_ONCE:
            _add(store, batch, directions, grouping)
            batch = []
    _add(store, batch, directions, grouping)


class Directions:
    """Directions of meaning: a sentence's is the sum of those of its words, rare ones first."""

    def __init__(self) -> None:
        self._dice = np.random.default_rng(SEED)
        self._words: dict[str, np.ndarray] = {}
        self._met: dict[str, int] = {}

    def of(self, sentence: str) -> bytes:
        """The direction of a sentence, as 384 half floats."""
        sum_ = np.zeros(WIDTH, np.float32)
        for word in re.findall(r"\w{4,}", sentence.lower()):
            if word not in self._words:
                self._words[word] = self._dice.normal(size=WIDTH).astype(np.float32)
            self._met[word] = self._met.get(word, 0) + 1
            sum_ += self._words[word] / np.sqrt(self._met[word])
        sum_ += self._dice.normal(size=WIDTH).astype(np.float32) * 0.01
        return (sum_ / np.linalg.norm(sum_)).astype("<f2").tobytes()


def _each_event(data: Path) -> Iterator[tuple[datetime, str]]:
    for event in read_current_events(data):
        yield datetime.combine(event.date, time(), UTC), event.text


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


def _add(
    store: Store, batch: Sequence[ReadReport], directions: Directions, grouping: Grouping
) -> None:
    with store.writing() as writing:
        add_reports(writing, [each.report for each in batch])
        add_readings(writing, batch, made_by=MADE_BY)
        numbers = numbers_of(writing, [each.report.key for each in batch])
        read = {numbers[each.report.key]: _directed(each, directions) for each in batch}
        made = sa.select(reading.c.report_id, reading.c.id)
        rows = writing.connection.execute(made.where(reading.c.report_id.in_(list(read))))
        add_vectors(writing, read, {row.report_id: row.id for row in rows})
        grouping.add(writing, batch)


def _directed(each: ReadReport, directions: Directions) -> Directed:
    sentences = {claim.sentence.start: claim.sentence.quote for claim in each.extraction.claims}
    vectors = tuple((start, directions.of(quote)) for start, quote in sentences.items())
    return Directed(extraction=each.extraction, vectors=vectors)
