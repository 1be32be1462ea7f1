"""A kept brief as a plain record: every sentence with its place, its claims and their sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchword.brief.render.charts import chart_columns, chart_rows, draw_chart
from watchword.brief.render.plot import IN_PAGE, draw_plot
from watchword.brief.render.words import HEADINGS, figure_label
from watchword.brief.verify.problem import Problem
from watchword.errors import MissingExtraError
from watchword.flow.span_records import Record
from watchword.model.brief import Brief, Contest, Judgment, Section
from watchword.model.chart import Chart
from watchword.model.draft import Edit
from watchword.model.panel import Panel
from watchword.model.sentence import Sentence
from watchword.model.track import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What people changed, over what was composed.

    Attributes:
        edits: the changes by their pointers.
        problems: what is not borne out in them, likewise.
    """

    edits: Mapping[str, Edit]
    problems: Mapping[str, Sequence[Problem]]


NO_CHANGES = Overlay(edits={}, problems={})
"""Of a brief as it was composed, or handed out."""


def document_record(brief: Brief, overlay: Overlay = NO_CHANGES) -> Record:
    """What a brief says, part by part.

    Args:
        brief: the brief as it was composed, or as it was handed out.
        overlay: what people changed in it.
    """
    return _Telling(brief, overlay).whole()


class _Telling:
    """Tells one brief's parts, with the numbers of its sources."""

    def __init__(self, brief: Brief, overlay: Overlay) -> None:
        self._brief = brief
        self._overlay = overlay
        self._claims = {claim.key: claim for claim in brief.claims}
        self._numbers = {source.report: source.number for source in brief.sources}

    def whole(self) -> Record:
        brief = self._brief
        return {
            "title": self._words("/title", brief.title),
            "as_of": brief.as_of.isoformat(),
            "since": brief.since.isoformat() if brief.since else None,
            "template": brief.template,
            "length": brief.length.value,
            "made_by": brief.made_by,
            "order": [
                {"part": part.value, "heading": heading or HEADINGS[part]}
                for part, heading in zip(brief.parts, brief.headings, strict=False)
            ],
            "headline": self._sentence("/headline", brief.headline) if brief.headline else None,
            "judgments": [self._judgment(n, each) for n, each in enumerate(brief.judgments)],
            "overview": self._each("/overview", brief.overview),
            "sections": [self._section(n, each) for n, each in enumerate(brief.sections)],
            "contests": [self._contest(n, each) for n, each in enumerate(brief.contests)],
            "changes": self._each("/changes", brief.changes),
            "watch": self._each("/watch", brief.watch),
            "panels": [self._panel(n, each) for n, each in enumerate(brief.panels)],
            "charts": [self._chart(each) for each in brief.charts],
            "notices": [each.text for each in brief.notices],
            "refused": [
                {"text": each.text, "reasons": list(each.reasons)} for each in brief.refused
            ],
            "unread": sum(each.count for each in brief.unread),
            "sources": self._sources(),
            "sourcing": brief.sourcing,
            "machines": [{"name": each.name, "did": each.did} for each in brief.machines],
        }

    def _words(self, pointer: str, words: str) -> Record:
        edit = self._overlay.edits.get(pointer)
        problems = self._overlay.problems.get(pointer, ())
        return {
            "pointer": pointer,
            "text": words if edit is None or edit.text is None else edit.text,
            "composed": words,
            "is_struck": edit is not None and edit.text is None,
            "edited": None if edit is None else {"by": edit.by, "at": edit.at.isoformat()},
            "problems": [problem_record(each) for each in problems],
        }

    def _sentence(self, pointer: str, sentence: Sentence) -> Record:
        edit = self._overlay.edits.get(pointer)
        claims = edit.claims if edit is not None and edit.claims else sentence.claims
        return {**self._words(pointer, sentence.text), "cites": self._cites(claims)}

    def _cites(self, claims: Sequence[str]) -> list[Record]:
        known = [self._claims[key] for key in claims if key in self._claims]
        return [
            {
                "claim": claim.key,
                "number": self._numbers.get(claim.report),
                "quote": claim.content.quote,
            }
            for claim in known
        ]

    def _each(self, pointer: str, sentences: Sequence[Sentence]) -> list[Record]:
        return [self._sentence(f"{pointer}/{n}", each) for n, each in enumerate(sentences)]

    def _judgment(self, number: int, each: Judgment) -> Record:
        likely = each.likelihood
        return {
            "sentence": self._sentence(f"/judgments/{number}/sentence", each.sentence),
            "confidence": each.confidence.value,
            "basis": each.basis,
            "likelihood": None
            if likely is None
            else {"term": likely.term, "low": likely.low, "high": likely.high},
            "credibility": each.credibility.value,
            "weighed": each.weighed,
            "would_change": list(each.would_change),
        }

    def _section(self, number: int, each: Section) -> Record:
        pointer = f"/sections/{number}"
        return {
            "title": self._words(f"{pointer}/title", each.title),
            "heading": self._sentence(f"{pointer}/heading", each.heading),
            "paragraphs": [
                self._each(f"{pointer}/paragraphs/{row}", paragraph)
                for row, paragraph in enumerate(each.paragraphs)
            ],
        }

    def _contest(self, number: int, each: Contest) -> Record:
        return {
            "title": each.track.title,
            "summary": self._sentence(f"/contests/{number}/summary", each.summary),
            "points": [
                {
                    "said_at": point.said_at.isoformat() if point.said_at else None,
                    "source": point.source,
                    "figure": figure_label(point.figure),
                    "standing": point.standing.value,
                    "claim": point.claim,
                }
                for point in each.track.points
            ],
            "drawing": _drawn_track(each.track),
        }

    def _panel(self, number: int, each: Panel) -> Record:
        return {
            "part": each.part.value,
            "title": each.title,
            "columns": list(each.columns),
            "rows": [
                {
                    "cells": list(row.cells),
                    "cites": self._cites(row.claims),
                    "sentence": self._sentence(
                        f"/panels/{number}/rows/{place}/sentence", row.sentence
                    )
                    if row.sentence
                    else None,
                }
                for place, row in enumerate(each.rows)
            ],
            "notes": list(each.notes),
        }

    def _chart(self, each: Chart) -> Record:
        return {
            "part": each.part.value,
            "kind": each.kind.value,
            "title": each.title,
            "note": each.note,
            "columns": list(chart_columns(each)),
            "rows": [
                {"cells": list(cells), "cites": self._cites(claims)}
                for cells, claims in chart_rows(each)
            ],
            "drawing": drawn(each),
        }

    def _sources(self) -> list[Record]:
        reports = {report.key: report for report in self._brief.reports}
        return [
            {
                "number": each.number,
                "report": each.report,
                "outlet": reports[each.report].outlet,
                "title": reports[each.report].title,
                "published": at.isoformat() if (at := reports[each.report].published.at) else None,
                "reliability": each.reliability.value,
                "basis": each.basis,
                "origin": each.origin,
            }
            for each in self._brief.sources
            if each.report in reports
        ]


def problem_record(problem: Problem) -> Record:
    """What is not borne out, in words for whoever wrote it."""
    return {
        "where": problem.where,
        "rule": problem.rule.value,
        "message": problem.message,
        "sentence": problem.sentence,
    }


@lru_cache(maxsize=200)
def drawn(chart: Chart) -> str | None:
    """A chart as an inert SVG in the colours of a page, None where there is too little to see."""
    try:
        return draw_chart(chart, wide=True, colours=IN_PAGE)
    except MissingExtraError:
        return None


@lru_cache(maxsize=200)
def _drawn_track(track: Track) -> str | None:
    try:
        return draw_plot(track, wide=True, colours=IN_PAGE)
    except MissingExtraError:
        return None
