"""Positions: where actors stand on questions, one question in full, and keeping a question."""

from collections.abc import Sequence

from pydantic import Field

from watchword.desk.ask import Ask, Key, Line, Scoped
from watchword.desk.entries import Action, DeskView, Doing
from watchword.desk.scoping import scope_of
from watchword.desk.seen import Seen
from watchword.errors import MissingError
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.questions import kept_questions, known_in
from watchword.flow.span_records import Record
from watchword.flow.stand_records import question_record, stand_record_of, stand_summary
from watchword.flow.stands import heard_in, lines_on, suggested_in
from watchword.model.decision import DecisionKind
from watchword.model.question import Question, question_key
from watchword.model.stand import StandLine
from watchword.relate.positions import Utterance

ASKED = "asked"
"""Names, in place of a question's key, the question that is asked in words."""


class PositionsAsk(Scoped):
    """What is asked of the positions.

    Attributes:
        limit: questions that are suggested beside those that are kept, at most.
    """

    limit: int = Field(default=10, ge=0, le=50)


class PositionAsk(PositionsAsk):
    """Which question is asked for.

    Attributes:
        key: its key among those kept or suggested; "asked" for one in words.
        question: its words.
    """

    key: Key
    question: Line = ""


class QuestionAsk(Ask):
    """A question that is to be kept.

    Attributes:
        question: its words.
        of: whose positions alone are followed; everybody's where empty.
    """

    question: Key
    of: Line = ""


def find_all(seen: Seen, ask: PositionsAsk) -> Record:
    """Every question that is kept or suggested, every actor who holds something on one."""
    questions, lines, _ = _heard(seen, ask)
    weights: dict[str, int] = {}
    names: dict[str, str] = {}
    for line in lines:
        weights[line.actor] = weights.get(line.actor, 0) + len(line.statements)
        names.setdefault(line.actor, line.name)
    actors = sorted(weights, key=lambda actor: (-weights[actor], names[actor]))
    return {
        "questions": [question_record(each) for each in questions],
        "actors": [{"actor": actor, "name": names[actor]} for actor in actors],
        "stands": [stand_summary(line) for line in lines],
    }


def find_one(seen: Seen, ask: PositionAsk) -> Record:
    """Everybody's line on one question, with every statement and turn.

    Raises:
        MissingError: if no question has the key, or none is asked.
    """
    questions, lines, reports = _heard(seen, ask)
    if not questions:
        raise MissingError("no question of this key is kept or suggested", key=ask.key)
    known = seen.known(scope_of(ask))
    return {
        "question": question_record(questions[0]),
        "lines": [stand_record_of(line, known) for line in lines],
        "reports": reports,
    }


def keep(doing: Doing, ask: QuestionAsk) -> Record:
    """Keep a question, to be followed."""
    words = " ".join(ask.question.split())
    wish = Wish(kind=DecisionKind.QUESTION, subject=words, value=ask.of or None, by=doing.by)
    made = decide(doing.bench.store, wish)
    return {"said": f"“{words}” is kept", "decision": made.key, "key": question_key(words)}


def _heard(seen: Seen, ask: PositionsAsk) -> tuple[list[Question], Sequence[StandLine], int]:
    """The questions, everybody's lines on them, and how many reports were looked through."""
    with seen.view() as view:
        kept, register = kept_questions(view), known_in(view)
    known = seen.known(scope_of(ask))
    heard = heard_in(known, register)
    questions = _questions(ask, kept, heard)
    actor = ask.actor[0] if ask.actor else None
    return questions, lines_on(questions, heard, register, actor=actor), len(known.reports)


def _questions(
    ask: PositionsAsk, kept: Sequence[Question], heard: Sequence[Utterance]
) -> list[Question]:
    if isinstance(ask, PositionAsk) and ask.key == ASKED:
        words = " ".join(ask.question.split())
        return [Question(key=question_key(words), words=words)] if words else []
    keys = {each.key for each in kept}
    most = ask.limit
    offered = suggested_in(heard, most) if most else ()
    suggested = [each for each in offered if each.key not in keys]
    known = [*kept, *suggested]
    if isinstance(ask, PositionAsk):
        return [each for each in known if each.key == ask.key][:1]
    return known


POSITIONS = DeskView(
    name="positions",
    summary="Where actors stand on the questions that are kept or suggested, and when that moved",
    asks=PositionsAsk,
    find=find_all,
    is_heavy=True,
)
POSITION = DeskView(
    name="position",
    summary="One question: what everybody said on it, and when they turned",
    asks=PositionAsk,
    find=find_one,
    is_heavy=True,
)
QUESTION = Action(
    name="question",
    summary="Keep a question, to follow where actors stand",
    asks=QuestionAsk,
    do=keep,
)
