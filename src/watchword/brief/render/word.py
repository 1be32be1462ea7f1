"""A brief as a Word document, for an editor to go on with: the page's order, real styles, links.

Every number after a sentence leads to its source, in a full brief to the very words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from docx.text.paragraph import Paragraph

from watchword.brief.render.charts import draw_chart_file
from watchword.brief.render.evidence import Quotation, SourceCard
from watchword.brief.render.plot import draw_picture
from watchword.brief.render.sheet import (
    ChartCard,
    Citation,
    ContestCard,
    JudgmentCard,
    Line,
    PanelCard,
    PartHead,
    Sheet,
    lay_out,
)
from watchword.brief.render.word_writing import (
    EVIDENCE,
    FACT,
    WordWriter,
    add,
    cite,
    fill,
    lead_out,
    next_row,
)
from watchword.brief.render.words import RELIABILITY, more_words
from watchword.errors import MissingExtraError
from watchword.model.brief import Brief
from watchword.model.plan import Length, Part


def render_docx(brief: Brief) -> bytes:
    """Write a brief as a Word document: the same bytes for the same brief.

    Raises:
        InvalidBriefError: if the brief cites what it does not hold.
    """
    sheet = lay_out(brief)
    writer = WordWriter(sheet.title, brief.as_of, sheet.made_by)
    page = _Page(writer, sheet)
    page.put_title()
    for head in sheet.order:
        page.put_part(head)
    page.put_limits()
    page.put_sources()
    if sheet.is_full:
        page.put_evidence()
    page.put_end()
    return writer.content()


class _Page:
    """Puts a sheet into a document."""

    def __init__(self, writer: WordWriter, sheet: Sheet) -> None:
        self._writer = writer
        self._sheet = sheet
        self._parts: Mapping[str, Callable[[], None]] = {
            Part.JUDGMENTS: self._put_judgments,
            Part.OVERVIEW: self._put_overview,
            Part.SECTIONS: self._put_sections,
            Part.CONTESTS: self._put_contests,
            Part.CHANGES: self._put_changes,
            Part.WATCH: self._put_watch,
        }

    def put_title(self) -> None:
        sheet = self._sheet
        self._writer.heading(sheet.title, 0)
        if sheet.marking:
            self._writer.paragraph(sheet.marking, FACT)
        if sheet.headline:
            self._say(sheet.headline, "Subtitle")
        since = f" · Earlier brief: {sheet.since}" if sheet.since else ""
        self._writer.paragraph(
            f"As of {sheet.as_of} · Reports: {sheet.report_count} · "
            f"Independent origins: {sheet.origin_count}{since}",
            FACT,
        )

    def put_part(self, head: PartHead) -> None:
        """A part with its heading; nothing where it holds nothing."""
        panels = [panel for panel in self._sheet.panels if panel.part == head.part]
        charts = [card for card in self._sheet.charts if card.part == head.part]
        if not panels and not charts and not self._holds(head.part):
            return
        if head.heading and head.part != Part.SECTIONS:
            since = f" {self._sheet.since}" if head.part == Part.CHANGES else ""
            self._writer.heading(f"{head.heading}{since}", 1)
        if head.part in self._parts:
            self._parts[head.part]()
        for panel in panels:
            self._put_panel(panel)
        for card in charts:
            self._put_chart(card)

    def _holds(self, part: str) -> bool:
        sheet = self._sheet
        held: Mapping[str, object] = {
            Part.JUDGMENTS: sheet.judgments,
            Part.OVERVIEW: sheet.overview,
            Part.SECTIONS: sheet.chapters,
            Part.CONTESTS: sheet.contests,
            Part.CHANGES: sheet.since,
            Part.WATCH: sheet.watch,
        }
        return bool(held.get(part))

    def _say(self, line: Line, style: str | None = None) -> Paragraph:
        paragraph = self._writer.paragraph(line.text, style)
        cite(paragraph, self._places(line.citations))
        return paragraph

    def _places(self, citations: Iterable[Citation]) -> Iterator[tuple[str, str]]:
        """Each number with the place that it leads to."""
        for one in citations:
            label = one.quotations[0].replace("-", "_")
            is_told = self._sheet.is_full
            yield str(one.number), f"quote_{label}" if is_told else f"source_{one.number}"

    def _put_lines(self, lines: Iterable[Line]) -> None:
        paragraph = self._writer.paragraph()
        for place, line in enumerate(lines):
            add(paragraph, f"{' ' if place else ''}{line.text}")
            cite(paragraph, self._places(line.citations))

    def _put_judgments(self) -> None:
        for judgment in self._sheet.judgments:
            self._put_judgment(judgment)

    def _put_judgment(self, one: JudgmentCard) -> None:
        self._say(one.line, "List Number")
        likely = one.likelihood
        if likely:
            self._writer.fact("Likelihood", likely.term, f"{likely.low} to {likely.high} %")
        if one.weighed:
            self._writer.paragraph(one.weighed, FACT)
        self._writer.fact("Confidence", one.confidence, one.basis)
        self._writer.fact("Credibility", one.credibility, one.credibility_words)
        if one.would_change:
            self._writer.paragraph(f"What would change it: {'; '.join(one.would_change)}", FACT)

    def _put_overview(self) -> None:
        self._put_lines(self._sheet.overview)

    def _put_sections(self) -> None:
        for chapter in self._sheet.chapters:
            if chapter.title:
                self._writer.heading(chapter.title, 1)
                self._say(chapter.heading).runs[0].bold = True
            else:
                heading = self._writer.heading(chapter.heading.text, 1)
                cite(heading, self._places(chapter.heading.citations))
            for lines in chapter.paragraphs:
                self._put_lines(lines)

    def _put_contests(self) -> None:
        for card in self._sheet.contests:
            self._writer.heading(card.title, 2)
            self._say(card.line)
            if self._sheet.length is not Length.SCREEN:
                self._put_picture(card)
            if card.rows:
                self._put_figures(card)
            if card.more:
                self._writer.paragraph(more_words(card.more), FACT)

    def _put_picture(self, card: ContestCard) -> None:
        try:
            picture = draw_picture(card.track, form="png")
        except MissingExtraError:
            told = "No plot: the drawing library was not installed where this brief was made."
            self._writer.paragraph(told, FACT)
            return
        if picture is not None:
            shown = "who said how many, when. The table below tells the figures."
            self._writer.picture(picture, f"{card.title}: {shown}")

    def _put_figures(self, card: ContestCard) -> None:
        heads = ("Published", "Who says so", "Figure", "What is counted", "Standing", "Source")
        table = self._writer.table(heads)
        for row in card.rows:
            cells = next_row(table)
            told = (row.published, row.source, row.figure, row.counted, row.told_as)
            for cell, words in zip(cells, told, strict=False):
                fill(cell, words)
            if row.citation:
                cite(cells[-1], self._places([row.citation]))
            else:
                fill(cells[-1], "not quoted here")

    def _put_panel(self, panel: PanelCard) -> None:
        self._writer.heading(panel.title, 2)
        told = ("What is said",) if panel.tells else ()
        table = self._writer.table((*panel.columns, *told, "Source"))
        for row in panel.rows:
            said = (row.line.text if row.line else "",) if panel.tells else ()
            cells = next_row(table)
            for cell, words in zip(cells, (*row.cells, *said), strict=False):
                fill(cell, words)
            citations = row.line.citations if row.line else row.citations
            cite(cells[-1], self._places(citations))
        for note in panel.notes:
            self._writer.paragraph(note, FACT)

    def _put_chart(self, card: ChartCard) -> None:
        """A picture, where it can be drawn, and the table that gives its numbers."""
        if card.rows:
            self._writer.heading(card.title, 2)
            picture = _png(card)
            if picture is not None:
                self._writer.picture(picture, f"{card.title}. The table below gives every number.")
        self._writer.paragraph(card.note, FACT)
        if not card.rows:
            return
        table = self._writer.table((*card.columns, "Source"))
        for row in card.rows:
            cells = next_row(table)
            for cell, words in zip(cells, row.cells, strict=False):
                fill(cell, words)
            cite(cells[-1], self._places(row.citations))

    def _put_changes(self) -> None:
        self._put_list(self._sheet.changes)
        if not self._sheet.changes:
            self._writer.paragraph("Nothing that the reports bear out.")

    def _put_watch(self) -> None:
        self._put_list(self._sheet.watch)

    def _put_list(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._say(line, "List Bullet")

    def put_limits(self) -> None:
        sheet = self._sheet
        self._writer.heading("What this brief cannot tell", 1)
        for notice in sheet.notices:
            self._writer.paragraph(notice, "List Bullet")
        if sheet.is_full or sheet.refused_count:
            told = f"Sentences that failed the check and were left out: {sheet.refused_count}"
            self._writer.paragraph(told, "List Bullet")
        for reason, count in sheet.refusals:
            self._writer.paragraph(f"{reason} ({count})", "List Bullet 2")
        if sheet.is_full or sheet.unread_count:
            told = f"Files or records that could not be read: {sheet.unread_count}"
            self._writer.paragraph(told, "List Bullet")
        for place, reason in sheet.unread:
            self._writer.paragraph(f"{place}: {reason}", "List Bullet 2")

    def put_sources(self) -> None:
        sheet = self._sheet
        self._writer.heading("Sources", 1)
        for card in sheet.cards:
            self._put_source(card)
        scale = "; ".join(f"{letter.value} {words}" for letter, words in RELIABILITY.items())
        self._writer.paragraph(f"Reliability of the source (Admiralty): {scale}", FACT)
        if sheet.sourcing:
            self._writer.heading("Source summary", 2)
            self._writer.paragraph(sheet.sourcing)
        if sheet.machines:
            self._writer.heading("Machines that had a part", 2)
        for machine in sheet.machines:
            line = self._writer.paragraph("", "List Bullet")
            add(line, machine.name, bold=True)
            add(line, f": {machine.did}")

    def _put_source(self, card: SourceCard) -> None:
        line = self._writer.paragraph(f"{card.number}. ")
        self._writer.mark(line, f"source_{card.number}")
        add(line, card.outlet, bold=True)
        for piece in _pieces(card):
            add(line, f", {piece}")
        if card.address:
            add(line, ", ")
            lead_out(line, card.address)
        elif card.place_found:
            add(line, f", {card.place_found} (not a web address that can be followed)")

    def put_evidence(self) -> None:
        self._writer.heading("Evidence", 1)
        for card in self._sheet.cards:
            if card.quotations:
                self._writer.heading(f"{card.number} {card.outlet}", 2)
            for quotation in card.quotations:
                self._put_quotation(quotation)

    def _put_quotation(self, one: Quotation) -> None:
        line = self._writer.paragraph("", EVIDENCE)
        self._writer.mark(line, f"quote_{one.label.replace('-', '_')}")
        add(line, one.before)
        add(line, one.quote, marked=True)
        add(line, one.after)
        figures = "".join(f" Figure: {figure}." for figure in one.figures)
        condition = f" On condition: {one.condition}." if one.condition else ""
        condition += "".join(f" Of the claim: {each}." for each in one.corrected)
        self._writer.paragraph(
            f"{' citing '.join(one.chain)} · {one.modality}.{figures}{condition}"
            f" {one.place}; SHA-256 of the words {one.digest}",
            FACT,
        )

    def put_end(self) -> None:
        if not self._sheet.is_full:
            told = "The words that each sentence stands on are in this brief's HTML and JSON."
            self._writer.paragraph(told, FACT)
        self._writer.paragraph("Every sentence cites its words; check with watchword verify.")
        self._writer.paragraph(f"Written by {self._sheet.made_by}.", FACT)


def _png(card: ChartCard) -> bytes | None:
    try:
        return draw_chart_file(card.chart, form="png", headed=False)
    except MissingExtraError:
        return None


def _pieces(card: SourceCard) -> Iterator[str]:
    """What is told of a source after its outlet's name."""
    pieces = (
        f"“{card.title}”" if card.title else "",
        f"by {card.authors}" if card.authors else "",
        f"{card.published} ({card.known})",
        f"in {card.language}" if card.language else "",
        card.how_got,
        " ".join((f"grade {card.grade}", card.grade_basis)).strip(),
        f"text from {card.origin}" if card.origin else "",
        f"same text also printed by: {', '.join(card.also)}" if card.also else "",
        card.status,
    )
    return filter(None, pieces)
