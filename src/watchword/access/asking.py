"""Who asks, on a request: what the doors read from it and what they check before a change.

The server's middleware puts there `request.state.visitor`, and beside it `principal`, `session` and
`accounts`.
"""

from dataclasses import dataclass

from starlette.requests import Request

from watchword.access.accounts import Accounts
from watchword.access.cookies import COOKIE
from watchword.access.forms import Forms
from watchword.model.person import Session
from watchword.model.principal import Principal

HEADER = "x-csrf-token"
FIELD = "csrf"
NOBODY = Principal(name="", via="")
"""Who asks for the sign-in page."""
_UNCHANGING = frozenset({"GET", "HEAD", "OPTIONS"})
_FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One request's who.

    Attributes:
        principal: who asks.
        session: the session that they ask in; None for a token, or without accounts.
        accounts: the record of accounts; None where there are none.
        forms: makes and checks the tokens of forms.
        cookie: name of the cookie that a session is kept in.
    """

    principal: Principal
    session: Session | None = None
    accounts: Accounts | None = None
    forms: Forms
    cookie: str = COOKIE

    @property
    def owner(self) -> str:
        """Whose forms these are."""
        return self.session.key if self.session else f"without session: {self.principal.via}"


def visitor_of(request: Request) -> Visitor:
    """The visit that a request is."""
    found: Visitor = request.state.visitor
    return found


def csrf_token(request: Request) -> str:
    """A token for one form; each form on a page gets its own."""
    visitor = visitor_of(request)
    return visitor.forms.issue(visitor.owner)


def script_token(request: Request) -> str:
    """A token for the page's scripts, which send it in the header `X-CSRF-Token`."""
    visitor = visitor_of(request)
    return visitor.forms.issue_for_script(visitor.owner)


def check_csrf(request: Request, given: str) -> None:
    """See that a change was asked for on a page of ours; a request with a token needs no form.

    Args:
        request: what asks for it.
        given: the form's token; where it is empty, the header `X-CSRF-Token` is looked at.

    Raises:
        ForbiddenError: if it was not, or the form was sent before.
    """
    visitor = visitor_of(request)
    if visitor.principal.via != "token":
        visitor.forms.check(given or request.headers.get(HEADER, ""), visitor.owner)


async def require_csrf(request: Request) -> None:
    """A dependency for a whole application: nothing changes without a form's token.

    It is looked for in the header `X-CSRF-Token`, then in the form's field `csrf`.

    Raises:
        ForbiddenError: if it is missing, or no good.
    """
    if request.method in _UNCHANGING or visitor_of(request).principal.via == "token":
        return
    in_header = request.headers.get(HEADER, "")
    check_csrf(request, in_header or await _field(request))


async def _field(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith(_FORM_TYPES):
        return ""
    form = await request.form()
    given = form.get(FIELD, "")
    return given if isinstance(given, str) else ""
