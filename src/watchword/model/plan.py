"""What a brief is to hold, in which order and how much of it."""

from dataclasses import dataclass
from enum import StrEnum


class Length(StrEnum):
    """How long a brief is to be."""

    SCREEN = "screen"
    PAGES = "pages"
    FULL = "full"


class Part(StrEnum):
    """What a brief can hold; the order here is that of a brief nobody planned."""

    JUDGMENTS = "judgments"
    OVERVIEW = "overview"
    TIMELINE = "timeline"
    SECTIONS = "sections"
    CONTESTS = "contests"
    RELATIONS = "relations"
    POSITIONS = "positions"
    SCENARIOS = "scenarios"
    HYPOTHESES = "hypotheses"
    INDICATORS = "indicators"
    FORECASTS = "forecasts"
    CHANGES = "changes"
    WATCH = "watch"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """A part that a brief is to hold.

    Attributes:
        part: which.
        most: sentences, rows, sections or judgments at most, from 1.
        each: sentences in one section at most, from 1; of no meaning elsewhere.
        heading: what stands above it; the part's usual heading where empty.
    """

    part: Part
    most: int
    each: int = 8
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a brief is to hold.

    Attributes:
        template: name of the template that it comes from.
        length: how long it is to be.
        parts: what it holds, in the order of the page, each part once.
        words: words before the sources at most; 0 for no bound.
    """

    template: str
    length: Length
    parts: tuple[PlannedPart, ...]
    words: int = 0

    def of(self, part: Part) -> PlannedPart | None:
        """The plan for a part, None where the brief is not to hold it."""
        return next((each for each in self.parts if each.part is part), None)


FULL = Plan(
    template="situation",
    length=Length.FULL,
    parts=(
        PlannedPart(part=Part.JUDGMENTS, most=6),
        PlannedPart(part=Part.OVERVIEW, most=4),
        PlannedPart(part=Part.SECTIONS, most=7),
        PlannedPart(part=Part.CONTESTS, most=4),
        PlannedPart(part=Part.RELATIONS, most=3),
        PlannedPart(part=Part.POSITIONS, most=6),
        PlannedPart(part=Part.SCENARIOS, most=6),
        PlannedPart(part=Part.HYPOTHESES, most=6),
        PlannedPart(part=Part.INDICATORS, most=8),
        PlannedPart(part=Part.FORECASTS, most=6),
        PlannedPart(part=Part.CHANGES, most=12),
        PlannedPart(part=Part.WATCH, most=6),
    ),
)
"""The plan of a brief nobody asked to be otherwise: a situation, in full."""
