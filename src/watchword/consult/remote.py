"""A language model behind an address, asked within bounds of time, size and patience.

What a server says, fails to say or says for ever costs one answer, never the work. Redirects are
not followed: what is asked goes where the user said. No error repeats what a server sent.
"""

import socket
from collections.abc import Callable
from time import sleep

import httpcore2
import httpx2

from watchword import __version__
from watchword.consult.endpoint import Endpoint, check_endpoint, sealed_unless_private
from watchword.consult.envelope import body_of, text_in
from watchword.errors import RefusedError, UnansweredError, UnreadableError
from watchword.model.inquiry import Answer, Inquiry, request_key
from watchword.net.addresses import Resolve
from watchword.net.connection import CheckedTransport, Deadline

PAUSES_S = (1.0, 4.0)
"""Seconds before the second and the third attempt, where a server is busy or fails."""
LONGEST_PAUSE_S = 30.0
"""A server that asks for more patience than this is not asked again."""
_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
_NOT_UNDERSTOOD = frozenset((400, 404, 415, 422))
_KEY_REFUSED = frozenset((401, 403))


class RemoteModel:
    """Asks a model behind an address.

    Args:
        endpoint: where it is.
        resolve: resolves names.
        wait: waits for some seconds.

    Raises:
        SettingsError: if the endpoint cannot be asked.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        resolve: Resolve = socket.getaddrinfo,
        wait: Callable[[float], None] = sleep,
    ) -> None:
        check_endpoint(endpoint)
        self._endpoint = endpoint
        self._resolve = sealed_unless_private(endpoint.address, resolve)
        self._wait = wait
        self._tls = httpcore2.default_ssl_context()
        self._takes_schema = True

    @property
    def name(self) -> str:
        """The model's name."""
        return self._endpoint.model

    def answer(self, inquiry: Inquiry) -> Answer:
        """Ask, and ask again where the server is busy, a few times.

        Raises:
            UnansweredError: if there is no answer in the end.
        """
        request = request_key(self.name, inquiry)
        for pause in (*PAUSES_S, None):
            status, body, asked_for = self._ask(inquiry)
            if status == 200:
                return Answer(request=request, model=self.name, text=self._read(body))
            longest = max(pause or 0.0, asked_for)
            if status not in _BUSY or pause is None or longest > LONGEST_PAUSE_S:
                raise UnansweredError(_told(status), key=self._endpoint.address)
            self._wait(longest)
        raise UnansweredError("it is busy", key=self._endpoint.address)

    def _read(self, body: bytes) -> str:
        try:
            return text_in(body)
        except UnansweredError as error:
            raise UnansweredError(str(error.args[0]), key=self._endpoint.address) from error

    def _ask(self, inquiry: Inquiry) -> tuple[int, bytes, float]:
        """One attempt; a server that does not know the form of answers is asked without it."""
        outcome = self._sent(body_of(self.name, inquiry, with_schema=self._takes_schema))
        if outcome[0] in _NOT_UNDERSTOOD and self._takes_schema:
            outcome = self._sent(body_of(self.name, inquiry, with_schema=False))
            self._takes_schema = outcome[0] != 200
        return outcome

    def _sent(self, body: bytes) -> tuple[int, bytes, float]:
        """The status, the body, and the seconds that the server asks to wait."""
        address = self._endpoint.completions
        transport = CheckedTransport(
            Deadline(self._endpoint.timeout_s),
            allow_private=True,  # the user named this address, and no redirect is followed
            resolve=self._resolve,
            tls=self._tls,
        )
        try:
            with (
                httpx2.Client(transport=transport, trust_env=False) as client,
                client.stream("POST", address, content=body, headers=self._headers()) as answer,
            ):
                content = self._taken(answer) if answer.status_code == 200 else b""
                return answer.status_code, content, _seconds(answer.headers.get("retry-after", ""))
        except (UnreadableError, RefusedError) as error:
            raise UnansweredError(str(error.args[0]), key=self._endpoint.address) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError) as error:
            raise UnansweredError("no proper answer", key=self._endpoint.address) from error

    def _taken(self, answer: httpx2.Response) -> bytes:
        if answer.headers.get("content-encoding", "identity") != "identity":
            raise UnreadableError("the answer is packed, which was not asked for")
        taken = bytearray()
        for part in answer.iter_raw():
            taken += part
            if len(taken) > self._endpoint.max_bytes:
                raise UnreadableError(
                    f"the answer is longer than {self._endpoint.max_bytes:,} bytes"
                )
        return bytes(taken)

    def _headers(self) -> dict[str, str]:
        headers = {
            "content-type": "application/json",
            "accept": "application/json",
            "accept-encoding": "identity",
            "user-agent": f"watchword/{__version__}",
        }
        if self._endpoint.key:
            headers["authorization"] = f"Bearer {self._endpoint.key}"
        return headers


def _told(status: int) -> str:
    if status in _KEY_REFUSED:
        return f"it refuses the key, or that there is none (status {status})"
    if 300 <= status < 400:
        return f"it leads elsewhere (status {status}), which is not followed"
    if status == 404:
        return "there is no such interface or model (status 404)"
    return f"it answers with status {status}"


def _seconds(words: str) -> float:
    """Of `Retry-After` in seconds; a date there, or nonsense, asks for nothing."""
    return float(words) if words.isascii() and words.isdigit() and len(words) < 7 else 0.0
