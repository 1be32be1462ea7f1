"""A position as the plain record that `watchword read --positions --json` prints."""

from watchword.flow.span_records import Record, span_record
from watchword.model.claim import Claim
from watchword.model.position import Position
from watchword.model.report import Report


def position_record_of(position: Position, claim: Claim, report: Report) -> Record:
    """The record of a position, with the chain and the modality of its claim."""
    return {
        "position_id": position.key,
        "claim_id": claim.key,
        "report_id": report.report_id,
        "sentence": claim.sentence.quote,
        "source_chain": [link.name for link in claim.attribution.links],
        "modality": claim.modality.value,
        "time": claim.time.words if claim.time else "",
        **told_position(position),
        "made_by": position.made_by,
    }


def told_position(position: Position) -> Record:
    """What a position says, without the claim that it stands in."""
    spans = {"matter": position.matter, "toward": position.toward, "cue": position.cue}
    return {
        "holder": position.holder,
        "kind": position.kind.value,
        "matter": position.matter.quote,
        "toward": position.toward.quote if position.toward else None,
        "cue": position.cue.quote,
        "condition": position.condition.quote if position.condition else None,
        "spans": {name: span_record(span) for name, span in spans.items() if span is not None},
    }
