"""Stories as pages show them: the list of them, and one with its reports and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from watchword.errors import MissingError
from watchword.flow.decision_records import decisions_on
from watchword.flow.situation.stories import stories_as_of
from watchword.flow.span_records import Record
from watchword.flow.trends import counts_over
from watchword.group.stories import story_of
from watchword.group.stories.life import life_of
from watchword.model.headline import Headline
from watchword.model.origin import OriginDecision
from watchword.model.story import Story, StoryDecision
from watchword.store import View
from watchword.store.decisions import each_decision, each_standing_decision
from watchword.store.headlines import headlines_of
from watchword.store.origins import placements_of
from watchword.store.reports import times_of_reports
from watchword.store.stories import arrivals_of, features_for, stories_named, turns_of
from watchword.store.transactions import BEGINNING

NAMED_BY = 40
"""Reports that a story's name is taken from at most, the newest: what a list needs at once."""
TURNS = 40
"""Merges and splits of a story that are told at most."""
OTHERS = 200
"""Other stories that one may be merged with, as a page offers them at most."""

Order = Literal["newest", "largest", "oldest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesWanted:
    """Which stories are listed.

    Attributes:
        order: by the newest report, by the number of reports, or by the first report.
        among: reports of which a story has at least one, None for any.
        since: with a report published then or later.
        until: with a report published before or then.
        least: fewest reports.
        start: how many are passed over.
        limit: how many at most.
    """

    order: Order = "newest"
    among: frozenset[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    least: int = 1
    start: int = 0
    limit: int = 50


def list_stories(view: View, wanted: StoriesWanted) -> Record:
    """Stories in an order, a page of them, and how many there are."""
    times = times_of_reports(view)
    stories = {
        key: reports
        for key, reports in stories_as_of(view).items()
        if _fits(reports, times, wanted)
    }
    ranked = _ranked(stories, times, wanted.order)
    shown = ranked[wanted.start : wanted.start + wanted.limit]
    more = wanted.start + wanted.limit < len(ranked)
    return {
        "stories": [_row(view, key, stories[key], times) for key in shown],
        "total": len(ranked),
        "next": str(wanted.start + wanted.limit) if more else None,
    }


def named(
    view: View, key: str, reports: Sequence[str], times: Mapping[str, datetime] | None = None
) -> str:
    """What a story is called: the names that its newest reports have most."""
    return _sketch(view, key, reports, times or {}).name


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
    stories = stories_as_of(view)
    reports = stories.get(key)
    if reports is None:
        raise MissingError(_told_gone(view, key), key=key)
    headlines = headlines_of(view, reports)
    prints = _prints(reports, headlines, placements_of(view, reports))
    shown = prints[start : start + limit]
    arrivals = arrivals_of(view, [each for group in shown for each in group])
    times = {each.key: each.at for each in headlines.values() if each.at}
    more = start + limit < len(prints)
    return {
        **_row(view, key, reports, times),
        "prints": [_print(group, headlines, arrivals) for group in shown],
        "next": str(start + limit) if more else None,
        "turns": [_turn(at, each, key) for at, each in turns_of(view, key, most=TURNS)],
        "decisions": decisions_on(
            (key, *reports), each_decision(view), each_standing_decision(view)
        ),
        "others": _others(view, key, stories),
    }


def _others(view: View, key: str, stories: Mapping[str, Sequence[str]]) -> list[Record]:
    """The stories that were last added to, beside one: what it may be merged with."""
    newest = [each for each in reversed(tuple(stories)) if each != key][:OTHERS]
    headlines = headlines_of(view, [stories[each][-1] for each in newest])
    return [
        {
            "key": each,
            "title": headlines[stories[each][-1]].title or each,
            "reports": len(stories[each]),
        }
        for each in newest
        if stories[each][-1] in headlines
    ]


def _fits(reports: Sequence[str], times: Mapping[str, datetime], wanted: StoriesWanted) -> bool:
    if len(reports) < wanted.least:
        return False
    if wanted.among is not None and wanted.among.isdisjoint(reports):
        return False
    if wanted.since is None and wanted.until is None:
        return True
    since, until = wanted.since or BEGINNING, wanted.until
    dated = (times[each] for each in reports if each in times)
    return any(since <= at and (until is None or at <= until) for at in dated)


def _ranked(
    stories: Mapping[str, Sequence[str]], times: Mapping[str, datetime], order: Order
) -> list[str]:
    ends = {
        key: [times[each] for each in reports if each in times] or [BEGINNING]
        for key, reports in stories.items()
    }
    if order == "largest":
        return sorted(stories, key=lambda key: (-len(stories[key]), key))
    if order == "oldest":
        return sorted(stories, key=lambda key: (min(ends[key]), key))
    return sorted(stories, key=lambda key: (max(ends[key]), key), reverse=True)


def _sketch(view: View, key: str, reports: Sequence[str], times: Mapping[str, datetime]) -> Story:
    """A story by its newest reports."""
    newest = sorted(reports, key=lambda each: (times.get(each, BEGINNING), each))[-NAMED_BY:]
    return story_of(key, list(features_for(view, newest).values()))


def _row(view: View, key: str, reports: Sequence[str], times: Mapping[str, datetime]) -> Record:
    sketch = _sketch(view, key, reports, times)
    dated = sorted(times[each] for each in reports if each in times)
    since, until = (dated[0], dated[-1]) if dated else (None, None)
    placed = placements_of(view, reports)
    newest = max(reports, key=lambda each: (times.get(each, BEGINNING), each))
    headline = headlines_of(view, [newest]).get(newest)
    return {
        "key": key,
        "newest": headline_record(headline) if headline else None,
        "name": sketch.name or "a story without names",
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "reports": len(reports),
        "origins": len({placed[each].origin if each in placed else each for each in reports}),
        "life": life_of(dated, view.as_of).value,
        "trend": counts_over(dated, since, until),
        "names": list(sketch.names),
        "places": list(sketch.places),
        "events": list(sketch.events),
    }


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


def _told_gone(view: View, key: str) -> str:
    """Why there is no such story: it never was, or it went into another."""
    if not stories_named(view, [key]):
        return "there is no such story"
    into = next(_each_home(view, key), None)
    return f"this story is no more; its reports are in {into}" if into else "this story is no more"


def _each_home(view: View, key: str) -> Iterator[str]:
    for _, each in turns_of(view, key, most=TURNS):
        if each.other == key:
            yield each.story
