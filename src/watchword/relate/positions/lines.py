"""The line of each actor on a question: its statements, where it stands, and when it moved.

Invariant: the same words by the same speaker count once, however many print them and however
often; told again later they are recalled, and date from when they were first said.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from watchword.model.question import Question
from watchword.model.stand import Stand, StandLine, Statement
from watchword.relate.positions.hearing import Utterance
from watchword.relate.positions.holders import Side
from watchword.relate.positions.matching import turned_from
from watchword.relate.positions.phrases import Asked, asked_of, phrase_of
from watchword.relate.positions.senses import family_of_claim, turns_round
from watchword.relate.positions.times import NEWS
from watchword.relate.positions.turns import stand_of, turns_of
from watchword.relate.witnesses import folded

MADE_BY = "positions 1"
_WANTS = re.compile(r"^(?!.*\b(?:will|would|shall|to)\b).*\b(?:want|seek|hope|wish)", re.IGNORECASE)
_DOERS = frozenset({Stand.INTENDS, Stand.DOES})
"""What whoever receives it cannot do: "we will wait for the weapons" is for their being sent."""
_UNDATED = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A statement with whose it is."""

    side: Side
    statement: Statement


def find_lines(question: Question, heard: Iterable[Utterance]) -> tuple[StandLine, ...]:
    """The line of every actor that says something on a question.

    Args:
        question: the question.
        heard: everything that may tell of a stand, as `hear` gives it.

    Returns:
        Those with a stand of their own first, then those with the most statements.
    """
    asked = asked_of(question.words)
    by_actor: dict[str, list[_Said]] = defaultdict(list)
    for each in heard:
        stand = _stand_on(asked, each)
        if stand is not None:
            by_actor[each.side.actor].append(_Said(side=each.side, statement=_said(each, stand)))
    lines = (_line(question, said) for said in by_actor.values())
    return tuple(sorted(lines, key=_rank))


def _rank(line: StandLine) -> tuple[bool, int, int, str]:
    return (line.stand is None, -len(line.turns), -len(line.statements), line.actor)


def _stand_on(asked: Asked, each: Utterance) -> Stand | None:
    """Where words put an actor on a question, None where they are not about it."""
    turned = turned_from(asked, each.told)
    if turned is None:
        return None
    if each.stand is Stand.DOES and not _is_deed(asked, each):
        return None
    stand = each.contrary if turned else each.stand
    if stand is Stand.INTENDS and each.cue is not None and _WANTS.search(each.cue.quote):
        return Stand.FOR  # who wants it does not say that it will do it
    receives = each.side.country and each.side.country in asked.receiving
    return Stand.FOR if receives and stand in _DOERS else stand


def _is_deed(asked: Asked, each: Utterance) -> bool:
    """Whether a deed is the one that is asked about: who buys arms sends none."""
    if not each.side.country:
        return False
    family, undone = family_of_claim(each.claim), turns_round(each.claim.verb or "")
    if not asked.families:  # what is given is told too loosely: "gave answers to the members"
        return undone or family != "give"
    return undone or family in asked.families  # "banned the export"


def _said(each: Utterance, stand: Stand) -> Statement:
    link = each.claim.attribution.origin
    speaker = link.name if link else ""
    seal = f"{each.side.actor}|{stand}|{each.claim.key}|{each.words.start}:{each.words.end}"
    return Statement(
        key=sha256(seal.encode()).hexdigest()[:16],
        stand=stand,
        footing=each.footing,
        kind=each.kind,
        speaker=speaker,
        words=each.words,
        cue=each.cue,
        condition=each.claim.condition,
        said_at=each.saying.at,
        told_at=each.told_at,
        recalled=each.saying.recalled,
        claims=(each.claim.key,),
        origins=(each.origin,),
    )


def _line(question: Question, said: Sequence[_Said]) -> StandLine:
    statements = tuple(_each_once(each.statement for each in said))
    standing = stand_of(statements)
    side = said[0].side
    seal = f"line|{question.key}|{side.actor}"
    return StandLine(
        key=sha256(seal.encode()).hexdigest()[:16],
        question=question,
        actor=side.actor,
        name=side.name,
        stand=standing.stand if standing else None,
        standing=standing.key if standing else None,
        footing=standing.footing if standing else None,
        statements=statements,
        turns=turns_of(statements),
        made_by=MADE_BY,
    )


def _each_once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Statements in the order of time, the prints of one put together."""
    kept: dict[tuple[str, Stand, str], int] = {}
    once: list[Statement] = []
    for each in sorted(statements, key=_time):
        same = (folded(each.speaker), each.stand, _wording(each))
        at = kept.get(same)
        if at is None:
            kept[same] = len(once)
            once.append(each)
        elif _is_print(once[at], each):
            once[at] = _with(once[at], each)
        else:
            kept[same] = at
            once.append(replace(each, recalled=True, said_at=once[at].said_at))
    yield from sorted(once, key=_time)


def _time(each: Statement) -> tuple[datetime, datetime, str, int, str]:
    told = each.told_at or _UNDATED
    return (each.said_at or told, told, each.words.report, each.words.start, each.key)


def _wording(each: Statement) -> str:
    phrase = phrase_of(each.words.quote)
    cue = each.cue.quote.lower() if each.cue else ""
    return f"{' '.join(sorted(phrase.things | phrase.countries))}|{each.kind}|{cue}"


def _is_print(first: Statement, later: Statement) -> bool:
    """Whether a statement is a further print of one, and no repetition of it weeks later."""
    if set(first.origins) & set(later.origins):
        return True
    if first.told_at is None or later.told_at is None:
        return True
    return later.told_at - first.told_at <= NEWS


def _with(first: Statement, later: Statement) -> Statement:
    return replace(
        first,
        claims=tuple(dict.fromkeys((*first.claims, *later.claims))),
        origins=tuple(dict.fromkeys((*first.origins, *later.origins))),
    )
