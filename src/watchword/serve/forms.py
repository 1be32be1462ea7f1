"""Tokens that forms carry, so that no other site can send them for whoever is signed in."""

import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request

from watchword.errors import ForbiddenError
from watchword.web.doors import Guard

_HOURS_12 = 12 * 3_600


def guard_forms(secret: str | None = None) -> Guard:
    """A guard whose tokens are signed, for whoever they were made, and hold half a day."""
    signer = URLSafeTimedSerializer(secret or secrets.token_hex(32), salt="form")

    def token(request: Request) -> str:
        return signer.dumps(request.state.principal.name)

    def check(request: Request, given: str) -> None:
        try:
            name = signer.loads(given, max_age=_HOURS_12)
        except BadSignature as error:
            raise ForbiddenError("the form is not from this page", mend="load it anew") from error
        if name != request.state.principal.name:
            raise ForbiddenError("the form is not yours", mend="load the page anew")

    return Guard(token=token, check=check)
