"""Things told, each by all who tell it and still count, and which of them are at odds.

Claims that say the same are put together first; what is at odds is looked for among those that
share a figure, a deed or a rare word, at most `NEAR` of them, so that the work grows with the
number of claims and not its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

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
        voices: who they are; officials of one state are one voice.
    """

    witnesses: tuple[Witness, ...]

    voices: frozenset[str]

    @classmethod
    def of(cls, witnesses: Iterable[Witness]) -> Self:
        """The thing that some witnesses tell."""
        told = tuple(witnesses)
        return cls(witnesses=told, voices=frozenset(witness.voice for witness in told))

    @property
    def ends(self) -> tuple[Witness, ...]:
        """Its newest claim and its first one."""
        return (
            self.witnesses
            if len(self.witnesses) < 2
            else self.witnesses[:: len(self.witnesses) - 1]
        )


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
    for one, other in _each_pair(things, shelf):
        bearing = _bearing(things[one], things[other], bench)
        if bearing is not None and bearing is not Bearing.SUPPORTS:
            near = edges.setdefault(bearing, defaultdict(set))
            near[one].add(other)
            near[other].add(one)
    return edges


def _each_pair(things: Sequence[Thing], shelf: Shelf) -> Iterator[tuple[int, int]]:
    """Numbers of things that have something in common, each pair once."""
    nearest: list[frozenset[int]] = []
    for number, thing in enumerate(things):
        near = shelf.near(thing.witnesses[-1].gist, NEAR)
        nearest.append(frozenset(near))
        yield from (
            (number, other)
            for other in near
            if other > number or (other < number and number not in nearest[other])
        )


def _stands(witness: Witness, bench: Bench) -> bool:
    return not witness.gone and counts(witness) and witness.claim not in bench.implied


def _thing(bundle: Bundle, bench: Bench) -> Thing:
    parties = countries_told(bundle.gists)
    newest = (bench.witnesses[gist.claim] for gist in reversed(bundle.gists))
    return Thing.of(
        replace(witness, party=witness.party or witness.country in parties) for witness in newest
    )


def _bearing(one: Thing, other: Thing, bench: Bench) -> Bearing | None:
    if len(one.voices) == 1 and one.voices == other.voices:
        return None
    for here in one.ends:
        for there in other.ends:
            bearing = bench.bearing(here.claim, there.claim)
            if bearing is not None:
                return bearing
    return None
