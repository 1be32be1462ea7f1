"""Who asks, on a request: what the doors read from it and what they check before a change.

The server's middleware puts there `request.state.visit`, and beside it `principal`, `session` and
`accounts`.
"""

from dataclasses import dataclass

from starlette.requests import Request

from watchword.access.accounts import Accounts
from watchword.access.cookies import COOKIE
from watchword.access.forms import Forms
from watchword.errors import DeniedError, SignInError
from watchword.model.person import Session
from watchword.model.principal import Principal, Right

HEADER = "x-csrf-token"
FIELD = "csrf_token"
NOBODY = Principal(name="", via="")
"""Who asks for the sign-in page."""
_UNCHANGING = frozenset({"GET", "HEAD", "OPTIONS"})
_FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
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


def visit_of(request: Request) -> Visit:
    """The visit that a request is."""
    found: Visit = request.state.visit
    return found


def csrf_token(request: Request) -> str:
    """A token for one form; each form on a page gets its own."""
    visit = visit_of(request)
    return visit.forms.issue(visit.owner)


def script_token(request: Request) -> str:
    """A token for the page's scripts, which send it in the header `X-CSRF-Token`."""
    visit = visit_of(request)
    return visit.forms.issue_for_script(visit.owner)


def check_csrf(request: Request, given: str, *, in_header: bool = False) -> None:
    """See that a change was asked for on a page of ours; a request with a token needs no form.

    Raises:
        DeniedError: if it was not, or the form was sent before.
    """
    visit = visit_of(request)
    if visit.principal.via != "token":
        visit.forms.check(given, visit.owner, in_header=in_header)


async def require_csrf(request: Request) -> None:
    """A dependency for a whole application: nothing changes without a form's token.

    It is looked for in the header `X-CSRF-Token`, then in the form's field `csrf_token`.

    Raises:
        DeniedError: if it is missing, or no good.
    """
    if request.method in _UNCHANGING or visit_of(request).principal.via == "token":
        return
    in_header = request.headers.get(HEADER, "")
    given = in_header or await _field(request)
    check_csrf(request, given, in_header=bool(in_header))


def check_right(principal: Principal, right: Right, situation: str) -> None:
    """See that somebody may do something in a situation.

    Raises:
        SignInError: if nobody is known to ask.
        DeniedError: if they may not; a situation that they may not even read is said not to be.
    """
    if principal.may(right, situation):
        return
    if not principal.name:
        raise SignInError("sign in first")
    if not principal.may(Right.READ, situation):
        raise DeniedError("there is no such situation", key=situation)
    raise DeniedError(f"this needs the right to {right.value}", key=situation)


async def _field(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith(_FORM_TYPES):
        return ""
    form = await request.form()
    given = form.get(FIELD, "")
    return given if isinstance(given, str) else ""
