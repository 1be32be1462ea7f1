"""Everything on which sources are at odds: figures, denials, places, times; by importance.

Invariant: each account of a contradiction has a claim that still counts, and no source is at odds
with itself: who gives a new figure has changed its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from watchword.model.contradiction import Account, Contradiction
from watchword.model.corroboration import Bearing
from watchword.model.known import Known
from watchword.relate.corroboration import Bench, set_bench, when_said, words_told
from watchword.relate.credibility import independent_sources, names_of
from watchword.relate.importance import Regard, weigh_importance
from watchword.relate.things import Thing, find_edges, find_things
from watchword.relate.witnesses import Witness

MADE_BY = "contradictions 1"
"""Name and version of what is found here; raised where findings change."""

_REASONS = {
    Bearing.DENIES: "some say that it is so, others that it is not",
    Bearing.OTHER_FIGURE: "different figures of one thing",
    Bearing.OTHER_PLACE: "one happening at different places",
    Bearing.OTHER_TIME: "one happening at different times",
}


def find_contradictions(known: Known, bench: Bench | None = None) -> tuple[Contradiction, ...]:
    """Everything on which sources are at odds.

    Each thing told is in one contradiction of a kind, with the most important it is at odds with.

    Args:
        known: what is known.
        bench: as `set_bench` makes it of the same; made here where None.

    Returns:
        Contradictions, the most important first.
    """
    bench = bench or set_bench(known)
    things = find_things(bench)
    edges = find_edges(things, bench)
    newest = max((each.said_at for each in bench.witnesses.values() if each.said_at), default=None)
    found = [
        _contradiction(bearing, [things[number] for number in star], bench)
        for bearing, near in edges.items()
        for star in _stars(near, things)
    ]
    weighed = (replace(each, importance=_importance(each, bench, newest)) for each in found if each)
    return tuple(sorted(weighed, key=lambda each: (-each.importance, each.key)))


def _stars(near: Mapping[int, set[int]], things: Sequence[Thing]) -> Iterator[list[int]]:
    """Things with those that are at odds with them; none in two of them as the middle one."""
    taken: set[int] = set()
    newest_first = sorted(near, key=lambda number: _newest(things[number]), reverse=True)
    ranked = sorted(newest_first, key=lambda number: -_weight(things[number]))
    for middle in ranked:
        others = sorted(near[middle] - taken)
        if middle in taken or not others:
            continue
        taken.update([middle, *others])
        yield [middle, *others]


def _newest(thing: Thing) -> tuple[datetime, str]:
    return max(when_said(witness) for witness in thing.witnesses)


def _weight(thing: Thing) -> int:
    return independent_sources(thing.witnesses)


def _contradiction(bearing: Bearing, things: Sequence[Thing], bench: Bench) -> Contradiction | None:
    """The accounts side by side, None where one source alone would be at odds with itself."""
    accounts = [
        _account(thing, bearing, bench)
        for thing in (_latest(things) if bearing is Bearing.OTHER_FIGURE else things)
    ]
    merged = _merged(accounts)
    sources = {source for account in merged for source in account.sources}
    if len(merged) < 2 or len(sources) < 2:
        return None
    ordered = sorted(merged, key=lambda each: (-each.independent, each.denies, each.claims))
    claims = sorted(claim for account in ordered for claim in account.claims)
    return Contradiction(
        key=sha256("\n".join([bearing, *claims]).encode()).hexdigest()[:16],
        bearing=bearing,
        accounts=tuple(ordered),
        importance=0.0,
        reason=_reason(bearing, ordered),
        made_by=MADE_BY,
    )


def _latest(things: Sequence[Thing]) -> Iterator[Thing]:
    """Things without what a source that tells several of them said before its newest."""
    last: dict[str, tuple[datetime, str]] = {}
    for thing in things:
        for witness in thing.witnesses:
            said = when_said(witness)
            last[witness.voice] = max(last.get(witness.voice, said), said)
    for thing in things:
        kept = [each for each in thing.witnesses if _is_of(each, thing, last)]
        if kept:
            yield Thing.of(kept)


def _is_of(witness: Witness, thing: Thing, last: Mapping[str, tuple[datetime, str]]) -> bool:
    """Whether a source's newest word is in a thing."""
    return any(
        when_said(other) == last[witness.voice]
        for other in thing.witnesses
        if other.voice == witness.voice
    )


def _account(thing: Thing, bearing: Bearing, bench: Bench) -> Account:
    newest = max(thing.witnesses, key=when_said)
    return Account(
        words=words_told(bench.claims[newest.claim], bearing),
        denies=newest.gist.negated,
        claims=tuple(each.claim for each in sorted(thing.witnesses, key=when_said, reverse=True)),
        sources=names_of(thing.witnesses),
        origins=tuple(dict.fromkeys(witness.origin for witness in thing.witnesses)),
        independent=independent_sources(thing.witnesses),
        party_only=all(witness.party for witness in thing.witnesses),
    )


def _merged(accounts: Iterable[Account]) -> list[Account]:
    """Accounts, each figure, place or time once."""
    kept: dict[tuple[str, bool], Account] = {}
    for account in accounts:
        same = (account.words.casefold(), account.denies)
        known = kept.get(same)
        kept[same] = account if known is None else _both(known, account)
    return list(kept.values())


def _both(one: Account, other: Account) -> Account:
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    origins = tuple(dict.fromkeys((*one.origins, *other.origins)))
    return replace(
        one,
        claims=tuple(dict.fromkeys((*one.claims, *other.claims))),
        sources=sources,
        origins=origins,
        independent=min(len(sources), len(origins)),
        party_only=one.party_only and other.party_only,
    )


def _reason(bearing: Bearing, accounts: Sequence[Account]) -> str:
    """In what they are at odds, and whether each side is a party's alone."""
    partial = [account for account in accounts if account.party_only]
    if not partial:
        return _REASONS[bearing]
    names = ", ".join(dict.fromkeys(name for each in partial for name in each.sources[:2]))
    parties = "a party to it" if len(partial) == 1 and "," not in names else "parties to it"
    return f"{_REASONS[bearing]}; {names}: {parties}"


def _importance(contradiction: Contradiction, bench: Bench, newest: datetime | None) -> float:
    witnesses = [
        bench.witnesses[claim] for account in contradiction.accounts for claim in account.claims
    ]
    lead = bench.claims[contradiction.accounts[0].claims[0]]
    regard = Regard(event=lead.event, has_figure=bool(lead.figures), is_contested=True)
    return weigh_importance(witnesses, newest, regard)
