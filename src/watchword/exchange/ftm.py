"""What is handed on as FollowTheMoney entities, one JSON object a line.

Written after the schemata of followthemoney 3.8: Article, Person, Organization, PublicBody,
Mention, Event, Note. Provenance stays: what comes of a report names it in `proof`, and a note has
the place of its words in `notes`.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha1
from types import MappingProxyType

from watchword.exchange.actors import Name, Somebody, everybody, name_of, sources_of
from watchword.exchange.lines import Json, json_lines
from watchword.exchange.rows import days_of, place_of
from watchword.model.actor import Actor
from watchword.model.claim import Claim
from watchword.model.event import Event
from watchword.model.handover import Handover, is_withdrawn
from watchword.model.read_report import ReadReport

_SCHEMATA: Mapping[str, str] = {
    "person": "Person",
    "organisation": "Organization",
    "media": "Organization",
    "state": "PublicBody",
}
_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "ara",
        "be": "bel",
        "bg": "bul",
        "cs": "ces",
        "da": "dan",
        "de": "deu",
        "el": "ell",
        "en": "eng",
        "es": "spa",
        "et": "est",
        "fa": "fas",
        "fi": "fin",
        "fr": "fra",
        "he": "heb",
        "hi": "hin",
        "hu": "hun",
        "id": "ind",
        "it": "ita",
        "ja": "jpn",
        "ka": "kat",
        "ko": "kor",
        "lt": "lit",
        "lv": "lav",
        "nl": "nld",
        "no": "nor",
        "pl": "pol",
        "pt": "por",
        "ro": "ron",
        "ru": "rus",
        "sk": "slk",
        "sl": "slv",
        "sr": "srp",
        "sv": "swe",
        "tr": "tur",
        "uk": "ukr",
        "vi": "vie",
        "zh": "zho",
    }
)
"""ISO 639-3 codes, which FollowTheMoney writes, by those of two letters; others are left out."""
_NAME_LENGTH = 120


def write_ftm(handover: Handover) -> Iterator[bytes]:
    """Write the entities, a line each: who there is first, then report by report."""
    known = everybody(handover)
    yield from json_lines(_somebody(each, handover) for each in known.values())
    for read in handover.read:
        yield from json_lines(_of_report(handover, read, known))
    if handover.ungraded_told:
        yield from json_lines([_of_the_whole(handover)])


def _of_the_whole(handover: Handover) -> Json:
    """What is to be known of all claims: that none of them was graded."""
    told = handover.ungraded_told
    return _entity(
        _id("note", "ungraded", handover.as_of.isoformat()),
        "Note",
        {"name": ["About this file"], "description": [told], "keywords": ["ungraded"]},
    )


def _of_report(
    handover: Handover, read: ReadReport, known: Mapping[Name, Somebody]
) -> Iterator[Json]:
    yield _article(handover, read)
    for actor in read.actors:
        yield _mention(read, actor)
    for event in read.events:
        yield _event(read, event)
    for claim in read.extraction.claims:
        yield _note(handover, read, claim, known)


def _somebody(somebody: Somebody, handover: Handover) -> Json:
    kind, called, country = somebody.name
    articles = [_id("article", key) for key in somebody.reports]
    office = "position" if kind == "person" else "keywords"
    return _entity(
        _somebody_id(somebody.name),
        _SCHEMATA[kind],
        {
            "name": [called],
            "alias": list(somebody.aliases),
            "country": [country.lower()],
            office: list(somebody.offices),
            "proof": articles,
            "publisher": [handover.title],
        },
    )


def _article(handover: Handover, read: ReadReport) -> Json:
    report = read.report
    at = report.published.at
    mark = handover.mark_of(report.key).value
    return _entity(
        _id("article", report.key),
        "Article",
        {
            "fileName": [report.report_id],
            "title": [report.title or report.report_id],
            "author": list(report.bylines),
            "publisher": [report.outlet or ""],
            "sourceUrl": [report.address or ""],
            "publishedAt": [at.isoformat(timespec="seconds") if at else ""],
            "language": [_LANGUAGES.get((report.language or "").partition("-")[0], "")],
            "bodyText": [report.text],
            "keywords": [mark, *(["withdrawn"] if is_withdrawn(read) else [])],
            "notes": [f"source reliability {handover.grade_of(report.outlet).value} (Admiralty)"],
            "processingAgent": sorted({each.made_by for each in read.extraction.claims}),
        },
    )


def _mention(read: ReadReport, actor: Actor) -> Json:
    name = name_of(actor)
    return _entity(
        _id("mention", read.report.key, *name),
        "Mention",
        {
            "document": [_id("article", read.report.key)],
            "name": [actor.name, *actor.aliases],
            "resolved": [_somebody_id(name)],
            "detectedSchema": [_SCHEMATA[actor.kind.value]],
            "contextCountry": [(actor.country or "").lower()],
        },
    )


def _event(read: ReadReport, event: Event) -> Json:
    first, last = days_of(event, read)
    location = place_of(event.place, read)
    names = [name for party in event.actors for name in _party(read, party.name)]
    others = [name for party in event.recipients for name in _party(read, party.name)]
    who = ", ".join(party.name for party in event.actors) or "somebody"
    whom = ", ".join(party.name for party in event.recipients)
    told = " ".join(filter(None, (who, event.type.value, whom)))
    return _entity(
        _id("event", event.key),
        "Event",
        {
            "name": [told],
            "summary": [event.deed.quote],
            "startDate": [first or ""],
            "endDate": [last or ""],
            "location": [event.place.words if event.place else ""],
            "country": [(location.country or "").lower() if location else ""],
            "organizer": names,
            "involved": [*names, *others],
            "keywords": [event.type.value, *event.modes, event.modality.value],
            "notes": [f"told by {' < '.join(event.chain) or read.report.outlet or 'the outlet'}"],
            "recordId": [event.key],
            "proof": [_id("article", read.report.key)],
            "publisher": [read.report.outlet or ""],
            "sourceUrl": [read.report.address or ""],
        },
    )


def _note(
    handover: Handover, read: ReadReport, claim: Claim, known: Mapping[Name, Somebody]
) -> Json:
    report, span = read.report, claim.content
    chain = " < ".join(link.name for link in claim.attribution.links)
    credibility = handover.credibilities.get(claim.key)
    return _entity(
        _id("note", claim.key),
        "Note",
        {
            "name": [span.quote[:_NAME_LENGTH]],
            "description": [claim.sentence.quote],
            "entity": [
                _id("article", report.key),
                *(_somebody_id(name) for name in sources_of(claim, known)),
            ],
            "proof": [_id("article", report.key)],
            "publisher": [report.outlet or ""],
            "sourceUrl": [report.address or ""],
            "keywords": [
                claim.modality.value,
                handover.mark_of(report.key).value,
                *(["withdrawn"] if is_withdrawn(read) else []),
            ],
            "notes": [
                f"source chain: {chain or 'the outlet itself'}",
                f"characters {span.start} to {span.end}, sha256 {span.digest}",
                f"credibility {credibility.value} (Admiralty)" if credibility else "",
                f"found by {claim.made_by}",
            ],
        },
    )


def _party(read: ReadReport, name: str) -> list[str]:
    """The entity of a side of an event: the actor of the report that bears its name."""
    return [
        _somebody_id(name_of(actor))
        for actor in read.actors
        if name == actor.name or name in actor.aliases
    ][:1]


def _entity(identifier: str, schema: str, properties: Mapping[str, list[str]]) -> Json:
    told = {
        name: list(dict.fromkeys(value for value in values if value and value.strip()))
        for name, values in properties.items()
    }
    return {
        "id": identifier,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }


def _somebody_id(name: Name) -> str:
    return _id("actor", *name)


def _id(*parts: str) -> str:
    """Identifiers of FollowTheMoney are SHA-1 digests by custom, and no secret."""
    return sha1("|".join(("watchword", *parts)).encode(), usedforsecurity=False).hexdigest()
