"""How often the server may be asked, by each person and from each address."""

from starlette.types import ASGIApp, Receive, Scope, Send

from watchword.access.limits import Limiter, Rate
from watchword.model.principal import Principal
from watchword.serve.answers import refuse_for_a_while
from watchword.serve.visitors import SIGN_IN

A_PERSON = Rate(a_second=20, at_once=200)
"""A page with all its parts takes a dozen; nobody turns two a second."""
AN_ADDRESS = Rate(a_second=5, at_once=100)
"""Of those who are not signed in: the sign-in page with its parts, for an office behind one."""
A_SIGN_IN = Rate(a_second=0.5, at_once=15)
_STATIC = "/static/"


class RateLimit:
    """Refuses who asks too often; the one user of a machine is not counted.

    Args:
        app: what answers.
        a_person: the pace of somebody who is known.
        an_address: the pace of an address that nobody is known at.
        a_sign_in: the pace of signing in from an address.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        a_person: Rate = A_PERSON,
        an_address: Rate = AN_ADDRESS,
        a_sign_in: Rate = A_SIGN_IN,
    ) -> None:
        self._app = app
        self._people = Limiter(a_person)
        self._addresses = Limiter(an_address)
        self._signing_in = Limiter(a_sign_in)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        wait = self._wait(scope) if scope["type"] == "http" else 0.0
        if wait > 0:
            await refuse_for_a_while(send, wait)
        else:
            await self._app(scope, receive, send)

    def _wait(self, scope: Scope) -> float:
        who: Principal | None = scope.get("state", {}).get("principal")
        address = str((scope.get("client") or ("",))[0])
        if scope["method"] == "POST" and scope["path"].startswith(SIGN_IN):
            return self._signing_in.wait(address)
        if (who and who.via == "loopback") or scope["path"].startswith(_STATIC):
            return 0.0
        return self._people.wait(who.name) if who and who.name else self._addresses.wait(address)
