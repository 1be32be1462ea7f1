"""Stories: the list of them, one of them, what weighs in it, and what regrouping would change."""

from typing import Literal

from watchword.desk.ask import Ask, Key, Keys, Line, OptionalKey, Page, Scoped
from watchword.desk.entries import DeskView
from watchword.desk.paging import cursor_for, place_in, start_of
from watchword.desk.seen import Seen
from watchword.flow.situation.actor_names import known_as, names_told
from watchword.flow.situation.actors import register_as_of
from watchword.flow.situation.regrouping import plan_merge, plan_split, regrouping_record
from watchword.flow.situation.searching import Wanted, search_record
from watchword.flow.situation.story_pages import StoriesWanted, list_stories, show_story_page
from watchword.flow.situation.story_weight import weigh_story
from watchword.flow.span_records import Record
from watchword.model.search import Query, Sought

FOUND = 500
"""Reports that a search for stories looks at, the best ones."""


class StoriesAsk(Page, Scoped):
    """Which stories are asked for.

    Attributes:
        q: words that a report of the story has.
        order: newest activity first, or most reports first.
        least: fewest reports.
    """

    q: Line = ""
    order: Literal["newest", "largest"] = "newest"
    least: int = 1


class StoryAsk(Page):
    """Which story is asked for.

    Attributes:
        key: its key.
    """

    key: Key


class RegroupingAsk(Ask):
    """What would be regrouped.

    Attributes:
        key: key of the story that reports leave.
        report: keys of the reports; none for all of them.
        into: key of the story that they go into, None for a new one.
    """

    key: Key
    report: Keys = ()
    into: OptionalKey = None


def find_all(seen: Seen, ask: StoriesAsk) -> Record:
    """A page of the stories."""
    wanted = StoriesWanted(
        order=ask.order,
        names=tuple(name for each in ask.actor for name in _names(seen, each)),
        among=_among(seen, ask),
        since=ask.since,
        until=ask.until,
        least=ask.least,
        after=place_in(ask.cursor),
        limit=ask.limit,
    )
    with seen.view() as view:
        found, place = list_stories(view, wanted)
    return {**found, "next": cursor_for(place)}


def find_one(seen: Seen, ask: StoryAsk) -> Record:
    """A story with its reports and what became of it.

    Raises:
        MissingError: if there is no such story.
    """
    with seen.view() as view:
        return show_story_page(view, ask.key, start=start_of(ask.cursor), limit=ask.limit)


def find_weight(seen: Seen, ask: StoryAsk) -> Record:
    """What is claimed in a story, the weightiest first, its figures, and what it goes on with.

    Raises:
        MissingError: if there is no such story.
    """
    return weigh_story(seen.store, seen.as_of, ask.key)


def find_regrouping(seen: Seen, ask: RegroupingAsk) -> Record:
    """What splitting or merging would change.

    Raises:
        MissingError: if there is no such story.
        RefusedError: if it would change nothing, or leave nothing.
    """
    with seen.view() as view:
        if not ask.report and ask.into:
            plan = plan_merge(view, ask.key, ask.into)
        else:
            plan = plan_split(view, ask.key, ask.report, ask.into)
        return {**regrouping_record(view, plan), "key": ask.key}


def _names(seen: Seen, name: str) -> tuple[str, ...]:
    """Every name of the one who is called so; the name alone where several are, or nobody is."""
    with seen.view() as view:
        register = register_as_of(view)
        identity = register.identity(name) or known_as(register, name)
        return names_told(view, register, identity) if identity else (name,)


def _among(seen: Seen, ask: StoriesAsk) -> list[str] | None:
    """The reports of which a story must have one; None where no words are asked for."""
    if not (ask.q or ask.place):
        return None
    names = tuple(name for each in ask.actor for name in _names(seen, each))
    query = Query(words=ask.q, kind=Sought.REPORTS, actors=names, places=ask.place, limit=FOUND)
    wanted = Wanted(query=query, by_meaning=False, as_of=seen.as_of)
    return [hit.report for hit in search_record(seen.store, wanted, seen.engine())]


STORIES = DeskView(
    name="stories",
    summary="Reports on the same happening, story by story",
    asks=StoriesAsk,
    find=find_all,
)
STORY = DeskView(
    name="story",
    summary="One story: its reports by origin, why each is in it, what became of it",
    asks=StoryAsk,
    find=find_one,
)
STORY_WEIGHT = DeskView(
    name="story-weight",
    summary="What weighs in a story: its claims and figures, and the storyline it is part of",
    asks=StoryAsk,
    find=find_weight,
    is_heavy=True,
)
REGROUPING = DeskView(
    name="regrouping",
    summary="What splitting a story, or merging it into another, would change",
    asks=RegroupingAsk,
    find=find_regrouping,
)
