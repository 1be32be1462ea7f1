"""A claim boiled down to what can be compared: who, what, how many, where, in which mood."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.counted import Counted
from watchword.model.moment import Moment, Precision
from watchword.model.place import Place
from watchword.relate.counted import counted_by
from watchword.relate.deeds import Deed, deed_in, deed_of
from watchword.relate.kinds import Amount, amount_of, bounds_of
from watchword.text.gazetteer import country_code
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

_MARKS = "\"'.,;:!?()[]\u2018\u2019\u201c\u201d"
_NO_NAMES = lexicon(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday president minister prime secretary
    general defence defense foreign national mr mrs ms dr the a an i he she it they we you if in on
    at after before but and this that these those there of for as so no not covid covid-19"""
)

_DISPUTES = frozenset(
    stem(word) for word in ("deny", "reject", "dismiss", "refute", "dispute", "rebut", "rebuff")
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
        disputes: told as not so by a word that answers somebody ("denied", "rejected").
        words: stems of its content, countries as codes ("@KP"), synonyms evened out.
        names: proper names in it, spellings evened out, without those of states, days and months.
        actor: words of the actor likewise; empty where not told.
        recipient: words of the recipient likewise.
        verb: lemma of the main verb, None where there is none.
        deed: what is done, None where no known deed is told.
        event: PLOVER type, None where none fits.
        amount: quantity of the main figure, None without one.
        counted: what that figure counts, None where that is not clear.
        low: the lowest value that the figure's words allow, None where they set no floor.
        high: the highest value that they allow, None where they set no ceiling.
        place: where, None where not told.
        since: earliest time of the happening that its words leave open, None where they set none.
        until: the end of that stretch, excluded, None where they set none.
        said_at: when its report was published, None where not known.
        adds: whether its figure is an addition ("another 1,500") and not a total.
        teller: code of the state whose word it is, empty where not known.
    """

    claim: str
    mood: Mood
    negated: bool
    so_far: bool
    disputes: bool
    words: frozenset[str]
    names: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    verb: str | None
    deed: Deed | None
    event: str | None
    amount: Amount | None
    counted: Counted | None
    place: Place | None
    low: float | None = None
    high: float | None = None
    since: datetime | None = None
    until: datetime | None = None
    said_at: datetime | None = None
    adds: bool = False
    teller: str = ""


@lru_cache(maxsize=65_536)
def read_gist(claim: Claim, said_at: datetime | None = None) -> Gist:
    """Boil one claim down.

    Args:
        claim: the claim.
        said_at: when its report was published, None where not known.
    """
    main = claim.figures[0] if claim.figures else None
    actor = content_words(claim.actor or "")
    recipient = content_words(claim.recipient or "")
    mood = _mood_of(claim)
    negated = mood is Mood.DENIED or claim.polarity is Polarity.NEGATED
    told = _told_time(claim.time)
    low, high = bounds_of(main) if main else (None, None)
    return Gist(
        claim=claim.key,
        mood=mood,
        negated=negated,
        so_far=negated and "yet" in words_in(claim.content.quote),
        disputes=negated and _is_dispute(claim.attribution.cue),
        words=content_words(claim.content.quote) | content_words(claim.action) | actor | recipient,
        names=_names_of(claim),
        actor=actor,
        recipient=recipient,
        verb=claim.verb,
        deed=deed_of(claim),
        event=claim.event,
        amount=amount_of(main) if main else None,
        counted=counted_by(claim, main) if main else None,
        place=claim.place,
        low=low,
        high=high,
        since=told.since if told else None,
        until=told.until if told else None,
        said_at=said_at,
        adds=main.change if main else False,
    )


def _is_dispute(cue: str) -> bool:
    return any(stem(word) in _DISPUTES for word in words_in(cue))


def _mood_of(claim: Claim) -> Mood:
    """Its mood; what "no evidence" or "no report" is told to show is told by nobody."""
    links = claim.attribution.links
    if any(link.name.casefold().startswith("no ") for link in links):
        return Mood.UNCONFIRMED
    return _MOODS[claim.modality]


def _names_of(claim: Claim) -> frozenset[str]:
    """Proper names of a claim's content: the capital that opens a sentence shows nothing."""
    opens = claim.content.start == claim.sentence.start
    return names_in(claim.content.quote, opens=opens)


@lru_cache(maxsize=65_536)
def _evened_name(piece: str) -> str:
    """The beginning of a name without accents and doubled letters: one name for its spellings.

    >>> _evened_name("Zelenskyy") == _evened_name("Zelensky's")
    True
    """
    word = piece.casefold().replace("\u2019", "'").removesuffix("'s")
    plain = unicodedata.normalize("NFKD", word)
    letters = "".join(letter for letter in plain if letter.isalnum()) or piece
    return re.sub(r"(.)\1", r"\1", letters)[:6]


def _told_time(time: Moment | None) -> Moment | None:
    return None if time is None or time.precision is Precision.VAGUE else time


def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry content, deeds by name, countries by code, no numbers.

    >>> sorted(content_words("Pyongyang has dispatched 1,500 soldiers"))
    ['@KP', 'send', 'troops']
    """
    pieces = [piece.strip(_MARKS) for piece in text.split()]
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


def names_in(text: str, *, opens: bool = False) -> frozenset[str]:
    """Proper names in some words, spellings evened out, without states, days and months.

    Args:
        text: the words.
        opens: whether they open a sentence, so that their first capital shows nothing.

    >>> sorted(names_in("President Zelenskyy spoke in Kharkiv on Monday"))
    ['kharki', 'zelens']
    """
    pieces = [piece.strip(_MARKS) for piece in text.split()]
    found: set[str] = set()
    at = 0
    while at < len(pieces):
        code, length = _country_at(pieces, at)
        piece = pieces[at]
        shows = len(piece) > 1 and piece[0].isupper() and not (opens and at == 0)
        if shows and not code and piece.casefold() not in _NO_NAMES:
            found.add(_evened_name(piece))
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
            code = country_code(" ".join(pieces[at : at + length]))
            if code:
                return code, length
    return "", 1


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
