"""An implication as the plain record that `watchword read --implications --json` prints."""

from watchword.flow.records import Record
from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.report import Report
from watchword.model.span import Span


def implication_record_of(implication: Implication, claim: Claim, report: Report) -> Record:
    """The record of an implication, with the chain and the modality of its claim."""
    return {
        "implication_id": implication.key,
        "claim_id": claim.key,
        "report_id": report.report_id,
        "sentence": claim.sentence.quote,
        "source_chain": [link.name for link in claim.attribution.links],
        "modality": claim.modality.value,
        "condition": implication.condition.quote,
        "cue": implication.cue,
        "consequence": implication.consequence.quote,
        "spans": {
            "condition": _span(implication.condition),
            "consequence": _span(implication.consequence),
        },
        "made_by": claim.made_by,
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "quote": span.quote, "sha256": span.digest}
