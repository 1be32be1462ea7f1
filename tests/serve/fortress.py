"""A real server with accounts and two situations, and raw requests that no client would send."""

import http.client
import json
import re
import shutil
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from argon2 import PasswordHasher
from tests.conftest import PATIENCE_S, serving

from watchword.access.accounts import Accounts, create_accounts
from watchword.access.limits import Rate
from watchword.access.oidc import Provider
from watchword.access.passwords import Hashing
from watchword.access.people import NewPerson, add_person
from watchword.access.tokens import TokenWish, make_token, revoke_token
from watchword.config import Settings
from watchword.desk.desk import Desk, open_situations
from watchword.desk.working import WorkerHere
from watchword.model.principal import EVERYWHERE, Membership, Principal, Right, Role
from watchword.serve.app import create_app
from watchword.serve.safety import Safety
from watchword.store.opening import title_of
from watchword.workbench import Workbench

PASSWORD = "seven herons on a quiet river"  # noqa: S105 - of a test
TERMINAL = Principal(name="root", via="terminal")
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PEOPLE = {
    "ana": (EVERYWHERE, Role.OWNER),
    "ben": ("troops", Role.ANALYST),
    "rita": ("troops", Role.READER),
}
_WIDE = Rate(a_second=10_000, at_once=100_000)
_CSRF = re.compile(r'name="csrf" (?:value|content)="([^"]+)"')
HOSTILE_TITLE = (
    "<script>alert(1)</script> {{ 7 * 7 }} ${7*7} =cmd|' /C calc'!A0 "
    '<img src=x onerror=alert(2)> "><svg onload=alert(3)>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    cookies: Sequence[str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fortress:
    """The server."""

    address: str
    accounts: Accounts
    tokens: Mapping[str, str]
    clock: "Clock"
    folder: Path
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        path: str,
        headers: Sequence[tuple[str, str]] = (),
        body: bytes | None = None,
    ) -> Heard:
        """Send a request as it is given; the path is not made proper."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        names = {name.lower() for name, _ in headers}
        connection.putrequest(method, path, skip_host="host" in names, skip_accept_encoding=True)
        for name, value in headers:
            connection.putheader(name, value)
        if body is not None and not {"content-length", "transfer-encoding"} & names:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        told = answer.read().decode("utf-8", "replace")
        connection.close()
        return Heard(
            status=answer.status,
            headers={name.lower(): value for name, value in answer.getheaders()},
            cookies=[value for name, value in answer.getheaders() if name.lower() == "set-cookie"],
            body=told,
        )

    def fetch(self, path: str, headers: Sequence[tuple[str, str]]) -> tuple[int, bytes]:
        """Download a file."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, content

    def raw(self, sent: bytes) -> str:
        """Send bytes, and give what comes back."""
        parts = urlsplit(self.address)
        with socket.create_connection((parts.hostname or "", parts.port or 0), 20) as line:
            line.sendall(sent)
            line.settimeout(20)
            heard = b""
            while b"\r\n\r\n" not in heard:
                part = line.recv(65_536)
                if not part:
                    break
                heard += part
        return heard.decode("latin-1")

    def sign_in(self, name: str, password: str = PASSWORD, *, left: str = "") -> Heard:
        """Sign in as a browser does."""
        cookie = [("Cookie", left)] if left else []
        page = self.ask("GET", "/sign-in", cookie)
        form = {"csrf": csrf_in(page.body), "name": name, "password": password, "next": "/"}
        return self.send_form("/sign-in", form, cookie)

    def cookie_of(self, name: str) -> str:
        """The cookie of somebody who is signed in."""
        if name not in self.cookies:
            self.cookies[name] = cookie_in(self.sign_in(name))
        return self.cookies[name]

    def csrf_of(self, cookie: str) -> str:
        """The token of a form of somebody who is signed in."""
        return csrf_in(self.ask("GET", "/account", [("Cookie", cookie)]).body)

    def send_form(
        self, path: str, form: Mapping[str, str], headers: Sequence[tuple[str, str]] = ()
    ) -> Heard:
        """Send a form as a browser does, from a page of the server unless told otherwise."""
        own = {"Origin": self.address, "Sec-Fetch-Site": "same-origin"}
        own["Content-Type"] = "application/x-www-form-urlencoded"
        given = {name for name, _ in headers}
        added = [(name, value) for name, value in own.items() if name not in given]
        return self.ask("POST", path, [*added, *headers], urlencode(form).encode())


class Clock:
    """The machine's clock, that can be put forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        """The time."""
        return datetime.now(UTC) + self.ahead


def csrf_in(page: str) -> str:
    """The token of a page's first form."""
    found = _CSRF.search(page)
    assert found is not None, page[:500]
    return found[1]


def cookie_in(heard: Heard) -> str:
    """The session's cookie, as it is sent back."""
    (made,) = [each for each in heard.cookies if each.startswith("watchword=")]
    return made.partition(";")[0]


@contextmanager
def fortress(
    folder: Path,
    record: Path,
    settings: Settings,
    *,
    safety: Safety | None = None,
    provider: Provider | None = None,
) -> Iterator[Fortress]:
    """Serve the example and a sealed situation, to Ana, Ben and Rita."""
    clock = Clock()
    made = create_accounts(str(folder / "accounts.watchword"), now=clock)
    accounts = replace(made, hashing=Hashing(CHEAP))
    tokens = _let_in(accounts, clock)
    desk = _desk(folder, record, settings)
    wide = Safety(accounts=accounts, a_person=_WIDE, an_address=_WIDE, a_sign_in=_WIDE)
    guard = replace(safety, accounts=accounts) if safety else wide
    with serving(create_app(desk, guard, provider)) as address:
        yield Fortress(
            address=address, accounts=accounts, tokens=tokens, clock=clock, folder=folder
        )
    accounts.close()


def hostile_report(folder: Path) -> Path:
    """A report whose title and text try everything."""
    file = folder / "hostile.jsonl"
    told = (
        f"{HOSTILE_TITLE}. North Korea has sent 4,321 troops to Russia,"
        " an official of the ministry said on Friday."
    )
    row = {
        "id": "hostile-1",
        "outlet": "Evil <b>Gazette</b>",
        "title": HOSTILE_TITLE,
        "date": "2024-10-25",
        "text": told,
        "url": "javascript:alert(4)",
    }
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return file


def _let_in(accounts: Accounts, clock: Clock) -> dict[str, str]:
    for name, (situation, role) in PEOPLE.items():
        membership = Membership(situation=situation, role=role)
        new = NewPerson(name=name, memberships=(membership,), password=PASSWORD)
        add_person(accounts, TERMINAL, new)
    wishes = {
        "of ben to read": TokenWish(person="ben"),
        "of ben to decide": TokenWish(person="ben", scopes=(Right.READ, Right.DECIDE)),
        "of rita to decide": TokenWish(person="rita", scopes=tuple(Right)),
        "of ana to manage": TokenWish(person="ana", scopes=tuple(Right)),
        "revoked": TokenWish(person="ana"),
    }
    made = {name: make_token(accounts, TERMINAL, wish) for name, wish in wishes.items()}
    clock.ahead = -timedelta(hours=2)
    ended = TokenWish(person="ana", expires_at=clock() + timedelta(hours=1))
    made["expired"] = make_token(accounts, TERMINAL, ended)
    clock.ahead = timedelta()
    revoke_token(accounts, TERMINAL, made["revoked"][1].key)
    return {name: words for name, (words, _) in made.items()}


def _desk(folder: Path, record: Path, settings: Settings) -> Desk:
    troops, sealed = folder / "troops.watchword", folder / "sealed.watchword"
    shutil.copy(record, troops)
    with Workbench.open(str(troops), settings) as bench:
        bench.collect([str(hostile_report(folder))])
        bench.work()
    with Workbench.create(str(sealed), settings, title="Sealed matter"):
        pass
    places = {"troops": str(troops), "sealed": str(sealed)}
    opened = open_situations(places, settings, lambda bench: title_of(bench.store))
    return Desk(opened, WorkerHere(settings), settings, patience_s=PATIENCE_S)
