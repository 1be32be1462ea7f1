"""One statement told more firmly, or less, than it was told before."""

from dataclasses import dataclass
from enum import StrEnum

from watchword.model.span import Span


class Way(StrEnum):
    """Which way a retelling goes."""

    HARDENED = "hardened"
    SOFTENED = "softened"
    MIXED = "mixed"
    """Harder in one respect and softer in another."""


class Respect(StrEnum):
    """In what a retelling differs."""

    MODALITY = "modality"
    """Estimated, planned, considered or unconfirmed becomes asserted, or the other way."""
    HEDGE = "hedge"
    """A word that softens is lost or put in."""
    CONDITION = "condition"
    FIGURE = "figure"
    """ "About" or "up to" is lost or put in."""
    CHAIN = "chain"
    """A source is named no more, or named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftStep:
    """One respect in which a retelling differs.

    Attributes:
        respect: in what.
        way: whether it is harder or softer.
        before: the words in the earlier claim that show it; None where it has none.
        after: the words in the later claim; None where it has none.
        told: what changed, in words.
    """

    respect: Respect
    way: Way
    before: Span | None
    after: Span | None
    told: str


class Retelling(StrEnum):
    """Why two claims are held to be one statement."""

    COPY = "copy"
    """Their reports print one text."""
    CITED = "cited"
    """The later report names the earlier one's outlet as its source."""
    SAME_SOURCE = "same source"
    """Both come from one source, within days, in nearly the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One statement that is told otherwise than it was told before.

    Attributes:
        key: content key.
        earlier: key of the claim that tells it first.
        later: key of the claim that tells it otherwise.
        retelling: why the two are held to be one statement.
        way: hardened, softened or mixed.
        steps: in what they differ, one at least.
        is_order_known: whether it is known which of the two came first; where both bear one
            day and no hour it is not.
        made_by: name and version of what found it.
    """

    key: str
    earlier: str
    later: str
    retelling: Retelling
    way: Way
    steps: tuple[DriftStep, ...]
    is_order_known: bool
    made_by: str
