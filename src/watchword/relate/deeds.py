"""Which deed a verb or a deverbal noun tells, so that "dispatched" meets "deployment"."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from watchword.model.claim import Claim
from watchword.text.similarity import stem, words_in


class Deed(StrEnum):
    """A deed that several verbs tell."""

    SEND = "send"
    PREPARE = "prepare"
    TRAIN = "train"
    STATION = "station"
    FIGHT = "fight"
    SUPPLY = "supply"
    KILL = "kill"
    WOUND = "wound"
    CAPTURE = "capture"
    MISS = "miss"
    FALL = "fall"
    """Killed and wounded told as one number."""
    LOSE = "lose"
    STRIKE = "strike"
    DESTROY = "destroy"
    LAUNCH = "launch"
    DISPLACE = "displace"
    ARREST = "arrest"
    REVIEW = "review"
    SIGN = "sign"
    WITHDRAW = "withdraw"
    MAKE = "produce"
    FREE = "free"
    PAY = "pay"
    HOLD = "hold"
    OTHER = "other"
    """A verb that tells none of these; figures of it make no track."""


_WORDS = {
    Deed.SEND: """send dispatch deploy deployment redeploy move movement transport transfer carry
        ferry arrive arrival enter cross relocate""",
    Deed.PREPARE: "prepare preparation ready readying readied mobilise mobilize",
    Deed.TRAIN: "train training drill",
    Deed.STATION: "station presence stay",
    Deed.FIGHT: "fight fighting combat battle join participate participation engage",
    Deed.SUPPLY: "supply provide provision deliver delivery give export shipment donate",
    Deed.KILL: "kill killing die slay",
    Deed.WOUND: "wound injure injury hurt maim",
    Deed.CAPTURE: "capture seize seizure",
    Deed.MISS: "missing",
    Deed.FALL: "casualty casualties",
    Deed.LOSE: "lose",
    Deed.STRIKE: "strike attack hit bomb bombard",
    Deed.DESTROY: "destroy destruction intercept",
    Deed.LAUNCH: "launch",
    Deed.DISPLACE: "displace evacuate evacuation flee",
    Deed.ARREST: "arrest detain detention jail",
    Deed.REVIEW: "review reconsider reconsideration rethink reassess",
    Deed.SIGN: "sign ratify ratification",
    Deed.WITHDRAW: "withdraw withdrawal retreat",
    Deed.MAKE: "produce production manufacture",
    Deed.FREE: "repatriate repatriation",
}

_VERBS = {
    Deed.SEND: "travel rotate fly mass gather take ship go come head follow",
    Deed.PREPARE: "form assemble recruit equip",
    Deed.STATION: "base guard house serve work employ hire",
    Deed.SUPPLY: "pledge hand sell",
    Deed.FREE: "free release exchange swap",
    Deed.PAY: "pay fund earn invest",
    Deed.HOLD: "hold",
    Deed.CAPTURE: "imprison",
    Deed.DESTROY: "down",
}
"""What tells a deed as a verb alone: a noun of these stems may be a house, a base or a mass."""

_VESSELS = frozenset({"ship", "ships"})
"""Vessels more often than the deed: in a phrase they tell none."""

ABROAD = frozenset(
    {Deed.SEND, Deed.PREPARE, Deed.TRAIN, Deed.STATION, Deed.FIGHT},
)
"""Deeds that count the same people: sent, readied to be sent, training or fighting there."""

HARM = frozenset(
    {
        Deed.KILL,
        Deed.WOUND,
        Deed.FALL,
        Deed.CAPTURE,
        Deed.MISS,
        Deed.STRIKE,
        Deed.DESTROY,
        Deed.DISPLACE,
        Deed.ARREST,
    }
)
"""Deeds whose actor is not who is counted: those killed are not the killer's."""


FATES = {
    "killed": Deed.KILL,
    "wounded": Deed.WOUND,
    "captured": Deed.CAPTURE,
    "missing": Deed.MISS,
    "killed or wounded": Deed.FALL,
}
"""What is done to those whom a figure counts, by their fate."""


def deed_in(words: str) -> Deed | None:
    """The deed that the first telling word of a phrase names, or None.

    >>> deed_in("dispatch of special-forces soldiers")
    <Deed.SEND: 'send'>
    """
    named = (_deeds().get(stem(word)) for word in words_in(words) if word not in _VESSELS)
    return next((deed for deed in named if deed), None)


def deed_of(claim: Claim) -> Deed | None:
    """The deed a claim tells, by its verb, else by its action."""
    return deed_of_verb(claim) or deed_in(claim.action)


def deed_of_verb(claim: Claim) -> Deed | None:
    """The deed that a claim's verb tells, None where it tells none by itself ("be", "reach")."""
    if claim.verb is None:
        return None
    root = stem(claim.verb)
    return _verbs().get(root) or _deeds().get(root)


@cache
def _deeds() -> dict[str, Deed]:
    return _by_stem(_WORDS)


@cache
def _verbs() -> dict[str, Deed]:
    return _by_stem(_VERBS)


def _by_stem(deeds: Mapping[Deed, str]) -> dict[str, Deed]:
    return {stem(word): deed for deed, words in deeds.items() for word in words.split()}
