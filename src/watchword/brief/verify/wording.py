"""Words against the cited words: each must be there, beside what it stands beside there.

A sentence is cut into runs of words that carry meaning; words of reporting, of the brief's frame,
and the speakers where they speak, part the runs. Within a run each word must stand in a cited
sentence next to its neighbours, so that a name, place or number that is put where another
belongs is found even where the report has both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.brief.verify.evidence import Evidence
from watchword.brief.verify.permitted import HEARSAY, MEDIA, SPEECH, TEMPLATE
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.stems import stem
from watchword.brief.verify.tokens import Kind, Token, Wording
from watchword.text.gazetteer import country_uses

REACH = 3
"""How far apart two neighbours may stand in the report: two words may be left out."""

Found = tuple[Rule, str]

_FREE = frozenset(stem(word) for words in (SPEECH, TEMPLATE, HEARSAY, MEDIA) for word in words)
_RUN_ENDS = frozenset({Kind.DATE, Kind.OPEN, Kind.CLOSE})
_CONJUNCTIONS = frozenset(["and", "that", "but", "while", "or"])


def check_words(wording: Wording, evidence: Evidence, framed: frozenset[int]) -> Iterator[Found]:
    """Find words, names and numbers that the cited words do not bear out.

    Args:
        wording: the sentence.
        evidence: what it stands on.
        framed: indexes of tokens that belong to an attribution.
    """
    inside = _bracketed(wording.tokens)
    for at, token in enumerate(wording.tokens):
        if at in framed or token.kind in {Kind.FUNCTION, Kind.JOINT, Kind.DATE}:
            continue
        if at in inside:
            yield from _check_bracketed(token, evidence)
        elif not is_free(token) and token.kind not in {Kind.OPEN, Kind.CLOSE}:
            yield from _check_word(wording, at, evidence, framed | inside)


def is_free(token: Token) -> bool:
    """Whether a word may stand anywhere: a word of reporting or of the brief's frame."""
    return token.kind is Kind.WORD and token.key in _FREE


def _check_bracketed(token: Token, evidence: Evidence) -> Iterator[Found]:
    is_told = all(claim.actor for claim in evidence.claims)
    licensed = evidence.context if is_told else evidence.context | evidence.keys
    meant = country_uses().get(f"the {token.text}", ())
    keys = {token.key, token.country or token.key, *(f"@{land.code}" for land, _ in meant)}
    if token.kind is not Kind.NUMBER and keys.isdisjoint(licensed):
        yield Rule.NAME, f"“{token.text}” in brackets is not what the cited claims are about"


def _check_word(
    wording: Wording, at: int, evidence: Evidence, parted: frozenset[int]
) -> Iterator[Found]:
    token = wording.tokens[at]
    if token.kind is Kind.NUMBER:
        if token.key in evidence.keys and not _is_in_order(wording.tokens, at, evidence, parted):
            yield Rule.ORDER, f"“{token.text}” counts something else in the cited words"
        return
    if token.key.endswith("n't"):
        return  # the rule of negation looks after it
    if token.key not in evidence.keys:
        rule = Rule.NAME if token.kind is Kind.NAME else Rule.WORD
        yield rule, f"“{token.text}” is not in the cited words"
    elif not _is_in_order(wording.tokens, at, evidence, parted):
        yield Rule.ORDER, f"“{token.text}” stands elsewhere in the cited words"


def _bracketed(tokens: Sequence[Token]) -> frozenset[int]:
    inside = set()
    is_open = False
    for at, token in enumerate(tokens):
        if token.kind is Kind.OPEN:
            is_open = True
        elif token.kind is Kind.CLOSE:
            is_open = False
        elif is_open:
            inside.add(at)
    return frozenset(inside)


def _is_in_order(
    tokens: Sequence[Token], at: int, evidence: Evidence, parted: frozenset[int]
) -> bool:
    """Whether some cited words have this word beside its neighbours.

    A name or a number must keep the neighbours that nothing parts it from; another word, one.
    """
    sides = [side for step in (-1, 1) if (side := _neighbour(tokens, at, step, parted))]
    if not sides:
        return True
    is_strict = tokens[at].kind in {Kind.NAME, Kind.NUMBER}
    return any(
        _keeps(stream, place, sides, is_strict=is_strict)
        for stream in evidence.streams
        for place, key in enumerate(stream)
        if key == tokens[at].key
    )


def _keeps(stream: Sequence[str], place: int, sides: Sequence["Side"], *, is_strict: bool) -> bool:
    kept = [side for side in sides if side.key in side.reach(stream, place)]
    return bool(kept) and (not is_strict or all(side in kept for side in sides if side.is_near))


@dataclass(frozen=True, slots=True)
class Side:
    """The neighbour of a word on one side.

    Attributes:
        key: its key.
        step: -1 for the left, 1 for the right.
        is_near: whether no comma or conjunction parts the two.
    """

    key: str
    step: int
    is_near: bool

    def reach(self, stream: Sequence[str], place: int) -> Sequence[str]:
        """The keys among which the neighbour has to be."""
        if self.step < 0:
            return stream[max(0, place - REACH) : place]
        return stream[place + 1 : place + 1 + REACH]


def _neighbour(
    tokens: Sequence[Token], at: int, step: int, parted: frozenset[int]
) -> Side | None:  # fmt: skip
    """The next word of the same run, None at the run's end."""
    is_near = True
    place = at + step
    while 0 <= place < len(tokens):
        token = tokens[place]
        if place in parted or is_free(token) or token.kind in _RUN_ENDS:
            return None
        if token.kind is Kind.JOINT or token.text.lower() in _CONJUNCTIONS:
            is_near = False
        elif token.kind is not Kind.FUNCTION:
            return Side(token.key, step, is_near)
        place += step
    return None
