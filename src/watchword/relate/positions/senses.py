"""Which words stand for one thing when it is asked about: "weapons" are arms, and so is a missile.

A word that stands for a whole row is met by every word of it; a narrower one only by itself: who
asks about arms hears of missiles, who asks about missiles does not hear of tanks.
"""

from functools import cache

from watchword.model.claim import Claim
from watchword.relate.deeds import Deed, deed_in
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem

_ARMS = (
    "munitions ammunition artillery missiles rockets tanks howitzers jets drones bombs long-range "
    "atacms taurus himars patriot javelin stinger f-16 f-16s leopard abrams tomahawk"
)
_ROWS = (
    ("arms weapon weapons weaponry armament armaments arming", _ARMS),
    ("missile missiles", "rockets atacms taurus scalp tomahawk iskander long-range"),
    ("long-range", "atacms taurus scalp tomahawk"),
    ("tank tanks", "leopard abrams"),
    ("jet jets aircraft warplane warplanes", "f-16 f-16s mig mig-29"),
    (
        "troops soldiers servicemen forces personnel",
        "contingent peacekeepers instructors brigades battalion deployment deploy dispatch",
    ),
    ("sanctions sanction", "embargo"),
    ("talks talk negotiations negotiate dialogue", "summit"),
    ("ceasefire cease-fire truce armistice", ""),
    ("membership join member accession accede", "admission admit entry"),
    ("nuclear atomic", ""),
    ("energy", "gas oil coal"),
    ("war", "invasion aggression hostilities"),
    ("prisoners prisoner captives", "pows"),
    ("aid assistance", ""),
    ("grain wheat", ""),
    ("roubles rouble rubles ruble", ""),
    ("no-fly", "sky skies airspace"),
)
"""Words for the whole, and narrower ones."""
_FAMILIES = {
    "give": frozenset({Deed.SEND, Deed.SUPPLY, Deed.STATION}),
    "strike": frozenset({Deed.STRIKE, Deed.LAUNCH}),
    "make": frozenset({Deed.MAKE}),
    "sign": frozenset({Deed.SIGN}),
    "train": frozenset({Deed.TRAIN}),
    "take": frozenset({Deed.CAPTURE}),
}
_FURTHER = {
    "use": "use fire usage",
    "buy": "buy purchase acquire import",
    "recognise": "recognise recognize recognition",
}
_UNDOING = lexicon(
    "withdraw withdrawal pull stop halt end cease suspend suspension ban embargo restrict "
    "restriction restrictions limit limitation prevent block cancel abandon drop scrap freeze "
    "prohibit prohibition curb refrain avoid leave reject refuse refusal oppose lift ease remove "
    "waive relax renounce exclude moratorium quit exit retreat blockade"
)
NEGATIONS = lexicon("not no never nor neither cannot")


def senses_of(word: str) -> frozenset[str]:
    """What a word of a report can be asked for by: its stem, and the wholes it is part of."""
    root = stem(word)
    return _wholes().get(root, frozenset()) | {root}


def asked_by(word: str) -> str:
    """What a word of a question asks for: the whole that it stands for, else its own stem.

    >>> asked_by("weapons"), asked_by("ammunition")
    ('=arm', 'ammunition')
    """
    root = stem(word)
    return _general().get(root, root)


def is_known(word: str) -> bool:
    """Whether a word stands in a row: hyphens in such a word part nothing."""
    root = stem(word)
    return root in _wholes() or root in _general()


def family_of(word: str) -> str | None:
    """The kind of deed that a word tells, None for none that is told apart.

    >>> family_of("deployment"), family_of("supplying"), family_of("buy")
    ('give', 'give', 'buy')
    """
    further = _further().get(stem(word))
    return further or _family(deed_in(word))


def family_of_claim(claim: Claim) -> str | None:
    """The kind of deed that a claim tells."""
    verb = claim.verb or ""
    return _further().get(stem(verb)) or _family(deed_in(verb))


def turns_round(word: str) -> bool:
    """Whether a word turns what follows into its contrary: "not", "stop", "the withdrawal of"."""
    if word == "limited":  # "a limited number"
        return False
    return word in NEGATIONS or stem(word) in _undoing()


def _family(deed: Deed | None) -> str | None:
    return next((name for name, deeds in _FAMILIES.items() if deed in deeds), None)


@cache
def _wholes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for wide, narrow in _ROWS:
        whole = f"={stem(wide.split()[0])}"
        for word in (*wide.split(), *narrow.split()):
            found[stem(word)] = found.get(stem(word), frozenset()) | {whole}
    return found


@cache
def _general() -> dict[str, str]:
    return {stem(word): f"={stem(wide.split()[0])}" for wide, _ in _ROWS for word in wide.split()}


@cache
def _further() -> dict[str, str]:
    return {stem(word): name for name, words in _FURTHER.items() for word in words.split()}


@cache
def _undoing() -> frozenset[str]:
    return frozenset(stem(word) for word in _UNDOING)
