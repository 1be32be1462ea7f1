"""A brief laid out once for every rendering: the order, the numbers, the evidence in words.

Invariant: only what a sentence or a contested figure cites is here, and every line keeps the
JSON pointer of the sentence it shows.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from watchword.brief.document import each_sentence
from watchword.brief.fitting import ROWS
from watchword.brief.render.charts.table import chart_columns, chart_rows
from watchword.brief.render.evidence import Evidence, SourceCard, gather_evidence
from watchword.brief.render.inert import clip
from watchword.brief.render.words import (
    CREDIBILITY,
    HEADINGS,
    LONGEST_CELL,
    LONGEST_NAME,
    STANDING,
    day,
    day_and_hour,
    figure_label,
    file_label,
)
from watchword.model.brief import Brief, Contest, Judgment, Likelihood, Machine, Section
from watchword.model.chart import Chart
from watchword.model.claim import Modality
from watchword.model.panel import Panel, PanelRow
from watchword.model.plan import Length
from watchword.model.sentence import Sentence
from watchword.model.track import Point, Standing, Track

LONGEST_LIST = 50
"""How many unread files or refusal reasons are named before the rest is only counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One number after a sentence, with the quotations it stands for.

    Attributes:
        number: of the source.
        quotations: labels of the quotations, never empty.
        label: what a screen reader says.
    """

    number: int
    quotations: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence as shown, with its place in the brief's JSON."""

    pointer: str
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentCard:
    """A key judgment with likelihood, confidence and credibility, each apart."""

    line: Line
    confidence: str
    basis: str
    likelihood: Likelihood | None
    credibility: str
    credibility_words: str
    weighed: str
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A titled part: its heading and its paragraphs."""

    heading: Line
    paragraphs: tuple[tuple[Line, ...], ...]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of a contest in words; `told_as` is its standing with its mood."""

    published: str
    source: str
    figure: str
    counted: str
    standing: str
    told_as: str
    citation: Citation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestCard:
    """A contested figure: its sentence, its rows, and the track that the plot draws.

    `counted` is what every row counts, empty where they differ; `more` is how many figures the
    length of the brief leaves out of the table.
    """

    line: Line
    title: str
    counted: str
    rows: tuple[Row, ...]
    track: Track
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLine:
    """A row of a panel: its cells, the sentence that goes with it, and what it stands on."""

    cells: tuple[str, ...]
    line: Line | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelCard:
    """A table of what the record holds beside sentences; `tells` where a row has a sentence."""

    part: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[PanelLine, ...]
    notes: tuple[str, ...]
    made_by: str
    tells: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartCard:
    """A picture with the table that gives its numbers; no rows where there is too little."""

    part: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[PanelLine, ...]
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class PartHead:
    """A part of the brief and what stands above it."""

    part: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything a rendering shows, in the order in which it shows it.

    Attributes:
        unread: what could not be read and why, at most `LONGEST_LIST` of them.
        unread_count: how many records could not be read.
        refusals: what the check found against sentences left out, with how often.
        refused_count: how many sentences were left out.
        order: the parts in the order of the page, each with what stands above it.
        panels: tables of what the record holds beside sentences.
        charts: what is drawn beside the contested figures.
        sourcing: the source summary statement, empty where there is none.
        machines: the machines that had a part in the brief.
        length: how long it was asked to be.
        marking: which edition it is and how far it may be handed on; empty where not published.
    """

    title: str
    as_of: str
    since: str
    made_by: str
    report_count: int
    origin_count: int
    headline: Line | None
    judgments: tuple[JudgmentCard, ...]
    overview: tuple[Line, ...]
    chapters: tuple[Chapter, ...]
    contests: tuple[ContestCard, ...]
    changes: tuple[Line, ...]
    watch: tuple[Line, ...]
    notices: tuple[str, ...]
    cards: tuple[SourceCard, ...]
    unread: tuple[tuple[str, str], ...]
    unread_count: int
    refusals: tuple[tuple[str, int], ...]
    refused_count: int
    order: tuple[PartHead, ...]
    panels: tuple[PanelCard, ...]
    charts: tuple[ChartCard, ...]
    sourcing: str
    machines: tuple[Machine, ...]
    length: Length
    marking: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it is one that holds everything, the evidence too."""
        return self.length is Length.FULL


def lay_out(brief: Brief) -> Sheet:
    """Lay a brief out.

    Raises:
        InvalidBriefError: if it cites a claim or a report that it does not hold.
    """
    known = {claim.key for claim in brief.claims}
    points = [point.claim for contest in brief.contests for point in contest.track.points]
    cited = [key for _, sentence in each_sentence(brief) for key in sentence.claims]
    cited += [key for panel in brief.panels for row in panel.rows for key in row.claims]
    cited += [key for chart in brief.charts for point in chart.points for key in point.claims]
    estimates = [one.likelihood.claim for one in brief.judgments if one.likelihood]
    cited += [key for key in points + estimates if key in known]
    moods = {claim.key: claim.modality for claim in brief.claims}
    return _Setter(gather_evidence(brief, cited), moods, brief.length).set_brief(brief)


class _Setter:
    """Sets lines with the numbers of one body of evidence."""

    def __init__(self, evidence: Evidence, moods: Mapping[str, Modality], length: Length) -> None:
        self._moods = moods
        self._length = length
        self._places = evidence.places
        self._cards = {card.number: card for card in evidence.cards}
        self._evidence = evidence

    def set_brief(self, brief: Brief) -> Sheet:
        return Sheet(
            title=brief.title,
            as_of=day_and_hour(brief.as_of),
            since=day(brief.since) if brief.since else "",
            made_by=brief.made_by,
            report_count=len(brief.sources),
            origin_count=len(brief.origins),
            headline=self._line("/headline", brief.headline) if brief.headline else None,
            judgments=tuple(map(self._judgment, count(), brief.judgments)),
            overview=self._lines("/overview", brief.overview),
            chapters=tuple(map(self._chapter, count(), brief.sections)),
            contests=tuple(map(self._contest, count(), brief.contests)),
            changes=self._lines("/changes", brief.changes),
            watch=self._lines("/watch", brief.watch),
            notices=tuple(notice.text for notice in brief.notices),
            cards=self._evidence.cards,
            unread=_unread(brief),
            unread_count=sum(one.count for one in brief.unread),
            refusals=_refusals(brief),
            refused_count=len(brief.refused),
            order=tuple(
                PartHead(part=part.value, heading=heading or HEADINGS[part])
                for part, heading in zip(brief.parts, brief.headings, strict=False)
            ),
            panels=tuple(map(self._panel, count(), brief.panels)),
            charts=tuple(map(self._chart, brief.charts)),
            sourcing=brief.sourcing,
            machines=brief.machines,
            length=brief.length,
            marking=brief.marking,
        )

    def _panel(self, number: int, panel: Panel) -> PanelCard:
        return PanelCard(
            part=panel.part.value,
            title=panel.title,
            columns=panel.columns,
            rows=tuple(
                self._panel_line(f"/panels/{number}/rows/{place}", row)
                for place, row in enumerate(panel.rows)
            ),
            notes=panel.notes,
            made_by=panel.made_by,
            tells=any(row.sentence for row in panel.rows),
        )

    def _panel_line(self, pointer: str, row: PanelRow) -> PanelLine:
        line = self._line(f"{pointer}/sentence", row.sentence) if row.sentence else None
        return PanelLine(
            cells=tuple(clip(cell, LONGEST_CELL) for cell in row.cells),
            line=line,
            citations=self._citations(tuple(key for key in row.claims if key in self._places)),
        )

    def _chart(self, chart: Chart) -> ChartCard:
        return ChartCard(
            part=chart.part.value,
            title=chart.title,
            note=chart.note,
            columns=chart_columns(chart),
            rows=tuple(
                PanelLine(
                    cells=tuple(clip(cell, LONGEST_CELL) for cell in cells),
                    line=None,
                    citations=self._citations(claims),
                )
                for cells, claims in chart_rows(chart)
            ),
            chart=chart,
        )

    def _chapter(self, number: int, section: Section) -> Chapter:
        pointer = f"/sections/{number}"
        return Chapter(
            heading=self._line(f"{pointer}/heading", section.heading),
            paragraphs=tuple(
                self._lines(f"{pointer}/paragraphs/{place}", paragraph)
                for place, paragraph in enumerate(section.paragraphs)
            ),
            title=section.title,
        )

    def _judgment(self, number: int, judgment: Judgment) -> JudgmentCard:
        return JudgmentCard(
            line=self._line(f"/judgments/{number}/sentence", judgment.sentence),
            confidence=judgment.confidence.value,
            basis=judgment.basis,
            likelihood=judgment.likelihood,
            credibility=judgment.credibility.value,
            credibility_words=CREDIBILITY[judgment.credibility],
            weighed=judgment.weighed,
            would_change=judgment.would_change,
        )

    def _contest(self, number: int, contest: Contest) -> ContestCard:
        points = _shown(contest.track.points, self._length)
        rows = tuple(map(self._row, points))
        counted = {row.counted for row in rows}
        return ContestCard(
            line=self._line(f"/contests/{number}/summary", contest.summary),
            title=contest.track.title,
            counted=counted.pop() if len(counted) == 1 else "",
            rows=rows,
            track=contest.track,
            more=len(contest.track.points) - len(points),
        )

    def _row(self, point: Point) -> Row:
        citations = self._citations((point.claim,)) if point.claim in self._places else ()
        return Row(
            published=day(point.said_at) if point.said_at else "undated",
            source=clip(point.source, LONGEST_NAME),
            figure=figure_label(point.figure),
            counted=clip(point.figure.counted or point.figure.unit, LONGEST_NAME),
            standing=STANDING[point.standing],
            told_as=self._told_as(point),
            citation=citations[0] if citations else None,
        )

    def _told_as(self, point: Point) -> str:
        """As in "stands, planned": a count of what is to come is no count of what is."""
        mood = self._moods.get(point.claim, Modality.ASSERTED)
        standing = STANDING[point.standing]
        return standing if mood is Modality.ASSERTED else f"{standing}, {mood.value}"

    def _lines(self, pointer: str, sentences: tuple[Sentence, ...]) -> tuple[Line, ...]:
        return tuple(
            self._line(f"{pointer}/{place}", sentence) for place, sentence in enumerate(sentences)
        )

    def _line(self, pointer: str, sentence: Sentence) -> Line:
        return Line(pointer=pointer, text=sentence.text, citations=self._citations(sentence.claims))

    def _citations(self, claims: tuple[str, ...]) -> tuple[Citation, ...]:
        places = sorted({self._places[key] for key in claims})
        labels: dict[int, list[str]] = {}
        for number, place in places:
            labels.setdefault(number, []).append(f"{number}-{place}")
        return tuple(
            Citation(number=number, quotations=tuple(found), label=self._label(number))
            for number, found in labels.items()
        )

    def _label(self, number: int) -> str:
        card = self._cards[number]
        return f"Source {number}: {card.outlet}, {card.published}"


def _shown(points: tuple[Point, ...], length: Length) -> tuple[Point, ...]:
    """The points that a table has room for: the newest that stand, in their order."""
    most = ROWS.get(length)
    if most is None:
        return points
    standing = [point for point in points if point.standing is Standing.STANDS]
    return tuple(standing[max(0, len(standing) - most) :])


def _unread(brief: Brief) -> tuple[tuple[str, str], ...]:
    return tuple((file_label(one.found_at), one.reason) for one in brief.unread[:LONGEST_LIST])


def _refusals(brief: Brief) -> tuple[tuple[str, int], ...]:
    reasons = Counter(reason for refusal in brief.refused for reason in refusal.reasons)
    return tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))[:LONGEST_LIST])
