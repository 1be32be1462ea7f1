"""The turns of relations and positions that were not known at an earlier instant."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from watchword.flow.relating import RelationRequest, relate_all, relate_two
from watchword.flow.stands import heard_in, lines_on, suggested_in
from watchword.model.change import Change, ChangeKind
from watchword.model.known import Known
from watchword.model.question import Question
from watchword.model.relation import Grain, Relation, RelationSummary, RelationTurn
from watchword.relate.relations import happening_by_key
from watchword.resolve.register import Register

PAIRS = 20
"""Pairs that are looked at, those with most between them."""

SUGGESTED = 10
"""Questions that are looked at beside those that are kept."""

MOVED_BY = timedelta(days=14)
"""A turn named this near to one that was known is that one: with more days it may move a little."""


def find_turned(
    before: Known, now: Known, questions: Sequence[Question], register: Register
) -> tuple[Change, ...]:
    """The turns that are named now and were not before, each with its claims.

    Args:
        before: what was known at the earlier instant.
        now: what is known at the later one.
        questions: the questions that people keep.
        register: who is known.
    """
    relations = _each_relation_turn(before, now)
    return (*relations, *_each_position_turn(before, now, questions, register))


def _each_relation_turn(before: Known, now: Known) -> Iterator[Change]:
    was = {_pair(each): each.turn for each in relate_all(before, grain=Grain.WEEK, most=PAIRS)}
    for each in relate_all(now, grain=Grain.WEEK, most=PAIRS):
        if each.turn is not None and not _is_near(was.get(_pair(each)), each.turn):
            request = RelationRequest(one=each.one.name, other=each.other.name)
            yield _relation_change(relate_two(now, request), each.turn)


def _pair(summary: RelationSummary) -> tuple[str, str]:
    return summary.one.name, summary.other.name


def _is_near(known: RelationTurn | None, turn: RelationTurn) -> bool:
    return known is not None and abs(known.day - turn.day) <= MOVED_BY


def _relation_change(relation: Relation, turn: RelationTurn) -> Change:
    told = happening_by_key(relation)
    claims = (telling.claim for key in turn.happenings for telling in told[key].tellings)
    return Change(
        kind=ChangeKind.TURNED,
        claims=tuple(dict.fromkeys(claims)),
        about=f"{relation.one.name} and {relation.other.name}, {turn.day:%Y-%m-%d}: {turn.words}",
        reasons=(f"borne out by {turn.outlets} outlets that were there before and after",),
    )


def _each_position_turn(
    before: Known, now: Known, questions: Sequence[Question], register: Register
) -> Iterator[Change]:
    heard = heard_in(now, register)
    seen: set[str] = set()
    for line in lines_on((*questions, *suggested_in(heard, SUGGESTED)), heard, register):
        for turn in line.turns:
            fresh = tuple(claim for claim in turn.claims if claim not in before.claims)
            after = next(each for each in line.statements if each.key == turn.after)
            is_known = any(claim in before.claims for claim in after.claims)
            if is_known or not fresh or turn.after in seen:
                continue
            seen.add(turn.after)
            yield Change(
                kind=ChangeKind.TURNED,
                claims=tuple(reversed(fresh)),
                earlier=tuple(claim for claim in turn.claims if claim in before.claims),
                about=f"{line.name} on {line.question.words}: {turn.words}",
                reasons=(f"a position {turn.shift.value}",),
            )
