"""Looking back at a question of a record that has its answer: what was known of it when."""

from collections.abc import Iterator
from dataclasses import replace

from watchword.assess.forecasts.hindsight import look_back
from watchword.assess.forecasts.standing import Settled
from watchword.errors import RefusedError
from watchword.flow.situation.base_rates import asked_days, asked_words
from watchword.flow.situation.forecasting import Board, board_of, find_question
from watchword.flow.situation.lenses import Direct
from watchword.flow.situation.likening import Alike, Likened, find_alike
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import find_standing, known_standing
from watchword.flow.situation.windowing import standing_in, window_of
from watchword.flow.stands import heard_in, lines_on
from watchword.model.forecast import ForecastQuestion, Resolution
from watchword.model.indicator import Indicator
from watchword.model.review import Learnt, LearntKind, Review, ReviewNote
from watchword.model.sighting import Manner
from watchword.relate.gist import content_words
from watchword.store import Store, View
from watchword.store.amending import homes_of
from watchword.store.assessments import add_assessment, each_assessment
from watchword.store.indicators import each_indicator
from watchword.store.reports import numbers_of
from watchword.store.sightings import each_alert

SHARED = 2
"""Words of content that something else has to share with a question to be on it, set by hand: a
country and a deed."""
_LONGEST = 200
"""Characters of a claim's words that are told."""


def review_question(store: Store, view: View, name: str, direct: Direct) -> Review:
    """Look back at a question that has its answer.

    Args:
        store: the record.
        view: the record, as known at an instant.
        name: the question's key, or the beginning of it.
        direct: gives the direction of words.

    Raises:
        RefusedError: if there is no such question, or it has no answer yet.
    """
    board = board_of(view)
    asked = find_question(board.questions, name)
    answer = _answer_of(asked, board)
    likened = find_alike(view, _like(asked), direct)
    learnt = (
        *map(_told_claim, likened.alike),
        *_each_alert(view, asked, likened),
        *_each_turn(store, view, asked, likened),
    )
    return look_back(
        Settled(question=asked, resolution=answer),
        board.predictions,
        learnt,
        _each_shown(store, view, answer, likened),
        each_assessment(view, ReviewNote),
    )


def note_review(store: Store, note: ReviewNote) -> ReviewNote:
    """Write down what somebody has to say of a question, looking back.

    Raises:
        RefusedError: if there is no such question, or it has no answer yet.
    """
    with store.viewing() as view:
        board = board_of(view)
    asked = find_question(board.questions, note.question)
    _answer_of(asked, board)
    with store.writing() as writing:
        made = replace(note, question=asked.key, at=writing.at)
        add_assessment(writing, made, by=made.by)
    return made


def _answer_of(asked: ForecastQuestion, board: Board) -> Resolution:
    answer = board.resolutions.get(asked.key)
    if answer is None:
        mend = "answer it first: watchword forecasts resolve"
        raise RefusedError("this question has no answer yet", key=asked.key, mend=mend)
    return answer


def _like(asked: ForecastQuestion) -> Indicator:
    """What is on a question: what tells it as so, or planned, or weighed, or not so."""
    return Indicator(
        key=asked.key,
        name=asked.words,
        since=asked.opens_at,
        words=asked_words(asked),
        ahead=True,
        window_days=float(asked_days(asked)),
    )


def _told_claim(each: Alike) -> Learnt:
    denies = each.sighting.manner is Manner.DENIES
    return Learnt(
        kind=LearntKind.DENIAL if denies else LearntKind.CLAIM,
        at=each.known_at,
        words=_claim_words(each),
        claims=(each.claim.key,),
    )


def _claim_words(each: Alike) -> str:
    published = each.report.published.at
    day = f"{published:%Y-%m-%d}" if published else "undated"
    chain = " < ".join(link.name for link in each.claim.attribution.links) or "outlet"
    quote = " ".join(each.claim.content.quote.split())[:_LONGEST]
    return f"{day} {each.report.outlet or 'outlet not named'}, {chain}: “{quote}”"


def _each_alert(view: View, asked: ForecastQuestion, likened: Likened) -> Iterator[Learnt]:
    """Turns of indicators that are on the question, or that a claim on it made turn."""
    told = {each.claim.key for each in likened.alike}
    words = {each.key: each.words for each in each_indicator(view)}
    for alert in each_alert(view):
        is_on = _is_on(f"{alert.name} {words.get(alert.indicator, '')}", asked)
        if is_on or told & set(alert.claims):
            yield Learnt(
                kind=LearntKind.ALERT,
                at=alert.at,
                words=f"{alert.name}: {alert.turn.value}, {alert.why}",
                claims=alert.claims,
            )


def _each_turn(
    store: Store, view: View, asked: ForecastQuestion, likened: Likened
) -> Iterator[Learnt]:
    """Turns of actors' stands on kept questions that are on this one, among the newest reports."""
    questions = [each for each in kept_questions(view) if _is_on(each.words, asked)]
    if not questions:
        return
    known = known_standing(standing_in(store, window_of(store, Asked(), view.as_of)))
    register = known_in(view)
    for line in lines_on(questions, heard_in(known, register), register):
        for turn in line.turns:
            after = next(each for each in line.statements if each.key == turn.after)
            times = [
                at
                for claim in after.claims
                if (at := likened.known_at.get(known.claims[claim].report)) is not None
            ]
            if times:
                words = f"{line.name} on {line.question.words}: {turn.words}"
                yield Learnt(kind=LearntKind.TURN, at=min(times), words=words, claims=turn.claims)


def _is_on(words: str, asked: ForecastQuestion) -> bool:
    return len(content_words(words) & content_words(asked_words(asked))) >= SHARED


def _each_shown(store: Store, view: View, answer: Resolution, likened: Likened) -> Iterator[Learnt]:
    """The claims that show the answer, with when each came to be known."""
    if not answer.claims:
        return
    homes = sorted({each.report for each in homes_of(view, answer.claims).values()})
    numbers = tuple(numbers_of(view, homes).values())
    known = known_standing(find_standing(store, view.as_of, numbers=numbers))
    for key in answer.claims:
        claim = known.claims.get(key)
        at = likened.known_at.get(claim.report) if claim else None
        if claim is not None and at is not None:
            report = known.reports[claim.report]
            words = f"{report.outlet or 'outlet not named'}: “{claim.content.quote[:_LONGEST]}”"
            yield Learnt(kind=LearntKind.CLAIM, at=at, words=words, claims=(key,))
