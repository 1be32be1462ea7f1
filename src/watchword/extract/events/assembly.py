"""Dyads, what an engine read in them, and the claims around them, into events.

An event is told by the claim that has its verb in its content, and has that claim's place and
time. Where the verb is the claim's cue, it is a speech act: the demand, the threat, the denial is
the deed, its speaker the actor, and the sources before him tell it. A dyad that no claim tells
gives no event.

Invariant: an event has the report, the chain and the modality of one claim.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from watchword.extract.dependents import Tree
from watchword.extract.events.contexts import contexts_of
from watchword.extract.events.dyads import Dyad, find_dyads_in
from watchword.extract.events.modes import modes_of
from watchword.extract.events.parties import Known, named_party, party_of
from watchword.extract.events.transfers import find_transfers
from watchword.extract.events.types import Typed, type_of
from watchword.extract.memory import find_mentions
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.event import Event, EventType, Party, Standing
from watchword.model.figure import Figure
from watchword.model.reading import EventReading, Reading
from watchword.model.report import Report
from watchword.model.span import Span
from watchword.text.fates import BOTH
from watchword.text.lexicon import lexicon

LONG_AGO = timedelta(days=366)
"""Age from which an event is historical: PLOVER gives no length, a year keeps last winter apart."""

_DONE_BY_SPEAKING = frozenset(
    {
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.THREATEN,
    }
)
"""Types that are themselves of what lies ahead or is not done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDyad:
    """A dyad with what an engine read in it.

    Attributes:
        dyad: who acts on whom.
        read: what an engine read; None where it was not asked, as for a dyad with one side.
    """

    dyad: Dyad
    read: EventReading | None


def find_told_dyads(
    readings: Sequence[Reading], claims: Sequence[Claim]
) -> tuple[tuple[Dyad, ...], ...]:
    """The dyads of each sentence that a claim tells: of the others `find_events` makes nothing.

    Args:
        readings: what an engine read in a report's sentences.
        claims: what was found to be claimed in it.
    """
    told = _by_sentence(claims)
    return tuple(
        _told_in(reading, told.get(reading.tokens[0].start, ()) if reading.tokens else ())
        for reading in readings
    )


def find_events(
    report: Report,
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    dyads: Sequence[Sequence[ReadDyad]],
    places: Mapping[str, str],
) -> tuple[Event, ...]:
    """The events of a report, in the order of its text.

    Args:
        report: the report.
        readings: what an engine read in its sentences.
        claims: what was found to be claimed in it.
        dyads: those of each sentence, in the same order as the readings.
        places: alpha-2 code of the country in which a place named in the report lies.
    """
    if not any(dyads):
        return ()
    links = [link for _, link in find_mentions(report.text, report.key)]
    links += [link for claim in claims for link in claim.attribution.links]
    scene = _Scene(report=report, claims=_by_sentence(claims), known=Known.of(links, places))
    found: list[Event] = []
    for reading, those in zip(readings, dyads, strict=True):
        tree = Tree(reading) if those else None
        for each in those:
            event = _event(each, tree, scene) if tree else None
            if event is not None:
                found.append(event)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    report: Report
    claims: Mapping[int, Sequence[Claim]]
    known: Known


class _Told(NamedTuple):
    """The claim that tells a deed."""

    claim: Claim
    chain: tuple[str, ...]
    is_speech_act: bool


def _told_in(reading: Reading, claims: Sequence[Claim]) -> tuple[Dyad, ...]:
    if not claims:
        return ()
    tree = Tree(reading)
    return tuple(dyad for dyad in find_dyads_in(tree) if _telling(dyad, tree, claims))


def _by_sentence(claims: Sequence[Claim]) -> Mapping[int, Sequence[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence.start, []).append(claim)
    return found


def _event(each: ReadDyad, tree: Tree, scene: _Scene) -> Event | None:
    told = _telling(each.dyad, tree, scene.claims.get(tree.tokens[0].start, ()))
    if told is None:
        return None
    words = _words(tree, sorted(tree.all_below(each.dyad.verb)))
    modality = _modality(told, tree, each.dyad.verb)
    typed = type_of(each.dyad, each.read, tree, words, modality)
    if typed is None:
        return None
    claim, report = told.claim, scene.report
    is_beside = told.is_speech_act or _is_conditional(each.dyad, tree, claim)
    actors = _parties(each.dyad.actors, tree, scene, told)
    recipients = _parties(_received(each.dyad, tree, typed), tree, scene, told)
    if not actors and (each.dyad.actors or not recipients):
        return None
    event = Event(
        key="",
        report=report.key,
        claim=claim.key,
        chain=told.chain,
        deed=_deed(tree, each.dyad.verb, report),
        type=typed.type,
        modes=modes_of(typed.type, words),
        contexts=contexts_of(_words(tree, range(len(tree.tokens)))),
        standing=_standing(told, typed, modality, report.published.at),
        modality=modality,
        actors=actors,
        recipients=recipients,
        place=None if is_beside else claim.place,
        time=None if is_beside else claim.time,
        transfers=tuple(
            find_transfers(tree, each.dyad.verb, claim.figures, report.text, report.key)
        ),
        killed=_of_fate(claim, typed, "killed"),
        wounded=_of_fate(claim, typed, "wounded"),
        size=_of_fate(claim, typed, BOTH) or _crowd(claim, typed),
        confidence=typed.confidence,
        made_by=typed.made_by,
    )
    return _sealed(event)


def _telling(dyad: Dyad, tree: Tree, claims: Sequence[Claim]) -> _Told | None:
    """The claim with the verb in its content, the shortest of several; else the one it cues."""
    at = tree.tokens[dyad.verb].start
    inside = [claim for claim in claims if claim.content.start <= at < claim.content.end]
    if inside:
        claim = min(inside, key=lambda each: each.content.end - each.content.start)
        chain = tuple(link.name for link in claim.attribution.links)
        return _Told(claim=claim, chain=chain, is_speech_act=False)
    for claim in claims:
        cue = claim.attribution.cue_at
        if cue is not None and cue.start <= at < cue.end:
            return _Told(claim=claim, chain=_before_speaker(claim, tree, dyad), is_speech_act=True)
    return None


def _is_conditional(dyad: Dyad, tree: Tree, claim: Claim) -> bool:
    """Whether the deed is what the claim hangs on; its place and time are not the claim's."""
    at, condition = tree.tokens[dyad.verb].start, claim.condition
    return condition is not None and condition.start <= at < condition.end


def _before_speaker(claim: Claim, tree: Tree, dyad: Dyad) -> tuple[str, ...]:
    """The sources that tell of a speech act: those before its speaker."""
    speaking = {tree.tokens[each].start for each in dyad.actors}
    names: list[str] = []
    for link in claim.attribution.links:
        if link.span and any(link.span.start <= start < link.span.end for start in speaking):
            return tuple(names)
        names.append(link.name)
    return tuple(names[:-1])


_COMING = lexicon("visit arrive travel come go fly return head")
_WHERE = lexicon("in at near")
_FIRST_PERSON = lexicon("i we")
_PRONOUNS = lexicon("he she it they we i you that this who which")
_AHEAD = frozenset({Modality.PLANNED})
_OPEN = frozenset({Modality.CONSIDERED, Modality.CONDITIONAL})


def _modality(told: _Told, tree: Tree, verb: int) -> Modality:
    """The claim's; of a speech act, how its own verb has it."""
    if not told.is_speech_act:
        return told.claim.modality
    modals = {tree.tokens[each].lemma for each in tree.below(verb, "aux")}
    if modals & {"will", "shall"}:
        return Modality.PLANNED
    return Modality.CONSIDERED if modals & {"may", "might", "could"} else Modality.ASSERTED


def _standing(
    told: _Told, typed: Typed, modality: Modality, published: datetime | None
) -> tuple[Standing, ...]:
    found: list[Standing] = []
    claim = told.claim
    until = claim.time.until if claim.time and not told.is_speech_act else None
    if until and published and published.astimezone(UTC) - until > LONG_AGO:
        found.append(Standing.HISTORICAL)
    if modality in _AHEAD and typed.type not in _DONE_BY_SPEAKING:
        found.append(Standing.FUTURE)
    if modality in _OPEN:
        found.append(Standing.HYPOTHETICAL)
    undone = modality is Modality.DENIED or claim.polarity is Polarity.NEGATED
    if undone and not told.is_speech_act and typed.type not in _DONE_BY_SPEAKING:
        found.append(Standing.NEGATION)
    return tuple(found)


def _owner(head: int, tree: Tree, scene: _Scene, told: _Told) -> str | None:
    """The state of whose somebody is told to be, by the speaker: "Mali said *its* army"."""
    origin = told.claim.attribution.origin
    owned = (tree.tokens[each].tag == "PRP$" for each in tree.below(head, "nmod:poss"))
    is_subject = tree.relation(head).startswith("nsubj")
    if origin is None or told.is_speech_act or not is_subject or not any(owned):
        return None
    return named_party(origin.name, told.claim.sentence, scene.known).code


def _received(dyad: Dyad, tree: Tree, typed: Typed) -> Sequence[int]:
    """Those who receive a deed: not the town in which somebody meets."""
    if typed.type is not EventType.CONSULT or tree.tokens[dyad.verb].lemma in _COMING:
        return dyad.recipients
    return [head for head in dyad.recipients if tree.case(head) not in _WHERE]


def _parties(heads: Sequence[int], tree: Tree, scene: _Scene, told: _Told) -> tuple[Party, ...]:
    found = (_party(head, tree, scene, told) for head in heads)
    return tuple(party for party in found if party is not None)


def _party(head: int, tree: Tree, scene: _Scene, told: _Told) -> Party | None:
    """Who a noun stands for; a pronoun whoever the claim says, and nobody where it says nobody."""
    text, report = scene.report.text, scene.report.key
    if not tree.tokens[head].tag.startswith("PR"):
        party = party_of(tree, head, text, scene.known, report)
        owner = _owner(head, tree, scene, told) if party.code is None else None
        return replace(party, code=owner) if owner else party
    if tree.tokens[head].lemma in _FIRST_PERSON:
        origin = told.claim.attribution.origin
        name = origin.name if origin else None
    else:
        name = told.claim.actor if tree.relation(head).startswith("nsubj") else None
    if name is None or name.lower() in _PRONOUNS:
        return None
    token = tree.tokens[head]
    span = Span.within(text, token.start, token.end, report=report)
    return named_party(name, span, scene.known)


def _deed(tree: Tree, verb: int, report: Report) -> Span:
    token = tree.tokens[verb]
    return Span.within(report.text, token.start, token.end, report=report.key)


def _words(tree: Tree, indexes: Sequence[int]) -> frozenset[str]:
    """Dictionary forms, and neighbours joined by "_"."""
    lemmas = {index: tree.tokens[index].lemma for index in indexes}
    joined = {
        f"{lemmas[first]}_{lemmas[second]}"
        for first, second in pairwise(indexes)
        if second == first + 1
    }
    return frozenset(lemmas.values()) | joined


def _of_fate(claim: Claim, typed: Typed, fate: str) -> Figure | None:
    if typed.type is not EventType.ASSAULT:
        return None
    return next((figure for figure in claim.figures if figure.fate == fate), None)


def _crowd(claim: Claim, typed: Typed) -> Figure | None:
    if typed.type is not EventType.PROTEST:
        return None
    return next((figure for figure in claim.figures if figure.fate is None), None)


def _sealed(event: Event) -> Event:
    seal = f"{event.claim}|{event.deed.start}|{event.type}|{event.made_by}"
    return replace(event, key=sha256(seal.encode()).hexdigest()[:16])
