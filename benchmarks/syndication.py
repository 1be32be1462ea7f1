"""Texts as syndication makes them, among others, to measure copies with.

Five variants of each of some statements of two presidents: cut, under another headline, with a
byline, in another order, with one number changed. The others are the rest of the statements, many
of which are told by one template, the project's own example reports, and current events.
"""

import csv
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from watchword.collect import collect
from watchword.collect.limits import Limits
from watchword.collect.piece import Draft
from watchword.ledger.corpora.streams import read_current_events
from watchword.ledger.reader import finish_labelled
from watchword.model.report import DateSource, Published, Report
from watchword.text.sentences import find_sentences

STATEMENTS, LONGEST, SEED = 400, 10_000_000, 4
KINDS = ("cut", "headline", "byline", "order", "number")
OURS = ("examples", "tests/brief/situations")

_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A report and what it prints.

    Attributes:
        report: the report.
        work: which text it prints: the same for a statement and its variants.
        kind: how it was changed; empty for an unchanged text.
        is_statement: whether it is a statement or a variant of one.
    """

    report: Report
    work: str
    kind: str = ""
    is_statement: bool = False


def each_print(data: Path, others: int, fewest_words: int) -> Iterator[Print]:
    """Statements and their variants, then other reports, as many as asked for in all.

    Args:
        data: the folder of the measuring data.
        others: reports that are neither a variant nor its statement.
        fewest_words: of a statement of which variants are made.
    """
    rng = random.Random(SEED)  # noqa: S311 - composes examples, no secret
    statements = [each for each in _each_statement(data) if len(each["body"].split()) > 20]
    long = [each for each in statements if len(each["body"].split()) >= fewest_words]
    chosen = {each["link"] for each in rng.sample(long, STATEMENTS)}
    for statement in statements:
        link = statement["link"]
        report = _report(statement, "Press Office", link)
        yield Print(report=report, work=link, is_statement=True)
        if link in chosen:
            yield from _each_variant(statement, rng)
    left = others - len(statements) + STATEMENTS
    ours = list(islice(_each_of_ours(), left))
    yield from ours
    yield from islice(each_event(data), left - len(ours))


def each_event(data: Path) -> Iterator[Print]:
    """The stream of current events, in the order of time."""
    for event in read_current_events(data):
        told = {"body": event.text, "headline": "", "date": event.date.isoformat()}
        yield Print(report=_report(told, "Events Page", event.event_id), work=event.event_id)


def each_mashed(data: Path, many: int) -> Iterator[Report]:
    """Full texts put together from sentences of statements, 700 a day, to measure speed with."""
    rng = random.Random(SEED)  # noqa: S311 - composes examples, no secret
    bodies = [_sentences(each["body"]) for each in _each_statement(data)]
    pool = [sentence for body in bodies for sentence in body]
    for number in range(many):
        body = " ".join(rng.choices(pool, k=max(3, len(bodies[number % len(bodies)]))))
        day = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=number // 700)
        made = finish_labelled(Draft(text=body, report_id=f"m{number}", outlet=f"Paper {number}"))
        yield replace(made, published=Published(at=day, how=DateSource.HEADER, day_only=True))


def _each_statement(data: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(LONGEST)
    for name in ("putin", "zelenskyy"):
        path = data / "reports" / "statements" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _each_of_ours() -> Iterator[Print]:
    for report in collect([str(_ROOT / folder) for folder in OURS], limits=Limits()):
        if isinstance(report, Report):
            yield Print(report=report, work=report.key)


def _each_variant(statement: Mapping[str, str], rng: random.Random) -> Iterator[Print]:
    link = statement["link"]
    for hours, kind in enumerate(KINDS, start=1):
        varied = {**statement, **_varied(statement, kind, rng)}
        report = _report(varied, f"{kind.title()} Herald", f"{link}#{kind}")
        yield Print(report=_later(report, hours), work=link, kind=kind, is_statement=True)


def _varied(statement: Mapping[str, str], kind: str, rng: random.Random) -> dict[str, str]:
    body = statement["body"]
    if kind == "headline":
        return {"headline": "What was said at the palace"}
    if kind == "byline":
        opening = "By our correspondent. KYIV, (Coast Wire) - "
        return {"body": f"{opening}{body} (Writing by the foreign desk; editing by the night desk)"}
    if kind == "number":
        return {"body": re.sub(r"\d+", lambda match: str(int(match[0][:9]) + 3), body, count=1)}
    sentences = _sentences(body)
    if kind == "cut":
        return {"body": " ".join(sentences[: max(3, len(sentences) * 6 // 10)])}
    rest = sentences[2:]
    rng.shuffle(rest)
    return {"body": " ".join([*sentences[:2], *rest])}


def _sentences(body: str) -> list[str]:
    return [body[each.start : each.end] for each in find_sentences(body)]


def _later(report: Report, hours: int) -> Report:
    at = report.published.at
    published = replace(report.published, at=at + timedelta(hours=hours) if at else None)
    return replace(report, published=published)


def _report(told: Mapping[str, str], outlet: str, address: str) -> Report:
    return finish_labelled(
        Draft(
            text=told["body"],
            report_id=address,
            outlet=outlet,
            title=told["headline"],
            published=told["date"],
        )
    )
