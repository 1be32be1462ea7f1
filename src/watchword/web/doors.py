"""What the pages need of the server that they stand in."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """How forms are kept safe.

    Attributes:
        token: gives the token that one form of a page carries, which is used once.
        script: gives the token that a page's scripts send, in the header `X-CSRF-Token`.
        check: raises `ForbiddenError` where a request's form has not the right one.
    """

    token: Callable[[Request], str]
    script: Callable[[Request], str]
    check: Callable[[Request, str], None]
