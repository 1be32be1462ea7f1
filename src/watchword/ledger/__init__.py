"""How good is it: claims scored against labelled reports, with floors no score may sink under.

>>> from watchword.ledger import parse_record, score_claims
>>> row = {"report_id": "r1", "sentence": "Seoul said 1,500 troops left.", "modality": "asserted"}
>>> gold = parse_record({**row, "source_chain": ["South Korea"], "cue": "said"})
>>> found = parse_record({**row, "source_chain": ["Seoul"], "cue": "said"})
>>> score_claims([gold], [found]).group("all").values()["chain_exact"]
1.0
"""

from watchword.ledger.labelled import LabelledReport, LabelledSet, read_labelled
from watchword.ledger.record import ClaimRecord, Quantity, parse_record
from watchword.ledger.run import Outcome, measure
from watchword.ledger.scores import ClaimScores, score_claims

__all__ = [
    "ClaimRecord",
    "ClaimScores",
    "LabelledReport",
    "LabelledSet",
    "Outcome",
    "Quantity",
    "measure",
    "parse_record",
    "read_labelled",
    "score_claims",
]
