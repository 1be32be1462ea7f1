"""Who stands with a claim and who against it: every independent source, with its claims."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.source import Credibility


class Bearing(StrEnum):
    """What another source's claim does to a claim."""

    SUPPORTS = "supports"
    """It says the same, or more."""
    DENIES = "denies"
    """It says that it is not so; of a denial: that it is so."""
    OTHER_FIGURE = "other figure"
    """The same happening with a figure that cannot be true together with the claim's."""
    OTHER_PLACE = "other place"
    """The same happening somewhere else."""
    OTHER_TIME = "other time"
    """The same happening at another time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One independent source, with what it says of a claim.

    Attributes:
        bearing: what it does to the claim.
        source: canonical name of whom the claims start from.
        claims: keys of the claims by which it says so, the newest first.
        origins: keys of the origins that printed them.
        words: the figure, place or time that it gives, else its content, in its own words.
        party: whether it belongs to a state that the claim is about.
        counts: whether it counts as a source: somebody named, an office, or an outlet that
            vouches itself; hearsay and nameless sources do not.
        withdrawn: why none of its claims counts any more, empty where one does.
    """

    bearing: Bearing
    source: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    words: str
    party: bool
    counts: bool
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """What the other sources say of one claim.

    Attributes:
        claim: key of the claim.
        sides: every source that says something of it, those that support it first, its own
            source among them; the nearest first.
        independent: independent sources that support it and still count, its own among them.
        denying: independent sources that deny it and still count.
        party_only: whether every source that supports it is a party to it.
        credibility: Admiralty 1 to 6.
        reasons: why that credibility, in words, the main one first.
        withdrawn: why the claim itself counts no more, empty where it does.
        made_by: name and version of what found it.
    """

    claim: str
    sides: tuple[Side, ...]
    independent: int
    denying: int
    party_only: bool
    credibility: Credibility
    reasons: tuple[str, ...]
    withdrawn: str
    made_by: str
