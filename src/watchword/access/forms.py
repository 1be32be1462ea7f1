"""Tokens in forms, so that what changes something was asked for on a page of ours, and once.

A form's token is bound to a session, holds for half a day and is used once: a form that is sent
again is refused. A page's script has one that it uses often.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from threading import Lock

from itsdangerous import BadData, URLSafeSerializer

from watchword.access.accounts import Accounts
from watchword.errors import ForbiddenError
from watchword.store.columns import instant, microseconds
from watchword.store.entrance import use_form

HOLDS = timedelta(hours=12)
_ONCE, _OFTEN = "form", "script"
_MOST_KEPT = 100_000
_MOST_LETTERS = 400
_MEND = "load the page again and repeat what you did"

Use = Callable[[str, datetime], bool]
"""Notes that a token, named by its hash, was used, until when to remember it; False at a repeat."""


class Forms:
    """Makes and checks the tokens of forms.

    Args:
        secret: what signs them.
        use: remembers those that were used.
        now: tells the time.
    """

    def __init__(self, secret: bytes, *, use: Use, now: Callable[[], datetime]) -> None:
        self._signer = URLSafeSerializer(secret, salt="watchword forms")
        self._use = use
        self._now = now

    def issue(self, owner: str) -> str:
        """A token for one form.

        Args:
            owner: whose form it is: the key of a session, or a word for those without.
        """
        return self._made(_ONCE, owner)

    def issue_for_script(self, owner: str) -> str:
        """A token for a page's script, to be sent in the header `X-CSRF-Token`."""
        return self._made(_OFTEN, owner)

    def check(self, given: str, owner: str) -> None:
        """See that a token was made here, for this owner, not long ago, and was not used.

        Args:
            given: the token.
            owner: who sent it.

        Raises:
            ForbiddenError: if it was not.
        """
        sort, whose, made_at = self._read(given)
        if sort not in {_ONCE, _OFTEN} or whose != _short(owner):
            raise ForbiddenError("the form is not one of yours", mend=_MEND)
        until = made_at + HOLDS
        if not made_at <= self._now() + timedelta(minutes=1) <= until + timedelta(minutes=1):
            raise ForbiddenError("the form is too old", mend=_MEND)
        if sort == _ONCE and not self._use(sha256(given.encode()).hexdigest(), until):
            raise ForbiddenError("the form was sent already", mend=_MEND)

    def _made(self, sort: str, owner: str) -> str:
        made = [sort, _short(owner), microseconds(self._now()), secrets.token_urlsafe(12)]
        return str(self._signer.dumps(made))

    def _read(self, given: str) -> tuple[str, str, datetime]:
        try:
            sort, whose, made_at, _nonce = self._signer.loads(given[:_MOST_LETTERS])
            return str(sort), str(whose), instant(int(made_at))
        except (BadData, ValueError, TypeError, OverflowError) as error:
            raise ForbiddenError("the form is not one of this server", mend=_MEND) from error


class UsedForms:
    """Remembers used tokens in memory, for the one user of a machine; the oldest go first."""

    def __init__(self) -> None:
        self._used: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    def __call__(self, key: str, _until: datetime) -> bool:
        """Note that a token was used; False where it was used before."""
        with self._lock:
            if key in self._used:
                return False
            self._used[key] = None
            if len(self._used) > _MOST_KEPT:
                self._used.popitem(last=False)
            return True


def forms_of(accounts: Accounts) -> Forms:
    """The forms of a server with accounts; processes that share the record share its memory."""

    def use(key: str, until: datetime) -> bool:
        with accounts.store.writing() as writing:
            return use_form(writing, key, until)

    return Forms(accounts.secret, use=use, now=accounts.store.now)


def forms_in_memory(now: Callable[[], datetime]) -> Forms:
    """The forms of one process for one user, which end with it."""
    return Forms(secrets.token_bytes(32), use=UsedForms(), now=now)


def _short(owner: str) -> str:
    return sha256(owner.encode()).hexdigest()[:32]
