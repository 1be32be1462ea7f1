"""A brief made by hand: eight reports, twenty claims, every part of the form in use.

The words stand in `sample.json`: outlets, texts and the lawmaker are made up for the tests, and
a sentence is its text followed by the places of the claims that it cites.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from watchword.model.attribution import Attribution, Link, LinkKind, Voice
from watchword.model.brief import (
    Brief,
    Confidence,
    Contest,
    Judgment,
    Likelihood,
    Machine,
    Measure,
    Notice,
    Refusal,
    Section,
    SourceEntry,
)
from watchword.model.claim import Claim, Mark, MarkKind, Modality, Polarity
from watchword.model.figure import Approx, Figure
from watchword.model.origin import Origin
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Part
from watchword.model.report import DateSource, Published, Report, Unread
from watchword.model.sentence import Sentence
from watchword.model.source import Credibility, Reliability
from watchword.model.span import Span
from watchword.model.track import Point, Standing, Track

PARTS = (8, 9)
"""Claims whose figures are parts of a whole and so no points of the track."""

SUPERSEDED = (0, 3)


def make_brief() -> Brief:
    """The sample brief."""
    words = json.loads((Path(__file__).parent / "sample.json").read_text(encoding="utf-8"))
    reports = tuple(_report(place, one) for place, one in enumerate(words["reports"]))
    claims = tuple(_claim(place, words, reports) for place in range(len(words["claims"])))
    return Brief(
        title="North Korean troops in Russia, and what Seoul may do about it",
        as_of=datetime(2024, 11, 1, 18, tzinfo=UTC),
        made_by="watchword 0.1.0",
        headline=_sentence(words["headline"]),
        judgments=tuple(map(_judgment, words["judgments"])),
        overview=tuple(map(_sentence, words["overview"])),
        sections=tuple(map(_section, words["sections"])),
        contests=(Contest(summary=_sentence(words["contest"]), track=_track(claims, reports)),),
        changes=tuple(map(_sentence, words["changes"])),
        since=datetime(2024, 10, 24, tzinfo=UTC),
        watch=tuple(map(_sentence, words["watch"])),
        notices=tuple(
            Notice(text=text, measure=Measure(measure), count=count, of=of)
            for text, measure, count, of in words["notices"]
        ),
        sources=tuple(
            SourceEntry(
                number=number,
                report=f"report-{number - 1}",
                reliability=Reliability(one["grade"]),
                origin="Halla News Agency" if number == 8 else None,
            )
            for number, one in enumerate(words["reports"], 1)
        ),
        claims=claims,
        reports=reports,
        origins=_origins(reports),
        refused=(
            Refusal(text="Up to 12,000 troops are fighting.", reasons=("the deed is not claimed",)),
        ),
        unread=(Unread(found_at="reports/scan-17.pdf", reason="a PDF without a text layer"),),
        panels=(_positions(_sentence(words["watch"][0])),),
        sourcing="Eight reports of seven outlets, of whom two are graded.",
        machines=(Machine(name="watchword.brief/1", did="chose and composed the sentences"),),
    )


def _positions(sentence: Sentence) -> Panel:
    return Panel(
        part=Part.POSITIONS,
        title="Arms for Ukraine",
        columns=("Actor", "Stands", "Since"),
        rows=(
            PanelRow(cells=("South Korea", "under review", "24 October"), claims=sentence.claims),
            PanelRow(cells=("Poland", "none given", ""), sentence=sentence),
        ),
        notes=("Silence is not a position.",),
        made_by="watchword.positions/1",
    )


def _sentence(words: Sequence[Any]) -> Sentence:
    return Sentence(text=words[0], claims=tuple(f"claim-{place}" for place in words[1:]))


def _judgment(words: dict[str, Any]) -> Judgment:
    sentence = _sentence(words["sentence"])
    likelihood = None
    if "likelihood" in words:
        term, low, high = words["likelihood"]
        likelihood = Likelihood(term=term, low=low, high=high, claim=sentence.claims[0])
    return Judgment(
        sentence=sentence,
        confidence=Confidence(words["confidence"]),
        basis=words["basis"],
        likelihood=likelihood,
        credibility=Credibility(words["credibility"]),
        weighed=words.get("weighed", "One origin bears it out, and nobody denies it."),
        would_change=("a second independent origin", "a denial by Seoul"),
    )


def _section(words: dict[str, Any]) -> Section:
    return Section(
        heading=_sentence(words["heading"]),
        paragraphs=tuple(tuple(map(_sentence, one)) for one in words["paragraphs"]),
    )


def _report(place: int, words: dict[str, Any]) -> Report:
    text, outlet = words["text"], words["outlet"]
    digest = sha256(text.encode()).hexdigest()
    return Report(
        key=f"report-{place}",
        report_id=f"r{place}",
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        raw=text.encode(),
        form="text",
        found_at=f"/home/analyst/reports/{place}.txt",
        outlet=outlet,
        title=words["title"],
        published=Published(
            at=datetime(2024, 10, words["day"], tzinfo=UTC), how=DateSource.HEADER, day_only=True
        ),
        language="en",
        address=f"https://news.example/{outlet.lower().replace(' ', '-')}/{place}",
    )


def _origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    agency = Origin(
        key=reports[6].key,
        name="Halla News Agency",
        reports=(reports[6].key, reports[7].key),
        reasons=("first to print it", "credits the agency"),
    )
    alone = (
        Origin(key=one.key, name=one.outlet or "", reports=(one.key,), reasons=("the only print",))
        for one in reports[:6]
    )
    return (*alone, agency)


def _claim(place: int, words: dict[str, Any], reports: Sequence[Report]) -> Claim:
    told = words["claims"][place]
    report = reports[told["report"]]
    start = report.text.index(told["quote"])
    links = tuple(_link(words["sources"][name]) for name in told["chain"])
    return Claim(
        key=f"claim-{place}",
        report=report.key,
        sentence=_sentence_around(report, start),
        content=_span(report, told["quote"], start),
        attribution=Attribution(
            links=links, cue="said" if links else "", voice=Voice.INDIRECT if links else Voice.OWN
        ),
        modality=Modality(told["modality"]),
        marks=_marks(report, told.get("mark"), start),
        polarity=Polarity.AFFIRMED,
        actor="North Korea",
        action="send troops",
        verb="send",
        event="MOBILIZE",
        recipient="Russia",
        figures=_figures(report, told.get("figure"), start),
        place=None,
        time=None,
        condition=None,
        made_by="rules 0.1.0",
    )


def _link(words: dict[str, Any]) -> Link:
    return Link(
        name=words["name"], words=words["words"], kind=LinkKind(words["kind"]), role=words["role"]
    )


def _span(report: Report, quote: str, after: int) -> Span:
    start = report.text.index(quote, after)
    return Span.within(report.text, start, start + len(quote), report=report.key)


def _marks(report: Report, quote: str | None, after: int) -> tuple[Mark, ...]:
    if quote is None:
        return ()
    kind = MarkKind.HEARSAY if quote == "reportedly" else MarkKind.HEDGE
    return (Mark(kind=kind, span=_span(report, quote, after)),)


def _sentence_around(report: Report, start: int) -> Span:
    text = report.text
    begin = max(text.rfind(". ", 0, start) + 2, text.rfind("\n\n", 0, start) + 2)
    ends = [text.find(stop, start) + 1 for stop in (". ", ".\n") if text.find(stop, start) >= 0]
    begin = begin if begin > 1 else 0
    return Span.within(text, begin, min(ends, default=len(text)), report=report.key)


def _figures(report: Report, figure: list[Any] | None, after: int) -> tuple[Figure, ...]:
    if figure is None:
        return ()
    words, low, best, high, approx = figure
    span = _span(report, words, after)
    return (
        Figure(
            start=span.start,
            end=span.end,
            words=words,
            low=low,
            best=best,
            high=high,
            approx=Approx(approx),
            unit="troops",
            counted="North Korean troops",
        ),
    )


def _track(claims: Sequence[Claim], reports: Sequence[Report]) -> Track:
    outlets = {report.key: report for report in reports}
    points = []
    for place, claim in enumerate(claims):
        if claim.figures and place not in PARTS:
            origin = claim.attribution.origin
            report = outlets[claim.report]
            points.append(
                Point(
                    claim=claim.key,
                    figure=claim.figures[0],
                    source=origin.name if origin else report.outlet or "",
                    said_at=report.published.at,
                    origin=claim.report,
                    standing=Standing.SUPERSEDED if place in SUPERSEDED else Standing.STANDS,
                )
            )
    points.sort(key=lambda point: str(point.said_at))
    return Track(
        key="track-0", title="North Korean troops in Russia", unit="troops", points=tuple(points)
    )
