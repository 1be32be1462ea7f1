"""What a brief of one kind is to hold at each length, as a file that people can copy says it."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.plan import Length, Part, Plan, PlannedPart


class Asks(StrEnum):
    """What a template cannot do without."""

    EARLIER = "earlier"
    """An earlier brief, or a day, to tell what changed since."""
    QUESTION = "question"
    """A question that is to be answered."""
    PAIR = "pair"
    """Two whose relation is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PerLength:
    """A number for each length of a brief; 0 is nothing, or no bound."""

    screen: int = 0
    pages: int = 0
    full: int = 0

    def at(self, length: Length) -> int:
        """The number for a length."""
        return {Length.SCREEN: self.screen, Length.PAGES: self.pages, Length.FULL: self.full}[
            length
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePart:
    """A part of a brief, as a template wants it.

    Attributes:
        part: which.
        most: sentences, rows, sections or judgments at most; left out at a length of 0.
        each: sentences in one section at most; as planned anyway where 0.
        heading: what stands above it; its usual heading where empty.
    """

    part: Part
    most: PerLength
    each: PerLength = PerLength()
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a brief of one kind is to hold.

    Attributes:
        name: what it is called; small letters, digits and hyphens.
        description: what such a brief is.
        readers: whom it is for.
        asks: what it cannot do without; None for nothing.
        words: words before the sources at most; no bound where 0.
        parts: in the order of the page, each once.
        text: the file as it is, whole.
    """

    name: str
    description: str
    readers: str
    asks: Asks | None
    words: PerLength
    parts: tuple[TemplatePart, ...]
    text: str

    def plan(self, length: Length) -> Plan:
        """What a brief of a length is to hold."""
        return Plan(
            template=self.name,
            length=length,
            words=self.words.at(length),
            parts=tuple(
                _planned(each, most, each.each.at(length))
                for each in self.parts
                if (most := each.most.at(length))
            ),
        )


def _planned(wanted: TemplatePart, most: int, each: int) -> PlannedPart:
    if not each:
        return PlannedPart(part=wanted.part, most=most, heading=wanted.heading)
    return PlannedPart(part=wanted.part, most=most, each=each, heading=wanted.heading)
