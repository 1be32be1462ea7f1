"""Whether a source speaks for a state, and for which."""

from watchword.model.attribution import Link, LinkKind
from watchword.text.gazetteer import (
    OrganisationKind,
    country_named,
    organisation_named,
    split_owner,
)
from watchword.text.lexicon import lexicon
from watchword.text.offices import OfficeKind, office_head
from watchword.text.similarity import words_in

_STATE_BODIES = frozenset(
    {
        OrganisationKind.INTELLIGENCE,
        OrganisationKind.MILITARY,
        OrganisationKind.GOVERNMENT,
        OrganisationKind.LEGISLATURE,
    }
)
_STATE_WORDS = lexicon(
    """ministry minister ministers service presidency presidential government army military forces
    force navy police intelligence parliament assembly congress senate lawmaker lawmakers
    embassy ambassador envoy representative delegation administration official officials
    authorities defence defense chancellor premier"""
)
_PRIVATE_WORDS = lexicon("news professor doctor company analyst expert journalist former")


def is_official(link: Link) -> bool:
    """Whether a source is a state, one of its offices, or somebody who speaks for one.

    A body that the gazetteer knows is what it says; otherwise name and role decide.
    """
    if link.kind is LinkKind.STATE:
        return True
    words = set(words_in(f"{link.name} {link.role or ''}"))
    if link.kind is LinkKind.MEDIA or words & _PRIVATE_WORDS:
        return False
    known = organisation_named(link.name)
    if known is not None:
        return known.kind in _STATE_BODIES
    head = office_head(link.role or "")
    titled = head is not None and head.kind is OfficeKind.TITLE
    return titled or bool(words & _STATE_WORDS)


def state_behind(outlet: str) -> str:
    """Code of the state whose office publishes under a name ("Kremlin"), empty where none does.

    Only what is itself an office counts: a paper may be called after an army.

    >>> state_behind("President of Ukraine"), state_behind("Army Times")
    ('UA', '')
    """
    known = organisation_named(outlet)
    if known is not None:
        return known.country if known.kind in _STATE_BODIES else ""
    head = office_head(outlet)
    if head is None or head.kind is not OfficeKind.TITLE:
        return ""
    owner = outlet.rpartition(" of ")[2]
    country = country_named(owner, around="") or split_owner(outlet)[0]
    return country.code if country else ""


def country_of(link: Link) -> str:
    """Code of the country a source belongs to, empty where it is not known."""
    if link.country:
        return link.country
    known = organisation_named(link.name)
    if known is not None:
        return known.country
    country = country_named(link.name, around="") or split_owner(link.name)[0]
    return country.code if country else ""
