"""A language model asked about a brief that stands without it: what it offers is judged, then used.

The brief comes in whole and goes out whole, whatever the model says or does not say. A model that
fails twice in a row is asked no more.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from watchword.brief.notices import notices_of
from watchword.brief.wording.asking import PROMPT, Asked, each_batch, sentences_to_word
from watchword.brief.wording.judging import Judge
from watchword.brief.wording.offers import Offers, read_offers
from watchword.brief.wording.questions import (
    Questions,
    question_inquiry,
    read_questions,
    sentences_shown,
)
from watchword.brief.wording.replacing import with_wordings
from watchword.consult import Answering
from watchword.errors import UnansweredError
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.model.brief import Brief
from watchword.model.inquiry import Answer, Inquiry
from watchword.model.worded import Consultation, Dropped, Wording

PATIENCE = 2
"""Inquiries in a row that may go unanswered before the model is asked no more."""


@dataclass(slots=True)
class _Tally:
    """What came of asking, while it goes on."""

    offered: int = 0
    unanswered: int = 0
    in_a_row: int = 0
    wordings: list[Wording] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    failed: dict[str, None] = field(default_factory=dict)


def word_brief(
    brief: Brief, model: Answering, judge: Judge | None = None, watch: Watcher = unwatched
) -> Brief:
    """The brief with those sentences worded by a model that it words better and no otherwise.

    Args:
        brief: the brief as it was composed.
        model: what is asked.
        judge: says what is wrong with a wording; by covered words alone where None.
        watch: is told how far it has come.

    Returns:
        The brief, with what the model had a hand in (`worded_by`) and what became of asking it
        (`consulted`), also where it did not answer.
    """
    asked = sentences_to_word(brief)
    tally = _Tally()
    done = 0
    for inquiry, batch in each_batch(asked):
        watch(Stand(step=Step.WORDING, done=done, total=len(asked)))
        _word_batch(inquiry, batch, (model, judge or Judge()), tally)
        done += len(batch)
    worded = with_wordings(brief, tally.wordings)
    consultation = Consultation(
        model=model.name,
        prompt=PROMPT,
        asked=len(asked),
        unanswered=tally.unanswered,
        offered=tally.offered,
        kept=len({wording.replaced for wording in worded.worded_by}),
        dropped=tuple(
            Dropped(reason=reason, count=count)
            for reason, count in sorted(tally.dropped.items(), key=lambda each: (-each[1], each[0]))
        ),
        failed=tuple(tally.failed),
    )
    return notices_of(replace(worded, consulted=(*worded.consulted, consultation)))


def question_brief(brief: Brief, model: Answering) -> Questions:
    """The questions that a model raises about a brief; none of them states anything.

    Raises:
        UnansweredError: if the model does not answer.
    """
    shown = sentences_shown(brief)
    return read_questions(model.answer(question_inquiry(shown)), shown) if shown else Questions()


def _word_batch(
    inquiry: Inquiry, batch: Sequence[Asked], asking: tuple[Answering, Judge], tally: _Tally
) -> None:
    model, judge = asking
    answer = _answer(inquiry, model, tally)
    if answer is None:
        tally.unanswered += len(batch)
        return
    offers = read_offers(answer.text, len(batch))
    tally.dropped.update({reason.value: count for reason, count in offers.dropped.items()})
    tally.offered += sum(offers.dropped.values())
    for each, text in _each_change(offers, batch):
        tally.offered += 1
        faults = judge.faults(text, each)
        if faults:
            tally.dropped[faults[0].reason.value] += 1
        else:
            tally.wordings += _wordings(each, text, answer)


def _answer(inquiry: Inquiry, model: Answering, tally: _Tally) -> Answer | None:
    if tally.in_a_row >= PATIENCE:
        return None
    try:
        answer = model.answer(inquiry)
    except UnansweredError as error:
        tally.in_a_row += 1
        tally.failed[str(error.args[0])] = None
        return None
    tally.in_a_row = 0
    return answer


def _each_change(offers: Offers, batch: Sequence[Asked]) -> Iterator[tuple[Asked, str]]:
    """What is offered for each sentence and is not what stands there already."""
    for number, text in sorted(offers.wordings.items()):
        asked = batch[number - 1]
        if text != asked.sentence.text:
            yield asked, text


def _wordings(asked: Asked, text: str, answer: Answer) -> Iterator[Wording]:
    for where in asked.where:
        yield Wording(
            where=where,
            text=text,
            replaced=asked.sentence.text,
            model=answer.model,
            prompt=PROMPT,
            request=answer.request,
        )
