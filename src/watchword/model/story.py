"""Reports on the same happening, what a report is grouped by, and why it was put where it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Counted = tuple[tuple[str, int], ...]
"""Words or names with how often each stands in a text, in alphabetical order."""


class StoryStep(StrEnum):
    """What a decision does."""

    START = "start"
    """The report begins a story."""
    JOIN = "join"
    """The report goes into a story that is there."""
    MERGE = "merge"
    """All reports of the other story go into the story; the other one is no more."""
    SPLIT = "split"
    """The report leaves the other story and goes into the story, which may be new."""


class Life(StrEnum):
    """Whether there is news of a story at a time."""

    GROWING = "growing"
    QUIET = "quiet"
    REOPENED = "reopened"
    """It grows again after it had been quiet."""


class RulingKind(StrEnum):
    """What a person says about stories, which holds for good."""

    ONE = "one"
    """Two stories are one."""
    APART = "apart"
    """Two stories are not one."""
    BELONGS = "belongs"
    """A report belongs in a story."""
    STRANGER = "stranger"
    """A report does not belong in a story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFeatures:
    """What a report is grouped by: small, and kept so that grouping goes on after a restart.

    Attributes:
        report: key of the report.
        at: when it was published; None where that is not known.
        words: stems of its words with their counts, those that say little left out.
        pairs: stems that stand side by side.
        names: names of people, bodies, places and things, case folded.
        countries: ISO 3166-1 alpha-2 codes, with how often each is spoken of.
        events: PLOVER types of its claims.
        numbers: figures as written, without years.
        places: those of the names that are places, in order of the alphabet.
        spelt: the names as the report spells them, each beside its entry in `names`.
        vector: direction of its meaning, 384 half-precision floats, little-endian, of length one;
            None where no engine gave one.
        origin: key of the origin that it prints, None where it is not known to print one.
    """

    report: str
    at: datetime | None
    words: Counted
    pairs: Counted
    names: Counted
    countries: Counted
    events: Counted
    numbers: tuple[str, ...]
    places: tuple[str, ...] = ()
    spelt: tuple[str, ...] = ()
    vector: bytes | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReason:
    """One thing that speaks for a decision, or against it.

    Attributes:
        words: what it is, with its own number ("shares Kursk and Russia with it (0.41)").
        share: what it adds to the score; below zero it speaks against.
    """

    words: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDecision:
    """Where a report was put, or what became of two stories.

    Attributes:
        key: content key.
        step: what it does.
        story: key of the story that it is about.
        report: key of the report that led to it; of a split, the report that moves.
        other: of a merge, the story that is no more; of a split, the story that is left; of a
            start, the nearest story, None where there was none near.
        score: sum of the reasons' shares. From 0 a report joins; a start has that of the nearest
            story; None where a person, an origin or an empty shelf decided.
        reasons: why, in words and numbers.
        made_by: name and version of what decided, or who ruled.
    """

    key: str
    step: StoryStep
    story: str
    report: str
    other: str | None
    score: float | None
    reasons: tuple[StoryReason, ...]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRuling:
    """What a person said about stories. The later of two that contradict each other holds.

    Attributes:
        kind: what is said.
        story: key of the story.
        other: key of the other story, for `ONE` and `APART`; else None.
        report: key of the report, for `BELONGS` and `STRANGER`; else None.
        made_by: who said so.
    """

    kind: RulingKind
    story: str
    other: str | None = None
    report: str | None = None
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports on the same happening.

    Attributes:
        key: key of the story, from its first report.
        name: what it is called: its most frequent names, as its reports spell them.
        reports: keys of its reports, in order of publication; undated ones last.
        since: publication of the first report, None where no report is dated.
        until: publication of the last one.
        names: its main names, case folded, the most frequent first.
        places: those of them that are places.
        events: its PLOVER types, the most frequent first.
        times: when its dated reports were published, in order.
    """

    key: str
    name: str
    reports: tuple[str, ...]
    since: datetime | None
    until: datetime | None
    names: tuple[str, ...]
    places: tuple[str, ...]
    events: tuple[str, ...]
    times: tuple[datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """Stories of one matter that lie apart in time.

    Attributes:
        key: content key.
        stories: keys of the stories, in order of time; two or more.
        shared: names that each of them shares with the one before.
    """

    key: str
    stories: tuple[str, ...]
    shared: tuple[str, ...]
