"""A page: its address, what the desk shows on it, and where it stands in the navigation."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """A part of the navigation."""

    WATCH = "Watch"
    WHO = "Who and where"
    ASSESS = "Assess"
    TELL = "Tell"
    GATHER = "Gather"
    NOWHERE = ""
    """A page that is reached from others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page.

    Attributes:
        path: its address below the situation's, "/claims" or "/claims/{key}"; what stands in
            braces is asked of its view.
        view: name of the desk's view that it shows.
        template: file of `web/templates`.
        label: what it is called in the navigation and its title.
        group: where it stands in the navigation.
        letter: the key that leads to it after `g`, empty for none.
        also: names of further views that it shows, each asked the same.
        parent: path of the page of the navigation that it belongs to, empty for itself.
    """

    path: str
    view: str
    template: str
    label: str
    group: Group = Group.NOWHERE
    letter: str = ""
    also: tuple[str, ...] = ()
    parent: str = ""
