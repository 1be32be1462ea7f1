"""The sets that support is measured on: one file, asked in two ways."""

from watchword.ledger.corpora.wice import FILE
from watchword.ledger.held_out import HeldOut

_ORIGIN = "WiCE: sentences of Wikipedia and the pages they cite, ODC-BY and CC BY-SA"

PAGES = HeldOut(name="WiCE dev, whole pages", files=(FILE,), origin=_ORIGIN)
"""What may bear a claim out is every sentence that it cites."""
NAMED = HeldOut(name="WiCE dev, named sentences", files=(FILE,), origin=_ORIGIN)
"""It is what people named as bearing it out, among as much again of what stands around it."""
