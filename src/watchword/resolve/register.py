"""Everybody who is known: identities with their names and offices, found by name in one step.

The register starts from the seed, takes what a store has saved, and obeys what people ruled.

Invariant: what a person ruled wins over the seed and over what was found; a look-up never costs
more because more identities are known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from watchword.model.attribution import LinkKind
from watchword.model.identity import Alias, Identity
from watchword.model.ruling import Ruling, RulingKind
from watchword.model.tenure import Tenure
from watchword.resolve.identity_names import body_key, short_names, surname_key
from watchword.resolve.merges import merges_of, standing
from watchword.resolve.office_words import HEAD, HEADS, LEADER, office_family
from watchword.resolve.people import person_key
from watchword.resolve.seeding import CHECKED, MADE_BY, adjective_of, seed, state_key

MOST_BEARERS = 40
"""People kept under one surname, beside all of them who hold an office: so many leave it open whom
the surname alone means, and a look-up costs no more when there are thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Somebody in an office on a day.

    Attributes:
        tenure: the office.
        certain: whether the day lies within what is known of it, not only within its slack; never
            where the first day is not known.
        checked: whether the day is one up to which somebody looked whether it goes on.
    """

    tenure: Tenure
    certain: bool
    checked: bool


class Register:
    """Identities by their names, and offices by whose they are.

    Args:
        identities: saved ones, beside the seed.
        aliases: of the seed's identities and of the saved ones.
        tenures: saved ones, beside the seed.
        rulings: what people decided.
        seeded: whether it starts from the seed.
    """

    def __init__(
        self,
        identities: Iterable[Identity] = (),
        aliases: Iterable[Alias] = (),
        tenures: Iterable[Tenure] = (),
        rulings: Iterable[Ruling] = (),
        *,
        seeded: bool = True,
    ) -> None:
        self._identities: dict[str, Identity] = {}
        self._people: dict[str, dict[str, Alias]] = {}
        self._short: dict[str, dict[str, None]] = {}
        self._bodies: dict[str, dict[str, Alias]] = {}
        self._offices: dict[tuple[str, str], list[Tenure]] = {}
        self._held: dict[str, dict[str, Tenure]] = {}
        self._leaders: dict[str, str] = {}
        self._known: set[tuple[str, str]] = set()
        self._rulings = standing(rulings)
        self.merges = merges_of(self._rulings)
        self._refused = {
            (each.kind, each.identity, each.other or "", each.words)
            for each in self._rulings
            if each.kind in _REFUSALS
        }
        self._parents = {
            each.identity: each.other for each in self._rulings if each.kind is RulingKind.PARENT
        }
        self._actors = {each.words: each for each in self._rulings if each.kind is RulingKind.ACTOR}
        if seeded:
            known = seed()
            self._leaders.update(known.leaders)
            self.add(known.identities, known.aliases, known.tenures)
        self.add(identities, aliases, tenures)
        self.add((), _ruled_aliases(self._rulings), _ruled_tenures(self._rulings))

    def add(
        self,
        identities: Iterable[Identity] = (),
        aliases: Iterable[Alias] = (),
        tenures: Iterable[Tenure] = (),
    ) -> None:
        """Take in further identities, names and offices; what is known already is left as it is."""
        for identity in identities:
            self._identities.setdefault(identity.key, identity)
        for alias in aliases:
            self._add_alias(alias)
        for tenure in tenures:
            self._add_tenure(tenure)

    def identity(self, key: str) -> Identity | None:
        """The identity of a key, merges followed."""
        return self._identities.get(self.canonical(key))

    def identities(self) -> tuple[Identity, ...]:
        """Every identity, those merged into another left out, in the order they came."""
        return tuple(each for key, each in self._identities.items() if key not in self.merges.into)

    def name(self, key: str) -> str:
        """What an identity is called; its key where nobody knows it."""
        found = self.identity(key)
        return found.name if found else key

    def canonical(self, key: str) -> str:
        """The key that stands for an identity after all merges."""
        return self.merges.into.get(key, key)

    def parent(self, key: str) -> str | None:
        """Key of what an identity is part of, as ruled or else as known."""
        identity = self._identities.get(key)
        found = self._parents.get(key) or (identity and identity.parent)
        if not found or (RulingKind.NO_PARENT, key, found, "") in self._refused:
            return None
        return self.canonical(found)

    def lineage(self, key: str) -> tuple[str, ...]:
        """Keys of what an identity is part of, of what that is part of and so on upwards."""
        above: dict[str, None] = {}
        at = self.parent(self.canonical(key))
        while at is not None and at not in above:
            above[at] = None
            at = self.parent(at)
        return tuple(above)

    def people_named(self, name: str) -> Mapping[str, Alias]:
        """People who bear a full name or a name of one word that is theirs alone, by key."""
        return self._people.get(person_key(name), {})

    def aliases_of(self, key: str) -> tuple[Alias, ...]:
        """Every name that an identity and those merged into it bear, the surest first."""
        found = {
            alias.key: alias
            for named in (self._people, self._bodies)
            for bearers in named.values()
            for bearer, alias in bearers.items()
            if self.canonical(bearer) == self.canonical(key)
        }
        return tuple(sorted(found.values(), key=lambda each: (-each.confidence, each.words)))

    def people_called(self, surname: str) -> tuple[str, ...]:
        """Keys of the people whose surname it is."""
        return tuple(self._short.get(surname_key(surname), ()))

    def bodies_named(self, name: str) -> Mapping[str, Alias]:
        """Bodies and states that bear a name, by key."""
        return self._bodies.get(body_key(name), {})

    def state(self, code: str) -> Identity | None:
        """The state of an alpha-2 code."""
        return self.identity(state_key(code))

    def has_alias(self, alias: Alias) -> bool:
        """Whether these words are known, or refused, for this identity."""
        refused = (RulingKind.NO_ALIAS, alias.identity, "", alias.words) in self._refused
        return refused or (alias.identity, alias.words) in self._known

    def is_refused(self, kind: RulingKind, identity: str, other: str = "", words: str = "") -> bool:
        """Whether a person ruled against it."""
        if (kind, identity, other, words) in self._refused:
            return True
        return kind is RulingKind.APART and (kind, other, identity, words) in self._refused

    def ruled_actor(self, actor: str) -> Ruling | None:
        """What a person ruled on who one actor of one report is, None where nothing."""
        return self._actors.get(actor)

    def offices_of(self, key: str) -> tuple[Tenure, ...]:
        """The offices that somebody is known to have held."""
        return tuple(self._held.get(self.canonical(key), {}).values())

    def holders(self, family: str, of: str, day: date) -> tuple[Holding, ...]:
        """Who holds an office of a state or body on a day, certain ones first.

        Where somebody certainly holds it, those who perhaps do are left out.
        """
        office = self._leaders.get(of, "") if family == LEADER else family
        found = [
            holding
            for tenure in self._offices.get((office, of), ())
            if (holding := holding_on(tenure, day)) is not None
        ]
        certain = tuple(each for each in found if each.certain)
        return certain or tuple(found)

    def ever_held(self, family: str, of: str) -> tuple[Tenure, ...]:
        """Every known tenure of an office of a state or body."""
        office = self._leaders.get(of, "") if family == LEADER else family
        return tuple(self._offices.get((office, of), ()))

    def leading_office(self, of: str) -> str:
        """The office that "the leader" of a state means, empty where that is not one office."""
        return self._leaders.get(of, "")

    def forces_of(self, state: str) -> tuple[str, ...]:
        """Keys of the armed forces of a state."""
        identity = self._identities.get(state)
        if identity is None or identity.country is None:
            return ()
        adjective = adjective_of(identity.country)
        return tuple(self.bodies_named(f"{adjective} military"))

    def _add_alias(self, alias: Alias) -> None:
        identity = self._identities.get(alias.identity)
        if identity is None or self.has_alias(alias):
            return
        self._known.add((alias.identity, alias.words))
        canonical = self.canonical(alias.identity)
        if identity.kind is not LinkKind.PERSON:
            self._bodies.setdefault(body_key(alias.words), {}).setdefault(canonical, alias)
            return
        self._people.setdefault(person_key(alias.words), {}).setdefault(canonical, alias)
        self._add_short(alias.words, canonical, most=MOST_BEARERS)

    def _add_short(self, name: str, key: str, *, most: int | None = None) -> None:
        for short in short_names(name):
            bearers = self._short.setdefault(surname_key(short), {})
            if most is None or len(bearers) < most:
                bearers.setdefault(key)

    def _add_tenure(self, tenure: Tenure) -> None:
        of, person = self.canonical(tenure.of), self.canonical(tenure.person)
        state = self._identities.get(of)
        country = state.country if state and state.kind is LinkKind.STATE else None
        family = office_family(tenure.office, country)
        if tenure.key in self._held.get(person, {}) or self._is_ruled_out(tenure):
            return
        self._held.setdefault(person, {})[tenure.key] = tenure
        self._add_short(self.name(person), person)
        families = {family, HEAD} if family in HEADS and country is None else {family}
        for each in sorted(families):
            self._offices.setdefault((each, of), []).append(tenure)

    def _is_ruled_out(self, tenure: Tenure) -> bool:
        ruled = (RulingKind.NO_TENURE, tenure.person, tenure.of, tenure.office)
        return ruled in self._refused


def holding_on(tenure: Tenure, day: date) -> Holding | None:
    """Whether somebody is in an office on a day, None where not."""
    since, until = tenure.since or date.min, tenure.until or date.max
    if not since <= day <= until:
        return None
    slack = timedelta(days=tenure.slack)
    late = tenure.since is not None and (
        _known_to_the_day(tenure, first=True) or day >= since + slack
    )
    early = tenure.until is None or _known_to_the_day(tenure, first=False) or day <= until - slack
    checked = tenure.until is not None or day <= CHECKED or tenure.made_by != MADE_BY
    return Holding(tenure=tenure, certain=late and early, checked=checked)


_REFUSALS = frozenset(
    {
        RulingKind.APART,
        RulingKind.NO_ALIAS,
        RulingKind.NO_TENURE,
        RulingKind.NO_PARENT,
        RulingKind.NO_ACTOR,
    }
)
_RULED = "ruled by a person"


def _known_to_the_day(tenure: Tenure, *, first: bool) -> bool:
    """Whether an edge has no slack: it is no first of a month, or no last."""
    edge = tenure.since if first else tenure.until
    if tenure.slack == 0 or edge is None:
        return True
    return edge.day != 1 if first else (edge + timedelta(days=1)).day != 1


def _ruled_aliases(rulings: Iterable[Ruling]) -> Iterable[Alias]:
    for ruling in rulings:
        if ruling.kind is RulingKind.ALIAS:
            yield Alias(
                identity=ruling.identity,
                words=ruling.words,
                confidence=1.0,
                reason=f"{_RULED}: {ruling.by}",
                made_by=ruling.by,
            )


def _ruled_tenures(rulings: Iterable[Ruling]) -> Iterable[Tenure]:
    for ruling in rulings:
        if ruling.kind is RulingKind.TENURE and ruling.other:
            yield Tenure(
                person=ruling.identity,
                office=ruling.words,
                of=ruling.other,
                since=ruling.since,
                until=ruling.until,
                source=f"{_RULED}: {ruling.by}",
                made_by=ruling.by,
            )
