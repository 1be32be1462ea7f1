"""Who agrees, who does not, what drifted and what became of it, as plain records with claims."""

from collections.abc import Iterable

from watchword.flow.records import record_of
from watchword.flow.span_records import Record, span_record
from watchword.model.contradiction import Contradiction
from watchword.model.corroboration import Corroboration
from watchword.model.drift import Drift
from watchword.model.known import Known
from watchword.model.source_record import Outcome, SourceGrade


def corroboration_record(found: Corroboration, drifts: Iterable[Drift], known: Known) -> Record:
    """The record of a claim with what the other sources say of it, and how it is told again."""
    return {
        "claim": _claim(found.claim, known),
        "published": _day(found.claim, known),
        "withdrawn": found.withdrawn or None,
        "credibility": found.credibility.value,
        "reasons": list(found.reasons),
        "independent": found.independent,
        "denying": found.denying,
        "party_only": found.party_only,
        "sides": [
            {
                "bearing": side.bearing.value,
                "source": side.source,
                "words": side.words,
                "party": side.party,
                "counts": side.counts,
                "withdrawn": side.withdrawn or None,
                "origins": list(side.origins),
                "claims": [_claim(key, known) for key in side.claims],
            }
            for side in found.sides
        ],
        "drift": [drift_record(each, known) for each in drifts],
        "made_by": found.made_by,
    }


def contradiction_record(found: Contradiction, known: Known) -> Record:
    """The record of a contradiction, its accounts side by side."""
    return {
        "contradiction_id": found.key,
        "kind": found.bearing.value,
        "importance": found.importance,
        "reason": found.reason,
        "accounts": [
            {
                "words": account.words,
                "denies": account.denies,
                "sources": list(account.sources),
                "independent": account.independent,
                "party_only": account.party_only,
                "origins": list(account.origins),
                "claims": [_claim(key, known) for key in account.claims],
            }
            for account in found.accounts
        ],
        "made_by": found.made_by,
    }


def drift_record(found: Drift, known: Known) -> Record:
    """The record of a statement that is told otherwise than before."""
    return {
        "drift_id": found.key,
        "way": found.way.value,
        "retelling": found.retelling.value,
        "order_known": found.is_order_known,
        "steps": [
            {
                "respect": step.respect.value,
                "way": step.way.value,
                "told": step.told,
                "before": span_record(step.before) if step.before else None,
                "after": span_record(step.after) if step.after else None,
            }
            for step in found.steps
        ],
        "earlier": _claim(found.earlier, known),
        "later": _claim(found.later, known),
        "made_by": found.made_by,
    }


def source_record(found: SourceGrade, known: Known) -> Record:
    """The record of a source: its grade, by what, and every claim that was settled."""
    return {
        "source": found.record.name,
        "grade": found.reliability.value,
        "given": found.given.value if found.given else None,
        "earned": found.earned.value,
        "basis": found.basis,
        "things": found.record.things,
        **{outcome.value: found.record.count(outcome) for outcome in Outcome},
        "settled": [
            {
                "outcome": each.outcome.value,
                "reason": each.reason,
                "claim": _claim(each.claim, known),
                "by": [_claim(key, known) for key in each.by],
            }
            for each in found.record.settled
        ],
        "claim_ids": list(found.record.claims),
        "made_by": found.made_by,
    }


def _claim(key: str, known: Known) -> Record:
    claim = known.claims[key]
    return record_of(claim, known.reports[claim.report], (), known.positions)


def _day(key: str, known: Known) -> str | None:
    at = known.reports[known.claims[key].report].published.at
    return at.isoformat() if at else None
