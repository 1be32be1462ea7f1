"""Who acts and speaks in what is handed on, each once across the reports."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchword.model.actor import Actor
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.handover import Handover

Name = tuple[str, str, str]
"""Kind, name and country of an actor: what two reports must agree on for it to be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """An actor of one or more reports.

    Attributes:
        name: kind, name and country; the country is empty where not told.
        aliases: other spellings, sorted.
        offices: offices that reports give it, sorted.
        reports: keys of the reports that speak of it, in the order they came.
    """

    name: Name
    aliases: tuple[str, ...]
    offices: tuple[str, ...]
    reports: tuple[str, ...]


def everybody(handover: Handover) -> Mapping[Name, Somebody]:
    """Every actor of the reports, and every named source of their claims, sorted."""
    aliases: dict[Name, set[str]] = {}
    offices: dict[Name, set[str]] = {}
    reports: dict[Name, dict[str, None]] = {}
    for name, spellings, held, report in _each_mention(handover):
        aliases.setdefault(name, set()).update(spellings)
        offices.setdefault(name, set()).update(held)
        reports.setdefault(name, {})[report] = None
    return {
        name: Somebody(
            name=name,
            aliases=tuple(sorted(aliases[name] - {name[1], ""})),
            offices=tuple(sorted(offices[name] - {""})),
            reports=tuple(reports[name]),
        )
        for name in sorted(reports)
    }


def name_of(actor: Actor) -> Name:
    """What tells an actor from others."""
    return actor.kind.value, actor.name, actor.country or ""


def sources_of(claim: Claim, known: Mapping[Name, Somebody]) -> tuple[Name, ...]:
    """The sources in a claim's chain that bear a name, outermost first."""
    named = (_name_of_link(link) for link in claim.attribution.links if _is_named(link))
    return tuple(name for name in named if name in known)


def _each_mention(
    handover: Handover,
) -> Iterator[tuple[Name, tuple[str, ...], tuple[str, ...], str]]:
    for read in handover.read:
        for actor in read.actors:
            yield name_of(actor), actor.aliases, actor.offices, read.report.key
        for claim in read.extraction.claims:
            for link in claim.attribution.links:
                if _is_named(link):
                    yield _name_of_link(link), (), (link.role or "",), read.report.key


_NAMED = frozenset({LinkKind.PERSON, LinkKind.ORGANISATION, LinkKind.STATE, LinkKind.MEDIA})


def _is_named(link: Link) -> bool:
    return link.kind in _NAMED and bool(link.name.strip())


def _name_of_link(link: Link) -> Name:
    return link.kind.value, link.name, link.country or ""
