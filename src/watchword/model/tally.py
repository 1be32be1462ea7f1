"""In how many reports and claims somebody, somewhere or something is told."""

from dataclasses import dataclass
from enum import StrEnum


class TallyKind(StrEnum):
    """What is counted; of several readings of a report the latest one's counts."""

    ALL = "all"
    """Every report and every claim, under an empty name."""
    READ = "read"
    """Reports that a reader has read, under an empty name."""
    TRIED = "tried"
    """Reports that a reader has read or failed to, under an empty name."""
    DAY = "day"
    """By the day of publication, as 2024-10-23 in UTC."""
    MONTH = "month"
    """By the month of publication, as 2024-10."""
    OUTLET = "outlet"
    """By who published it."""
    ACTOR = "actor"
    """Who a report speaks of, with the country: reports alone."""
    PLACE = "place"
    """Where a report speaks of, with country and GeoNames id ("RU:552548"): reports alone."""
    ACTS = "acts"
    """Who acts in a claim."""
    SOURCE = "source"
    """Whom a claim comes from first."""
    WHERE = "where"
    """Where a claim happens, with the country."""
    COUNTRY = "country"
    """In which country a claim happens, ISO 3166-1 alpha-2."""
    EVENT = "event"
    """PLOVER type of a claim."""
    MODALITY = "modality"
    """How firmly it is claimed."""
    STORY = "story"
    """By the key of the story: reports alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often one name is told.

    Attributes:
        kind: what is counted.
        name: the name.
        mark: what tells it from others of its name: a country, a place's id; empty where nothing.
        reports: how many reports have it.
        claims: how many claims have it; 0 for what is counted in reports alone.
    """

    kind: TallyKind
    name: str
    mark: str = ""
    reports: int
    claims: int = 0
