"""Requests to a server: sent again where that helps, with everything that goes wrong as an error.

Invariant: a token goes to no other host than the one that it was given for, and over an open
connection to this machine alone.
"""

import ipaddress
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx2

from watchword.errors import ProblemError, RefusedError

API = "/api/v1"
_AGAIN = frozenset({429, 503})
_WORKING = 202
_LONGEST_WAIT_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a client bears with a server.

    Attributes:
        timeout_s: seconds for one answer.
        retries: how often a request is sent again that was put off or got no answer.
        working_s: seconds that a view may be worked out for.
        sleep: waits for some seconds.
    """

    timeout_s: float = 30.0
    retries: int = 4
    working_s: float = 300.0
    sleep: Callable[[float], None] = time.sleep


class Asker:
    """A connection to a server.

    Args:
        address: where it is, "https://watch.example".
        token: of the one who asks; empty on the machine itself.
        patience: how long to bear with it.

    Raises:
        RefusedError: if a token would travel open to another machine.
    """

    def __init__(self, address: str, token: str, patience: Patience) -> None:
        if token and not _is_sealed(address):
            raise RefusedError(
                "a token is not sent over an open connection", key=address, mend="use https://"
            )
        self._patience = patience
        self._client = httpx2.Client(
            base_url=address.rstrip("/") + API,
            headers={"Accept": "application/json"}
            | ({"Authorization": f"Bearer {token}"} if token else {}),
            timeout=patience.timeout_s,
            follow_redirects=False,
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def json(
        self,
        method: str,
        path: str,
        asked: Mapping[str, Any],
        *,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """What a server answers.

        Args:
            method: GET or POST.
            path: below the API's address.
            asked: behind the question mark of a GET, in the body of a POST.
            headers: further ones.

        Raises:
            ProblemError: if it cannot be done, or there is no answer.
        """
        body = self._answer(method, path, asked, headers or {}).json()
        if not isinstance(body, dict):
            raise ProblemError("this is no answer of a Watchword server", key=path)
        return body

    def content(self, path: str, asked: Mapping[str, Any]) -> bytes:
        """A file.

        Raises:
            ProblemError: if it cannot be had, or there is no answer.
        """
        return self._answer("GET", path, asked, {"Accept": "*/*"}).content

    def _answer(
        self, method: str, path: str, asked: Mapping[str, Any], headers: Mapping[str, str]
    ) -> httpx2.Response:
        waited, tries = 0.0, 0
        while True:
            answer = self._sent(method, path, asked, headers)
            status = answer.status_code if answer is not None else 503
            wait_s = _wait_of(answer, tries)
            if status == _WORKING and waited < self._patience.working_s:
                waited += wait_s
            elif status in _AGAIN and tries < self._patience.retries:
                tries += 1
            elif answer is None:
                raise ProblemError("the server does not answer", key=path)
            else:
                return _checked(answer, path)
            self._patience.sleep(wait_s)

    def _sent(
        self, method: str, path: str, asked: Mapping[str, Any], headers: Mapping[str, str]
    ) -> httpx2.Response | None:
        """The answer to one request, None where there was none."""
        given = {name: value for name, value in asked.items() if value is not None}
        told: dict[str, Any] = {"json": given} if method == "POST" else {"params": given}
        try:
            return self._client.request(method, path, headers=dict(headers), **told)
        except httpx2.TransportError:
            return None


def _checked(answer: httpx2.Response, path: str) -> httpx2.Response:
    """An answer that is none of an error.

    Raises:
        ProblemError: if it is one.
    """
    if answer.status_code == 200:
        return answer
    problem = _problem_of(answer)
    raise ProblemError(
        str(problem.get("detail") or f"the server answered {answer.status_code}"),
        key=str(problem.get("key") or path),
        mend=str(problem.get("mend") or ""),
        status=answer.status_code,
        kind=str(problem.get("type") or ""),
    )


def _problem_of(answer: httpx2.Response) -> Mapping[str, Any]:
    if "json" not in answer.headers.get("content-type", ""):
        return {}
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _wait_of(answer: httpx2.Response | None, tries: int) -> float:
    """Seconds until the next request: as the server says, else longer each time, and by chance.

    Many clients that were put off at once do not come back at once.
    """
    said = answer.headers.get("retry-after", "") if answer is not None else ""
    if said.isdecimal():
        return min(float(said), _LONGEST_WAIT_S)
    spread = random.uniform(0.5, 1.0)  # noqa: S311 - not a secret
    return float(min(2.0**tries * spread, _LONGEST_WAIT_S))


def _is_sealed(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme == "https" or parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
