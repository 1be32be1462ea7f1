"""Claims that say the same thing, weighed together."""

from dataclasses import dataclass

from watchword.model.source import Credibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing claimed, with every claim that supports or denies it.

    Attributes:
        key: content key.
        lead: key of the claim that tells it best: the newest well-sourced one.
        supports: keys of the claims that say it, the lead first.
        denies: keys of the claims that deny it.
        origins: keys of the independent origins of the supporting claims.
        sources: canonical names of the sources the supporting chains start from.
        credibility: Admiralty 1 to 6.
        reasons: why that credibility, in words.
        party_only: whether every origin is a party to the claim.
        importance: rank weight from 0 up; not a judgement of truth.
    """

    key: str
    lead: str
    supports: tuple[str, ...]
    denies: tuple[str, ...]
    origins: tuple[str, ...]
    sources: tuple[str, ...]
    credibility: Credibility
    reasons: tuple[str, ...]
    party_only: bool
    importance: float
