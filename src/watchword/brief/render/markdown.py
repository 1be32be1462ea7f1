"""A brief as Markdown: footnotes with the quoted words, and no markup from any report.

Footnotes are written as GitHub, Pandoc and most wikis read them: `[^3-1]` is the first
quotation under source 3.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from watchword.brief.render.evidence import Quotation, SourceCard
from watchword.brief.render.inert import one_line
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
from watchword.brief.render.words import RELIABILITY, more_words
from watchword.model.brief import Brief
from watchword.model.plan import Part

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&|~#$^])")
_LIST_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_LINE_START = re.compile(r"^([-+=:])")
_LINK_START = re.compile(
    r"(?<=\w)(:)(?=//)|(?<=www)(\.)|(?<=mailto)(:)|(?<=xmpp)(:)", re.IGNORECASE
)


def render_markdown(brief: Brief) -> str:
    """Write a brief as Markdown.

    Raises:
        InvalidBriefError: if the brief cites what it does not hold.
    """
    sheet = lay_out(brief)
    parts = [
        *_title_block(sheet),
        *(block for head in sheet.order for block in _part(sheet, head)),
        *_limits(sheet),
        *_sources(sheet),
        *_footnotes(sheet),
    ]
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    r"""A text that Markdown shows as it stands: one line, every special character escaped.

    >>> plain("1. [a](b) <c>")
    '1\\. \\[a\\](b) \\<c\\>'
    """
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    escaped = _LINK_START.sub(lambda match: "\\" + match.group(), escaped)
    return _LINE_START.sub(r"\\\1", _LIST_START.sub(r"\1\\\2", escaped))


def _title_block(sheet: Sheet) -> Iterator[str]:
    yield f"# {plain(sheet.title)}"
    if sheet.marking:
        yield f"**{plain(sheet.marking)}**"
    if sheet.headline:
        yield _said(sheet.headline)
    since = f" · Earlier brief: {sheet.since}" if sheet.since else ""
    yield (
        f"As of {sheet.as_of} · Reports: {sheet.report_count} · "
        f"Independent origins: {sheet.origin_count}{since}"
    )


def _part(sheet: Sheet, head: PartHead) -> Iterator[str]:
    """A part with its heading; nothing where it holds nothing."""
    written = _WRITERS.get(head.part)
    blocks = [
        *(written(sheet) if written else ()),
        *_panels(sheet, head.part),
        *_charts(sheet, head.part),
    ]
    if blocks and head.heading:
        since = f" {sheet.since}" if head.part == Part.CHANGES else ""
        yield f"## {plain(head.heading)}{since}"
    yield from blocks


def _panels(sheet: Sheet, part: str) -> Iterator[str]:
    for panel in sheet.panels:
        if panel.part == part:
            yield f"### {plain(panel.title)}"
            yield "\n".join(_panel_table(panel))
            yield from map(plain, panel.notes)


def _panel_table(panel: PanelCard) -> Iterator[str]:
    told = ["What is said"] if panel.tells else []
    is_sourced = any(row.citations or row.line for row in panel.rows)
    heads = [*map(plain, panel.columns), *told, *(["Source"] if is_sourced else [])]
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join(["---"] * len(heads)) + " |"
    for row in panel.rows:
        told = [plain(row.line.text) if row.line else ""] if panel.tells else []
        cited = [_marks(row.line.citations if row.line else row.citations)] if is_sourced else []
        yield "| " + " | ".join([*map(plain, row.cells), *told, *cited]) + " |"


def _charts(sheet: Sheet, part: str) -> Iterator[str]:
    """The tables of what the other forms draw."""
    for card in sheet.charts:
        if card.part == part and card.rows:
            yield f"### {plain(card.title)}"
            yield "\n".join(_chart_table(card))
        if card.part == part:
            yield plain(card.note)


def _chart_table(card: ChartCard) -> Iterator[str]:
    heads = [*map(plain, card.columns), "Source"]
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join(["---"] * len(heads)) + " |"
    for row in card.rows:
        yield "| " + " | ".join([*map(plain, row.cells), _marks(row.citations)]) + " |"


def _judgments(sheet: Sheet) -> Iterator[str]:
    for number, judgment in enumerate(sheet.judgments, 1):
        yield "\n\n".join(_judgment(number, judgment))


def _judgment(number: int, judgment: JudgmentCard) -> Iterator[str]:
    yield f"{number}. {_said(judgment.line)}"
    indent = " " * (len(str(number)) + 2)
    if judgment.likelihood:
        one = judgment.likelihood
        yield f"{indent}Likelihood: **{plain(one.term)}** ({one.low} to {one.high} %)"
    if judgment.weighed:
        yield f"{indent}{plain(judgment.weighed)}"
    yield f"{indent}Confidence: **{judgment.confidence}** ({plain(judgment.basis)})"
    yield f"{indent}Credibility: **{judgment.credibility}** ({judgment.credibility_words})"
    if judgment.would_change:
        yield f"{indent}What would change it: {plain('; '.join(judgment.would_change))}"


def _overview(sheet: Sheet) -> Iterator[str]:
    if sheet.overview:
        yield _paragraph(sheet.overview)


def _chapters(sheet: Sheet) -> Iterator[str]:
    for chapter in sheet.chapters:
        if chapter.title:
            yield f"## {plain(chapter.title)}"
            yield f"**{plain(chapter.heading.text)}**{_marks(chapter.heading.citations)}"
        else:
            yield f"## {_said(chapter.heading)}"
        yield from map(_paragraph, chapter.paragraphs)


def _contests(sheet: Sheet) -> Iterator[str]:
    for card in sheet.contests:
        yield f"### {plain(card.title)}"
        yield _said(card.line)
        if card.rows:
            yield "\n".join(_table(card))
        if card.more:
            yield f"_{more_words(card.more)}_"


def _table(card: ContestCard) -> Iterator[str]:
    yield "| Published | Who says so | Figure | What is counted | Standing | Source |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in card.rows:
        cited = _marks([row.citation]) if row.citation else "not quoted here"
        cells = (row.published, row.source, row.figure, row.counted, row.told_as)
        yield "| " + " | ".join([*map(plain, cells), cited]) + " |"


def _changes(sheet: Sheet) -> Iterator[str]:
    if sheet.since:
        yield _bullets(map(_said, sheet.changes)) or "Nothing that the reports bear out."


def _watch(sheet: Sheet) -> Iterator[str]:
    if sheet.watch:
        yield _bullets(map(_said, sheet.watch))


_WRITERS: Mapping[str, Callable[[Sheet], Iterator[str]]] = {
    Part.JUDGMENTS: _judgments,
    Part.OVERVIEW: _overview,
    Part.SECTIONS: _chapters,
    Part.CONTESTS: _contests,
    Part.CHANGES: _changes,
    Part.WATCH: _watch,
}
"""The parts that are more than panels."""


def _limits(sheet: Sheet) -> Iterator[str]:
    yield "## What this brief cannot tell"
    refused = [
        f"Sentences that failed the check and were left out: {sheet.refused_count}",
        *(f"  {plain(reason)} ({count})" for reason, count in sheet.refusals),
    ]
    unread = [
        f"Files or records that could not be read: {sheet.unread_count}",
        *(f"  {plain(place)}: {plain(reason)}" for place, reason in sheet.unread),
    ]
    yield _bullets(
        [
            *map(plain, sheet.notices),
            *(refused if sheet.refused_count or sheet.is_full else ()),
            *(unread if sheet.unread_count or sheet.is_full else ()),
        ]
    )


def _sources(sheet: Sheet) -> Iterator[str]:
    yield "## Sources"
    yield "\n".join(f"{card.number}. {_source(card)}" for card in sheet.cards)
    yield "Reliability of the source (Admiralty): " + "; ".join(
        f"{letter.value} {words}" for letter, words in RELIABILITY.items()
    )
    if sheet.sourcing:
        yield f"Source summary: {plain(sheet.sourcing)}"
    for machine in sheet.machines:
        yield f"- {plain(machine.name)}: {plain(machine.did)}"
    yield f"Written by {plain(sheet.made_by)}."
    yield "Every sentence cites its words; check with `watchword verify`."


def _source(card: SourceCard) -> str:
    basis = f" {plain(card.grade_basis)}" if card.grade_basis else ""
    pieces = (
        f"**{plain(card.outlet)}**",
        f"“{plain(card.title)}”" if card.title else "",
        f"by {plain(card.authors)}" if card.authors else "",
        f"{card.published} ({card.known})",
        _place(card),
        f"in {plain(card.language)}" if card.language else "",
        plain(card.how_got),
        f"grade {card.grade}{basis}",
        f"text from {plain(card.origin)}" if card.origin else "",
        "same text also printed by: " + ", ".join(map(plain, card.also)) if card.also else "",
        f"**{card.status}**" if card.status else "",
    )
    return ", ".join(filter(None, pieces))


def _place(card: SourceCard) -> str:
    if card.address:
        return f"<{card.address}>"
    shown = plain(card.place_found)
    return f"{shown} (not a web address that can be followed)" if shown else ""


def _footnotes(sheet: Sheet) -> Iterator[str]:
    for card in sheet.cards:
        for quotation in card.quotations:
            yield f"[^{quotation.label}]: {_footnote(card, quotation)}"


def _footnote(card: SourceCard, quotation: Quotation) -> str:
    before, after = plain(quotation.before), plain(quotation.after)
    gap = " " if quotation.before[-1:].isspace() else ""
    rest = " " if quotation.after[:1].isspace() else ""
    words = f"{before}{gap}**{plain(quotation.quote)}**{rest}{after}"
    facts = [
        f"How firmly: {plain(quotation.modality)}.",
        *(f"Figure: {plain(figure)}." for figure in quotation.figures),
        *(f"Of the claim: {plain(each)}." for each in quotation.corrected),
    ]
    chain = ", citing ".join(map(plain, quotation.chain))
    return (
        f"Source {card.number}, {card.published}. “{words}” {chain}. "
        f"{' '.join(facts)} SHA-256 of the words: {quotation.digest}"
    )


def _paragraph(lines: Iterable[Line]) -> str:
    return "\n".join(map(_said, lines))


def _said(line: Line) -> str:
    return plain(line.text) + _marks(line.citations)


def _marks(citations: Iterable[Citation]) -> str:
    return "".join(f"[^{label}]" for citation in citations for label in citation.quotations)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"  - {line[2:]}" if line.startswith("  ") else f"- {line}" for line in lines)
