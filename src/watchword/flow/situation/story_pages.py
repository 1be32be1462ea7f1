"""Stories as pages show them: the list of them, and one with its reports and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from watchword.errors import MissingError
from watchword.flow.decision_records import decisions_on
from watchword.flow.situation.stories import stories_as_of
from watchword.flow.situation.story_rows import headline_record, names_of_stories, story_rows
from watchword.flow.span_records import Record
from watchword.model.headline import Headline
from watchword.model.origin import OriginDecision
from watchword.model.story import StoryDecision
from watchword.model.tally import TallyKind
from watchword.store import View
from watchword.store.browsing.counted import is_as_now
from watchword.store.browsing.names import NamesAsked, most_told
from watchword.store.browsing.stories import StoriesAsked, count_stories, newest_stories
from watchword.store.decisions import each_decision, each_standing_decision
from watchword.store.headlines import headlines_of
from watchword.store.members import members_of
from watchword.store.origins import placements_of
from watchword.store.reports import times_of_reports
from watchword.store.stories import arrivals_of, stories_named, turns_of
from watchword.store.transactions import BEGINNING

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
    if _is_ranked_by_store(view, wanted):
        shown, total = _ranked_by_store(view, wanted)
        stories: Mapping[str, Sequence[str]] = members_of(view, shown)
    else:
        times = times_of_reports(view)
        stories = {
            key: reports
            for key, reports in stories_as_of(view).items()
            if _fits(reports, times, wanted)
        }
        ranked = _ranked(stories, times, wanted.order)
        shown, total = ranked[wanted.start : wanted.start + wanted.limit], len(ranked)
    more = wanted.start + wanted.limit < total
    return {
        "stories": story_rows(view, {key: stories[key] for key in shown}),
        "total": total,
        "next": str(wanted.start + wanted.limit) if more else None,
    }


def named(view: View, key: str, reports: Sequence[str]) -> str:
    """What a story is called: the names that its newest reports have most."""
    return names_of_stories(view, {key: reports})[key]


def _is_ranked_by_store(view: View, wanted: StoriesWanted) -> bool:
    """Whether the record can tell a page without going through all stories."""
    narrowed = wanted.among is not None or wanted.since or wanted.until
    return not narrowed and wanted.order != "oldest" and is_as_now(view)


def _ranked_by_store(view: View, wanted: StoriesWanted) -> tuple[list[str], int]:
    """The stories of a page, and how many there are of enough reports."""
    total = count_stories(view, least=wanted.least)
    upto = min(wanted.start + wanted.limit, total)
    if wanted.order == "largest":
        asked = NamesAsked(
            kind=TallyKind.STORY, start=wanted.start, most=max(1, upto - wanted.start)
        )
        return [each.name for each in most_told(view, asked).rows][: upto - wanted.start], total
    newest = newest_stories(view, StoriesAsked(least=wanted.least, most=max(1, upto)))
    return [each.key for each in newest.rows][wanted.start : upto], total


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
        raise MissingError(_told_gone(view, key), key=key)
    headlines = headlines_of(view, reports)
    prints = _prints(reports, headlines, placements_of(view, reports))
    shown = prints[start : start + limit]
    arrivals = arrivals_of(view, [each for group in shown for each in group])
    more = start + limit < len(prints)
    (row,) = story_rows(view, {key: reports})
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


def _others(view: View, key: str) -> list[Record]:
    """The stories with the newest reports, beside one: what it may be merged with."""
    newest = newest_stories(view, StoriesAsked(most=OTHERS)).rows
    return [
        {"key": each.key, "title": each.title or each.key, "reports": each.reports}
        for each in newest
        if each.key != key
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
