"""A language model asked about a brief that stands without it: what it offers is judged, then used.

The brief comes in whole and goes out whole, whatever the model says or does not say. A model that
fails twice in a row is asked no more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchword.brief.document import each_sentence
from watchword.brief.notices import notices_of
from watchword.brief.wording.account import account_of
from watchword.brief.wording.asking import PROMPT, Asked, each_batch, sentences_to_word
from watchword.brief.wording.judging import Judge
from watchword.brief.wording.offers import Offers, read_offers
from watchword.brief.wording.ordering import PROMPT as ORDER
from watchword.brief.wording.ordering import (
    Fault,
    order_inquiry,
    ordered,
    read_order,
    sections_to_order,
    with_section,
)
from watchword.brief.wording.questions import (
    Questions,
    question_inquiry,
    read_questions,
    sentences_shown,
)
from watchword.brief.wording.replacing import with_wordings
from watchword.consult import Answering
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.tally import Tally
from watchword.model.brief import Brief, Machine, Wording
from watchword.model.consultation import Consultation
from watchword.model.inquiry import Answer


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
    tally = Tally(model)
    wordings: list[tuple[Wording, str]] = []
    done = 0
    for inquiry, batch in each_batch(asked):
        watch(Stand(step=Step.WORDING, done=done, total=len(asked)))
        answer = tally.answer(inquiry, len(batch))
        if answer is not None:
            wordings += _sound(answer, batch, judge or Judge(), tally)
        done += len(batch)
    worded = with_wordings(brief, wordings)
    tally.places += [wording.pointer for wording in worded.worded]
    return _with_account(worded, tally.consultation(PROMPT, len(asked)))


def order_brief(brief: Brief, model: Answering, watch: Watcher = unwatched) -> Brief:
    """The brief with the sentences of its sections in the order in which a model would have them.

    Args:
        brief: the brief as it was composed.
        model: what is asked.
        watch: is told how far it has come.
    """
    asked = sections_to_order(brief)
    tally = Tally(model)
    for done, each in enumerate(asked):
        watch(Stand(step=Step.ORDERING, done=done, total=len(asked)))
        answer = tally.answer(order_inquiry(each), len(each.sentences))
        if answer is None:
            continue
        order = read_order(answer.text, each)
        if isinstance(order, Fault):
            tally.drop(order.value)
        elif order != tuple(range(len(order))):
            tally.offered += 1
            tally.places.append(each.pointer)
            brief = with_section(brief, each.pointer, ordered(each.section, order))
    count = sum(len(each.sentences) for each in asked)
    return _with_account(brief, tally.consultation(ORDER, count))


def _with_account(brief: Brief, consultation: Consultation) -> Brief:
    """The brief with what a model had a hand in, in its notices and among its machines."""
    machine = Machine(name=consultation.model, did=account_of(consultation))
    told = replace(
        brief,
        machines=(*brief.machines, machine),
        consulted=(*brief.consulted, consultation),
    )
    return notices_of(told)


def worded_as(kept: Brief, brief: Brief) -> Brief:
    """A brief composed again, ordered and worded as a model did it when it was kept.

    Nobody is asked: the orders and the wordings stand in the brief that was kept.
    """
    if not kept.consulted:
        return brief
    texts = dict(each_sentence(kept))
    for each in kept.consulted:
        for pointer in each.places if each.prompt == ORDER else ():
            brief = _ordered_as(kept, brief, pointer)
    brief = with_wordings(brief, ((each, texts[each.pointer].text) for each in kept.worded))
    models = {each.model for each in kept.consulted}
    machines = tuple(each for each in kept.machines if each.name in models)
    told = replace(brief, machines=(*brief.machines, *machines), consulted=kept.consulted)
    return notices_of(told)


def _ordered_as(kept: Brief, brief: Brief, pointer: str) -> Brief:
    """The brief with a section in the order that the kept one has, where it is the same section."""
    before = {each.pointer: each.instead_of for each in kept.worded}
    old = next((each for each in sections_to_order(kept) if each.pointer == pointer), None)
    new = next((each for each in sections_to_order(brief) if each.pointer == pointer), None)
    if old is None or new is None:
        return brief
    wanted = [
        before.get(where, sentence.text)
        for where, sentence in each_sentence(kept)
        if where.startswith(f"{pointer}/paragraphs/")
    ]
    places = {sentence.text: place for place, sentence in enumerate(new.sentences)}
    if sorted(wanted) != sorted(places):
        return brief
    return with_section(brief, pointer, ordered(new.section, [places[text] for text in wanted]))


def question_brief(brief: Brief, model: Answering) -> Questions:
    """The questions that a model raises about a brief; none of them states anything.

    Raises:
        UnansweredError: if the model does not answer.
    """
    shown = sentences_shown(brief)
    return read_questions(model.answer(question_inquiry(shown)), shown) if shown else Questions()


def _sound(
    answer: Answer, batch: Sequence[Asked], judge: Judge, tally: Tally
) -> Iterator[tuple[Wording, str]]:
    """The wordings in an answer that may be used; the others are counted."""
    offers = read_offers(answer.text, len(batch))
    for reason, count in offers.dropped.items():
        tally.drop(reason.value, count)
    for each, text in _each_change(offers, batch):
        faults = judge.faults(text, each)
        if faults:
            tally.drop(faults[0].reason.value)
        else:
            tally.offered += 1
            yield from _wordings(each, text, answer)


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
