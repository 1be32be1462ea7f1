"""Stories as lists show them, many at once: what all of them need is read together."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from watchword.flow.span_records import Record
from watchword.flow.trends import counts_over
from watchword.group.stories import story_of
from watchword.group.stories.life import life_of
from watchword.model.headline import Headline
from watchword.model.story import Story, StoryFeatures
from watchword.store import View
from watchword.store.headlines import headlines_of
from watchword.store.origins import origins_among
from watchword.store.reports import times_among
from watchword.store.stories import sketches_for
from watchword.store.transactions import BEGINNING

NAMED_BY = 40
"""Reports that a story's name is taken from at most, the newest: what a list needs at once."""


def story_rows(view: View, stories: Mapping[str, Sequence[str]]) -> list[Record]:
    """Stories as a list shows them, in the order given.

    Args:
        view: the record, as known at an instant.
        stories: their reports, by their keys.
    """
    reports = [each for told in stories.values() for each in told]
    times, origins = times_among(view, reports), origins_among(view, reports)
    newest = {key: _newest(told, times) for key, told in stories.items()}
    sketched = sketches_for(view, [each for last in newest.values() for each in last])
    headlines = headlines_of(view, [last[-1] for last in newest.values()])
    return [
        {
            **_head(_sketch(key, newest[key], sketched), headlines.get(newest[key][-1])),
            **_life(view, [times[each] for each in told if each in times]),
            "reports": len(told),
            "origins": len({origins.get(each, each) for each in told}),
        }
        for key, told in stories.items()
    ]


def names_of_stories(view: View, stories: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What stories are called, by their keys: the names that their newest reports have most."""
    reports = [each for told in stories.values() for each in told]
    times = times_among(view, reports)
    newest = {key: _newest(told, times) for key, told in stories.items()}
    sketched = sketches_for(view, [each for last in newest.values() for each in last])
    return {key: _sketch(key, last, sketched).name for key, last in newest.items()}


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


def _newest(reports: Sequence[str], times: Mapping[str, datetime]) -> list[str]:
    return sorted(reports, key=lambda each: (times.get(each, BEGINNING), each))[-NAMED_BY:]


def _sketch(key: str, newest: Sequence[str], sketched: Mapping[str, StoryFeatures]) -> Story:
    """A story by its newest reports."""
    return story_of(key, [sketched[each] for each in newest if each in sketched])


def _head(sketch: Story, newest: Headline | None) -> Record:
    return {
        "key": sketch.key,
        "newest": headline_record(newest) if newest else None,
        "name": sketch.name or "a story without names",
        "names": list(sketch.names),
        "places": list(sketch.places),
        "events": list(sketch.events),
    }


def _life(view: View, times: Sequence[datetime]) -> Record:
    dated = sorted(times)
    since, until = (dated[0], dated[-1]) if dated else (None, None)
    return {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "life": life_of(dated, view.as_of).value,
        "trend": counts_over(dated, since, until),
    }
