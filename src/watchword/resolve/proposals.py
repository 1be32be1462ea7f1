"""What the actors of ever more reports tell about who is who, for a person to accept or refuse.

Actors are seen one after another, once. An actor who cannot be anybody known becomes an identity of
its own; what it may have to do with others is proposed, never done.

Invariant: what one actor costs does not grow with the number of identities, since kin names are
looked up by key; what a person refused is not proposed again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.identity import Alias, Identity, identity_key
from watchword.model.proposal import Proposal, ProposalKind
from watchword.model.resolution import Resolution
from watchword.resolve.identities import resolve
from watchword.resolve.identity_names import is_common_surname
from watchword.resolve.kin import MADE_BY, KinNames, propose_kin
from watchword.resolve.office_holders import owners_of
from watchword.resolve.office_words import WORTH_KNOWING, Asked, asked_office
from watchword.resolve.register import Register
from watchword.resolve.rulings import is_refused
from watchword.resolve.units import propose_parent
from watchword.text.gazetteer import split_owner
from watchword.text.lexicon import lexicon
from watchword.text.offices import OfficeKind, is_office, office_words

SUREST = 0.9
"""A spelling that is resolved with this much is taken as an alias without asking."""
SHORT_NAME, UNKNOWN_HOLDER, AFTER_AN_OPEN_END = 0.5, 0.6, 0.5
"""Confidence in what is proposed: that a surname is the one person's who could be meant; that
somebody holds an office of which no holder is known for that day, or one of whom it is not known
whether he still holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one actor of a report adds to what is known.

    Attributes:
        resolution: who it is; the key of the new identity where it is one.
        identities: the new identity, if there is one.
        aliases: spellings that were not known, and a new identity's names.
        proposals: for a person to accept or refuse, the surest first.
    """

    resolution: Resolution
    identities: tuple[Identity, ...] = ()
    aliases: tuple[Alias, ...] = ()
    proposals: tuple[Proposal, ...] = ()


class Proposer:
    """Sees actors, and keeps the register and its kin names up to date with them.

    Args:
        register: who is known; it grows with what is seen.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._kin = KinNames(register)
        self._told: set[str] = set()

    def see(self, actor: Actor, at: datetime, *, around: Sequence[str] = ()) -> Seen:
        """Take in one actor of a report.

        Args:
            actor: as the report gives it.
            at: when the report was published, aware UTC.
            around: alpha-2 codes of the countries that the report names.
        """
        found = resolve(actor, at, self._register, around=around)
        if found.identity is not None:
            return self._known(actor, at, found)
        if found.candidates and not found.is_another:
            short = self._short(actor, found, around)
            return Seen(resolution=found, proposals=self._fresh(short))
        return self._new(actor, at, found)

    def _known(self, actor: Actor, at: datetime, found: Resolution) -> Seen:
        identity = self._register.identity(found.identity or "")
        if identity is None:
            return Seen(resolution=found)
        aliases = tuple(self._each_alias(actor, identity, found))
        self._register.add((), aliases)
        return Seen(
            resolution=found,
            aliases=aliases,
            proposals=self._fresh(self._tenures(actor, identity, at)),
        )

    def _new(self, actor: Actor, at: datetime, found: Resolution) -> Seen:
        if not is_worth_keeping(actor):
            return Seen(resolution=found)
        identity = self._newcomer(actor, found)
        alias = _named(identity, actor.name, 1.0, f"named so in a report of {at.date()}")
        proposals = (
            *propose_kin(identity, self._kin, self._register),
            *propose_parent(identity, self._register),
            *self._tenures(actor, identity, at),
        )
        self._register.add((identity,), (alias,))
        self._kin.add(identity, actor.name)
        resolution = Resolution(
            identity=identity.key, confidence=1.0, reason="first seen in this report"
        )
        return Seen(
            resolution=resolution,
            identities=(identity,),
            aliases=(alias,),
            proposals=self._fresh(proposals),
        )

    def _newcomer(self, actor: Actor, found: Resolution) -> Identity:
        """A new identity; where others bear the name it is told apart by its office or trade."""
        note = actor.offices[0] if found.is_another and actor.offices else ""
        return Identity(
            key=identity_key(actor.kind, actor.name, actor.country, note),
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            note=note,
            made_by=MADE_BY,
        )

    def _fresh(self, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Those not made before and not ruled against, the surest first."""
        fresh: dict[str, Proposal] = {}
        for proposal in proposals:
            if proposal.key not in self._told and not is_refused(proposal, self._register):
                fresh.setdefault(proposal.key, proposal)
        self._told.update(fresh)
        return tuple(sorted(fresh.values(), key=lambda each: (-each.confidence, each.key)))

    def _each_alias(self, actor: Actor, identity: Identity, found: Resolution) -> Iterable[Alias]:
        """The spelling of a report where it is sure and says more than is known."""
        is_person = identity.kind is LinkKind.PERSON
        if found.confidence < SUREST or is_office(actor.name):
            return
        if is_person and " " not in actor.name:
            return
        if not is_person and identity.key in self._register.bodies_named(actor.name):
            return
        alias = _named(identity, actor.name, found.confidence, found.reason)
        if not self._register.has_alias(alias):
            yield alias

    def _short(self, actor: Actor, found: Resolution, around: Sequence[str]) -> Iterable[Proposal]:
        """A surname that one person alone could bear, of a country that the report names."""
        is_short = actor.kind is LinkKind.PERSON and " " not in actor.name
        if not is_short or len(found.candidates) != 1 or is_common_surname(actor.name):
            return
        person = self._register.identity(found.candidates[0])
        if person is not None and person.country in {*around, actor.country} - {None}:
            yield Proposal(
                kind=ProposalKind.ALIAS,
                identity=person.key,
                words=actor.name,
                confidence=SHORT_NAME,
                reasons=(found.reason,),
                made_by=MADE_BY,
            )

    def _tenures(self, actor: Actor, identity: Identity, at: datetime) -> Iterable[Proposal]:
        """Offices of state that the report gives somebody and that are not known as held."""
        if actor.kind is not LinkKind.PERSON:
            return
        held = {tenure.key for tenure in self._register.offices_of(identity.key)}
        for office in actor.offices:
            asked = asked_office(office, actor.country)
            if asked is None or asked.former or asked.family not in WORTH_KNOWING:
                continue
            for of in owners_of(asked, self._register)[:1]:
                mine = self._register.ever_held(asked.family, of)
                if not any(tenure.key in held for tenure in mine):
                    yield from self._tenure(identity, asked, of, at)

    def _tenure(
        self, identity: Identity, asked: Asked, of: str, at: datetime
    ) -> Iterable[Proposal]:
        """An office, unless somebody else is known to hold it that day."""
        holders = self._register.holders(asked.family, of, at.date())
        if any(each.certain and each.checked for each in holders):
            return
        whose = self._register.name(of)
        reasons = [f"a report of {at.date()} calls {identity.name} {asked.words} of {whose}"]
        reasons += [
            f"{self._register.name(holder.tenure.person)} may still hold it"
            for holder in holders[:1]
        ]
        yield Proposal(
            kind=ProposalKind.TENURE,
            identity=identity.key,
            other=of,
            words=asked.words,
            confidence=AFTER_AN_OPEN_END if holders else UNKNOWN_HOLDER,
            reasons=tuple(reasons),
            seen=at.date(),
            made_by=MADE_BY,
        )


def propose(actors: Iterable[tuple[Actor, datetime]], register: Register) -> tuple[Proposal, ...]:
    """What actors seen across reports tell about who is who, in the order in which it is told.

    Args:
        actors: each with the time of its report, aware UTC.
        register: who is known; it grows with those who are new.
    """
    proposer = Proposer(register)
    return tuple(each for actor, at in actors for each in proposer.see(actor, at).proposals)


def is_worth_keeping(actor: Actor) -> bool:
    """Whether an actor has a name of its own: a full name, or a body's.

    Descriptions ("Russian embassy", "local police") and words that were cut wrongly are none.
    """
    words = actor.name.split()
    if actor.kind is LinkKind.PERSON:
        return _is_persons(words)
    if actor.kind not in {LinkKind.ORGANISATION, LinkKind.MEDIA}:
        return False
    capitals = all(not word[0].islower() or word.lower() in _JOINTS for word in words)
    return capitals and len(words) <= LONGEST_NAME and not _is_cut_wrongly(actor.name, words)


def _is_persons(words: Sequence[str]) -> bool:
    """Whether words are a person's full name: capitals and particles, and none of a body's."""
    if len(words) < 2 or len(words[-1].rstrip(".")) < 2 or words[-1].lower() in _JOINTS:
        return False
    if _OF_BODIES & set(words):
        return False
    return all(
        (word[0].isupper() or word.lower() in _JOINTS) and not word.endswith(("'s", "\u2019s"))
        for word in words
    )


def _is_cut_wrongly(name: str, words: Sequence[str]) -> bool:
    """Whether a ministry's name has more in it than topics: "Health Confirms Ministry"."""
    if _CUT_WRONGLY & set(words):
        return True
    if words[-1] != "Ministry":
        return False
    topics = split_owner(name)[1].split()[:-1]
    return not all(topic == "and" or _is_topic(topic) for topic in topics)


def _is_topic(word: str) -> bool:
    uses = office_words().get(word.lower(), ())
    return any(use.kind is OfficeKind.TOPIC for use in uses)


LONGEST_NAME = 9
"""Words in the longest name of a body that is taken for one."""
_JOINTS = lexicon("of for the and on de del la al el bin ibn von van der den da dos du in to le")
_OF_BODIES = lexicon(
    "Association Mission League Council Party Committee Republicans Democrats Press Baseball City "
    "Union Forum Office Agency Corps Group Company University Institute Times News Airlines Club "
    "Newswire Wire Post"
)
_CUT_WRONGLY = lexicon("The A An That This Says Said Announces Reports Are Is After Of And Who")


def _named(identity: Identity, words: str, confidence: float, reason: str) -> Alias:
    return Alias(
        identity=identity.key,
        words=words,
        confidence=confidence,
        reason=reason,
        made_by=MADE_BY,
    )
