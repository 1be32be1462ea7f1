"""The check is itself checked: altered briefs are found, and each alteration alters."""

import pytest

from watchword.brief.document import from_document
from watchword.brief.mutate import Mutation, check_mutations, each_mutation, score_mutations
from watchword.brief.verify import verify
from watchword.model.brief import Brief

LEAST_CAUGHT = 0.97


@pytest.fixture(scope="module")
def mutations(written_briefs: tuple[Brief, ...]) -> list[Mutation]:
    return [mutation for brief in written_briefs[:3] for mutation in each_mutation(brief)]


def test_nearly_every_alteration_is_caught(written_briefs: tuple[Brief, ...]) -> None:
    score = score_mutations(written_briefs[:3])
    told = [(m.kind, m.where, m.before, m.after) for m in score.missed]
    assert score.share >= LEAST_CAUGHT, told
    assert sum(score.made.values()) > 500


def test_every_kind_of_alteration_is_made(mutations: list[Mutation]) -> None:
    made = {mutation.kind for mutation in mutations}
    assert made >= {
        "number_changed", "digits_swapped", "qualifier_dropped", "unit_changed",
        "speaker_swapped", "hearsay_dropped", "citation_swapped", "citation_removed",
        "hedge_made_firm", "negation_dropped", "negation_added", "place_swapped", "date_shifted",
        "modality_altered", "quote_altered", "span_shifted", "likelihood_raised",
        "likelihood_invented", "basis_emptied", "outlet_renamed", "condition_dropped",
        "denial_dropped", "sentence_invented", "verb_opposite", "actors_exchanged",
        "point_altered", "count_altered",
    }  # fmt: skip


def test_no_alteration_leaves_things_as_they_were(mutations: list[Mutation]) -> None:
    assert all(mutation.before != mutation.after for mutation in mutations)


def test_the_same_brief_is_altered_in_the_same_ways(written_briefs: tuple[Brief, ...]) -> None:
    assert list(each_mutation(written_briefs[1])) == list(each_mutation(written_briefs[1]))


def test_an_alteration_leaves_the_brief_it_came_from_alone(
    written_briefs: tuple[Brief, ...], mutations: list[Mutation]
) -> None:
    assert mutations
    assert all(verify(brief).ok for brief in written_briefs)


def test_an_altered_brief_is_still_a_brief_where_only_words_changed(
    mutations: list[Mutation],
) -> None:
    worded = [mutation for mutation in mutations if mutation.where.endswith("/text")]
    for mutation in worded[::20]:
        from_document(mutation.document)


def test_each_alteration_can_be_told_caught_or_missed(written_briefs: tuple[Brief, ...]) -> None:
    outcomes = list(check_mutations(written_briefs[1]))
    assert len(outcomes) == len(list(each_mutation(written_briefs[1])))
    assert sum(caught for _, caught in outcomes) >= LEAST_CAUGHT * len(outcomes)
