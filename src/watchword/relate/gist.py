"""A claim boiled down to what can be compared: who, what, how many, where, in which mood."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.place import Place
from watchword.relate.counted import Amount, Counted, amount_of, counted_by
from watchword.relate.deeds import Deed, deed_in, deed_of
from watchword.text.gazetteer import country_named
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem, words_in

_STOPWORDS = lexicon(
    """a an the and or but nor if that this these those which who whom whose what when where how
    of in on at to for from by with without into onto over under about around after before during
    between among against through as is are was were be been being am has have had do does did
    will would shall should can could may might must not no n't it its they them their he his him
    she her we our us you your i my there here also only just even still yet already more most
    some any all both least each such than then so very too up out off own other another including
    while because until since per via amid toward towards likely reportedly allegedly"""
)

_SYNONYMS = {
    stem(word): "troops"
    for word in ("troops", "soldiers", "servicemen", "personnel", "forces", "military", "fighters")
}


class Mood(StrEnum):
    """Modalities that may be told together: a plan is no deed, an estimate no report."""

    TOLD = "told"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    OPEN = "open"
    """Weighed or hung on a condition."""
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"


_MOODS = {
    Modality.ASSERTED: Mood.TOLD,
    Modality.REPORTED: Mood.TOLD,
    Modality.ESTIMATED: Mood.ESTIMATED,
    Modality.PLANNED: Mood.PLANNED,
    Modality.CONSIDERED: Mood.OPEN,
    Modality.CONDITIONAL: Mood.OPEN,
    Modality.UNCONFIRMED: Mood.UNCONFIRMED,
    Modality.DENIED: Mood.DENIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What of a claim is compared.

    Attributes:
        claim: key of the claim.
        mood: its modality, compatible ones together.
        negated: told as not so, by modality or by polarity.
        so_far: told as not so yet, which denies nothing.
        words: stems of its content, countries as codes ("@KP"), synonyms evened out.
        actor: words of the actor likewise; empty where not told.
        recipient: words of the recipient likewise.
        deed: what is done, None where no known deed is told.
        event: PLOVER type, None where none fits.
        amount: quantity of the main figure, None without one.
        counted: what that figure counts, None where that is not clear.
        place: where, None where not told.
    """

    claim: str
    mood: Mood
    negated: bool
    so_far: bool
    words: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    deed: Deed | None
    event: str | None
    amount: Amount | None
    counted: Counted | None
    place: Place | None


@lru_cache(maxsize=65_536)
def read_gist(claim: Claim) -> Gist:
    """Boil one claim down."""
    main = claim.figures[0] if claim.figures else None
    actor = content_words(claim.actor or "")
    recipient = content_words(claim.recipient or "")
    mood = _MOODS[claim.modality]
    negated = mood is Mood.DENIED or claim.polarity is Polarity.NEGATED
    return Gist(
        claim=claim.key,
        mood=mood,
        negated=negated,
        so_far=negated and "yet" in words_in(claim.content.quote),
        words=content_words(claim.content.quote) | content_words(claim.action) | actor | recipient,
        actor=actor,
        recipient=recipient,
        deed=deed_of(claim),
        event=claim.event,
        amount=amount_of(main) if main else None,
        counted=counted_by(claim, main) if main else None,
        place=claim.place,
    )


def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry content, deeds by name, countries by code, no numbers.

    >>> sorted(content_words("Pyongyang has dispatched 1,500 soldiers"))
    ['@KP', 'send', 'troops']
    """
    pieces = [piece.strip("\"'.,;:!?()[]\u2018\u2019\u201c\u201d") for piece in text.split()]
    found: set[str] = set()
    at = 0
    while at < len(pieces):
        code, length = _country_at(pieces, at)
        if code:
            found.add(f"@{code}")
        elif pieces[at]:
            found.update(_canonical(pieces[at]))
        at += max(1, length)
    return frozenset(found)


def weigh_words(gists: Iterable[Gist]) -> Mapping[str, float]:
    """Inverse document frequency of each word over some claims: rare words weigh more."""
    told: Counter[str] = Counter()
    count = 0
    for gist in gists:
        told.update(gist.words)
        count += 1
    return {word: math.log(1 + count / times) for word, times in told.items()}


def is_country(word: str) -> bool:
    """Whether a word of a gist is a country's code."""
    return word.startswith("@")


def _country_at(pieces: Sequence[str], at: int) -> tuple[str, int]:
    if not pieces[at][:1].isupper():
        return "", 1
    for length in (3, 2, 1):
        if at + length <= len(pieces):
            code = _code(" ".join(pieces[at : at + length]))
            if code:
                return code, length
    return "", 1


@lru_cache(maxsize=65_536)
def _code(words: str) -> str:
    country = country_named(words, around="")
    return country.code if country else ""


@lru_cache(maxsize=65_536)
def _canonical(piece: str) -> frozenset[str]:
    found: set[str] = set()
    for part in piece.casefold().replace("\u2019", "'").split("-"):
        word = part.removesuffix("'s")
        if word in _STOPWORDS or len(word) < 2 or any(letter.isdigit() for letter in word):
            continue
        deed = deed_in(word)
        found.add(deed.value if deed else _SYNONYMS.get(stem(word), stem(word)))
    return frozenset(found)
