"""Alter one sentence: another number, another speaker, a hedge made firm, and so on.

Every alteration changes the meaning: where one would leave it as it is, none is made.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchword.brief.document import each_sentence
from watchword.brief.verify.dates import find_calendar
from watchword.brief.verify.permitted import DENIAL, MONTHS, WEEKDAYS
from watchword.brief.verify.speaker import is_named, name_keys
from watchword.brief.verify.tokens import Kind, Token, read_wording
from watchword.model.attribution import Link
from watchword.model.brief import Brief
from watchword.model.claim import Claim, MarkKind
from watchword.text.gazetteer import country_by_code, country_named

Alteration = tuple[str, str]
"""The kind and the altered sentence."""

_FIRM = {
    "may": "will",
    "might": "will",
    "could": "will",
    "would": "did",
    "probably": "certainly",
    "likely": "certain",
    "possible": "certain",
    "possibly": "certainly",
    "estimates": "knows",
    "believe": "know",
    "believes": "knows",
    "preparing to": "starting to",
    "is expected to": "has begun to",
    "are expected to": "have begun to",
    "is considering": "has decided on",
    "may consider": "has decided on",
}
_OPPOSITES = {
    "sent": "withheld",
    "send": "withhold",
    "sending": "withholding",
    "dispatched": "recalled",
    "deployed": "withdrawn",
    "deploy": "withdraw",
    "withdrawn": "reinforced",
    "moved": "halted",
    "moving": "retreating",
    "reach": "leave",
    "closed": "opened",
    "opened": "closed",
    "support": "abandon",
    "supports": "abandons",
    "allowed": "prevented",
    "carried": "sank",
    "enter": "avoid",
    "arrived": "departed",
    "increased": "decreased",
    "accepted": "rejected",
    "supplied": "seized",
    "supply": "seize",
    "killed": "rescued",
    "cross": "stay",
    "meet": "quarrel",
    "condemned": "praised",
    "confirmed": "refuted",
    "trained": "disarmed",
    "attacked": "defended",
}
_FIRM_DENIALS = {"denied": "confirmed", "dismissed": "confirmed", "rejected": "accepted",
                 "denies": "confirms", "dismisses": "confirms"}  # fmt: skip
_UNITS = {"troops": "tanks", "soldiers": "missiles", "people": "trucks", "men": "ships",
          "officers": "drones", "posts": "villages", "percent": "kilometers"}  # fmt: skip
_AUXILIARY = re.compile(r"\b(has|have|had|is|are|was|were|will|may|could|would)\b(?! not\b)")
_CONDITION = re.compile(
    r"(?:,\s)?\b(?:if|unless|depending on|provided that|once|as long as)\b"
    r"[^,.;]*(?:,\s|(?=[.;])|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what occurs in a brief, to be put where it does not belong.

    Attributes:
        speakers: canonical names of every link of every chain.
        outlets: names of the outlets.
        places: names of the places of the claims.
        countries: codes of the countries that the sentences name.
    """

    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    places: tuple[str, ...]
    countries: tuple[str, ...]

    @classmethod
    def of(cls, brief: Brief) -> "Cast":
        """Everyone and everything in a brief, each once, in a fixed order."""
        links = (link.name for claim in brief.claims for link in claim.attribution.links)
        countries = (
            token.country[1:]
            for _, sentence in each_sentence(brief)
            for token in read_wording(sentence.text).tokens
            if token.country
        )
        return cls(
            speakers=(*dict.fromkeys(links), "Pedro Alarcón"),
            outlets=(*dict.fromkeys(r.outlet for r in brief.reports if r.outlet), "Quito Times"),
            places=(*dict.fromkeys(c.place.name for c in brief.claims if c.place), "Antofagasta"),
            countries=(*dict.fromkeys(countries), "UY", "MN"),
        )


def each_alteration(text: str, claims: Sequence[Claim], cast: Cast) -> Iterator[Alteration]:
    """Every alteration of a sentence, none of which says the same."""
    made = [
        *_numbers(text),
        *_dates(text),
        *_marks(text),
        *_words(text),
        *_speakers(text, claims, cast),
        *_places(text, cast),
        *_exchanges(text),
        *_day_exchanges(text),
    ]
    seen = {_plain(text)}
    for kind, altered in made:
        tidy = re.sub(r"\s+([,.;)])", r"\1", re.sub(r"\s{2,}", " ", altered)).strip()
        if _plain(tidy) not in seen:
            seen.add(_plain(tidy))
            yield kind, tidy


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _cut(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _numbers(text: str) -> Iterator[Alteration]:
    for number in read_wording(text).numbers:
        digits = re.search(r"\d[\d,.]*\d|\d", number.words)
        if digits is None:
            word = "forty" if number.words != "forty" else "ninety"
            yield "number_changed", _cut(text, number.start, number.end, word)
            continue
        at = number.start + digits.start()
        end = number.start + digits.end()
        figure = digits.group()
        yield "number_changed", _cut(text, at, end, _other_number(figure))
        swapped = _swapped(figure)
        if swapped != figure:
            yield "digits_swapped", _cut(text, at, end, swapped)
        if at > number.start:
            yield "qualifier_dropped", text[: number.start] + text[at:]
        else:
            yield "qualifier_added", _cut(text, at, at, "up to ")
        following = re.match(r"\s(?:[\w-]+\s){0,2}?(\w+)\b", text[end:])
        unit = following.group(1) if following else ""
        if following and unit in _UNITS:
            begin = end + following.start(1)
            yield "unit_changed", _cut(text, begin, begin + len(unit), _UNITS[unit])


def _other_number(figure: str) -> str:
    first = "9" if figure[0] != "9" else "4"
    return first + figure[1:]


def _swapped(figure: str) -> str:
    """Two neighbouring digits exchanged, the first pair that differs and makes no leading zero."""
    places = [at for at, letter in enumerate(figure) if letter.isdigit()]
    for left, right in pairwise(places):
        leading_zero = left == 0 and figure[right] == "0"
        if figure[left] != figure[right] and not leading_zero:
            letters = list(figure)
            letters[left], letters[right] = letters[right], letters[left]
            return "".join(letters)
    return figure


def _dates(text: str) -> Iterator[Alteration]:
    for day in find_calendar(text):
        words = text[day.start : day.end]
        if day.day is not None:
            other = str(day.day + 3 if day.day < 25 else day.day - 4)
            moved = re.sub(rf"\b0?{day.day}(?=\b|st|nd|rd|th)", other, words, count=1)
            yield "date_shifted", _cut(text, day.start, day.end, moved)
        if day.year is not None:
            moved = words.replace(str(day.year), str(day.year - 2))
            yield "date_shifted", _cut(text, day.start, day.end, moved)
        if day.month is not None:
            name = MONTHS[day.month - 1].title()
            moved = words.replace(name, MONTHS[(day.month + 3) % 12].title())
            yield "date_shifted", _cut(text, day.start, day.end, moved)
    for token in read_wording(text).tokens:
        if token.key in WEEKDAYS:
            other = WEEKDAYS[(WEEKDAYS.index(token.key) + 2) % 7].title()
            yield "date_shifted", _cut(text, token.start, token.end, other)


_DROPPED = {
    MarkKind.HEARSAY: "hearsay_dropped",
    MarkKind.HEDGE: "hedge_dropped",
    MarkKind.NEGATION: "negation_dropped",
    MarkKind.LIKELIHOOD: "likelihood_dropped",
    MarkKind.UNCONFIRMED: "unconfirmed_dropped",
}
_INSTEAD = {"no": "some", "never": "always", "nothing": "everything", "none": "all",
            "neither": "both", "without": "with", "cannot confirm": "can confirm",
            "cannot": "can", "unlikely": "likely", "did not deny": "denied"}  # fmt: skip


def _marks(text: str) -> Iterator[Alteration]:
    for kind, start, end in read_wording(text).marks:
        words = text[start:end].lower()
        if kind in _DROPPED:
            yield _DROPPED[kind], _cut(text, start, end, _INSTEAD.get(words, ""))
    for condition in _CONDITION.finditer(text):
        yield "condition_dropped", _cut(text, *condition.span(), "")
    auxiliary = _AUXILIARY.search(text)
    if auxiliary:
        yield "negation_added", _cut(text, auxiliary.end(), auxiliary.end(), " not")


def _words(text: str) -> Iterator[Alteration]:
    for kind, pairs in (
        ("hedge_made_firm", _FIRM),
        ("verb_opposite", _OPPOSITES),
        ("denial_dropped", _FIRM_DENIALS),
    ):
        for word, other in pairs.items():
            for match in re.finditer(rf"\b{word}\b", text):
                yield kind, _cut(text, *match.span(), other)


def _speakers(text: str, claims: Sequence[Claim], cast: Cast) -> Iterator[Alteration]:
    links = [link for claim in claims for link in claim.attribution.links]
    chained = {link.name for link in links}
    others = [name for name in cast.speakers if name not in chained]
    for link in links:
        for words in (link.name, link.words):
            at = text.find(words) if words[:1].isupper() else -1
            strangers = [name for name in others if not _is_same(name, link)]
            for other in strangers[:3] if at >= 0 else ():
                yield "speaker_swapped", _cut(text, at, at + len(words), other)
    for outlet in cast.outlets:
        at = text.find(outlet)
        if at >= 0:
            other = next(name for name in cast.outlets if name != outlet)
            yield "outlet_renamed", _cut(text, at, at + len(outlet), other)


def _is_same(name: str, link: Link) -> bool:
    """Whether a name can stand for a speaker ("Seoul", "South Koreans"; "the spy agency")."""
    country = country_named(name)
    is_country = country is not None and country == country_named(link.name)
    return is_country or is_named(name_keys(read_wording(name)), link)


def _places(text: str, cast: Cast) -> Iterator[Alteration]:
    for place in cast.places:
        at = text.find(place)
        if at >= 0:
            keys = read_wording(place).keys
            others = [
                n for n in cast.places if n not in text and keys.isdisjoint(read_wording(n).keys)
            ]
            yield from (("place_swapped", _cut(text, at, at + len(place), n)) for n in others[:1])
    tokens = read_wording(text).tokens
    here = {token.country for token in tokens}
    absent = [code for code in cast.countries if f"@{code}" not in here]
    for token in tokens:
        if token.country and absent:
            other = _as_told(token, absent[0])
            yield "place_swapped", _cut(text, token.start, token.end, other)


def _as_told(token: Token, code: str) -> str:
    """Another country in the same grammar: a name for a name, an adjective for an adjective."""
    country, other = country_by_code()[token.country[1:]], country_by_code()[code]
    words = token.text.removesuffix("'s").removesuffix("\u2019s")
    possessive = token.text[len(words) :]
    if words in country.adjectives and other.adjectives:
        return other.adjectives[0] + possessive
    if words in country.people and other.people:
        return other.people[-1] + possessive
    return other.name + possessive


def _exchanges(text: str) -> Iterator[Alteration]:
    """Two countries, or two numbers, that change places."""
    tokens = read_wording(text).tokens
    for kind, chosen in (
        ("actors_exchanged", [token for token in tokens if token.country]),
        ("numbers_exchanged", [token for token in tokens if token.kind is Kind.NUMBER]),
    ):
        for left, right in pairwise(chosen):
            if left.key != right.key and not _is_denied_pair(left, right):
                first, second = _told_as(left, right), _told_as(right, left)
                swapped = text[: left.start] + first + text[left.end : right.start] + second
                yield kind, swapped + text[right.end :]


def _day_exchanges(text: str) -> Iterator[Alteration]:
    """Two days in brackets that change places, so that each stands beside the other's source."""
    brackets = list(re.finditer(r"(?<!day) \(([^()]*)\)", text))
    for left, right in pairwise(brackets):
        first, second = left.group(1), right.group(1)
        if first != second and find_calendar(first) and find_calendar(second):
            swapped = text[: left.start(1)] + second + text[left.end(1) : right.start(1)] + first
            yield "days_exchanged", swapped + text[right.end(1) :]


def _told_as(place: Token, other: Token) -> str:
    if place.kind is Kind.NUMBER or not (place.key.startswith("@") and other.key.startswith("@")):
        possessive = "'s" if place.text.endswith("'s") else ""
        return other.text.removesuffix("'s") + possessive
    return _as_told(place, other.country[1:])


def _is_denied_pair(left: Token, right: Token) -> bool:
    """Whether the two are one country ("Russia", "Kremlin"): nothing would change."""
    same = bool(left.country) and left.country == right.country
    return same or left.text.lower() in DENIAL
