"""What weighs in a story: what is claimed in it, its figures, and the storyline it is part of."""

from dataclasses import replace
from datetime import datetime

from watchword.errors import MissingError
from watchword.flow.knowing import Around, known_of
from watchword.flow.span_records import Record
from watchword.flow.weighing import states_of
from watchword.group.stories import story_of
from watchword.group.stories.storylines import LONGEST_SILENCE, find_storylines
from watchword.model.finding import Finding
from watchword.model.known import Known
from watchword.model.story import Story
from watchword.model.story_outline import StoryOutline
from watchword.model.track import Track
from watchword.relate.findings import find_findings
from watchword.relate.track_sums import sum_track
from watchword.relate.tracks import find_tracks
from watchword.store import Store, View
from watchword.store.browsing.stories import StoriesAsked, newest_stories, outline_stories
from watchword.store.members import newest_members
from watchword.store.origins import placements_of
from watchword.store.readings import each_reading
from watchword.store.stories import features_for

READ = 600
"""Reports of a story that are looked at, its newest ones: what takes about two seconds."""
SHOWN = 30
"""Findings and figures that are told at most, each."""
BESIDE = 40
"""Stories before it, and after it, that may be of one storyline with it, the last ones."""
NAMED_BY = 20
"""Reports that each of those is known by, its newest ones."""


def weigh_story(store: Store, as_of: datetime, key: str) -> Record:
    """What is claimed in a story, the weightiest first, its figures, and its storyline.

    Args:
        store: the record.
        as_of: nothing learnt later is looked at.
        key: key of the story.

    Raises:
        MissingError: if there is no such story.
    """
    with store.viewing(as_of) as view:
        outline = next(iter(outline_stories(view, [key])), None)
        if outline is None:
            raise MissingError("there is no such story", key=key)
        newest = newest_members(view, key, most=READ)
        read = tuple(each_reading(view, keys=newest))
        placed = tuple(placements_of(view, newest).values())
        line = _storyline(view, key)
    known = known_of(read, Around(as_of=as_of, placements=placed))
    claims = tuple(known.claims.values())
    findings = find_findings(claims, known.reports, known.origins, states_of(known), known.events)
    tracks = find_tracks(claims, known.reports, known.origins)
    return {
        "key": key,
        "reports": outline.reports,
        "looked_at": len(newest),
        "findings": [_finding(each, known) for each in findings[:SHOWN]],
        "tracks": [_track(each, known) for each in tracks[:SHOWN]],
        "storyline": line,
    }


def _finding(found: Finding, known: Known) -> Record:
    claim = known.claims[found.lead]
    report = known.reports[claim.report]
    return {
        "claim": claim.key,
        "content": claim.content.quote,
        "sentence": claim.sentence.quote,
        "source_chain": [link.name for link in claim.attribution.links],
        "outlet": report.outlet,
        "published": report.published.at.isoformat() if report.published.at else None,
        "modality": claim.modality.value,
        "credibility": found.credibility.value,
        "supports": len(found.supports),
        "denies": len(found.denies),
        "origins": len(found.origins),
        "importance": found.importance,
    }


def _track(track: Track, known: Known) -> Record:
    total = sum_track(track, known.claims, known.reports)
    return {
        "track_id": track.key,
        "title": track.title,
        "unit": track.unit,
        "points": len(track.points),
        "low": total.low,
        "high": total.high,
        "open_above": total.open_above,
        "last": track.points[-1].figure.words,
        "claim": track.points[-1].claim,
    }


def _storyline(view: View, key: str) -> Record | None:
    """The stories that it goes on with, of those around it in time."""
    (own,) = outline_stories(view, [key])
    if own.since is None or own.until is None:
        return None
    later = StoriesAsked(until=own.until + LONGEST_SILENCE, most=BESIDE)
    pages = [newest_stories(view, each) for each in (replace(later, until=own.since), later)]
    near = {each.key: each for each in (own, *(row for page in pages for row in page.rows))}
    told = {each: _told(view, near[each]) for each in near}
    lines = find_storylines(tuple(told.values()))
    line = next((each for each in lines if key in each.stories), None)
    if line is None:
        return None
    return {
        "shared": list(line.shared),
        "stories": [_link(told[each], near[each].reports) for each in line.stories],
    }


def _told(view: View, outline: StoryOutline) -> Story:
    features = features_for(view, newest_members(view, outline.key, most=NAMED_BY))
    sketch = story_of(outline.key, list(features.values()))
    return replace(sketch, since=outline.since, until=outline.until)


def _link(story: Story, reports: int) -> Record:
    return {
        "key": story.key,
        "name": story.name,
        "since": story.since.isoformat() if story.since else None,
        "until": story.until.isoformat() if story.until else None,
        "reports": reports,
    }
