"""Whose position a clause tells: its subject's, its speaker's, or nobody's.

Invariant: nobody's position is somebody else's guess. What others foresee of an actor, or think
that it has in mind, is no position of that actor.
"""

from dataclasses import dataclass

from watchword.extract.dependents import BODIES, Tree
from watchword.model.attribution import Link, LinkKind, Voice
from watchword.model.claim import Claim
from watchword.model.reading import Token
from watchword.text.gazetteer import country_named, organisation_named, split_owner
from watchword.text.lexicon import lexicon
from watchword.text.offices import office_head
from watchword.text.officials import country_of, is_official
from watchword.text.similarity import words_in

_OURS = lexicon("we i us")
_PRONOUNS = lexicon("it they he she")
_OWN = lexicon("his her its our their my")
_OF_STATE = lexicon(
    "government ministry military army cabinet country state authority authorities parliament "
    "administration president minister navy troop force guard police "
    "fleet brigade"
)
_TELLERS = lexicon("source sources people person insider insiders informant informants")
_LEADERS = lexicon(
    "president minister general commander leader king spokesperson adviser chief secretary mayor "
    "governor chancellor ambassador envoy official director chairman chairperson premier negotiator"
)
_OUTSIDE_ALWAYS = lexicon("analyst analysts expert experts former professor researcher scholar")
_OUTSIDE = lexicon(
    "spy spies intelligence agency service services lawmaker lawmakers opposition foreign diplomat "
    "diplomats allies monitors observers mission"
)
"""Officials who, where nobody tells whose they are, may well speak of another state."""
_PERSONS = frozenset({LinkKind.PERSON, LinkKind.ANONYMOUS})
_BODIES = frozenset({LinkKind.STATE, LinkKind.ORGANISATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose position a clause may tell.

    Attributes:
        name: as the claim's chain or its actor names it.
        speaks: whether the position is told by the holder or by its side.
        told: whether an outlet or an informant tells it, who takes no side in it.
        known: whether it is a state, a body or an office, not just any people.
    """

    name: str
    speaks: bool
    told: bool
    known: bool


def subject_of(tree: Tree, verb: int, lent: tuple[Token, ...]) -> int | None:
    """The head of the subject of a verb, or of the words that an earlier clause lends it."""
    own = tree.below(verb, "nsubj", "nsubj:pass")
    if own:
        return own[0]
    places = [place for token in lent if (place := tree.place_of(token)) is not None]
    inside = set(places)
    return next((each for each in places if tree.tokens[each].head not in inside), None)


def holder_of(tree: Tree, subject: int, claim: Claim) -> Holder | None:
    """Who holds what is told of a subject; None where that is nobody who can."""
    origin = claim.attribution.origin
    words = tree.tokens[subject].text.lower()
    if tree.tokens[subject].tag == "PRP":
        return _spoken(words, claim, origin)
    if claim.actor is None or not tree.is_actor(subject):
        return None
    return Holder(
        name=claim.actor,
        speaks=origin is not None and _is_of_side(tree, subject, claim.actor, origin),
        told=origin is None or is_teller(origin),
        known=tree.is_known_actor(subject),
    )


def speaker_of(claim: Claim) -> Holder | None:
    """Who says it, as the holder of what he says should be; None for those who only tell."""
    origin = claim.attribution.origin
    if origin is None or is_teller(origin) or origin.kind in {LinkKind.DOCUMENT, LinkKind.IMAGERY}:
        return None
    return Holder(name=origin.name, speaks=True, told=False, known=True)


def is_teller(origin: Link) -> bool:
    """Whether a source only passes on what others hold: media, informants."""
    if origin.kind is LinkKind.MEDIA:
        return True
    named = set(words_in(origin.name.lower()))
    return origin.kind in {LinkKind.ANONYMOUS, LinkKind.COLLECTIVE} and bool(named & _TELLERS)


def _spoken(word: str, claim: Claim, origin: Link | None) -> Holder | None:
    """As in "we will not", "it would respond", "he refused", said of oneself.

    In direct speech only "we" and "I" are the speaker.
    """
    if origin is None:
        return None
    state = country_named(claim.actor or "")
    if word in _OURS:
        name = claim.actor if state is not None and claim.actor else origin.name
        return Holder(name=name, speaks=True, told=False, known=True)
    if claim.attribution.voice is Voice.DIRECT or not claim.attribution.cue:
        return None
    last = words_in(origin.name.lower())[-1:]
    body = origin.kind in _BODIES or not BODIES.isdisjoint(last)
    people = origin.kind is LinkKind.COLLECTIVE
    itself = {"it": body, "they": body or people}.get(word, origin.kind in _PERSONS)
    if not itself or word not in _PRONOUNS:
        return None
    return Holder(name=origin.name, speaks=True, told=False, known=True)


def _is_of_side(tree: Tree, subject: int, actor: str, origin: Link) -> bool:
    """Whether a source speaks for the subject: itself, its body, or an official of its state."""
    if _is_owned(tree, subject, origin):
        return True
    last = words_in(actor.lower())[-1:]
    if last and last[0] in words_in(f"{origin.name} {origin.role or ''}".lower()):
        return True
    if not can_bind(origin):
        return False
    theirs, ours = _country_named_in(actor), country_of(origin)
    if theirs and ours:
        return theirs == ours
    if not _OUTSIDE.isdisjoint(words_in(origin.name.lower())):
        return False
    return bool(theirs) or tree.tokens[subject].lemma in _OF_STATE


def _is_owned(tree: Tree, subject: int, origin: Link) -> bool:
    """As in "A will pay, its minister said" and "the leader said his party would"."""
    if not _OWN.isdisjoint(words_in(origin.words.lower())[:1]):
        return True
    owners = {tree.tokens[each].text.lower() for each in tree.below(subject, "nmod:poss")}
    return not _OWN.isdisjoint(owners) and origin.kind in _PERSONS | _BODIES


def can_bind(origin: Link | None) -> bool:
    """Whether a source is a body, an official or a leader, who can speak for a side."""
    if origin is None:
        return False
    told = f"{origin.name} {origin.role or ''}".lower()
    if _OUTSIDE_ALWAYS.intersection(words_in(told)):
        return False
    leads = office_head(origin.role or origin.name)
    return is_official(origin) or (leads is not None and leads.normal in _LEADERS)


def _country_named_in(actor: str) -> str:
    country = country_named(actor) or split_owner(actor)[0]
    body = organisation_named(actor)
    return country.code if country else body.country if body else ""
