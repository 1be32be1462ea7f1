"""An implication as the plain record that `watchword read --implications --json` prints."""

from watchword.flow.span_records import Record, moment_record, span_record
from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.report import Report


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
        "horizon": moment_record(implication.horizon) if implication.horizon else None,
        "hedge": implication.hedge.quote if implication.hedge else None,
        "spans": {
            "condition": span_record(implication.condition),
            "consequence": span_record(implication.consequence),
        },
        "made_by": claim.made_by,
    }
