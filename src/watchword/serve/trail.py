"""What people do on a server, written down: changes, downloads, and what was refused."""

from collections.abc import Collection

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from watchword.access.accounts import Accounts, audit
from watchword.model.audit_entry import Outcome
from watchword.model.principal import Principal

_UNCHANGING = frozenset({"GET", "HEAD", "OPTIONS"})
_HANDED_OUT = ("/files/", "/export")
"""Parts of addresses whose reading is a deed of its own: something leaves the server."""
_TELL_THEMSELVES = ("/sign-in", "/account", "/people")
"""Addresses whose deeds are written down where they are done, with what they were done to."""
_MOST_LETTERS = 300
_FORBIDDEN = 403
_REFUSED = 400


class AuditTrail:
    """Writes a row for each deed of somebody who is known.

    Args:
        app: what answers.
        accounts: where it is written; None where there are no accounts.
        handed_out: parts of addresses whose reading is written down, too.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        accounts: Accounts | None,
        handed_out: Collection[str] = _HANDED_OUT,
    ) -> None:
        self._app = app
        self._accounts = accounts
        self._handed_out = handed_out

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, once the deed is written down."""
        who: Principal | None = scope.get("state", {}).get("principal")
        if scope["type"] != "http" or self._accounts is None or not (who and who.name):
            await self._app(scope, receive, send)
            return
        accounts = self._accounts

        async def send_written(message: Message) -> None:
            if message["type"] == "http.response.start":
                outcome = self._outcome_of(scope, message["status"])
                if outcome is not None:
                    path = scope["path"][:_MOST_LETTERS]
                    await run_in_threadpool(audit, accounts, who, scope["method"], path, outcome)
            await send(message)

        await self._app(scope, receive, send_written)

    def _outcome_of(self, scope: Scope, status: int) -> Outcome | None:
        """What is written of an answer; None where nothing is."""
        path = scope["path"]
        is_deed = scope["method"] not in _UNCHANGING or any(
            part in path for part in self._handed_out
        )
        if status == _FORBIDDEN or (is_deed and status >= _REFUSED):
            return Outcome.REFUSED
        return Outcome.DONE if is_deed and not path.startswith(_TELL_THEMSELVES) else None
