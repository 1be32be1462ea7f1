"""Sources and outlets in words, as a reader who does not know the situation needs them."""

from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from watchword.brief.verify.tokens import read_wording
from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.text.gazetteer import (
    country_by_code,
    country_named,
    organisation_named,
)
from watchword.text.inflection import is_common_word
from watchword.text.lexicon import lexicon

_PRONOUNS = lexicon("he she it they we i him her them you")
_ARTICLES = lexicon("a an the some several many")
_DEFINITE = lexicon("the this that its his their")
_WITH_ARTICLE = frozenset(
    {
        "United States",
        "US",
        "U.S.",
        "United Kingdom",
        "UK",
        "Netherlands",
        "Philippines",
        "North",
        "South",
        "United Arab Emirates",
        "UAE",
        "Czech Republic",
        "West",
        "EU",
        "European Union",
    }
)
_MUTE = frozenset({LinkKind.DOCUMENT, LinkKind.IMAGERY})
LONGEST_NAME = 14
"""A description of more words than this is not repeated in a brief; the bare name is."""


@dataclass(frozen=True, slots=True)
class Placing:
    """How outlet and day of a report stand in brackets.

    Attributes:
        as_of: the brief's time; the year is told where it is another.
        with_outlet: whether the outlet is told, or left to the citation.
    """

    as_of: datetime
    with_outlet: bool = True

    def of(self, report: Report) -> str:
        """What stands in brackets after a sentence from a report; empty where nothing is known."""
        return placed(report, self.as_of) if self.with_outlet else dated(report, self.as_of)


def joined_names(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"."""
    plain = [name.rstrip(",") for name in names]
    return plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} and {plain[-1]}"


def name_of(link: Link) -> str | None:
    """A source in words, None where the report does not let it be told who it is."""
    if link.words.lower() in _PRONOUNS and link.name.lower() in _PRONOUNS:
        return None
    if link.kind is LinkKind.PERSON:
        name: str | None = _person(link)
    elif link.kind is LinkKind.STATE:
        name = f"the {link.name}" if link.name in _WITH_ARTICLE else link.name
    elif link.kind in {LinkKind.ORGANISATION, LinkKind.MEDIA} and not _is_verbatim(link):
        name = _body(link)
    else:
        name = _described(link)
    if name is None:
        return None
    name = " ".join(name.split()).strip(" ,")
    return f"{name}," if "," in name else name


def country_told(code: str) -> str:
    """A country by its code, with the article it takes; empty where the code is none."""
    country = country_by_code().get(code)
    if country is None:
        return ""
    return f"the {country.name}" if country.name in _WITH_ARTICLE else country.name


def place_told(name: str) -> str:
    """A place as a title tells it: "the Kursk region", a country by "@" and its code.

    >>> place_told("Kursk region"), place_told("@RU"), place_told("Goma")
    ('the Kursk region', 'Russia', 'Goma')
    """
    if name.startswith("@"):
        return country_told(name[1:])
    return f"the {name}" if name.rsplit(" ", maxsplit=1)[-1].islower() and " " in name else name


def dated(report: Report, as_of: datetime) -> str:
    """The day a report was published ("18 October"), with the year where it is another."""
    at = report.published.at
    if at is None:
        return ""
    day = f"{at.day} {month_name[at.month]}"
    return day if at.year == as_of.year else f"{day} {at.year}"


def outlet_of(report: Report) -> str:
    """The outlet's name, without what stands in brackets after it; empty where not known."""
    return (report.outlet or "").split(" (")[0].strip()


def placed(report: Report, as_of: datetime) -> str:
    """Outlet and day, as they stand in brackets after a sentence."""
    return ", ".join(part for part in (outlet_of(report), dated(report, as_of)) if part)


def short_name_of(link: Link) -> str | None:
    """A source in a word or two, for headings: without office, description or country."""
    if link.kind in {LinkKind.PERSON, LinkKind.MEDIA, LinkKind.STATE}:
        return None if link.name.lower() in _PRONOUNS else link.name
    if link.kind is LinkKind.ORGANISATION and organisation_named(link.name) is not None:
        return link.name if link.name.isupper() else f"the {link.name}"
    return name_of(link)


def voice_of(claim: Claim) -> Link | None:
    """The last of a chain that can speak: no paper and no image, where anybody is before it."""
    links = claim.attribution.links
    speaking = [link for link in links if link.kind not in _MUTE]
    return (speaking or list(links))[-1] if links else None


def uncapped(name: str, link: Link) -> str:
    """Somebody unnamed, as inside a sentence: "analysts", but "Ukrainian officials"."""
    unnamed = link.kind in {LinkKind.ANONYMOUS, LinkKind.COLLECTIVE}
    owned = any(token.country for token in read_wording(name).tokens[:1])
    if unnamed and not owned and is_common_word(name.split(maxsplit=1)[0]):
        return f"{name[:1].lower()}{name[1:]}"
    return name


def _person(link: Link) -> str:
    """The fullest wording the report has: "Ukrainian President Volodymyr Zelensky"."""
    best = link.name
    for span in (link.named_at, link.span):
        words = span.quote.strip(" ,") if span else ""
        if link.name in words and len(best.split()) < len(words.split()) <= LONGEST_NAME:
            best = words
    return _lowered(best) if best.split()[0].lower() in {"the", "a", "an"} else best


def _is_verbatim(link: Link) -> bool:
    """Whether a body is known only by the report's own words for it ("Russian forces")."""
    words = " ".join(link.words.split())
    if words.split()[0].lower() in _ARTICLES - {"the"}:
        return True
    if not words.lower().endswith(link.name.lower()):
        return False
    owned = words == link.name and country_named(words.split()[0]) is not None
    return owned or organisation_named(link.name) is None


def _body(link: Link) -> str:
    name = link.name
    first = name.split()[0]
    if first.lower() in _ARTICLES or name.islower():
        return _lowered(name) if first.lower() in _ARTICLES else f"the {name}"
    if name.isupper() or link.kind is LinkKind.MEDIA:
        return name
    country = country_by_code().get(link.country or "")
    if country is None:
        return f"the {name}" if len(name.split()) > 1 else name
    if (
        country.name in name
        or country_named(first) is not None
        or any(adjective in name for adjective in country.adjectives)
    ):
        return f"the {name}"
    if name == "Kremlin" or len(name.split()) == 1:
        return f"the {name}"
    return f"{country.name}\u2019s {name}"


def _described(link: Link) -> str | None:
    """Somebody unnamed, in the words that first described them."""
    span = link.named_at or link.span
    words = (span.quote if span else link.words).strip(" ,")
    first = words.split()[0].lower() if words else ""
    vague = first in {"the", "this", "these"} and len(words.split()) <= 2
    if vague and link.kind in {LinkKind.ANONYMOUS, LinkKind.COLLECTIVE}:
        return None
    if not words or first in _PRONOUNS or len(words.split()) > LONGEST_NAME:
        return None
    return _lowered(words)


def _lowered(words: str) -> str:
    first, _, rest = words.partition(" ")
    plain = first.lower() in _ARTICLES | _DEFINITE or first.lower() in {
        "one",
        "sources",
        "officials",
    }
    return f"{first.lower()} {rest}".strip() if plain else words
