"""A report's findings as people put its claims right: events, positions and actors follow them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from watchword.extract.correcting.claims import correct, is_struck
from watchword.extract.events.parties import Known, named_party
from watchword.model.actor import Actor
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.correction import ClaimField, Correction
from watchword.model.event import Event, EventType, Party
from watchword.model.figure import Figure
from watchword.model.position import Position
from watchword.model.read_report import ReadReport
from watchword.model.span import Span
from watchword.text.names import find_names

MADE_BY = "a person"
"""What an event that no machine found bears."""


def correct_report(read: ReadReport, corrections: Mapping[str, Sequence[Correction]]) -> ReadReport:
    """What was found in a report, with what people put right in its claims.

    A claim that is struck out is gone, with its events, positions and implications.

    Args:
        read: as the machine found it.
        corrections: by the claim's key.

    Raises:
        SettingsError: if a field cannot have the value.
    """
    struck = {key for key, some in corrections.items() if is_struck(some)}
    before = {claim.key: claim for claim in read.extraction.claims}
    claims = tuple(
        correct(claim, corrections[claim.key], read) if claim.key in corrections else claim
        for claim in read.extraction.claims
        if claim.key not in struck
    )
    after = {claim.key: claim for claim in claims if claim.corrected}
    found = read.extraction
    positions = (each for each in found.positions if each.claim not in struck)
    return replace(
        read,
        extraction=replace(
            found,
            claims=claims,
            implications=tuple(one for one in found.implications if one.claim not in struck),
            positions=tuple(_position(each, before, after) for each in positions),
        ),
        events=tuple(_each_event(read, struck, (before, after))),
        actors=(*read.actors, *_new_actors(read, after.values())),
    )


def _position(
    position: Position, before: Mapping[str, Claim], after: Mapping[str, Claim]
) -> Position:
    """A position, held by whom the corrected claim names in the old holder's place."""
    claim = after.get(position.claim)
    if claim is None:
        return position
    old = before[position.claim]
    origin, new_origin = old.attribution.origin, claim.attribution.origin
    if origin is not None and new_origin is not None and position.holder == origin.name:
        return replace(position, holder=new_origin.name)
    if position.holder == old.actor and claim.actor is not None:
        return replace(position, holder=claim.actor)
    return position


def _each_event(
    read: ReadReport, struck: set[str], claims: tuple[Mapping[str, Claim], Mapping[str, Claim]]
) -> Iterator[Event]:
    before, after = claims
    told: set[str] = set()
    for event in read.events:
        if event.claim in struck:
            continue
        claim = after.get(event.claim)
        changed = event if claim is None else _event(event, before[event.claim], claim)
        if changed is not None:
            told.add(event.claim)
            yield changed
    for claim in after.values():
        if claim.key not in told and claim.event and _has(claim, ClaimField.EVENT):
            yield _new_event(claim)


def _event(event: Event, old: Claim, claim: Claim) -> Event | None:
    """An event as its corrected claim tells it, None where that tells none."""
    fields = {each.field for each in claim.corrected}
    changes: dict[str, object] = dict(_each_count(event, old, claim))
    if ClaimField.EVENT in fields:
        if claim.event is None:
            return None
        kind = EventType(claim.event)
        changes |= {"type": kind, "modes": event.modes if kind is event.type else ()}
    for field, name, value in (
        (ClaimField.SOURCE, "chain", tuple(link.name for link in claim.attribution.links)),
        (ClaimField.MODALITY, "modality", claim.modality),
        (ClaimField.PLACE, "place", claim.place),
        (ClaimField.TIME, "time", claim.time),
        (ClaimField.ACTOR, "actors", _parties(claim.actor, event.actors, claim)),
        (ClaimField.RECIPIENT, "recipients", _parties(claim.recipient, event.recipients, claim)),
    ):
        if field in fields:
            changes[name] = value
    return replace(event, **changes) if changes else event  # type: ignore[arg-type]


def _each_count(event: Event, old: Claim, claim: Claim) -> Iterator[tuple[str, Figure | None]]:
    """The counts of an event that were the claim's main figure, as it is now."""
    if not _has(claim, ClaimField.FIGURE) or not old.figures:
        return
    now = claim.figures[0] if claim.figures else None
    for name in ("killed", "wounded", "size"):
        if getattr(event, name) == old.figures[0]:
            yield name, now


def _new_event(claim: Claim) -> Event:
    """The event that a person sees in a claim, made of the claim's own fields."""
    kind = EventType(claim.event or "")
    seal = f"{claim.key}|{claim.content.start}|{kind}|{MADE_BY}"
    return Event(
        key=sha256(seal.encode()).hexdigest()[:16],
        report=claim.report,
        claim=claim.key,
        chain=tuple(link.name for link in claim.attribution.links),
        deed=claim.content,
        type=kind,
        modes=(),
        contexts=(),
        standing=(),
        modality=claim.modality,
        actors=_parties(claim.actor, (), claim),
        recipients=_parties(claim.recipient, (), claim),
        place=claim.place,
        time=claim.time,
        transfers=(),
        killed=None,
        wounded=None,
        size=None,
        confidence=None,
        made_by=MADE_BY,
    )


def _parties(name: str | None, stood: Sequence[Party], claim: Claim) -> tuple[Party, ...]:
    if name is None:
        return ()
    span = stood[0].span if stood else claim.content
    return (named_party(name, span, Known.of(claim.attribution.links, {})),)


def _new_actors(read: ReadReport, claims: Iterable[Claim]) -> Iterator[Actor]:
    """Whom corrections name and the report's actors do not hold."""
    known = {name for actor in read.actors for name in (actor.name, *actor.aliases)}
    for claim in claims:
        links = claim.attribution.links if _has(claim, ClaimField.SOURCE) else ()
        for link in (*links, *_linked(claim)):
            if link.name not in known:
                known.add(link.name)
                yield _actor(link, claim)


def _linked(claim: Claim) -> Iterator[Link]:
    for field, name in ((ClaimField.ACTOR, claim.actor), (ClaimField.RECIPIENT, claim.recipient)):
        if name and _has(claim, field):
            found = find_names(name)
            kind = found[0].kind if len(found) == 1 else LinkKind.ORGANISATION
            country = found[0].country if len(found) == 1 else None
            yield Link(name=name, words=name, kind=kind, country=country)


def _actor(link: Link, claim: Claim) -> Actor:
    spans: list[Span] = [span for span in (link.span, link.named_at) if span is not None]
    return Actor(
        key=sha256(f"{claim.report}|{link.name}".encode()).hexdigest()[:16],
        report=claim.report,
        name=link.name,
        kind=link.kind,
        country=link.country,
        offices=(link.role,) if link.role else (),
        aliases=(link.name,),
        mentions=tuple(spans) or (claim.content,),
    )


def _has(claim: Claim, field: ClaimField) -> bool:
    return any(each.field is field for each in claim.corrected)
