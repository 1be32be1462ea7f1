"""Verb groups and noun phrases, told apart without a tree."""

import pytest
from case_files import composed, tokens_of
from hypothesis import given
from hypothesis import strategies as st

from watchword.engines import ReadingEngine
from watchword.extract.syntax import (
    VerbGroup,
    find_verb_groups,
    has_finite_verb,
    noun_phrase_end,
    noun_phrase_start,
    words_of,
)
from watchword.model.reading import Token


def groups_of(text: str, engine: ReadingEngine) -> tuple[VerbGroup, ...]:
    return find_verb_groups(tokens_of(text, engine))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The army has not sent the men.", "send"),
        ("The men were being trained.", "train"),
        ("It will quickly leave.", "leave"),
    ],
)
def test_auxiliaries_and_adverbs_belong_to_their_verb(
    text: str, lemma: str, engine: ReadingEngine
) -> None:
    (group,) = groups_of(text, engine)
    assert (group.lemma, group.finite) == (lemma, True)


def test_a_group_knows_negation_passive_and_modal(engine: ReadingEngine) -> None:
    (group,) = groups_of("The troops could not be moved.", engine)
    assert (group.negated, group.passive, group.modal) == (True, True, "could")


def test_an_infinitive_heads_no_clause(engine: ReadingEngine) -> None:
    _, second = groups_of("Kenya plans to send police.", engine)
    assert (second.infinitive, second.finite, second.lemma) == (True, False, "send")


def test_a_participle_before_a_noun_is_no_verb(engine: ReadingEngine) -> None:
    assert [g.lemma for g in groups_of("They left the occupied towns.", engine)] == ["leave"]


def test_words_without_a_verb_are_no_clause(engine: ReadingEngine) -> None:
    assert not has_finite_verb(tokens_of("the head of the agency", engine))
    assert has_finite_verb(tokens_of("the head has left", engine))


def test_a_noun_phrase_ends_where_another_opens(engine: ReadingEngine) -> None:
    tokens = tokens_of("told two old men the camp was empty", engine)
    assert [token.text for token in tokens[1 : noun_phrase_end(tokens, 1)]] == [
        "two", "old", "men",
    ]  # fmt: skip


def test_a_noun_phrase_starts_at_its_article_across_of(engine: ReadingEngine) -> None:
    tokens = tokens_of("In Goma the head of the agency said", engine)
    start = noun_phrase_start(tokens, 7)
    assert words_of(tokens[start:7], "In Goma the head of the agency said") == (
        "the head of the agency"
    )


TAGS = st.sampled_from(
    [
        "NN",
        "NNS",
        "NNP",
        "VBD",
        "VBN",
        "VBZ",
        "VBG",
        "VB",
        "MD",
        "TO",
        "RB",
        "IN",
        "DT",
        "JJ",
        ",",
        "CC",
        "PRP",
        "POS",
        "CD",
    ]
)


@given(st.lists(TAGS, max_size=12))
def test_verb_groups_are_in_order_and_do_not_overlap(tags: list[str]) -> None:
    tokens = [
        Token(text="be" if n % 3 else "go", start=n, end=n + 1, tag=tag, lemma="be")
        for n, tag in enumerate(tags)
    ]
    at = 0
    for group in find_verb_groups(tokens):
        assert at <= group.first <= group.head < len(tokens)
        at = group.head + 1


def test_no_words_are_an_empty_stretch() -> None:
    assert words_of((), composed("").text) == ""
