"""An actor's line on a question as the plain record that `watchword positions --json` prints."""

from datetime import datetime

from watchword.flow.span_records import Record, span_record
from watchword.model.known import Known
from watchword.model.question import Question
from watchword.model.stand import StandLine, StandTurn, Statement


def stand_record_of(line: StandLine, known: Known) -> Record:
    """The record of a line, with every statement's claims, reports and spans."""
    return {
        "key": line.key,
        "question": question_record(line.question),
        "actor": line.actor,
        "name": line.name,
        "stand": line.stand.value if line.stand else None,
        "standing": line.standing,
        "footing": line.footing.value if line.footing else None,
        "statements": [_statement(each, known) for each in line.statements],
        "turns": [_turn(each) for each in line.turns],
        "as_of": known.as_of.isoformat(),
        "made_by": line.made_by,
    }


def stand_summary(line: StandLine) -> Record:
    """What a table tells of a line: where the actor stands, since when, and how often it turned."""
    standing = next((each for each in line.statements if each.key == line.standing), None)
    turn = line.turns[-1] if line.turns else None
    return {
        "key": line.key,
        "question": line.question.key,
        "actor": line.actor,
        "name": line.name,
        "stand": line.stand.value if line.stand else None,
        "footing": line.footing.value if line.footing else None,
        "under_condition": standing is not None and standing.condition is not None,
        "since": _instant(standing.said_at) if standing else None,
        "statements": len(line.statements),
        "turns": len(line.turns),
        "last_turn": {"shift": turn.shift.value, "at": turn.at.isoformat()} if turn else None,
        "course": [[_instant(each.said_at), each.stand.value] for each in line.statements],
        "made_by": line.made_by,
    }


def question_record(question: Question) -> Record:
    """The record of a question."""
    return {
        "key": question.key,
        "words": question.words,
        "actor": question.actor,
        "suggested": question.suggested,
        "positions": list(question.positions),
    }


def _statement(each: Statement, known: Known) -> Record:
    claims = [known.claims[key] for key in each.claims]
    spans = {"words": each.words, "cue": each.cue, "condition": each.condition}
    return {
        "key": each.key,
        "stand": each.stand.value,
        "footing": each.footing.value,
        "kind": each.kind.value if each.kind else None,
        "speaker": each.speaker,
        "words": each.words.quote,
        "cue": each.cue.quote if each.cue else None,
        "condition": each.condition.quote if each.condition else None,
        "sentence": claims[0].sentence.quote,
        "source_chain": [link.name for link in claims[0].attribution.links],
        "said_at": _instant(each.said_at),
        "told_at": _instant(each.told_at),
        "recalled": each.recalled,
        "claims": list(each.claims),
        "report_ids": [known.reports[claim.report].report_id for claim in claims],
        "origins": list(each.origins),
        "spans": {name: span_record(span) for name, span in spans.items() if span is not None},
    }


def _turn(turn: StandTurn) -> Record:
    return {
        "shift": turn.shift.value,
        "at": turn.at.isoformat(),
        "words": turn.words,
        "before": turn.before,
        "after": turn.after,
        "claims": list(turn.claims),
    }


def _instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
