"""What a person's yes or no to a proposal comes to: a ruling that the register obeys."""

from datetime import date, datetime

from watchword.model.proposal import Proposal, ProposalKind
from watchword.model.ruling import Ruling, RulingKind
from watchword.resolve.register import Register


def accept(proposal: Proposal, by: str, at: datetime, *, since: date | None = None) -> Ruling:
    """The ruling that what is proposed is so.

    Args:
        proposal: what is proposed.
        by: who accepts it.
        at: when, aware UTC.
        since: for a tenure its first day; where that is not known, it is held at least since the
            day of the report that told it.
    """
    return Ruling(
        kind=_ACCEPTED[proposal.kind],
        identity=proposal.identity,
        other=proposal.other,
        words=proposal.words,
        by=by,
        at=at,
        since=since or proposal.seen,
    )


def refuse(proposal: Proposal, by: str, at: datetime) -> Ruling:
    """The ruling that what is proposed is not so; it is not proposed again.

    Args:
        proposal: what is proposed.
        by: who refuses it.
        at: when, aware UTC.
    """
    return Ruling(
        kind=_REFUSED[proposal.kind],
        identity=proposal.identity,
        other=proposal.other,
        words=proposal.words,
        by=by,
        at=at,
    )


def is_refused(proposal: Proposal, register: Register) -> bool:
    """Whether a person ruled against what is proposed."""
    kind = _REFUSED[proposal.kind]
    return register.is_refused(kind, proposal.identity, proposal.other or "", proposal.words)


_ACCEPTED = {
    ProposalKind.SAME: RulingKind.SAME,
    ProposalKind.ALIAS: RulingKind.ALIAS,
    ProposalKind.TENURE: RulingKind.TENURE,
    ProposalKind.PARENT: RulingKind.PARENT,
}
_REFUSED = {
    ProposalKind.SAME: RulingKind.APART,
    ProposalKind.ALIAS: RulingKind.NO_ALIAS,
    ProposalKind.TENURE: RulingKind.NO_TENURE,
    ProposalKind.PARENT: RulingKind.NO_PARENT,
}
