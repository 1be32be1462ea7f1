"""`watchword stories`: what the reports are about, story by story, and why each is in its own."""

from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from watchword.cli.printing import print_table
from watchword.cli.screen import many, one_line, put_lines, tell, tell_json
from watchword.config import read_settings
from watchword.errors import RefusedError
from watchword.flow.situation.stories import newest_stories, show_story
from watchword.group.stories import find_storylines, life_of
from watchword.model.story import Story, StoryDecision
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        name: key of a story, or the beginning of it; None for the newest.
        as_of: a day or a time.
        limit: how many to print at most.
        least: fewest reports of a story that is printed.
        lines: whether storylines are printed.
        as_json: whether to print JSON.
    """

    store: str | None
    name: str | None = None
    as_of: str | None = None
    limit: int = 20
    least: int = 1
    lines: bool = False
    as_json: bool = False


def show(order: StoryOrder) -> None:
    """Print the newest stories, one story in full, or storylines."""
    settings = read_settings()
    instant = None if order.as_of is None else moment_of(order.as_of)
    with (
        Workbench.open(order.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        if order.name is not None:
            _show_one(*show_story(view, order.name), view.as_of, as_json=order.as_json)
            return
        told = newest_stories(view, most=order.limit, least=order.least)
        as_of = view.as_of
    if order.lines:
        _show_lines(told, order)
    elif order.as_json:
        put_lines(_record(story, as_of) for story in told)
    else:
        names = ("story", "reports", "since", "until", "life", "about")
        print_table(names, (_row(story, as_of) for story in told))


def _show_one(
    story: Story, steps: tuple[StoryDecision, ...], as_of: datetime, *, as_json: bool
) -> None:
    if as_json:
        tell_json({**_record(story, as_of), "steps": [_step(each) for each in steps]})
        return
    days = f"{_day(story.since)} to {_day(story.until)}"
    tell(f"{one_line(story.name)}: {many(len(story.reports), 'report')}, {days}")
    for step in steps:
        other = f" {step.other}" if step.other else ""
        score = "" if step.score is None else f" ({step.score:+.2f})"
        tell(f"{step.step.value} {step.report}{other}{score}")
        for reason in step.reasons:
            tell(f"    {reason.share:+.2f}  {one_line(reason.words)}")


def _show_lines(told: tuple[Story, ...], order: StoryOrder) -> None:
    lines = find_storylines(told)
    if not lines:
        raise RefusedError("no stories among these go on from one another", mend="raise --limit")
    names = {story.key: story for story in told}
    for line in lines:
        record = {
            "key": line.key,
            "stories": list(line.stories),
            "shared": list(line.shared),
        }
        if order.as_json:
            put_lines([record])
            continue
        tell(f"{line.key}  {one_line(', '.join(line.shared))}")
        for key in line.stories:
            story = names[key]
            tell(f"    {key}  {_day(story.since)} to {_day(story.until)}  {one_line(story.name)}")


def _row(story: Story, as_of: datetime) -> tuple[Text, ...]:
    cells = (
        story.key,
        f"{len(story.reports):,}",
        _day(story.since),
        _day(story.until),
        life_of(story.times, as_of).value if story.times else "",
        story.name,
    )
    return tuple(Text(one_line(cell)) for cell in cells)


def _record(story: Story, as_of: datetime) -> dict[str, object]:
    return {
        "key": story.key,
        "name": story.name,
        "reports": list(story.reports),
        "since": story.since.isoformat() if story.since else None,
        "until": story.until.isoformat() if story.until else None,
        "life": life_of(story.times, as_of).value if story.times else None,
        "names": list(story.names),
        "places": list(story.places),
        "events": list(story.events),
    }


def _step(step: StoryDecision) -> dict[str, object]:
    return {
        "step": step.step.value,
        "story": step.story,
        "report": step.report,
        "other": step.other,
        "score": step.score,
        "reasons": [{"words": each.words, "share": each.share} for each in step.reasons],
        "made_by": step.made_by,
    }


def _day(at: datetime | None) -> str:
    return "?" if at is None else f"{at:%Y-%m-%d}"
