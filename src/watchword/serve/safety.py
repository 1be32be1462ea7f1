"""All that stands between the network and the doors, in its order, added to an application at once.

From without to within: log, headers, hosts, bodies, pages of other sites, who it is, how often.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from starlette.types import ASGIApp

from watchword.access.accounts import Accounts
from watchword.access.cookies import COOKIE, COOKIE_BEHIND_TLS
from watchword.access.forms import forms_in_memory, forms_of
from watchword.access.limits import Limiter, Rate
from watchword.errors import RefusedError
from watchword.model.principal import Principal, whoever_is_here
from watchword.serve.bodies import MOST_BYTES, UPLOADS, BodyLimit
from watchword.serve.headers import SecurityHeaders
from watchword.serve.hosts import LOOPBACK, KnownHosts, is_loopback
from watchword.serve.origins import OwnPages
from watchword.serve.rates import A_PERSON, A_SIGN_IN, AN_ADDRESS, RateLimit
from watchword.serve.request_log import RequestLog
from watchword.serve.trail import AuditTrail
from watchword.serve.visitors import OPEN, Entrance, Visitors


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """How a server is guarded.

    Attributes:
        accounts: the record of accounts; None for one person at their own machine.
        user: the name of that person.
        hosts: names that the server may be asked for by, without ports.
        is_behind_tls: whether people reach it by https alone.
        most_bytes: bytes of a body.
        larger: bytes of bodies at addresses that end so, for uploads.
        open: addresses that nobody has to sign in for.
        a_person: how often somebody may ask.
        an_address: how often may be asked from an address that nobody is known at.
        a_sign_in: how often may be tried to sign in from an address.
    """

    accounts: Accounts | None = None
    user: str = ""
    hosts: Collection[str] = LOOPBACK
    is_behind_tls: bool = False
    most_bytes: int = MOST_BYTES
    larger: Mapping[str, int] = field(default_factory=lambda: dict(UPLOADS))
    open: Collection[str] = OPEN
    a_person: Rate = A_PERSON
    an_address: Rate = AN_ADDRESS
    a_sign_in: Rate = A_SIGN_IN

    @property
    def cookie(self) -> str:
        """The name of the cookie that a session is kept in."""
        return COOKIE_BEHIND_TLS if self.is_behind_tls else COOKIE


def guarded(app: ASGIApp, safety: Safety) -> ASGIApp:
    """An application behind everything that guards it."""
    accounts = safety.accounts
    entrance = Entrance(
        accounts=accounts,
        forms=forms_of(accounts) if accounts else forms_in_memory(_machine_time),
        here=_here(safety),
        cookie=safety.cookie,
        open=safety.open,
    )
    within: ASGIApp = RateLimit(
        AuditTrail(app, accounts=accounts),
        a_person=safety.a_person,
        an_address=safety.an_address,
        a_sign_in=safety.a_sign_in,
    )
    within = Visitors(within, entrance=entrance, strangers=Limiter(safety.an_address))
    within = OwnPages(within)
    within = BodyLimit(within, most=safety.most_bytes, larger=safety.larger)
    within = KnownHosts(within, hosts=safety.hosts)
    within = SecurityHeaders(within, is_behind_tls=safety.is_behind_tls)
    return RequestLog(within)


def check_reach(host: str, accounts: Accounts | None) -> None:
    """See that a server without accounts can be reached from its own machine alone.

    Args:
        host: what it is to listen on.
        accounts: the record of accounts, None without any.

    Raises:
        RefusedError: if others could reach it.
    """
    if accounts is None and not is_loopback(host):
        raise RefusedError(
            "others could reach this server, and it has no accounts",
            key=host,
            mend="make one first: watchword people add NAME --role owner",
        )


def _machine_time() -> datetime:
    return datetime.now(UTC)


def _here(safety: Safety) -> Principal:
    return whoever_is_here(safety.user or "somebody at this machine")
