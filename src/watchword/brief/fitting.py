"""A brief cut to the number of words that it may have, evenly over its parts.

What is too long is left out: the part that has most of what was planned for it gives up what stands
last in it, again and again, down to one sentence, row or section each; the first part of the page
gives up half as readily as the others. Only then do whole parts go, from the end of the page.
Nothing is shortened: what is left is told in full, and every sentence stays as it was checked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from watchword.brief.document import each_sentence
from watchword.model.brief import Brief, Contest, Judgment, Section
from watchword.model.panel import Panel
from watchword.model.plan import Length, Part, Plan, PlannedPart
from watchword.model.sentence import Sentence

STANDING_WORDS: Mapping[Length, int] = {Length.SCREEN: 80, Length.PAGES: 110, Length.FULL: 0}
"""Words that what the brief cannot tell takes, kept free for it."""
LABELS = 12
"""Words beside a judgment that name its confidence, its credibility and what would change it."""
LEADS = 0.5
"""How readily the first part of the page gives something up, where the others do at 1."""
DRAWN = 200
"""Words that take the room of a contested figure's plot and the head of its table on paper."""
REASONS: Mapping[Length, int] = {Length.SCREEN: 1, Length.PAGES: 2}
"""What would change a judgment, at most."""
ROWS: Mapping[Length, int] = {Length.SCREEN: 0, Length.PAGES: 6}
"""Figures of a contest that are shown beside its sentence, at most: the newest that stand."""


def fitted(brief: Brief, plan: Plan) -> Brief:
    """The brief with at most the words that are planned, where any bound is.

    Args:
        brief: what was written, before its sources are numbered.
        plan: how long it is to be.
    """
    brief = _plain(brief, plan.length)
    if not plan.words:
        return brief
    most = plan.words - STANDING_WORDS[plan.length]
    while words_of(brief) > most:
        part = _longest(brief, plan) or next(
            (each for each in reversed(brief.parts) if _size(brief, each)), None
        )
        if part is None:
            break
        brief = _shorter(brief, part)
    return brief


def words_of(brief: Brief) -> int:
    """Words that a brief has before its sources, and the room of its plots, in words.

    What it cannot tell is not counted.
    """
    drawn = 0 if brief.length is Length.SCREEN else DRAWN * len(brief.contests)
    told = sum(_count(sentence.text) for _, sentence in each_sentence(brief))
    titles = sum(_count(section.title) for section in brief.sections)
    return (
        told
        + titles
        + drawn
        + sum(map(_beside, brief.judgments))
        + sum(_rows_of(contest, brief.length) for contest in brief.contests)
        + sum(map(_cells_of, brief.panels))
    )


def _count(text: str) -> int:
    return len(text.split())


def _beside(judgment: Judgment) -> int:
    told = (judgment.basis, judgment.weighed, *judgment.would_change)
    return LABELS + sum(map(_count, told))


def _rows_of(contest: Contest, length: Length) -> int:
    rows = min(len(contest.track.points), ROWS.get(length, len(contest.track.points)))
    return 10 * rows


def _cells_of(panel: Panel) -> int:
    cells = sum(_count(cell) for row in panel.rows for cell in row.cells)
    return cells + sum(map(_count, (panel.title, *panel.columns, *panel.notes)))


def _plain(brief: Brief, length: Length) -> Brief:
    """The brief without charts, and without what only a longer one tells of a judgment."""
    if length is Length.FULL:
        return brief
    judgments = tuple(
        replace(
            each,
            weighed=each.weighed if length is Length.PAGES else "",
            would_change=each.would_change[: REASONS[length]],
        )
        for each in brief.judgments
    )
    if length is Length.SCREEN and _repeats(brief):
        brief = replace(brief, headline=None)
    return replace(brief, judgments=judgments, charts=())


def _repeats(brief: Brief) -> bool:
    """Whether the headline tells nothing that the first judgment does not tell below it."""
    if brief.headline is None or not brief.judgments or Part.JUDGMENTS is not brief.parts[0]:
        return False
    return set(brief.headline.claims) <= set(brief.judgments[0].sentence.claims)


def _longest(brief: Brief, plan: Plan) -> Part | None:
    """The part that has most of what was planned for it, the later of two; None if none has two."""
    shares = [
        (_size(brief, each.part) / _planned(each) * (1.0 if place else LEADS), place, each.part)
        for place, each in enumerate(plan.parts)
        if _size(brief, each.part) > 1
    ]
    return max(shares)[2] if shares else None


def _planned(part: PlannedPart) -> int:
    return part.most * part.each if part.part is Part.SECTIONS else part.most


def _size(brief: Brief, part: Part) -> int:
    """How much a part holds: rows, and sentences or judgments; one for its last section."""
    rows = sum(len(panel.rows) for panel in brief.panels if panel.part is part)
    if part is not Part.SECTIONS:
        return rows + len(_held(brief, part))
    sentences = sum(map(_length, brief.sections))
    return rows + (sentences if len(brief.sections) > 1 or sentences > 2 else len(brief.sections))


def _shorter(brief: Brief, part: Part) -> Brief:
    """The brief without what stands last in a part that holds something."""
    if any(panel.part is part and panel.rows for panel in brief.panels):
        return replace(brief, panels=_shorter_panels(brief.panels, part))
    if part is Part.SECTIONS:
        return replace(brief, sections=_shorter_sections(brief.sections))
    shortened: dict[str, Any] = {part.value: _held(brief, part)[:-1]}
    return replace(brief, **shortened)


def _held(brief: Brief, part: Part) -> tuple[object, ...]:
    """What a part holds beside panels and sections, under the name of the part."""
    held: tuple[object, ...] = getattr(brief, part.value) if part in _WRITTEN else ()
    return held


def _shorter_sections(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Without the last sentence of the longest; without the last where none has three."""
    longest = max(range(len(sections)), key=lambda place: (_length(sections[place]), place))
    if _length(sections[longest]) > 2:
        section = sections[longest]
        cut = _without_last(section.paragraphs)
        return tuple(
            replace(section, paragraphs=cut) if place == longest else each
            for place, each in enumerate(sections)
        )
    return tuple(sections[:-1])


def _length(section: Section) -> int:
    return sum(map(len, section.paragraphs))


def _without_last(
    paragraphs: Sequence[tuple[Sentence, ...]],
) -> tuple[tuple[Sentence, ...], ...]:
    *first, last = paragraphs
    rest = last[:-1]
    return (*first, rest) if rest else tuple(first)


def _shorter_panels(panels: Sequence[Panel], part: Part) -> tuple[Panel, ...]:
    """Without the last row of the last panel of a part, of days the first: what is new stays.

    A panel goes with its last row.
    """
    last = max(place for place, panel in enumerate(panels) if panel.part is part and panel.rows)
    rows = panels[last].rows
    cut = replace(panels[last], rows=rows[1:] if part is Part.TIMELINE else rows[:-1])
    return (*panels[:last], *((cut,) if cut.rows else ()), *panels[last + 1 :])


_WRITTEN = frozenset({Part.JUDGMENTS, Part.OVERVIEW, Part.CONTESTS, Part.CHANGES, Part.WATCH})
"""Parts that a brief holds under their own name."""
