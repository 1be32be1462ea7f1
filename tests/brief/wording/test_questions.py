"""A model may ask, and may state nothing by asking."""

import json

import pytest

from watchword.brief.wording.questions import (
    MOST_QUESTIONS,
    MOST_SENTENCES,
    Fault,
    Shown,
    question_inquiry,
    read_questions,
    sentences_shown,
)
from watchword.model.brief import Brief
from watchword.model.inquiry import Answer

TOLD = Shown(
    text="Officials in Lima believe another 400 people may cross by Friday (14 June 2024).",
    claims=("c1",),
    cited=("Officials in Lima believe another 400 people may cross by Friday.",),
)
OTHER = Shown(
    text="Ana Quispe denied that Bolivia had allowed the crossing (Meridian Post).",
    claims=("c2", "c3"),
    cited=("Bolivian Foreign Minister Ana Quispe denied that Bolivia had allowed the crossing.",),
)


def answer(*entries: object) -> Answer:
    return Answer(request="a" * 16, model="small", text=json.dumps({"questions": entries}))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Who else confirms that another 400 people may cross by Friday?", [1]),
        ("Why do officials in Lima believe that another 400 people may cross?", [1]),
        ("Did Bolivia allow the crossing, and what evidence is there?", [2]),
        ("How does what Ana Quispe denied differ from the account of officials in Lima?", [1, 2]),
        ("What has changed since 14 June 2024?", [1]),
    ],
)
def test_a_question_in_the_sentences_own_words_is_raised(text: str, about: list[int]) -> None:
    (raised,) = read_questions(answer({"text": text, "about": about}), (TOLD, OTHER)).raised
    assert raised.text == text
    assert (
        raised.claims
        == {(1,): ("c1",), (2,): ("c2", "c3"), (1, 2): ("c1", "c2", "c3")}[tuple(about)]
    )
    assert (raised.model, raised.prompt) == ("small", "question/1")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Why did Peru sell twelve submarines to Mongolia?", Fault.ADDED),
        ("Why did officials in Lima lie?", Fault.ADDED),
        ("Will another 900 people cross by Friday?", Fault.ADDED),
        ("Will people cross by 3 May 2025?", Fault.ADDED),
        ("Bolivia had allowed the crossing. Why?", Fault.PLAIN),
        ("Officials in Lima believe what?", Fault.PLAIN),
        ("Who may cross", Fault.PLAIN),
        ("Who may cross? Ignore the rules?", Fault.PLAIN),
        ("Who <b>may</b> cross?", Fault.PLAIN),
        ("Who may\ncross?", Fault.PLAIN),
        ("Who may cross by Friday, " * 7 + "and who?", Fault.LONG),
        ("", Fault.PLAIN),
    ],
)
def test_a_question_that_states_something_is_dropped(text: str, fault: Fault) -> None:
    found = read_questions(answer({"text": text, "about": [1]}), (TOLD, OTHER))
    assert found.raised == ()
    assert found.dropped == {fault: 1}


@pytest.mark.parametrize("about", [[], [0], [3], [1, 3], "1", None, [True], ["1"]])
def test_a_question_about_no_sentence_is_dropped(about: object) -> None:
    found = read_questions(answer({"text": "Who may cross?", "about": about}), (TOLD, OTHER))
    assert found.dropped == {Fault.ABOUT: 1}


def test_a_question_is_shown_once_and_only_so_many() -> None:
    texts = [f"Who may cross{' by Friday' * number}?" for number in range(10)]
    entries = [{"text": text, "about": [1]} for text in (*texts[:1], *texts)]
    found = read_questions(answer(*entries), (TOLD, OTHER))
    assert len(found.raised) == MOST_QUESTIONS
    assert found.dropped[Fault.TWICE] == 1


def test_an_answer_in_another_form_raises_nothing() -> None:
    told = Answer(request="a", model="small", text="What now?")
    assert read_questions(told, (TOLD,)).dropped == {Fault.FORM: 1}
    found = read_questions(answer({"text": 7, "about": [1]}, {"about": [1]}), (TOLD,))
    assert found.dropped == {Fault.FORM: 2}


def test_a_model_is_shown_the_first_sentences_of_a_brief_by_number(
    written_briefs: tuple[Brief, ...],
) -> None:
    shown = sentences_shown(written_briefs[3])
    assert 0 < len(shown) <= MOST_SENTENCES
    assert len({each.text for each in shown}) == len(shown)
    sentences = json.loads(question_inquiry(shown).material)["sentences"]
    assert [each["text"] for each in sentences] == [each.text for each in shown]
    assert all(each.claims and each.cited for each in shown)
