"""What sort of deed a dyad is: as the engine read it, or by the verb where it was not asked.

The engine knows PLOVER as PLV has it: RETREAT and CONCEDE are one type there, YIELD, which is
parted here by what is done. Where it is not sure the verb decides, if both agree in the quad class;
what is not done, or only weighed, it seldom is sure of, and there the verb decides alone.
"""

from collections.abc import Set
from dataclasses import dataclass

from watchword.extract.dependents import Tree
from watchword.extract.events.deed_types import type_of_verb
from watchword.extract.events.dyads import Dyad
from watchword.model.claim import Modality
from watchword.model.event import EventType
from watchword.model.reading import EventReading
from watchword.text.lexicon import lexicon

SURE = 0.5
"""Confidence from which the engine's type is taken by itself: more likely than not."""

RULES = "watchword-deeds/1"
"""Name and version of the list of verbs."""

_REDUCING = lexicon("sanction embargo tariff")
_IMPOSING = lexicon("impose slap tighten extend prolong renew sanction levy expand widen")
"""Sanctions are SANCTION in the codebook, chapter 3.13; PLV has many of them under COERCE."""
_OFFERING = lexicon("pledge promise offer agree")
"""What is promised or offered is AGREE, chapter 3.1, whatever it is."""
_UNDONE = frozenset({Modality.CONSIDERED, Modality.CONDITIONAL, Modality.DENIED})
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_UNWILLING = lexicon("unwilling reluctant")
_TRANSITIVE = lexicon(
    """take launch call back stand move carry reach enter head fly board train prepare hold charge
    rule cut halt leave lift fire engage hurt fight talk host brief ask give pay provide help"""
)
"""Verbs that tell a deed only with whom it is done to: "Paris took Lyon", not "it took a week"."""
_VIOLENT = lexicon(
    """attack shelling bombing strike airstrike blast clash explosion fighting war raid shooting
    bomb missile drone gunfire crackdown torture"""
)
"""What somebody dies of where it is a deed."""
_MATERIAL = lexicon(
    """withdraw withdrawal retreat leave release free return repatriate evacuate resign step quit
    disarm surrender cede liberate pull hand open reopen allow admit access lay decommission rescue
    escape implement observe hold give"""
)
_VERBAL = lexicon(
    """ease lift relax apologise apologize apology regret drop pardon amnesty declare announce
    agree accept concede yield suspend waive promise acknowledge scrap commute order approve"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The type of a deed.

    Attributes:
        type: the type.
        confidence: how sure the engine is of it, None where the verb gave it.
        made_by: what gave it.
    """

    type: EventType
    confidence: float | None
    made_by: str


def type_of(
    dyad: Dyad, read: EventReading | None, tree: Tree, words: Set[str], modality: Modality
) -> Typed | None:
    """The type of a dyad's deed, None where it is none that PLOVER knows.

    Args:
        dyad: who acts on whom.
        read: what an engine read in it, None where it was not asked.
        tree: the sentence.
        words: dictionary forms of the words of the deed.
        modality: that of the claim that tells it.
    """
    lemma, is_ahead = tree.tokens[dyad.verb].lemma, modality is Modality.PLANNED
    told = type_of_verb(lemma, words) or _of_infinitive(dyad, tree, words)
    if tree.tokens[dyad.verb].tag == "JJ":
        refuses = lemma in _UNWILLING or _is_negated(tree, dyad.verb)
        told = "REJECT" if refuses else "AGREE"
    by_verb = _by_verb(told, lemma, words, is_ahead=is_ahead)
    if _REDUCING & words and lemma in _IMPOSING:
        return Typed(type=EventType.SANCTION, confidence=None, made_by=RULES)
    if read is None:
        is_open = bool(dyad.actors) and not dyad.are_peers and lemma in _TRANSITIVE
        return None if is_open else by_verb
    sort = _sort(read, lemma, words, is_ahead=is_ahead)
    if read.quad and (read.root_confidence >= SURE or told == sort):
        return Typed(type=EventType(sort), confidence=read.root_confidence, made_by=read.made_by)
    if by_verb is None or modality in _UNDONE or _is_negated(tree, dyad.verb):
        return by_verb
    return by_verb if by_verb.type.quad == read.quad else None


def _sort(read: EventReading, lemma: str, words: Set[str], *, is_ahead: bool) -> str:
    """The type that an engine read, in the sixteen of the codebook."""
    if read.root == "YIELD":
        return _parted(lemma, words, is_ahead=is_ahead)
    return "AGREE" if read.root in _COOPERATIVE and lemma in _OFFERING else read.root


def _of_infinitive(dyad: Dyad, tree: Tree, words: Set[str]) -> str | None:
    """The type of what is weighed or planned: "is considering *sending* drones"."""
    below = tree.below(dyad.verb, "xcomp")
    return type_of_verb(tree.tokens[below[0]].lemma, words) if below else None


def _is_negated(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[each].lemma in {"not", "never"} for each in tree.below(verb))


def _by_verb(told: str | None, lemma: str, words: Set[str], *, is_ahead: bool) -> Typed | None:
    if told is None or (lemma == "die" and not words & _VIOLENT):
        return None
    if is_ahead and told in _COOPERATIVE:
        told = "AGREE"
    if is_ahead and told == "RETREAT":
        told = "CONCEDE"
    if told == "CONCEDE" and lemma in _MATERIAL and not is_ahead:
        told = "RETREAT"
    return Typed(type=EventType(told), confidence=None, made_by=RULES)


def _parted(lemma: str, words: Set[str], *, is_ahead: bool) -> str:
    """RETREAT where something is done at once, CONCEDE where it is said or lies ahead."""
    if is_ahead or lemma in _VERBAL:
        return "CONCEDE"
    return "RETREAT" if lemma in _MATERIAL or words & _MATERIAL else "CONCEDE"
