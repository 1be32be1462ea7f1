"""A file with fewer outputs computes less, and gives the same."""

from importlib import resources

import numpy as np
import pytest

from watchword.engines.inventory import read_inventory
from watchword.engines.pruning import with_outputs
from watchword.engines.questions import pair_window, question_of
from watchword.engines.sessions import (
    LABELS,
    OF_PAIRS,
    OUTPUTS,
    QUESTIONS,
    READER,
    open_graph,
    open_pairs,
)

DATA = resources.files("watchword.engines") / "data"
WORDS = ["Moscow", "sent", "500", "tanks", "to", "Minsk", "on", "Monday", "."]
MARKS = [1, 0, 0, 0, 0, 2, 0, 0, 0]


def test_a_file_of_which_everything_is_asked_stays_as_it_is() -> None:
    content = (DATA / READER).read_bytes()
    assert with_outputs(content, {*OUTPUTS, *OF_PAIRS}) == content


def test_what_leads_to_no_output_that_is_asked_for_is_left_out() -> None:
    content = (DATA / READER).read_bytes()
    pruned = with_outputs(content, set(OF_PAIRS))
    assert pruned.count(b"kv_num_heads") == content.count(b"kv_num_heads") > 0
    assert b"Trilu" in content
    assert b"Trilu" not in pruned


def test_marked_pairs_are_answered_as_by_the_whole_graph() -> None:
    inventory = read_inventory((DATA / LABELS).read_text(encoding="utf-8"))
    question = question_of([pair_window(0, WORDS, MARKS)])
    roots, quads = open_pairs(DATA, inventory).answer(question)
    fed = {name: getattr(question, name) for name in QUESTIONS}
    whole = open_graph(DATA / READER).run(OF_PAIRS, fed)
    assert np.array_equal(roots, whole[0])
    assert np.array_equal(quads, whole[1])


@pytest.mark.parametrize("content", [b"\x0a\xff", b"\x0b", b"\xff" * 20, b"\x3a\x05ab"])
def test_what_is_no_model_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"field|number"):
        with_outputs(content, set(OF_PAIRS))
