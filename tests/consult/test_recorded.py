"""Answers are recorded once and given again, and one that is not recorded is not asked for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from watchword.consult import RecordedModel
from watchword.errors import UnansweredError
from watchword.model.inquiry import Answer, Inquiry, request_key

INQUIRY = Inquiry(
    prompt="word/1", instruction="Word these.", material="{}", schema="{}", most_tokens=50
)


class Counting:
    """A model that counts how often it was asked."""

    name = "small"

    def __init__(self) -> None:
        self.asked = 0

    def answer(self, inquiry: Inquiry) -> Answer:
        """Answer, and count."""
        self.asked += 1
        return Answer(request=request_key(self.name, inquiry), model=self.name, text="“words”")


def test_an_answer_is_asked_for_once(tmp_path: Path) -> None:
    model = Counting()
    recorded = RecordedModel(tmp_path / "answers", "small", model)
    first, second = recorded.answer(INQUIRY), recorded.answer(INQUIRY)
    assert first == second
    assert model.asked == 1
    (file,) = (tmp_path / "answers").iterdir()
    assert file.name == f"{first.request}.json"
    assert json.loads(file.read_text("utf-8"))["answer"] == "“words”"


def test_what_is_not_recorded_is_not_asked_where_nobody_may_be_asked(tmp_path: Path) -> None:
    RecordedModel(tmp_path, "small", Counting()).answer(INQUIRY)
    alone = RecordedModel(tmp_path, "small")
    assert alone.answer(INQUIRY).text == "“words”"
    with pytest.raises(UnansweredError, match="no answer is recorded"):
        alone.answer(replace(INQUIRY, material='{"a": 1}'))


def test_another_model_or_another_instruction_is_another_inquiry(tmp_path: Path) -> None:
    keys = {
        request_key("small", INQUIRY),
        request_key("large", INQUIRY),
        request_key("small", replace(INQUIRY, instruction="Word these well.")),
        request_key("small", replace(INQUIRY, prompt="word/2")),
        request_key("small", replace(INQUIRY, most_tokens=51)),
    }
    assert len(keys) == 5
    with pytest.raises(UnansweredError):
        RecordedModel(tmp_path, "large").answer(INQUIRY)


@pytest.mark.parametrize(
    "content",
    [b"", b"not JSON", b"[]", b'{"answer": 7, "model": "small", "inquiry": {}}', b"\xff\xfe"],
)
def test_a_file_that_is_no_answer_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / f"{request_key('small', INQUIRY)}.json").write_bytes(content)
    with pytest.raises(UnansweredError, match=r"no recorded answer|another inquiry"):
        RecordedModel(tmp_path, "small").answer(INQUIRY)


def test_an_answer_put_under_another_inquirys_name_is_refused(tmp_path: Path) -> None:
    model = RecordedModel(tmp_path, "small", Counting())
    kept = tmp_path / f"{model.answer(INQUIRY).request}.json"
    other = replace(INQUIRY, material='{"a": 1}')
    kept.rename(tmp_path / f"{request_key('small', other)}.json")
    with pytest.raises(UnansweredError, match="another inquiry"):
        model.answer(other)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("a file", encoding="utf-8")
    with pytest.raises(UnansweredError, match="cannot be recorded"):
        RecordedModel(tmp_path / "answers", "small", Counting()).answer(INQUIRY)
