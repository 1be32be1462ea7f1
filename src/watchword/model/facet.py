"""What a search could be narrowed to, with how many of its hits each way would keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Facet(StrEnum):
    """By what hits are counted."""

    MODALITY = "modality"
    EVENT = "event"
    ACTOR = "actor"
    SOURCE = "source"
    OUTLET = "outlet"
    PLACE = "place"
    COUNTRY = "country"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCount:
    """How many hits have one value.

    Attributes:
        value: the value; a month as 2024-10.
        count: how many hits.
    """

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The hits of a query, counted.

    Attributes:
        counts: the values that most hits have, by facet, the most first.
        sampled: how many hits were counted.
        is_exact: whether these are all hits; else they are the newest or the best of them.
    """

    counts: Mapping[Facet, tuple[FacetCount, ...]]
    sampled: int
    is_exact: bool
