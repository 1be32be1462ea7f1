"""What a person's word about stories does to those that are on the shelf."""

from collections.abc import Iterator

from watchword.errors import RefusedError
from watchword.group.stories.decisions import Subject, decide, parted_by, said
from watchword.group.stories.stock import Stock
from watchword.model.story import RulingKind, StoryDecision, StoryRuling, StoryStep


def decisions_for(ruling: StoryRuling, stock: Stock) -> tuple[StoryDecision, ...]:
    """What a ruling changes now; it binds what comes later in any case.

    Raises:
        RefusedError: if the ruling does not name what it is about, or a story and itself.
    """
    needs_other = ruling.kind in {RulingKind.ONE, RulingKind.APART}
    if (ruling.other if needs_other else ruling.report) is None:
        missing = "another story" if needs_other else "a report"
        raise RefusedError(f"'{ruling.kind}' needs {missing}", key=ruling.story)
    if ruling.other == ruling.story:
        raise RefusedError("a story was ruled on with itself", key=ruling.story)
    if ruling.kind is RulingKind.ONE:
        return tuple(_each_merge(ruling, stock))
    if ruling.kind is RulingKind.APART:
        return tuple(_each_return(ruling, stock))
    return tuple(_each_move(ruling, stock))


def _each_merge(ruling: StoryRuling, stock: Stock) -> Iterator[StoryDecision]:
    kept = stock.rulings.story_of(ruling.story)
    gone = stock.rulings.story_of(ruling.other or "")
    if kept != gone:
        first = next(iter(stock.stories[gone].reports), "") if gone in stock.stories else ""
        reasons = said("a person said that the two are one")
        subject = Subject(story=kept, report=first, other=gone)
        yield decide(StoryStep.MERGE, subject, reasons, made_by=ruling.made_by)


def _each_return(ruling: StoryRuling, stock: Stock) -> Iterator[StoryDecision]:
    """Of two stories that had become one, the reports of the one that is gone return to it."""
    rulings, other = stock.rulings, ruling.other or ""
    story = rulings.story_of(other)
    if rulings.story_of(ruling.story) != story or story not in stock.stories:
        return
    returned = ruling.story if story == other else other
    reasons = said("a person said that the two are not one")
    for key in stock.stories[story].reports:
        if rulings.went_through(stock.started[key], returned):
            subject = Subject(story=returned, report=key, other=story)
            yield decide(StoryStep.SPLIT, subject, reasons, made_by=ruling.made_by)


def _each_move(ruling: StoryRuling, stock: Stock) -> Iterator[StoryDecision]:
    report, story = ruling.report or "", stock.rulings.story_of(ruling.story)
    now = stock.story_of.get(report)
    if now is None:
        return
    belongs = ruling.kind is RulingKind.BELONGS
    if belongs and now != story:
        to, reasons = story, said("a person said that the report belongs in it")
    elif not belongs and now == story:
        to = parted_by(report, story)
        reasons = said("a person said that the report does not belong in the other story")
    else:
        return
    subject = Subject(story=to, report=report, other=now)
    yield decide(StoryStep.SPLIT, subject, reasons, made_by=ruling.made_by)
