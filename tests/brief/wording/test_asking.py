"""A model is asked about sentences that stand on one claim, a few at a time, and told the rules."""

import json

from watchword.brief.wording.asking import BATCH, INSTRUCTION, each_batch, sentences_to_word
from watchword.model.brief import Brief


def test_a_sentence_is_asked_about_once_with_every_place_at_which_it_stands(
    written_briefs: tuple[Brief, ...],
) -> None:
    asked = sentences_to_word(written_briefs[3])
    assert len({each.sentence.text for each in asked}) == len(asked)
    assert "/headline" in asked[0].where
    assert len(asked[0].where) > 1


def test_a_contested_figure_is_not_asked_about(written_briefs: tuple[Brief, ...]) -> None:
    brief = written_briefs[0]
    assert brief.contests
    texts = {each.sentence.text for each in sentences_to_word(brief)}
    assert brief.contests[0].summary.text not in texts


def test_a_sentence_that_stands_on_several_claims_is_left_alone(
    written_briefs: tuple[Brief, ...],
) -> None:
    assert all(
        len(each.claims) == 1 for brief in written_briefs for each in sentences_to_word(brief)
    )


def test_the_words_of_reports_stand_in_the_material_and_never_in_the_instruction(
    written_briefs: tuple[Brief, ...],
) -> None:
    asked = sentences_to_word(written_briefs[3])
    batches = list(each_batch(asked))
    assert [len(batch) for _, batch in batches][:-1] == [BATCH] * (len(batches) - 1)
    for inquiry, batch in batches:
        assert inquiry.instruction == INSTRUCTION
        sentences = json.loads(inquiry.material)["sentences"]
        assert [each["number"] for each in sentences] == list(range(1, len(batch) + 1))
        assert [each["text"] for each in sentences] == [each.sentence.text for each in batch]
        schema = json.loads(inquiry.schema)
        assert schema["additionalProperties"] is False
        assert schema["properties"]["wordings"]["maxItems"] == len(batch)


def test_the_same_brief_asks_the_same(written_briefs: tuple[Brief, ...]) -> None:
    first, second = (
        [inquiry for inquiry, _ in each_batch(sentences_to_word(written_briefs[1]))]
        for _ in range(2)
    )
    assert first == second
