"""The Traffic Light Protocol 2.0: how far something may be handed on."""

from enum import StrEnum


class Tlp(StrEnum):
    """A mark, from what anybody may see to what only those present may (FIRST, TLP 2.0, 2022)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


def may_be_shown(mark: Tlp, limit: Tlp) -> bool:
    """Whether something under a mark may go where nothing above a limit may.

    >>> may_be_shown(Tlp.GREEN, Tlp.AMBER)
    True
    >>> may_be_shown(Tlp.RED, Tlp.AMBER)
    False
    """
    order = tuple(Tlp)
    return order.index(mark) <= order.index(limit)


def strictest(*marks: Tlp) -> Tlp:
    """The mark of what is made of several marked things; nothing marked is clear.

    >>> strictest(Tlp.GREEN, Tlp.RED, Tlp.CLEAR).value
    'TLP:RED'
    """
    return max(marks, key=tuple(Tlp).index, default=Tlp.CLEAR)
