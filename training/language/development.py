"""Development splits that need more than their reader."""

from collections.abc import Iterator
from pathlib import Path

from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.treebanks import read_gum


def read_gum_whole(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Every genre of GUM, those of texts for non-commercial use too, as its scores are given."""
    return read_gum(data, split, without=frozenset())
