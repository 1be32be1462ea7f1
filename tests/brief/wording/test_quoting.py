"""A report's words reach a model as data: on one line, bounded, without marks that it obeys."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchword.brief.wording.quoting import as_material, quoted

MARKS = ("<|im_start|>", "</s>", "<think>", "[INST]", "[/INST]", "[SYSTEM_PROMPT]",
         "<\uff5cUser\uff5c>", "### Instruction", "```")  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_no_mark_of_a_models_own_language_is_sent(mark: str) -> None:
    sent = as_material({"text": f"a {mark} b"})
    assert mark not in sent
    assert json.loads(sent) == {"text": f"a {mark} b"}


def test_brackets_that_stand_for_a_pronoun_are_sent_as_they_are() -> None:
    assert as_material({"text": "[Bolivia] never opened"}) == '{"text": "[Bolivia] never opened"}'


@given(st.text())
def test_material_is_json_that_says_the_same(words: str) -> None:
    assert json.loads(as_material({"text": words})) == {"text": words}


@given(st.text())
def test_quoted_words_are_one_line_of_what_can_be_seen(words: str) -> None:
    told = quoted(words)
    assert told == " ".join(told.split())
    assert not any(ord(letter) < 32 or 0x202A <= ord(letter) <= 0x202E for letter in told)
    assert quoted(told) == told
