"""Judgments and titles are altered in each way, and each alteration is found."""

import sys
from importlib import import_module
from pathlib import Path

from watchword.brief.mutate import each_mutation
from watchword.brief.verify import verify

sys.path.insert(0, str(Path(__file__).parent / "situations"))
situations = import_module("situation_files")

KINDS = {
    "weighed_count",
    "weighed_source",
    "denial_invented",
    "denial_hidden",
    "sides_mixed",
    "support_dropped",
    "basis_count",
    "change_invented",
    "age_altered",
    "title_swapped",
    "title_invented",
}


def test_each_kind_is_made_and_found() -> None:
    briefs = [situations.brief_on(name) for name in ("sahel-convoy", "lake-border")]
    made = [m for brief in briefs for m in each_mutation(brief) if m.kind in KINDS]
    assert {mutation.kind for mutation in made} == KINDS
    missed = [(m.kind, m.after) for m in made if verify(m.document).ok]
    assert missed == []
