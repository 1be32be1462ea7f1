"""The held-out sets where they are there: labels score one against themselves."""

from functools import partial
from pathlib import Path

import pytest
from tests.ledger.model.composed import reading_of

from watchword.config import read_settings
from watchword.errors import MissingDataError
from watchword.ledger.held_out import HeldOut, check_data
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.measurement import Pair, Score
from watchword.ledger.model import held_out
from watchword.ledger.model.floors import FLOORS
from watchword.ledger.model.scoring import (
    attribution_scores,
    causal_scores,
    conditional_scores,
    scheme_scores,
    tree_scores,
    word_scores,
)
from watchword.ledger.model.tasks import TASKS, ScorePairs, read_set

pytestmark = pytest.mark.corpora

CASES: list[tuple[HeldOut, int, ScorePairs]] = [
    (held_out.POLNEAR, 1925, attribution_scores),
    (held_out.EWT, 2077, tree_scores),
    (held_out.EWT, 2077, word_scores),
    (held_out.GUM, 1464, tree_scores),
    (held_out.GUM_OTHERS, 1334, tree_scores),
    (held_out.UNER, 2077, partial(scheme_scores, scheme="names")),
    (held_out.GUM, 1464, partial(scheme_scores, scheme="mentions")),
    (held_out.RE3D, 126, partial(scheme_scores, scheme="intelligence")),
    (held_out.WORLDWIDE, 665, partial(scheme_scores, scheme="domain")),
    (held_out.CNC, 340, causal_scores),
    (held_out.COUNTERFACTUALS, 8950, conditional_scores),
]


def data_with(*sets: HeldOut) -> Path:
    data = read_settings().data
    try:
        check_data(sets, data)
    except MissingDataError as error:
        pytest.skip(str(error))
    return data


@pytest.mark.parametrize(
    ("held", "size", "score"), CASES, ids=lambda value: getattr(value, "name", None)
)
def test_labels_score_one_against_themselves(held: HeldOut, size: int, score: ScorePairs) -> None:
    sentences = list(read_set(held, data_with(held)))
    assert len(sentences) == size
    pairs: list[Pair] = [(sentence, reading_of(sentence)) for sentence in sentences]
    scores: list[Score] = list(score(pairs))
    assert scores
    assert {each.value for each in scores} == {1.0}


def test_the_packaged_floors_belong_to_this_data() -> None:
    groups = read_floors(FLOORS.path).groups
    sets = {task.held.name: task.held for task in TASKS}
    data = data_with(*(sets[name] for _, name in groups))
    stale = [group for group, kept in groups.items() if sets[group[1]].digest(data) != kept.digest]
    assert stale == []
