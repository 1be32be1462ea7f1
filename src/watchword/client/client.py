"""A client of a Watchword server: situations, what they show, what is done to them."""

import secrets
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from watchword.client.asking import Asker, Patience
from watchword.client.nouns import (
    Done,
    FoundClaim,
    Looked,
    Record,
    SituationTold,
    TrackTold,
    claim_of,
    done_of,
    looked_of,
    situation_of,
    track_of,
)

Asked = str | int | float | bool | datetime | list[str] | tuple[str, ...] | None
"""What may be asked; None is left out."""


class Client:
    """A connection to a server; to be closed, or used in a `with`.

    Args:
        address: where it is, "https://watch.example".
        token: of the one who asks; empty on the machine itself.
        patience: how long to bear with it.

    Raises:
        RefusedError: if a token would travel open to another machine.
    """

    def __init__(self, address: str, *, token: str = "", patience: Patience | None = None) -> None:
        self._asker = Asker(address, token, patience or Patience())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._asker.close()

    def situations(self) -> tuple[SituationTold, ...]:
        """The situations that may be read.

        Raises:
            ProblemError: if that cannot be told.
        """
        found = self._asker.json("GET", "/situations", {})
        return tuple(situation_of(each) for each in found["situations"])

    def situation(self, name: str) -> "Situation":
        """A situation, by what addresses call it; nothing is asked yet."""
        return Situation(self._asker, name)


class Situation:
    """A situation of a server.

    Args:
        asker: the connection.
        name: what addresses call it.
    """

    def __init__(self, asker: Asker, name: str) -> None:
        self._asker = asker
        self._home = f"/situations/{quote(name, safe='')}"

    def told(self) -> SituationTold:
        """What is told of it.

        Raises:
            ProblemError: if there is none, or none for whoever asks.
        """
        return situation_of(self._asker.json("GET", self._home, {}))

    def look(self, view: str, **asked: Asked) -> Looked:
        """What a view shows; what takes long is waited for.

        Args:
            view: its name; the server's `/api/v1/docs` lists them.
            asked: what is asked of it, `as_of` first of all.

        Raises:
            ProblemError: if it cannot be shown.
        """
        plain = {name: _plain(value) for name, value in asked.items()}
        return looked_of(self._asker.json("GET", f"{self._home}/views/{_part(view)}", plain))

    def each_page(self, view: str, **asked: Asked) -> Iterator[Looked]:
        """The pages of a list, one after the other, all as of the instant of the first.

        Raises:
            ProblemError: if one cannot be shown.
        """
        page = self.look(view, **asked)
        yield page
        while page.next is not None:
            page = self.look(view, **{**asked, "cursor": page.next})
            yield page

    def claims(self, q: str = "", **asked: Asked) -> Iterator[FoundClaim]:
        """Claims, or with `kind="reports"` reports: best first, or the newest where `q` is empty.

        Raises:
            ProblemError: if they cannot be shown.
        """
        for page in self.each_page("claims", q=q, **asked):
            yield from map(claim_of, page.record["hits"])

    def figures(self, **asked: Asked) -> tuple[TrackTold, ...]:
        """Contested figures over time; `look("track", key=…)` gives every value of one.

        Raises:
            ProblemError: if they cannot be shown.
        """
        return tuple(track_of(each) for each in self.look("tracks", **asked).record["tracks"])

    def do(self, action: str, *, key: str = "", **said: Any) -> Done:  # noqa: ANN401 - any JSON
        """Do something; a request that is sent again is done once.

        Args:
            action: its name; the server's `/api/v1/docs` lists them.
            key: words of your own that name this request, made up where not given.
            said: what is said, as JSON values; a file as `client.file_said` makes it.

        Raises:
            ProblemError: if it cannot be done.
        """
        headers = {"Idempotency-Key": key or secrets.token_hex(16)}
        path = f"{self._home}/actions/{_part(action)}"
        plain = {name: _plain(value) for name, value in said.items()}
        return done_of(self._asker.json("POST", path, plain, headers=headers)["record"])

    def undo(self, done: Done | str, why: str = "") -> Done:
        """Take a decision back.

        Raises:
            ProblemError: if it cannot be taken back.
        """
        decision = done.decision if isinstance(done, Done) else done
        return self.do("undo", decision=decision or "", why=why)

    def file(self, name: str, **asked: Asked) -> bytes:
        """The bytes of a file.

        Raises:
            ProblemError: if it cannot be had.
        """
        plain = {key: _plain(value) for key, value in asked.items()}
        return self._asker.content(f"{self._home}/files/{_part(name)}", plain)


def file_said(name: str, content: bytes) -> Record:
    """A file as an action takes it.

    >>> file_said("a.txt", b"troops")["content_base64"]
    'dHJvb3Bz'
    """
    return {"name": name, "content_base64": b64encode(content).decode()}


def _part(name: str) -> str:
    return quote(name, safe="")


def _plain(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, datetime):
        return value.isoformat()
    return value
