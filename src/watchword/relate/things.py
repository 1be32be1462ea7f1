"""Things told, each by all who tell it and still count, and which of them are at odds.

Claims that say the same are put together first; what is at odds is looked for among those that
share a figure, a deed or a rare word, at most `NEAR` of them, so that the work grows with the
number of claims and not its square.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from watchword.model.corroboration import Bearing
from watchword.relate.bundles import Bundle, Shelf, bundle_claims
from watchword.relate.corroboration import Bench, counts, when_said
from watchword.relate.witnesses import Witness, countries_told

NEAR = 24
"""Things told that each is compared with, at most."""

Edges = Mapping[Bearing, Mapping[int, set[int]]]
"""For each kind, the numbers of the things that are at odds with a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing told.

    Attributes:
        witnesses: those who tell it, the newest claim first; one at least.
    """

    witnesses: tuple[Witness, ...]

    @property
    def voices(self) -> frozenset[str]:
        """Who tells it; officials of one state are one voice."""
        return frozenset(witness.voice for witness in self.witnesses)

    @property
    def origins(self) -> frozenset[str]:
        """Keys of the origins that print it."""
        return frozenset(witness.origin for witness in self.witnesses)

    @property
    def ends(self) -> tuple[Witness, ...]:
        """Its newest claim and its first one."""
        return tuple(dict.fromkeys((self.witnesses[0], self.witnesses[-1])))


def find_things(bench: Bench) -> list[Thing]:
    """Things told by sources that count, in reports that still do."""
    standing = sorted(
        (witness for witness in bench.witnesses.values() if _stands(witness, bench)), key=when_said
    )
    affirmed = [witness.gist for witness in standing if not witness.gist.negated]
    negated = [witness.gist for witness in standing if witness.gist.negated]
    bundles = (*bundle_claims(affirmed), *bundle_claims(negated))
    return [_thing(bundle, bench) for bundle in bundles]


def find_edges(things: Sequence[Thing], bench: Bench) -> Edges:
    """Which things are at odds; none with itself, and none where one source alone tells both."""
    shelf = Shelf(bench.weights)
    for number, thing in enumerate(things):
        shelf.put(thing.witnesses[-1].gist, number)
    edges: dict[Bearing, dict[int, set[int]]] = {}
    for number, thing in enumerate(things):
        for other in shelf.near(thing.witnesses[-1].gist, NEAR):
            bearing = _bearing(thing, things[other], bench) if other != number else None
            if bearing is not None and bearing is not Bearing.SUPPORTS:
                near = edges.setdefault(bearing, defaultdict(set))
                near[number].add(other)
                near[other].add(number)
    return edges


def _stands(witness: Witness, bench: Bench) -> bool:
    return not witness.gone and counts(witness) and witness.claim not in bench.implied


def _thing(bundle: Bundle, bench: Bench) -> Thing:
    parties = countries_told(bundle.gists)
    newest = (bench.witnesses[gist.claim] for gist in reversed(bundle.gists))
    return Thing(
        witnesses=tuple(
            replace(witness, party=witness.party or witness.country in parties)
            for witness in newest
        )
    )


def _bearing(one: Thing, other: Thing, bench: Bench) -> Bearing | None:
    if len(one.voices | other.voices) < 2 or len(one.origins | other.origins) < 2:
        return None
    for here in one.ends:
        for there in other.ends:
            bearing = bench.bearing(here.claim, there.claim)
            if bearing is not None:
                return bearing
    return None
