"""The sets that stories are measured on."""

from watchword.ledger.held_out import HeldOut

_STREAM = ("reports/current-events/until-2023.jsonl",)
_ORIGIN = "the current-events pages of the English Wikipedia, CC BY-SA 4.0"

ECB_PLUS = HeldOut(
    name="ECB+ 1-22",
    files=("stories/ecbplus/topics-01-22.jsonl",),
    origin="ECB+, topics 1 to 22, CC BY 3.0",
)
DEVELOPED = HeldOut(name="current events 2014-2018", files=_STREAM, origin=_ORIGIN)
MEASURED = HeldOut(name="current events 2019-2023", files=_STREAM, origin=_ORIGIN)
