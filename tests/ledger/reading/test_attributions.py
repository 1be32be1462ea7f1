"""Claims against labelled attributions: contents, sources, cues, words, each side apart."""

from tests.ledger.reading.composed import (
    BERG,
    FIRST,
    QUOTED,
    SHALLOW,
    SHE,
    WISH,
    claim,
    compared,
    labelled,
    link,
)

from watchword.ledger.reading.attributions import (
    Matched,
    match_contents,
    match_cues,
    match_sources,
    match_words,
)

SAID = claim(FIRST, link("Berg, the minister", "Anna Berg"), cue="said")
GRAIN = claim("They carried grain", link("she", "Berg"), cue="added")
RETURN = claim("they will come back", link("she", "Berg"), cue="added")
WRONG = claim(WISH, link("Bergen"))


def test_a_claim_without_a_chain_attributes_nothing() -> None:
    assert compared(claim(FIRST)).told == ()


def test_one_labelled_content_may_be_several_claims() -> None:
    found = match_contents([compared(SAID, GRAIN, RETURN)])
    assert found == Matched(right=3, told=3, found=2, labelled=3)
    assert (found.precision.value, found.recall.value) == (1.0, 2 / 3)
    assert found.f1 == 0.8


def test_a_claim_that_meets_no_label_is_wrong() -> None:
    extra = claim("The harbour", link("Bergen"))
    assert match_contents([compared(extra)]).precision.value == 0.0


def test_a_source_is_right_by_its_head_word_by_name_or_by_where_the_pronoun_stands() -> None:
    named = claim(FIRST, link("Bergen", "minister Anna Berg"))
    pronoun = claim("They carried grain", link("she", "somebody"))
    for each in (SAID, named, pronoun):
        assert match_sources([compared(each)]).right == 1


def test_a_source_is_wrong_where_only_a_word_beside_its_head_is_shared() -> None:
    trade = claim(FIRST, link("trade"))
    found = match_sources([compared(trade, WRONG)])
    assert found == Matched(right=0, told=2, found=0, labelled=3)
    assert found.f1 == 0.0


def test_the_place_where_a_pronoun_is_named_is_its_source_too() -> None:
    late = claim(FIRST, link("she", "the official", named_at="Berg, the minister"))
    assert match_sources([compared(late)]).right == 1


def test_a_content_without_a_labelled_source_is_found_and_its_source_is_not_judged() -> None:
    text = [compared(claim(SHALLOW, link("The union")))]
    assert match_contents(text) == Matched(right=1, told=1, found=0, labelled=3)
    assert match_sources(text) == Matched(right=0, told=0, found=0, labelled=3)
    assert match_words(text) == Matched(right=0, told=0, found=0, labelled=16)


def test_a_cue_is_right_where_a_word_is_shared_and_judged_where_there_is_one() -> None:
    found = match_cues(
        [compared(SAID, WRONG, claim("They carried grain", link("she"), cue="left"))]
    )
    assert found == Matched(right=1, told=2, found=1, labelled=3)


def test_words_are_counted_without_a_threshold() -> None:
    long = claim(f"{FIRST}. {QUOTED[:13]}", link("Berg"))
    found = match_words([compared(long, labels=(BERG, SHE))])
    assert found == Matched(right=8, told=8, found=8, labelled=14)


def test_nothing_to_judge_gives_no_score() -> None:
    assert match_contents([]).f1 is None
    assert match_contents([compared()]).f1 is None


def test_a_claim_stands_for_the_label_it_shares_most_with_unless_labels_nest() -> None:
    inner = labelled("Berg", "said", "three ships")
    long = claim(FIRST, link("Berg"))
    flat, nested = (compared(long, labels=(BERG, inner), nested=each) for each in (False, True))
    assert [each.label.labelled for each in flat.meetings] == [BERG]
    assert len(nested.meetings) == 2
