"""Stories as pages show them: the list of them, and one with its reports and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Literal

from watchword.errors import MissingError, MovedError
from watchword.flow.decision_records import decisions_on
from watchword.flow.span_records import Record
from watchword.flow.trends import counts_by_day, times_of_days
from watchword.group.stories import story_of
from watchword.group.stories.life import life_of
from watchword.model.headline import Headline
from watchword.model.origin import OriginDecision
from watchword.model.page import ByCount, ByTime
from watchword.model.story import Story, StoryDecision
from watchword.model.story_outline import StoryOutline
from watchword.store import View
from watchword.store.browsing.stories import (
    StoriesAsked,
    largest_stories,
    newest_stories,
    outline_stories,
)
from watchword.store.decisions import each_decision, each_standing_decision
from watchword.store.headlines import headlines_of
from watchword.store.members import days_of_stories, members_of, newest_members, stories_of
from watchword.store.origins import placements_of
from watchword.store.stories import arrivals_of, features_for, stories_named, turns_of
from watchword.store.transactions import BEGINNING

NAMED_BY = 12
"""Reports that a story's name is taken from at most, its newest: what a list needs at once."""
TURNS = 40
"""Merges and splits of a story that are told at most."""
OTHERS = 40
"""Other stories that one may be merged with, as a page offers them at most."""

Order = Literal["newest", "largest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesWanted:
    """Which stories are listed.

    Attributes:
        order: by the newest report, or by the number of reports.
        names: names of actors or places, one of which a report of the story speaks of.
        among: keys of reports of which a story has at least one, None for any; they stand for
            every other wish but the times.
        since: with a report published then or later.
        until: with a report published before or then.
        least: fewest reports.
        after: where the page begins, None at the top.
        limit: how many at most.
    """

    order: Order = "newest"
    names: tuple[str, ...] = ()
    among: Sequence[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    least: int = 1
    after: ByTime | ByCount | None = None
    limit: int = 50


def list_stories(view: View, wanted: StoriesWanted) -> tuple[Record, ByTime | ByCount | None]:
    """A page of the stories in an order, and where the next one begins."""
    outlines, place = _page(view, wanted)
    since = wanted.since or BEGINNING
    shown = [each for each in outlines if (each.until or since) >= since]
    return {"stories": _rows(view, shown)}, place if len(shown) == len(outlines) else None


def named(view: View, key: str, reports: Sequence[str]) -> str:
    """What a story of these reports is called: the names that the last of them have most."""
    return _sketch(view, key, reports[-NAMED_BY:]).name


def show_story_page(view: View, key: str, *, start: int = 0, limit: int = 50) -> Record:
    """A story with its reports by origin, in order, and what became of it.

    Args:
        view: the record, as known at an instant.
        key: key of the story.
        start: origins that are passed over.
        limit: origins at most.

    Raises:
        MissingError: if there is no such story as of the instant.
    """
    reports = members_of(view, [key]).get(key)
    if reports is None:
        raise _gone(view, key)
    headlines = headlines_of(view, reports)
    prints = _prints(reports, headlines, placements_of(view, reports))
    shown = prints[start : start + limit]
    arrivals = arrivals_of(view, [each for group in shown for each in group])
    more = start + limit < len(prints)
    (row,) = _rows(view, outline_stories(view, [key]))
    return {
        **row,
        "prints": [_print(group, headlines, arrivals) for group in shown],
        "next": str(start + limit) if more else None,
        "turns": [_turn(at, each, key) for at, each in turns_of(view, key, most=TURNS)],
        "decisions": decisions_on(
            (key, *reports), each_decision(view), each_standing_decision(view)
        ),
        "others": _others(view, key),
    }


def _page(
    view: View, wanted: StoriesWanted
) -> tuple[Sequence[StoryOutline], ByTime | ByCount | None]:
    if wanted.among is not None:
        homes = dict.fromkeys(stories_of(view, wanted.among).values())
        found = [each for each in outline_stories(view, list(homes)) if _fits(each, wanted)]
        found.sort(key=lambda each: (each.until or BEGINNING, each.key), reverse=True)
        return found[: wanted.limit], None
    if wanted.order == "largest" and not (wanted.names or wanted.until or wanted.since):
        after = wanted.after if isinstance(wanted.after, ByCount) else None
        page = largest_stories(view, after=after, most=wanted.limit)
    else:
        page = newest_stories(
            view,
            StoriesAsked(
                names=wanted.names,
                until=wanted.until,
                least=wanted.least,
                after=wanted.after if isinstance(wanted.after, ByTime) else None,
                most=wanted.limit,
            ),
        )
    rows = [each for each in page.rows if each.reports >= wanted.least]
    return rows, page.next if len(rows) == len(page.rows) else None


def _fits(each: StoryOutline, wanted: StoriesWanted) -> bool:
    begun = wanted.until is None or (each.since or wanted.until) <= wanted.until
    return begun and each.reports >= wanted.least


def _others(view: View, key: str) -> list[Record]:
    """The stories with the newest reports, beside one: what it may be merged with."""
    page = newest_stories(view, StoriesAsked(most=OTHERS + 1))
    return [
        {"key": each.key, "title": each.title or each.key, "reports": each.reports}
        for each in page.rows
        if each.key != key
    ]


def _sketch(view: View, key: str, reports: Sequence[str]) -> Story:
    """A story by some of its reports, its names as they spell them."""
    features = list(features_for(view, reports).values())
    spelt = {
        folded: written
        for each in features
        for (folded, _), written in zip(each.names, each.spelt, strict=False)
    }
    sketch = story_of(key, features)
    return replace(sketch, names=tuple(spelt.get(name, name) for name in sketch.names))


def _rows(view: View, outlines: Sequence[StoryOutline]) -> list[Record]:
    keys = [each.key for each in outlines]
    days = days_of_stories(view, keys)
    headlines = headlines_of(view, [each.newest for each in outlines])
    return [_row(view, each, days[each.key], headlines.get(each.newest)) for each in outlines]


def _row(
    view: View, outline: StoryOutline, days: Mapping[int, int], newest: Headline | None
) -> Record:
    sketch = _sketch(view, outline.key, newest_members(view, outline.key, most=NAMED_BY))
    return {
        "key": outline.key,
        "newest": headline_record(newest) if newest else None,
        "name": sketch.name or outline.title or "a story without names",
        "since": outline.since.isoformat() if outline.since else None,
        "until": outline.until.isoformat() if outline.until else None,
        "reports": outline.reports,
        "origins": outline.origins,
        "life": life_of(times_of_days(days), _day_of(view.as_of)).value,
        "trend": counts_by_day(days),
        "names": list(sketch.names),
        "places": list(sketch.places),
        "events": list(sketch.events),
    }


def _day_of(at: datetime) -> datetime:
    """The beginning of a day: what is told by days is as old as a whole number of them."""
    return datetime.combine(at.date(), time(), tzinfo=UTC)


def _prints(
    reports: Sequence[str],
    headlines: Mapping[str, Headline],
    placed: Mapping[str, OriginDecision],
) -> list[list[str]]:
    """The reports by origin, the first print before its copies, in order of publication."""

    def order(key: str) -> tuple[bool, datetime, str]:
        at = headlines[key].at
        return at is None, at or BEGINNING, key

    groups: dict[str, list[str]] = {}
    for key in sorted((each for each in reports if each in headlines), key=order):
        groups.setdefault(placed[key].origin if key in placed else key, []).append(key)
    return list(groups.values())


def _print(
    group: Sequence[str],
    headlines: Mapping[str, Headline],
    arrivals: Mapping[str, StoryDecision],
) -> Record:
    first, *copies = (headline_record(headlines[key]) for key in group)
    return {
        **first,
        "arrival": arrival_record(arrivals[group[0]]) if group[0] in arrivals else None,
        "copies": copies,
    }


def headline_record(headline: Headline) -> Record:
    """A report as a list shows it."""
    return {
        "report": headline.key,
        "title": headline.title,
        "outlet": headline.outlet,
        "published": headline.at.isoformat() if headline.at else None,
        "language": headline.language,
        "status": headline.status.value,
        "known_at": headline.known_at.isoformat(),
    }


def arrival_record(decision: StoryDecision) -> Record:
    """Why a report is where it is."""
    return {
        "step": decision.step.value,
        "from": decision.other,
        "score": decision.score,
        "reasons": [{"words": each.words, "share": each.share} for each in decision.reasons],
        "made_by": decision.made_by,
    }


def _turn(at: datetime, decision: StoryDecision, key: str) -> Record:
    other = decision.other if decision.story == key else decision.story
    return {
        **arrival_record(decision),
        "at": at.isoformat(),
        "story": decision.story,
        "other": other,
        "report": decision.report,
        "is_from_here": decision.other == key,
    }


def _gone(view: View, key: str) -> MissingError:
    """Why there is no such story: it never was, or it went into another."""
    if not stories_named(view, [key]):
        return MissingError("there is no such story", key=key)
    into = next(_each_home(view, key), None)
    if into is None:
        return MissingError("this story is no more", key=key)
    return MovedError(f"this story is no more; its reports are in {into}", key=key, to=into)


def _each_home(view: View, key: str) -> Iterator[str]:
    for _, each in turns_of(view, key, most=TURNS):
        if each.other == key:
            yield each.story
