"""The set that digests and chronologies are measured on; nothing was chosen on it."""

from watchword.ledger.corpora.backgrounds import FILES
from watchword.ledger.held_out import HeldOut

BACKGROUNDS = HeldOut(
    name="background summaries",
    files=(FILES,),
    origin="timelines of ten events by three people each, with backgrounds, CC BY-NC 4.0",
)
