"""A story as it is shown: what it is called, when it ran, who and where it is about."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from watchword.model.story import Story, StoryFeatures

NAMES_SHOWN = 3
"""Names that a story is called by."""
MAIN = 8
"""Names, places and event types of a story that are kept as its main ones."""

_UNDATED = datetime.max.replace(tzinfo=UTC)


def story_of(key: str, features: Sequence[StoryFeatures]) -> Story:
    """Sum up a story.

    Args:
        key: its key.
        features: those of its reports, one or more.
    """
    ordered = sorted(features, key=lambda each: (each.at or _UNDATED, each.report))
    times = tuple(each.at for each in ordered if each.at is not None)
    names = _most_told(Counter(name for each in ordered for name, _ in each.names))
    spelt = {
        name: written
        for each in reversed(ordered)
        for (name, _), written in zip(each.names, each.spelt, strict=False)
    }
    places = {place for each in ordered for place in each.places}
    return Story(
        key=key,
        name=", ".join(spelt.get(name, name) for name in names[:NAMES_SHOWN]),
        reports=tuple(each.report for each in ordered),
        since=times[0] if times else None,
        until=times[-1] if times else None,
        names=names,
        places=tuple(name for name in names if name in places),
        events=_most_told(Counter(event for each in ordered for event, _ in each.events)),
        times=times,
    )


def _most_told(counts: Counter[str]) -> tuple[str, ...]:
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(name for name, _ in ranked[:MAIN])
