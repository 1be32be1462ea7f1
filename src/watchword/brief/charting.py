"""What a brief draws of the claims that it cites: when, where, and who towards whom.

Nothing is drawn that the brief does not cite, and what cannot be drawn is counted in the note. A
drawing for which too little is told has no points: its note says why.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import dropwhile, product

from watchword.model.brief import Brief
from watchword.model.chart import Chart, ChartKind, ChartPoint
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.event import Event, EventType
from watchword.model.moment import Moment, Precision
from watchword.model.plan import Length, Part
from watchword.model.toponym import Location
from watchword.model.toponym import Precision as Width
from watchword.text.gazetteer import (
    countries,
    country_by_code,
    country_named,
    organisation_named,
)

MADE_BY = "watchword.brief.charting/1"
MOST_MARKS = 24
"""Things on a timeline at most, the first that the brief cites; more would not be read."""
MOST_LINKS = 16
LEAST_MARKS, LEAST_PLACES, LEAST_LINKS = 3, 2, 2
"""From how many on there is something to see."""
LONGEST = 160
NOBODY = "Others, or nobody named"

_DATED = {Precision.MINUTE, Precision.DAY, Precision.WEEK, Precision.MONTH}
_TOO_WIDE = {Width.AREA, Width.COUNTRY}
_TOLD = {Modality.ASSERTED, Modality.REPORTED, Modality.ESTIMATED}
_DEEDS: Mapping[EventType, str] = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "talks",
    EventType.SUPPORT: "support",
    EventType.CONCEDE: "concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "retreat",
    EventType.REQUEST: "demand",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanctions",
    EventType.COERCE: "coercion",
    EventType.ASSAULT: "attack",
}
"""What passes, in a word; where forces go (MOBILIZE) is no deed towards who rules there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawable:
    """A brief with what is known of its claims beside it.

    Attributes:
        brief: the brief.
        findings: the finding of each claim, by its key; what says the same is drawn once.
        locations: where the place of a claim lies, by the claim's key.
        events: what was read of who does what to whom; empty where that was not asked for.
    """

    brief: Brief
    findings: Mapping[str, str] = field(default_factory=dict)
    locations: Mapping[str, Location] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


def charts_of(drawable: Drawable) -> tuple[Chart, ...]:
    """The timeline, the map and the network of a brief, each where there is room for it."""
    brief = drawable.brief
    if brief.length is Length.SCREEN or not brief.claims:
        return ()
    drawn = [_timeline(drawable, _part(brief, Part.TIMELINE, Part.OVERVIEW))]
    if brief.length is Length.FULL:
        drawn.append(_map(drawable, _part(brief, Part.OVERVIEW, Part.TIMELINE)))
        drawn.append(_network(drawable, _part(brief, Part.RELATIONS, Part.OVERVIEW)))
    return tuple(chart for chart in drawn if chart is not None)


def _part(brief: Brief, *wanted: Part) -> Part | None:
    return next((part for part in wanted if part in brief.parts), None)


def _timeline(drawable: Drawable, part: Part | None) -> Chart | None:
    if part is None:
        return None
    days = {claim.key: found for claim in drawable.brief.claims if (found := _days(claim.time))}
    groups = _by_finding(drawable, (one for one in drawable.brief.claims if one.key in days))
    origins = _origins(drawable.brief)
    points = [
        _event_of(group, days[group[0].key], origins)
        for group in list(groups.values())[:MOST_MARKS]
    ]
    rows = Counter(point.series for point in points)
    points.sort(
        key=lambda one: (one.series == NOBODY, -rows[one.series], one.series, one.when, one.label)
    )
    undrawn = len(_by_finding(drawable, drawable.brief.claims)) - len(points)
    return _chart(
        (ChartKind.TIMELINE, part, "What happened when, as it is told"),
        points if len(points) >= LEAST_MARKS else (),
        f"Each mark is numbered as in the table, the larger the more independent origins tell it;"
        f" hollow: not told as so. {_counted(undrawn)} no day that can be drawn."
        if len(points) >= LEAST_MARKS
        else f"No timeline: fewer than {LEAST_MARKS} of the claims that are cited name a day.",
    )


def _map(drawable: Drawable, part: Part | None) -> Chart | None:
    if part is None:
        return None
    placed = [claim for claim in drawable.brief.claims if claim.place is not None]
    groups: dict[tuple[float, float], list[Claim]] = defaultdict(list)
    for claim in placed:
        found = drawable.locations.get(claim.key)
        if found is not None and found.precision not in _TOO_WIDE:
            groups[found.longitude, found.latitude].append(claim)
    origins = _origins(drawable.brief)
    points = [_place_of(group, drawable, origins) for group in groups.values()]
    points.sort(key=lambda one: (-(one.value or 0), one.label))
    wide = len(placed) - sum(len(group) for group in groups.values())
    return _chart(
        (ChartKind.MAP, part, "Where, as it is told"),
        points if len(points) >= LEAST_PLACES else (),
        "The number, and the size of a mark: independent origins that tell of the place."
        f" Left out: {wide} that name a whole country, or a place that is not found."
        " Borders by who holds the land (Natural Earth), which says nothing on whose it is."
        if len(points) >= LEAST_PLACES
        else f"No map: fewer than {LEAST_PLACES} places narrower than a country are told.",
    )


def _network(drawable: Drawable, part: Part | None) -> Chart | None:
    if part is None:
        return None
    groups: dict[tuple[str, str, str], list[tuple[Claim, str]]] = defaultdict(list)
    for claim, one, other, deed, words in _each_deed(drawable):
        sort = "conflict" if deed.quad > 2 else "cooperation"
        groups[one, other, sort].append((claim, words))
    points = [
        ChartPoint(
            label=_most_told(words for _, words in told),
            series=one,
            other=other,
            value=float(len(_by_finding(drawable, (claim for claim, _ in told)))),
            sort=sort,
            claims=tuple(dict.fromkeys(claim.key for claim, _ in told)),
        )
        for (one, other, sort), told in groups.items()
    ]
    points.sort(key=lambda one: (-(one.value or 0), one.series, one.other, one.sort))
    return _chart(
        (ChartKind.NETWORK, part, "Who does what towards whom, as it is told"),
        points[:MOST_LINKS] if len(points) >= LEAST_LINKS else (),
        "States with their officials and forces. Only what is told as done counts: no plan, no"
        " denial, nothing conditional. Conflict and cooperation as the PLOVER codebook has them:"
        " a demand is conflict. What says the same counts once."
        if len(points) >= LEAST_LINKS
        else "No network: too little is told as done by one towards another.",
    )


def _chart(head: tuple[ChartKind, Part, str], points: Iterable[ChartPoint], note: str) -> Chart:
    kind, part, title = head
    return Chart(
        kind=kind, part=part, title=title, note=note, points=tuple(points), made_by=MADE_BY
    )


def _by_finding(drawable: Drawable, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[drawable.findings.get(claim.key, claim.key)].append(claim)
    return groups


def _origins(brief: Brief) -> dict[str, str]:
    """The origin of each report."""
    return {report: origin.key for origin in brief.origins for report in origin.reports}


def _told_by(claims: Iterable[Claim], origins: Mapping[str, str]) -> float:
    """How many independent origins tell it."""
    return float(len({origins.get(claim.report, claim.report) for claim in claims}))


def _event_of(
    claims: Sequence[Claim], days: tuple[datetime, datetime], origins: Mapping[str, str]
) -> ChartPoint:
    lead, (since, until) = claims[0], days
    return ChartPoint(
        label=lead.content.quote[:LONGEST],
        series=side_of(lead.actor) or NOBODY,
        when=since,
        until=until if until > since else None,
        value=_told_by(claims, origins),
        sort=_mood(lead),
        claims=tuple(claim.key for claim in claims),
    )


def _mood(claim: Claim) -> str:
    """How it is told where it is not told as so."""
    if claim.modality is not Modality.ASSERTED:
        return claim.modality.value
    return "told as not so" if claim.polarity is Polarity.NEGATED else ""


def _days(time: Moment | None) -> tuple[datetime, datetime] | None:
    """First and last day of the stretch that something is told for, None where there is none.

    Of "since August" and "by December" that is the whole month: the day is not told.
    """
    if time is None or time.precision not in _DATED:
        return None
    last = time.until - timedelta(days=1) if time.until else None
    since = time.since or last
    if since is None:
        return None
    if time.precision is Precision.MONTH and (time.since is None or last is None):
        first = since.replace(day=1)
        return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return since, max(last or since, since)


def _place_of(
    claims: Sequence[Claim], drawable: Drawable, origins: Mapping[str, str]
) -> ChartPoint:
    location = drawable.locations[claims[0].key]
    names = Counter(claim.place.name for claim in claims if claim.place)
    return ChartPoint(
        label=min(names, key=lambda name: (-names[name], name)),
        longitude=location.longitude,
        latitude=location.latitude,
        value=_told_by(claims, origins),
        count=len(_by_finding(drawable, claims)),
        sort=location.precision.value,
        claims=tuple(claim.key for claim in claims),
    )


def side_of(words: str | None) -> str | None:
    """The state that somebody is or belongs to, else the body; None where neither is known.

    >>> side_of("10,000 North Korean troops"), side_of("Seoul"), side_of("the government")
    ('North Korea', 'South Korea', None)
    """
    if not words or " and " in words:
        return None
    if country := country_named(words):
        return country.name
    bare = words.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("'s ", " ")
    named = " ".join(dropwhile(lambda word: not word[:1].isupper(), bare.split()))
    for country in countries():
        if any(named.startswith(f"{name} ") for name in (*country.adjectives, country.name)):
            return country.name
    body = organisation_named(named) if named else None
    if body is None:
        return None
    owner = country_by_code().get(body.country)
    return owner.name if owner else body.name


Deed = tuple[Claim, str, str, EventType, str]
"""A claim, who, towards whom, what sort of deed, and what passes."""


def _each_deed(drawable: Drawable) -> Iterator[Deed]:
    """What the cited claims tell of one state towards another; from events where they were read."""
    cited = {claim.key: claim for claim in drawable.brief.claims}
    read = {event.report for event in drawable.events}
    for event in drawable.events:
        is_told = not event.standing and event.modality in _TOLD
        if event.claim in cited and is_told and event.type in _DEEDS:
            yield from _deeds_of(event, cited[event.claim])
    for claim in cited.values():
        if claim.report not in read and (found := _deed_of(claim)):
            yield found


def _deeds_of(event: Event, claim: Claim) -> Iterator[Deed]:
    """One for each state that acts and each that it is done to."""
    names = {country.code3: country.name for country in countries()}
    goods = [transfer.goods.value for transfer in event.transfers if not transfer.in_return]
    words = ", ".join(dict.fromkeys(goods)) or _DEEDS[event.type]
    for actor, recipient in product(event.actors, event.recipients):
        one, other = names.get(actor.code or ""), names.get(recipient.code or "")
        if one and other and one != other:
            yield claim, one, other, event.type, words


def _deed_of(claim: Claim) -> Deed | None:
    """What a claim tells of one state towards another, where no events were read."""
    deed = EventType(claim.event) if claim.event in set(EventType) else None
    one, other = side_of(claim.actor), side_of(claim.recipient)
    is_told = claim.modality in _TOLD and claim.polarity is Polarity.AFFIRMED
    if deed is None or deed not in _DEEDS or not is_told:
        return None
    if not one or not other or one == other:
        return None
    return claim, one, other, deed, _DEEDS[deed]


def _most_told(words: Iterable[str]) -> str:
    """What passes, the most told first, each thing once."""
    counts = Counter(thing for told in words for thing in told.split(", "))
    return ", ".join(sorted(counts, key=lambda thing: (-counts[thing], thing)))


def _counted(number: int) -> str:
    if number == 1:
        return "1 thing that is cited names"
    return f"{number} things that are cited name"
