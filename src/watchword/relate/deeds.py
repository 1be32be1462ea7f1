"""Which deed a verb or a deverbal noun tells, so that "dispatched" meets "deployment"."""

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
    Deed.LOSE: "lose casualty casualties",
    Deed.STRIKE: "strike attack hit bomb bombard",
    Deed.DESTROY: "destroy destruction intercept",
    Deed.LAUNCH: "launch",
    Deed.DISPLACE: "displace evacuate evacuation flee",
    Deed.ARREST: "arrest detain detention jail",
    Deed.REVIEW: "review reconsider reconsideration rethink reassess",
    Deed.SIGN: "sign ratify ratification",
    Deed.WITHDRAW: "withdraw withdrawal retreat",
    Deed.MAKE: "produce production manufacture",
}

ABROAD = frozenset(
    {Deed.SEND, Deed.PREPARE, Deed.TRAIN, Deed.STATION, Deed.FIGHT},
)
"""Deeds that count the same people: sent, readied to be sent, training or fighting there."""

HARM = frozenset(
    {
        Deed.KILL,
        Deed.WOUND,
        Deed.CAPTURE,
        Deed.MISS,
        Deed.STRIKE,
        Deed.DESTROY,
        Deed.DISPLACE,
        Deed.ARREST,
    }
)
"""Deeds whose actor is not who is counted: those killed are not the killer's."""


def deed_in(words: str) -> Deed | None:
    """The deed that the first telling word of a phrase names, or None.

    >>> deed_in("dispatch of special-forces soldiers")
    <Deed.SEND: 'send'>
    """
    return next((deed for word in words_in(words) if (deed := _deeds().get(stem(word)))), None)


def deed_of(claim: Claim) -> Deed | None:
    """The deed a claim tells, by its verb, else by its action."""
    return (deed_in(claim.verb) if claim.verb else None) or deed_in(claim.action)


@cache
def _deeds() -> dict[str, Deed]:
    return {stem(word): deed for deed, words in _WORDS.items() for word in words.split()}
