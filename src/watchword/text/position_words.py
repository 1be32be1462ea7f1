"""Words by which an actor takes a position, and what they come to when they are negated.

A verb stands by its dictionary form; two words are a verb with its particle or preposition ("rule
out"), with its object ("have intention"), or "be" with what it is said of ("be open").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from watchword.model.position import PositionKind
from watchword.text.lexicon import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposing:
    """What a word tells of its subject's position.

    Attributes:
        kind: the position; None for a word that only leads on to the next ("continues to").
        negated: the position with "not" before the word; None where that tells none.
        inward: whether it tells what is in somebody's mind, which others can only guess.
    """

    kind: PositionKind | None
    negated: PositionKind | None = None
    inward: bool = False


def disposing(words: str) -> Disposing | None:
    """What some words tell of their subject's position, None for words that tell none.

    >>> disposing("rule out").kind.value, disposing("rule out").negated.value
    ('refuses', 'reviews')
    """
    return _table().get(words)


def opens_position(lemma: str) -> bool:
    """Whether words of position may begin with a verb; with most verbs none does.

    >>> opens_position("rule"), opens_position("sink")
    (True, False)
    """
    return lemma in _openings()


NEGATED: Mapping[PositionKind, PositionKind] = {
    PositionKind.INTENDS: PositionKind.REFUSES,
    PositionKind.REFUSES: PositionKind.REVIEWS,
    PositionKind.ALLOWS: PositionKind.REFUSES,
    PositionKind.REVIEWS: PositionKind.REFUSES,
    PositionKind.SUPPORTS: PositionKind.OPPOSES,
    PositionKind.OPPOSES: PositionKind.ALLOWS,
}
"""What refusing a position comes to: who refuses to rule out reviews."""

WITH_PLAN = lexicon(
    "proposal plan offer demand call request appeal idea deal ultimatum agreement truce ceasefire "
    "talks negotiation compromise initiative terms resolution draft invitation treaty"
)
"""What is dismissed as a position is; a claim or a general that is dismissed is not."""
NEEDING_DEED = lexicon(
    "tell ask order instruct press mean aim prepare let study go warn insist vote swear"
)
"""Verbs that tell a position only where a deed follows: "told Paris to leave", not "told Paris"."""
ABOUT_TALK = lexicon(
    "criticism notion speculation suspicion concern accusation comparison characterization"
)
"""What is rejected as untrue, beside claims and reports: no question to hold a position on."""
BANS = lexicon(
    "ban embargo restriction sanction blockade limit curb moratorium freeze suspension siege cap"
)
MEASURES = lexicon("sanction embargo blockade siege")
"""Those of them that are the question themselves: of a ban, it is what is banned."""
LIFTING = lexicon("lift end ease remove scrap waive relax drop")
BEFALLING = lexicon(
    "be have become face need lose win suffer receive get see remain benefit fall rise grow "
    "struggle fail find know feel run prevail experience continue last require take come cost "
    "gain happen emerge learn depend"
)
"""What happens to somebody, or is foreseen: "will" before these words tells no intention."""
TALKING = lexicon(
    "say quote talk speak discuss start begin turn repeat note tell add ask mention preview take "
    "address stop go let leave point read share"
)
"""What a speaker says that he will do while he speaks: "I want to start with"."""

_I, _D, _R, _A = (
    PositionKind.INTENDS,
    PositionKind.DEMANDS,
    PositionKind.REFUSES,
    PositionKind.ALLOWS,
)
_V, _S, _O = PositionKind.REVIEWS, PositionKind.SUPPORTS, PositionKind.OPPOSES

_ROWS: tuple[tuple[PositionKind | None, PositionKind | None, bool, str], ...] = (
    (None, None, False, "continue|begin|start|keep|remain|go on"),
    (_I, None, False, "vow|pledge|promise|swear|undertake|threaten|offer|be determined"),
    (_I, None, False, "be committed|be resolved|resolve|volunteer|vote"),
    (_I, _R, False, "agree|be ready|be prepared|be willing|stand ready"),
    (_I, _V, False, "decide|opt"),
    (_I, _R, True, "plan|intend|aim|seek|want|mean|have plan|have intention"),
    (_I, None, True, "prepare"),
    (_D, None, False, "demand|urge|ask|request|call on|call upon|call for|press|insist on"),
    (_D, None, False, "appeal to|appeal for|order|tell|instruct|implore|push for|press for|warn"),
    (_D, None, False, "insist|warn against|ask for|exhort|beg|plead with"),
    (_R, _V, False, "refuse|decline|reject|rule out|turn down|rebuff|spurn|be unwilling"),
    (_R, _V, False, "be reluctant|balk at|baulk at|veto|dismiss"),
    (_A, _R, False, "allow|permit|let|authorise|authorize|approve|accept|tolerate|consent to"),
    (
        _A,
        _R,
        False,
        "give permission|give light|give go-ahead|give consent|give leave|give approval",
    ),
    (_A, _R, False, "give nod|give clearance|grant|agree to"),
    (_V, _R, True, "consider|weigh|mull|contemplate|ponder"),
    (_V, None, False, "review|reconsider|reexamine|re-examine|study|examine"),
    (_V, _R, False, "be open"),
    (_S, _O, False, "support|back|endorse|favour|favor|be favour|be favor"),
    (_S, None, False, "vote for|prefer|welcome|praise|hail|advocate|propose|applaud"),
    (_O, _A, False, "oppose|object to|be opposed|be against"),
    (_O, None, False, "condemn|denounce|criticise|criticize|deplore|decry|protest|protest against"),
    (_O, None, False, "vote against"),
)


@cache
def _table() -> dict[str, Disposing]:
    return {
        words: Disposing(kind=kind, negated=negated, inward=inward)
        for kind, negated, inward, row in _ROWS
        for words in row.split("|")
    }


@cache
def _openings() -> frozenset[str]:
    return LIFTING | {words.split()[0] for words in _table()}
