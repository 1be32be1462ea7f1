"""The chain that a person gives a claim: each source as the report knows it, or by its name."""

import re
from dataclasses import replace

from watchword.model.attribution import Attribution, Link, LinkKind, Voice
from watchword.model.claim import Claim
from watchword.model.read_report import ReadReport
from watchword.model.span import Span
from watchword.text.gazetteer import split_owner
from watchword.text.names import find_names

_PARTING = re.compile(r"\s*(?:<|\u2190|\n)\s*")


def corrected_chain(claim: Claim, value: str, read: ReadReport) -> Attribution:
    """The attribution with other sources; the cue stays where somebody still speaks.

    Args:
        claim: as it was found.
        value: names, outermost first, with " < " between; empty for the outlet's own voice.
        read: the report, and what else was found in it.
    """
    names = [name for name in _PARTING.split(value) if name]
    old = claim.attribution
    if not names:
        return Attribution(said=old.said)
    voice = Voice.INDIRECT if old.voice is Voice.OWN else old.voice
    same_length = len(names) == len(old.links)
    links = tuple(
        _link(name, old, place if same_length else None, read) for place, name in enumerate(names)
    )
    return replace(old, links=links, voice=voice)


def _link(name: str, old: Attribution, place: int | None, read: ReadReport) -> Link:
    """A source by its name: one of the old chain, one of the report's, or one that is new.

    One that takes another's place keeps the words that stand for it here ("He").
    """
    known = next((link for link in old.links if link.name.casefold() == name.casefold()), None)
    if known is not None:
        return known
    told = _named(name, read)
    there = _where(told.name, read, old) or _where(name, read, old)
    if place is None:
        return replace(told, words=there.quote if there else told.name, span=there)
    stood = old.links[place]
    return replace(told, words=stood.words, span=stood.span, named_at=there)


def _named(name: str, read: ReadReport) -> Link:
    """Who a name stands for, as the report's actors, the lists of names, or its form tell."""
    for actor in read.actors:
        if name.casefold() in {alias.casefold() for alias in (actor.name, *actor.aliases)}:
            role = actor.offices[0] if actor.offices else None
            kind, country = actor.kind, actor.country
            return Link(name=actor.name, words=name, kind=kind, role=role, country=country)
    found = find_names(name)
    if len(found) == 1:
        only = found[0]
        return Link(
            name=only.name,
            words=name,
            kind=only.kind,
            role=only.role or None,
            country=only.country,
        )
    owner, _ = split_owner(name)
    is_described = name.rsplit(maxsplit=1)[-1].islower()
    kind = LinkKind.PERSON if not is_described else LinkKind.ANONYMOUS
    if is_described and name.endswith("s"):
        kind = LinkKind.COLLECTIVE
    return Link(name=name, words=name, kind=kind, country=owner.code if owner else None)


def _where(name: str, read: ReadReport, old: Attribution) -> Span | None:
    """Where the report has a name: the nearest before the cue, else the first."""
    text, key = read.report.text, read.report.key
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    found = [match.span() for match in pattern.finditer(text)]
    if not found:
        return None
    cue = old.cue_at.start if old.cue_at else None
    before = [each for each in found if cue is not None and each[0] <= cue]
    start, end = before[-1] if before else found[0]
    return Span.within(text, start, end, report=key)
