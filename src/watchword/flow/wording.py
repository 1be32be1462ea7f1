"""A language model asked about a brief that stands without it: what it offers is judged, then used.

The brief comes in whole and goes out whole, whatever the model says or does not say. A model that
fails twice in a row is asked no more.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from watchword.brief.document import each_sentence
from watchword.brief.notices import notices_of
from watchword.brief.wording.account import account_of
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
from watchword.model.brief import Brief, Machine, Wording
from watchword.model.consultation import Consultation, Dropped
from watchword.model.inquiry import Answer, Inquiry

PATIENCE = 2
"""Inquiries in a row that may go unanswered before the model is asked no more."""


@dataclass(slots=True)
class _Tally:
    """What came of asking, while it goes on."""

    offered: int = 0
    unanswered: int = 0
    in_a_row: int = 0
    wordings: list[tuple[Wording, str]] = field(default_factory=list)
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
        The brief, with what the model had a hand in (`worded`) and what became of asking it
        (`consulted`), also where it did not answer.
    """
    asked = sentences_to_word(brief)
    tally = _Tally()
    done = 0
    for inquiry, batch in each_batch(asked):
        watch(Stand(step=Step.WORDING, done=done, total=len(asked)))
        _word_batch(inquiry, batch, (model, judge or Judge()), tally)
        done += len(batch)
    return _with_account(with_wordings(brief, tally.wordings), model.name, len(asked), tally)


def _with_account(brief: Brief, model: str, asked: int, tally: _Tally) -> Brief:
    """The brief with what the model had a hand in, in its notices and among its machines."""
    consultation = Consultation(
        model=model,
        prompt=PROMPT,
        asked=asked,
        unanswered=tally.unanswered,
        offered=tally.offered,
        kept=tally.offered - sum(tally.dropped.values()),
        dropped=tuple(
            Dropped(reason=reason, count=count)
            for reason, count in sorted(tally.dropped.items(), key=lambda each: (-each[1], each[0]))
        ),
        failed=tuple(tally.failed),
    )
    told = replace(
        brief,
        machines=(*brief.machines, Machine(name=model, did=account_of(consultation, brief))),
        consulted=(*brief.consulted, consultation),
    )
    return notices_of(told)


def worded_as(kept: Brief, brief: Brief) -> Brief:
    """A brief composed again, with the sentences that a model worded when it was kept.

    Nobody is asked: the wordings stand in the brief that was kept.
    """
    if not kept.consulted:
        return brief
    texts = dict(each_sentence(kept))
    again = with_wordings(brief, ((each, texts[each.pointer].text) for each in kept.worded))
    models = {each.model for each in kept.consulted}
    machines = tuple(each for each in kept.machines if each.name in models)
    return notices_of(
        replace(again, machines=(*again.machines, *machines), consulted=kept.consulted)
    )


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


def _wordings(asked: Asked, text: str, answer: Answer) -> Iterator[tuple[Wording, str]]:
    for where in asked.where:
        wording = Wording(
            pointer=where,
            model=answer.model,
            prompt=PROMPT,
            instead_of=asked.sentence.text,
            request=answer.request,
        )
        yield wording, text
