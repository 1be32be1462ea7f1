"""A piece of evidence that hypotheses are held against, and who stands behind it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.claim import Modality
from watchword.model.hypothesis import Proposal
from watchword.model.source import Credibility, Reliability
from watchword.model.span import Span


class PieceKind(StrEnum):
    """What a piece of evidence is."""

    CLAIM = "claim"
    """What reports claim: one thing, however many say it."""
    NOTE = "note"
    """What a person knows or has observed, on no report."""
    ASSUMPTION = "assumption"
    """What a person takes for granted."""


class Relevance(StrEnum):
    """How much a piece has to do with the question, as a person says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One independent source that says it.

    Attributes:
        source: canonical name of whom the claims start from.
        reliability: of the source.
        origins: keys of the origins that printed it; copies of one text are one origin.
        outlets: whose texts those are, in the order of the origins.
        claims: keys of the claims by which it says so, the newest first.
        party: whether it belongs to a state that the claim is about.
        counts: whether it counts as a source: not hearsay, not nameless.
    """

    source: str
    reliability: Reliability
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    party: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The words of one claim that a person picked.

    Attributes:
        claim: key of the claim.
        report: the `id` of the report.
        outlet: who published it, None where that is not told.
        published: when, None where that is not told.
        chain: who says so, outermost first; empty is the outlet's own voice.
        modality: how firmly.
        content: the words that are claimed, where they stand.
    """

    claim: str
    report: str
    outlet: str | None
    published: datetime | None
    chain: tuple[str, ...]
    modality: Modality
    content: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of evidence: one thing that is claimed, or a person's own word.

    Attributes:
        id: short name ("E1"), never given twice in one matrix.
        kind: what it is.
        text: what it says: of claims the words of the first, of a person theirs.
        by: who took it as evidence; empty where that is not told.
        at: when, aware UTC; None where that is not told.
        why: the reason given; empty without one.
        claims: keys of the claims that the person picked; empty of a person's own word.
        relevance: as a person says; None where nobody did.
        left_out: why it counts no more, and who says so; None where it counts.
        reliability: of the best source that says it, or as the person grades their own word.
        credibility: of the claim, or as the person grades their own word.
        reasons: why that credibility, in words.
        tellers: the sources that say it.
        quoted: the words of the picked claims.
        withdrawn: why its claims count no more, or are not known; empty where they count.
        proposals: what the machine proposes, one a hypothesis; empty of a person's own word.
        made_by: name and version of what weighed it; empty where nothing did.
    """

    id: str
    kind: PieceKind
    text: str
    by: str = ""
    at: datetime | None = None
    why: str = ""
    claims: tuple[str, ...] = ()
    relevance: Relevance | None = None
    left_out: str | None = None
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    reasons: tuple[str, ...] = ()
    tellers: tuple[Teller, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    withdrawn: str = ""
    proposals: tuple[Proposal, ...] = ()
    made_by: str = ""

    @property
    def counts(self) -> bool:
        """Whether it enters the scores: neither left out nor withdrawn."""
        return self.left_out is None and not self.withdrawn

    @property
    def origins(self) -> tuple[str, ...]:
        """Keys of the origins that print it; of a person's own word, the piece itself.

        Sources that count stand before those that do not: where one counts, the origins of the
        nameless add nothing.
        """
        counting = [each for each in self.tellers if each.counts] or list(self.tellers)
        found = dict.fromkeys(origin for each in counting for origin in each.origins)
        return tuple(found) or (f"{self.kind.value} {self.id}",)
