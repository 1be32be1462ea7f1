"""The sets that digests of one report are measured on."""

from collections.abc import Mapping
from types import MappingProxyType

from watchword.ledger.corpora.summaries import FILES
from watchword.ledger.held_out import HeldOut

_ORIGIN = "news texts of GUM with people's summaries, CC BY 4.0 and CC BY 2.5"
SPLITS: Mapping[str, HeldOut] = MappingProxyType(
    {
        split: HeldOut(
            name=f"GUM news {split}", files=(f"treebanks/gum/{split}/{FILES}",), origin=_ORIGIN
        )
        for split in ("train", "dev", "test")
    }
)
"""The sets by the part of GUM: train and dev were developed on, test was not."""
