"""Briefs for the rendering tests: the sample, and the sample with hostile words everywhere."""

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.brief.render.chart_samples import make_charts

from watchword.model.attribution import Attribution, Link
from watchword.model.brief import Brief, Contest
from watchword.model.chart import Chart
from watchword.model.claim import Claim
from watchword.model.panel import Panel
from watchword.model.plan import Part
from watchword.model.report import Report
from watchword.model.sentence import Sentence
from watchword.model.span import Span
from watchword.model.track import Track

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</script><!-- <style>*{display:none}</style>",
    "[press](javascript:alert(3)) ![x](http://evil.example/p.png) <http://evil.example>",
    "| a | b |\n| --- | --- |\n# heading\n- item\n1. one\n> quote\n```code```\n***",
    '#link("http://evil.example")[x] $ x^2 $ #set text(size: 1pt) @ref <label> \\u{1F600}',
    "paid \u202e000,21\u202c in all \u2066isolated",
    "w" * 10_000,
    "\U0001f600 \u0645\u0631\u062d\u0628\u0627 \ubd81\ud55c \u0420\u043e\u0441\u0441\u0438\u044f",
    "{{ 7 * 7 }} {% raw %} ${x} &amp; &lt;b&gt; [^1]: note",
    "\x08\x1b[31m back \x7f",
)

ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://evil.example/"onmouseover="alert(1)',
    "https://good.example/a?b=1&c=2#d",
    "JaVaScRiPt:alert(1)",
    "//evil.example/x",
    "https://evil.example/\u202egpj.exe",
    "https:///nohost",
)


@pytest.fixture(scope="session")
def brief() -> Brief:
    made = _sample_maker()()
    return replace(made, charts=make_charts([claim.key for claim in made.claims]))


@pytest.fixture(scope="session")
def hostile_brief(brief: Brief) -> Brief:
    reports = tuple(_hostile_report(number, one) for number, one in enumerate(brief.reports))
    texts = {report.key: report.text for report in reports}
    claims = tuple(_hostile_claim(number, one, texts) for number, one in enumerate(brief.claims))
    return replace(
        brief,
        title=_word(0),
        made_by=_word(1),
        headline=_spoil(2, brief.headline) if brief.headline else None,
        judgments=tuple(
            replace(
                one,
                sentence=_spoil(number, one.sentence),
                basis=_word(number + 3),
                weighed=_word(number + 4),
                would_change=HOSTILE,
            )
            for number, one in enumerate(brief.judgments)
        ),
        overview=tuple(_spoil(number + 3, one) for number, one in enumerate(brief.overview)),
        sections=tuple(
            replace(
                one,
                heading=_spoil(number + 4, one.heading),
                title=_word(number),
                paragraphs=tuple(
                    tuple(_spoil(place + 6, sentence) for place, sentence in enumerate(paragraph))
                    for paragraph in one.paragraphs
                ),
            )
            for number, one in enumerate(brief.sections)
        ),
        contests=tuple(_hostile_contest(one) for one in brief.contests),
        changes=tuple(_spoil(number + 9, one) for number, one in enumerate(brief.changes)),
        watch=tuple(_spoil(number, one) for number, one in enumerate(brief.watch)),
        notices=tuple(replace(one, text=_word(number)) for number, one in enumerate(brief.notices)),
        sources=tuple(
            replace(one, origin=_word(number)) for number, one in enumerate(brief.sources)
        ),
        refused=tuple(replace(one, reasons=HOSTILE) for one in brief.refused),
        unread=tuple(
            replace(one, found_at=_word(number), reason=_word(number + 1))
            for number, one in enumerate(brief.unread)
        ),
        claims=claims,
        reports=reports,
        headings=tuple(
            "" if part is Part.SECTIONS else _word(number)
            for number, part in enumerate(brief.parts)
        ),
        panels=tuple(_hostile_panel(one) for one in brief.panels),
        charts=tuple(_hostile_chart(one) for one in brief.charts),
        sourcing=_word(3),
        machines=tuple(replace(one, name=_word(4), did=_word(5)) for one in brief.machines),
    )


def _hostile_chart(chart: Chart) -> Chart:
    """The same chart with hostile words for every name, each name the same one wherever it is."""
    names = [*dict.fromkeys(name for one in chart.points for name in (one.series, one.other))]
    words = {name: f"{_word(place)} {place}" if name else "" for place, name in enumerate(names)}
    points = tuple(
        replace(
            point,
            label=_word(number),
            series=words[point.series],
            other=words[point.other],
        )
        for number, point in enumerate(chart.points)
    )
    return replace(chart, title=_word(2), note=_word(5), points=points)


def _hostile_panel(panel: Panel) -> Panel:
    return replace(
        panel,
        title=_word(4),
        columns=tuple(_word(place) for place, _ in enumerate(panel.columns)),
        notes=HOSTILE,
        rows=tuple(
            replace(
                row,
                cells=tuple(_word(number + place) for place, _ in enumerate(row.cells)),
                sentence=_spoil(number + 5, row.sentence) if row.sentence else None,
            )
            for number, row in enumerate(panel.rows)
        ),
    )


def _sample_maker() -> Callable[[], Brief]:
    path = Path(__file__).parent.parent / "sample.py"
    spec = importlib.util.spec_from_file_location("brief_sample", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    make: Callable[[], Brief] = module.make_brief
    return make


def _word(number: int) -> str:
    return HOSTILE[number % len(HOSTILE)]


def _spoil(number: int, sentence: Sentence) -> Sentence:
    text = " ".join(f"{sentence.text} {_word(number)}".split())
    return replace(sentence, text=text)


def _hostile_report(number: int, report: Report) -> Report:
    text = "\n\n".join((HOSTILE[number], *HOSTILE))
    return replace(
        report,
        text=text,
        outlet=_word(number),
        title=_word(number + 1),
        address=ADDRESSES[number % len(ADDRESSES)],
    )


def _hostile_claim(number: int, claim: Claim, texts: dict[str, str]) -> Claim:
    text = texts[claim.report]
    quote = _word(number)
    start = text.index(quote)
    content = Span.within(text, start, start + len(quote), report=claim.report)
    links = tuple(
        Link(name=_word(number + 2), words="x", kind=link.kind, role=_word(number + 4))
        for link in claim.attribution.links
    )
    return replace(
        claim,
        sentence=Span.within(text, 0, len(text), report=claim.report),
        content=content,
        marks=(),
        attribution=Attribution(links=links),
        condition=content,
        figures=tuple(
            replace(figure, words=_word(number), counted=_word(number + 5))
            for figure in claim.figures
        ),
    )


def _hostile_contest(contest: Contest) -> Contest:
    track = contest.track
    points = tuple(
        replace(
            point,
            source=_word(number),
            figure=replace(point.figure, words=_word(number), counted=_word(number + 1)),
        )
        for number, point in enumerate(track.points)
    )
    return Contest(
        summary=_spoil(5, contest.summary),
        track=Track(key=track.key, title=_word(1), unit=_word(2), points=points),
    )
