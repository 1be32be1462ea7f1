"""Who and where is named for the first time, and of whom or what no more is heard.

Going quiet is told against how much there is to hear: of the origins before the instant some share
spoke of the name, and as many of those after it would be expected to. With that expectation the
number heard since is compared by a Poisson distribution. More feeds, or fewer, thus make nobody
loud or quiet; an outlet that stopped is told as such.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import exp

from watchword.model.change import Change, ChangeKind
from watchword.model.claim import Claim
from watchword.model.known import Known
from watchword.relate.since.claims import Compared
from watchword.text.gazetteer import country_by_code, country_named
from watchword.text.lexicon import lexicon

FEWEST_ORIGINS = 2
"""Origins from which a name is told as new: one alone may have misspelt it."""

SURPRISE = 0.01
"""Chance of hearing as little, below which a name is told as quiet: of names that go on as they
did, one in a hundred is. Silence is thus told where 4.6 origins or more would be expected."""

MOST_TOLD = 20
"""Names of one sort that are told at most, the weightiest first."""

LOOKED_BACK = 4
"""The stretch before is as many times as long as the one since, at most; a name that was loud a
year ago went quiet a year ago."""

_SHORTEST_STRETCH = timedelta(days=7)
_IN_NAMES = lexicon("of the and for in on al el de la le van von der bin ibn")
_SORTS = {"actor": "is named", "place": "is named", "outlet": "publishes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """One time that somebody or somewhere is named.

    Attributes:
        sort: actor, place or outlet.
        name: as it is told.
        claim: key of the claim.
        origin: key of the origin whose text it is; of an outlet, of its report.
        at: when it was published, None where not known.
    """

    sort: str
    name: str
    claim: str
    origin: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class _Heard:
    """Mentions of what was known before and since."""

    before: tuple[_Mention, ...]
    since: tuple[_Mention, ...]

    @cached_property
    def known(self) -> frozenset[tuple[str, str]]:
        """Whoever and wherever was named before."""
        return frozenset((each.sort, each.name) for each in self.before)


def find_names(compared: Compared) -> Iterator[Change]:
    """Who and where is named first since the earlier instant, and who and what went quiet."""
    heard = _heard(compared)
    yield from _each_appeared(heard, compared)
    recent = [each for each in heard.before if _is_recent(each, compared)]
    for sort in _SORTS:
        before = [each for each in recent if each.sort == sort]
        yield from _each_quiet(sort, before, heard.since, _volumes(sort, recent, heard.since))


def _each_appeared(heard: _Heard, compared: Compared) -> Iterator[Change]:
    """Actors and places that several origins name since, and none named before."""
    found: dict[tuple[str, str], list[_Mention]] = defaultdict(list)
    for each in heard.since:
        if each.sort != "outlet" and (each.sort, each.name) not in heard.known:
            found[each.sort, each.name].append(each)
    changes = [
        _appeared(sort, name, mentions, compared)
        for (sort, name), mentions in found.items()
        if len({each.origin for each in mentions}) >= FEWEST_ORIGINS
    ]
    yield from sorted(changes, key=_weight)[:MOST_TOLD]


def _each_quiet(
    sort: str, before: Sequence[_Mention], since: Iterable[_Mention], grown: float
) -> Iterator[Change]:
    """Names of a sort of which as little is heard as chance would hardly give."""
    heard = _origins_by_name(each for each in since if each.sort == sort)
    quiet = [
        _quiet((sort, name), len(heard.get(name, ())), len(origins) * grown, before)
        for name, origins in _origins_by_name(before).items()
        if chance_of_as_few(len(heard.get(name, ())), len(origins) * grown) <= SURPRISE
    ]
    yield from sorted(quiet, key=_weight)[:MOST_TOLD]


def _volumes(sort: str, before: Iterable[_Mention], since: Iterable[_Mention]) -> float:
    """How many origins there are since, for each before; of outlets, how many reports."""
    is_outlet = sort == "outlet"
    was, is_now = (
        len({each.origin for each in mentions if (each.sort == "outlet") is is_outlet})
        for mentions in (before, since)
    )
    return is_now / was if was else 0.0


def chance_of_as_few(heard: int, expected: float) -> float:
    """Chance that a Poisson number with this mean is no larger than what was heard.

    >>> round(chance_of_as_few(0, 4.6), 3)
    0.01
    """
    term = total = exp(-expected)
    for number in range(1, heard + 1):
        term *= expected / number
        total += term
    return min(total, 1.0)


def _heard(compared: Compared) -> _Heard:
    mentions = tuple(_each_mention(compared.now))
    known, reports = compared.before.claims, compared.before.reports
    before = [
        each for each in mentions if (each.claim in known if each.claim else each.origin in reports)
    ]
    told = set(map(id, before))
    return _Heard(
        before=tuple(before), since=tuple(each for each in mentions if id(each) not in told)
    )


def _each_mention(known: Known) -> Iterator[_Mention]:
    home = {key: origin.key for origin in known.origins for key in origin.reports}
    for claim in known.claims.values():
        report = known.reports[claim.report]
        for sort, name in _named(claim):
            origin = home.get(claim.report, claim.report)
            at = report.published.at
            yield _Mention(sort=sort, name=name, claim=claim.key, origin=origin, at=at)
    for report in known.reports.values():
        if report.outlet:
            at = report.published.at
            yield _Mention(sort="outlet", name=report.outlet, claim="", origin=report.key, at=at)


def _named(claim: Claim) -> set[tuple[str, str]]:
    names = (claim.actor, claim.recipient, *(link.name for link in claim.attribution.links))
    actors = {("actor", _settled(name)) for name in names if name and _is_name(name)}
    place = claim.place.name if claim.place else ""
    return actors | ({("place", place)} if _is_name(place) else set())


def _is_name(words: str) -> bool:
    """Whether it looks like a proper name, and not like a phrase that begins with one."""
    pieces = [piece for piece in words.split() if piece not in _IN_NAMES]
    return len(words) > 2 and all(piece[:1].isupper() for piece in pieces)


def _settled(name: str) -> str:
    country = country_named(name, around="")
    return country_by_code()[country.code].name if country else name


def _is_recent(each: _Mention, compared: Compared) -> bool:
    since = max(compared.now.as_of - compared.before.as_of, _SHORTEST_STRETCH)
    return each.at is not None and each.at >= compared.before.as_of - LOOKED_BACK * since


def _origins_by_name(mentions: Iterable[_Mention]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for each in mentions:
        found[each.name].add(each.origin)
    return found


def _appeared(sort: str, name: str, mentions: list[_Mention], compared: Compared) -> Change:
    origins = {each.origin for each in mentions}
    claims = tuple(dict.fromkeys(each.claim for each in reversed(mentions)))
    weights = [home.importance for key in claims if (home := compared.home.get(key)) is not None]
    return Change(
        kind=ChangeKind.APPEARED,
        claims=claims,
        about=f"{name} {_SORTS[sort]} for the first time",
        importance=max(weights, default=0.0),
        reasons=(f"{sort} in {len(origins)} independent texts",),
    )


def _quiet(of: tuple[str, str], heard: int, expected: float, recent: Iterable[_Mention]) -> Change:
    sort, name = of
    last = [each.claim for each in recent if (each.sort, each.name) == of and each.claim]
    many = f"only {heard}" if heard else "none"
    told = f"{name} {_SORTS[sort]} less" if heard else f"{name} {_SORTS[sort]} no more"
    return Change(
        kind=ChangeKind.QUIET,
        claims=tuple(dict.fromkeys(reversed(last[-3:]))),
        about=told,
        importance=round(min(expected, 10.0) / 2, 3),
        reasons=(f"{many} since, where about {expected:.0f} would be expected",),
    )


def _weight(change: Change) -> tuple[float, str]:
    return -change.importance, change.about
