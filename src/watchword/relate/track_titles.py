"""What a track counts, in words: "North Korean troops sent or to be sent to Russia"."""

from collections import Counter
from collections.abc import Iterable

from watchword.model.counted import Counted
from watchword.model.figure import Figure
from watchword.relate.counted import SENT
from watchword.relate.counted_where import is_country_code
from watchword.relate.gist import Mood
from watchword.relate.kinds import CASUALTIES, HARMED_NOUNS, kind_counted
from watchword.text.gazetteer import country_by_code

_DEED_WORDS = {
    "kill": "killed",
    "wound": "wounded",
    "capture": "captured",
    "miss": "missing",
    "fall": "killed or wounded",
    "lose": "lost",
    "supply": "supplied",
    "strike": "struck",
    "destroy": "destroyed",
    "launch": "launched",
    "displace": "displaced",
    "arrest": "arrested",
    "review": "under review",
    "sign": "signed",
    "withdraw": "withdrawn",
    "produce": "produced",
    "free": "freed or exchanged",
    "pay": "paid",
    "hold": "held",
}
_GOING = frozenset({"send", "supply", "pay"})
_AHEAD = frozenset({Mood.PLANNED, Mood.OPEN, Mood.ESTIMATED})
_DONE = frozenset({Mood.TOLD, Mood.UNCONFIRMED, Mood.ESTIMATED})


def unit_of(thing: Counted, figures: Iterable[Figure]) -> str:
    """The noun that is counted: the kind's own where a figure bears it, else as most figures do."""
    named = Counter(
        figure.unit
        for figure in figures
        if kind_counted(figure) == thing.kind
        and figure.unit not in CASUALTIES
        and figure.unit not in HARMED_NOUNS
    )
    if thing.kind in named or not named:
        return thing.kind
    return min(named, key=lambda unit: (-named[unit], unit))


def title_of(thing: Counted, unit: str, moods: set[Mood]) -> str:
    """The title of a track."""
    country = country_by_code().get(thing.whose)
    whose = country.adjectives[0] if country and country.adjectives else ""
    words = (
        "additional" if thing.more else "",
        whose,
        unit,
        *_done_where(thing, moods),
        "each" if thing.per == "each" else f"in a {thing.per}" if thing.per else "",
        "(part of a whole)" if thing.part else "",
    )
    return " ".join(word for word in words if word)


def _done_where(thing: Counted, moods: set[Mood]) -> tuple[str, ...]:
    """What is done to them, and where: those abroad are in a region, but sent to a country."""
    country = country_by_code().get(thing.where)
    where = country.name if country else thing.where
    if thing.deed == SENT and where and not is_country_code(thing.where):
        return ("in", where)
    deed = _sent_words(moods) if thing.deed in {SENT, "send"} else _DEED_WORDS.get(thing.deed, "")
    if not where:
        return (deed,)
    return (deed, "to" if thing.deed in _GOING | {SENT} else "in", where)


def _sent_words(moods: set[Mood]) -> str:
    if moods & _AHEAD and moods & _DONE:
        return "sent or to be sent"
    return "to be sent" if moods & _AHEAD else "sent"
