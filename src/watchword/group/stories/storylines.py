"""Stories of one matter over weeks: the same people, places and sort of deed, apart in time.

A storyline merges nothing. It says that a story goes on where an earlier one had ended.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from hashlib import sha256

from watchword.model.story import Story, Storyline

LEAST_SHARED = 2
"""Main names that two stories share to be of one matter, one of them a place."""
CROWDED = 200
"""Stories after which a name brings no earlier story: everything is about it."""
LONGEST_SILENCE = timedelta(days=120)
"""Between the end of a story and the start of one that goes on with it."""


def find_storylines(stories: Sequence[Story]) -> tuple[Storyline, ...]:
    """Link each story to the last one before it that is of the same matter.

    Two stories are of the same matter where they share two main names or more, one of them a
    place, and a main type of event where both have any; the later one starts after the earlier
    one has ended. Undated stories are in no storyline.
    """
    dated = [each for each in stories if each.since is not None and each.until is not None]
    dated.sort(key=lambda story: (story.since, story.key))
    line_of: dict[str, list[Story]] = {}
    shared_of: dict[int, dict[str, None]] = defaultdict(dict)
    by_name: dict[str, list[Story]] = defaultdict(list)
    for story in dated:
        line = [story]
        earlier = max(
            _each_earlier(story, by_name), key=lambda each: (each.until, each.key), default=None
        )
        if earlier is not None:
            line = line_of[earlier.key]
            line.append(story)
            shared_of[id(line)].update(dict.fromkeys(_shared(earlier, story)))
        line_of[story.key] = line
        for name in story.names:
            by_name[name].append(story)
    lines = {id(line): line for line in line_of.values() if len(line) > 1}
    return tuple(_storyline(line, tuple(shared_of[number])) for number, line in lines.items())


def _each_earlier(story: Story, by_name: dict[str, list[Story]]) -> Iterator[Story]:
    seen: set[str] = set()
    for name in story.names:
        bearers = by_name.get(name, [])
        for earlier in bearers if len(bearers) <= CROWDED else bearers[-CROWDED:]:
            if earlier.key not in seen and _goes_on(earlier, story):
                yield earlier
            seen.add(earlier.key)


def _goes_on(earlier: Story, later: Story) -> bool:
    if earlier.until is None or later.since is None:
        return False
    if not timedelta(0) < later.since - earlier.until <= LONGEST_SILENCE:
        return False
    if earlier.events and later.events and set(earlier.events).isdisjoint(later.events):
        return False
    shared = _shared(earlier, later)
    places = set(earlier.places) & set(later.places)
    return len(shared) >= LEAST_SHARED and not places.isdisjoint(shared)


def _shared(earlier: Story, later: Story) -> list[str]:
    return [name for name in later.names if name in earlier.names]


def _storyline(line: Sequence[Story], shared: tuple[str, ...]) -> Storyline:
    keys = tuple(story.key for story in line)
    digest = sha256("\n".join(("storyline", *keys)).encode()).hexdigest()[:16]
    return Storyline(key=digest, stories=keys, shared=shared)
