"""The questions that people keep in a record, and who is known there."""

from collections.abc import Iterable

from watchword.flow.situation.actors import register_as_of
from watchword.model.decision import Decision, DecisionKind
from watchword.model.question import Question, question_key
from watchword.resolve.register import Register
from watchword.store import View
from watchword.store.decisions import each_standing_decision


def kept_questions(view: View) -> tuple[Question, ...]:
    """The questions that people asked and did not take back, in the order they were asked."""
    return questions_among(each_standing_decision(view))


def questions_among(decisions: Iterable[Decision]) -> tuple[Question, ...]:
    """The questions that some decisions keep, each once for each actor asked about."""
    asked = {
        (question_key(each.subject), each.value): each.subject
        for each in decisions
        if each.kind is DecisionKind.QUESTION
    }
    return tuple(
        Question(key=key, words=words, actor=actor) for (key, actor), words in asked.items()
    )


def known_in(view: View) -> Register:
    """Everybody who is known in a record, as people have ruled."""
    return register_as_of(view)
