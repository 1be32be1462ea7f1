"""What changed, as the plain record that `watchword changes --json` prints, one a line."""

from watchword.flow.records import record_of
from watchword.flow.span_records import Record
from watchword.model.change import Change
from watchword.model.claim import Claim
from watchword.model.known import Known


def change_record(change: Change, before: Known, now: Known) -> Record:
    """The record of a change with the claims that show it and those that it changes."""
    return {
        "kind": change.kind.value,
        "about": change.about,
        "importance": change.importance,
        "reasons": list(change.reasons),
        "finding": change.finding,
        "track": change.track,
        "claims": [_claim_record(key, before, now) for key in change.claims],
        "earlier": [_claim_record(key, before, now) for key in change.earlier],
    }


def claim_in(key: str, before: Known, now: Known) -> Claim:
    """A claim as it is known now, or as it was."""
    return now.claims[key] if key in now.claims else before.claims[key]


def _claim_record(key: str, before: Known, now: Known) -> Record:
    claim = claim_in(key, before, now)
    return record_of(claim, now.reports[claim.report], (), now.positions)
