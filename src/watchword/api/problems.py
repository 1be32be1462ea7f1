"""What goes wrong, told to a program: problem details by RFC 9457.

Besides the members of the RFC a problem has `key`, what failed, and `mend`, how to put it right;
both are left out where there is nothing to say. Its `type` leads to the API's own page.
"""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from watchword.errors import (
    BusyError,
    ForbiddenError,
    MissingError,
    RefusedError,
    SettingsError,
    SignInError,
    StoreError,
    TooManyError,
    UnansweredError,
    WatchwordError,
)

MEDIA = "application/problem+json"
RETRY_S = 2
"""Seconds after which it is worth while to ask again."""
ROOT = "/api/v1"
"""Where the API begins on a server."""
_PAGE = f"{ROOT}/docs"
_STATUS: tuple[tuple[type[WatchwordError], int], ...] = (
    (MissingError, 404),
    (ForbiddenError, 403),
    (SignInError, 401),
    (TooManyError, 429),
    (SettingsError, 400),
    (StoreError, 503),
    (BusyError, 503),
    (UnansweredError, 502),
    (RefusedError, 409),
)
TITLES: Mapping[int, str] = {
    400: "That cannot be asked",
    401: "Sign in first",
    403: "You may not do this",
    404: "There is no such thing here",
    405: "That is not done at this address",
    406: "No answer in a form that you accept",
    409: "A rule forbids it",
    411: "The length of the body is not said",
    412: "The record has moved on",
    413: "That is too large",
    415: "The body is not in a form that is read",
    421: "This server is not known by that name",
    422: "That cannot be done as it stands",
    429: "Too many requests",
    500: "Something went wrong",
    502: "A server that was asked did not answer",
    503: "The record cannot be reached",
}
"""What each status means, in words; also the list of problems that the API's page explains."""


def status_of(error: WatchwordError) -> int:
    """The HTTP status that an error ends a request with."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 422)


def problem(
    request: Request, status: int, detail: str, *, key: str = "", mend: str = ""
) -> JSONResponse:
    """The answer that tells a problem.

    Args:
        request: what was asked.
        status: the HTTP status.
        detail: what is wrong.
        key: what failed.
        mend: how to put it right.
    """
    told: dict[str, object] = {
        "type": f"{_PAGE}#problem-{status}",
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    told |= {name: value for name, value in (("key", key), ("mend", mend)) if value}
    headers = {"Retry-After": str(RETRY_S)} if status in {429, 503} else None
    return JSONResponse(told, status, headers, media_type=MEDIA)


def tell_error(request: Request, error: Exception) -> JSONResponse:
    """The problem of an error that Watchword raised."""
    if not isinstance(error, WatchwordError):
        raise error
    told = str(error.args[0])
    return problem(request, status_of(error), told, key=error.key, mend=error.mend)


def tell_framework(request: Request, error: Exception) -> JSONResponse:
    """The problem of an address or a method that is none."""
    if not isinstance(error, HTTPException):
        raise error
    told = problem(request, error.status_code, _words(request, error))
    told.headers.update(error.headers or {})
    return told


def tell_fault(request: Request, _error: Exception) -> JSONResponse:
    """The problem of a fault of ours; what it was stands in the server's log alone."""
    return problem(request, 500, "the server has a fault; its log tells which")


def _words(request: Request, error: HTTPException) -> str:
    if error.status_code == 404:
        return "there is nothing at this address"
    if error.status_code == 405:
        return f"{request.method} is not done at this address"
    return str(error.detail)
