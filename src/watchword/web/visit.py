"""A visit of a page: who asks for what, and the addresses that lead on from there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, urlencode

from watchword.model.principal import Principal, Right

KEPT = ("as_of",)
"""What is asked that every link of a page keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit of a page.

    Attributes:
        principal: who asks.
        situation: name of the situation.
        title: what it is called.
        situations: titles of all that they may read, by name.
        path: address of the page below the situation's.
        given: what the address asks, a list where a field is given several times.
        as_of: the instant that is shown.
        is_past: whether an instant was asked for.
        csrf: the token that scripts send.
        token: makes the token that a form carries, which is used once.
    """

    principal: Principal
    situation: str
    title: str
    situations: Mapping[str, str]
    path: str
    given: Mapping[str, object] = field(default_factory=dict)
    as_of: datetime
    is_past: bool
    csrf: str
    token: Callable[[], str]

    def link(self, path: str, **asked: object) -> str:
        """The address of a page of this situation, as of the same instant.

        Args:
            path: below the situation's, "/claims"; parts that come from texts are joined with
                `to`.
            asked: what is asked of it; None is left out.
        """
        kept = {name: self.given[name] for name in KEPT if self.given.get(name)}
        return _address(f"/s/{quote(self.situation, safe='')}{path}", {**kept, **asked})

    def to(self, path: str, key: str, **asked: object) -> str:
        """The address of the page of one thing: `to("/claims", claim.key)`."""
        return self.link(f"{path}/{quote(key, safe='')}", **asked)

    def with_(self, path: str, **changed: object) -> str:
        """The address of a page with what is asked now, changed in a few fields."""
        return self.link(path, **{**self.given, "cursor": None, **changed})

    def here(self, **changed: object) -> str:
        """The address of this page with what is asked now, changed in a few fields."""
        return self.with_(self.path, **changed)

    def others(self) -> list[tuple[str, str]]:
        """What is asked besides an instant and a cursor, pair by pair: hidden fields of a form."""
        return [
            (name, _plain(each))
            for name, value in self.given.items()
            if name not in {*KEPT, "cursor"}
            for each in (value if isinstance(value, list | tuple) else (value,))
        ]

    def claim(self, key: str) -> str:
        """The address of a claim's page."""
        return self.to("/claims", key)

    def pair(self, one: str, other: str) -> str:
        """The address of the page of two actors, by their names."""
        return self.link("/relations/two", one=one, other=other)

    def deed(self, action: str) -> str:
        """The address that a form of an action is sent to."""
        return f"/s/{quote(self.situation, safe='')}/do/{quote(action, safe='')}"

    def check(self, view: str) -> str:
        """The address that a form is sent to while it is typed in; a view answers in JSON."""
        return f"/s/{quote(self.situation, safe='')}/check/{quote(view, safe='')}"

    def may(self, right: str) -> bool:
        """Whether whoever asks may do something here: read, decide, publish, manage."""
        return self.principal.may(Right(right), self.situation)


def _address(path: str, asked: Mapping[str, object]) -> str:
    pairs = [
        (name, each)
        for name, value in asked.items()
        for each in (value if isinstance(value, list | tuple) else (value,))
        if each is not None and each is not False and each != ""
    ]
    words = urlencode([(name, _plain(value)) for name, value in pairs])
    return f"{path}?{words}" if words else path


def _plain(value: object) -> str:
    return "true" if value is True else str(value)
