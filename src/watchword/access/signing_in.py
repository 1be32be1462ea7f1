"""Signing in with a name and a password: at an even pace, saying nothing of what was wrong.

Failures are counted before a password is looked at, so that many tries at once count as many. A
name from one place, a place, and a name from anywhere are counted apart; each must wait longer
after every failure beyond its allowance, as NIST SP 800-63B, 5.2.2 asks.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil

from watchword.access.accounts import Accounts, note
from watchword.access.sessions import SignedIn, begin_session
from watchword.errors import SignInError, TooManyError
from watchword.model.audit_entry import Outcome
from watchword.model.person import Person
from watchword.model.principal import Principal
from watchword.store import View, Writing
from watchword.store.accounts import each_person, find_hash, set_hash
from watchword.store.entrance import Attempts, find_attempts, forget_attempts, set_attempts

LONGEST_WAIT = timedelta(minutes=15)
_ALLOWED = {"pair": 5, "address": 20, "name": 50}
"""Failures in a row before waits begin."""
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What was typed at the door.

    Attributes:
        name: the name.
        password: the password.
        address: IP address that it came from.
        left: the cookie that the browser had, empty without.
    """

    name: str
    password: str
    address: str
    left: str = ""


def sign_in(accounts: Accounts, given: Credentials) -> SignedIn:
    """Let somebody in.

    Raises:
        SignInError: if name and password are not those of an account; nobody learns which.
        TooManyError: if it was tried too often.
    """
    keys = _keys_of(given)
    count_attempt(accounts, keys)
    with accounts.store.viewing() as view:
        person = named(view, given.name)
        hashed = find_hash(view, person.name) if person else None
    is_right = accounts.hashing.matches(hashed, given.password)
    if not is_right or person is None or hashed is None:
        # A name that is nobody's may be a password typed into the wrong field: it is not kept.
        known = Principal(name=person.name if person else "", via="")
        with accounts.store.writing() as writing:
            note(writing, known, "sign in", outcome=Outcome.REFUSED)
        raise SignInError("the name or the password is wrong")
    anew = accounts.hashing.hash(given.password) if accounts.hashing.is_dated(hashed) else None
    with accounts.store.writing() as writing:
        if anew is not None:
            set_hash(writing, person.name, anew)
        _uncount(writing, keys)
        return let_in(writing, person, left=given.left)


def let_in(writing: Writing, person: Person, *, left: str = "") -> SignedIn:
    """Begin a session for somebody who has shown who they are, and write it down."""
    note(writing, Principal(name=person.name, via="session"), "sign in")
    return begin_session(writing, person, left=left)


def count_attempt(accounts: Accounts, keys: Sequence[str]) -> None:
    """Count a try, as failed until it is known better.

    Raises:
        TooManyError: if it comes before a wait is over; it does not count then.
    """
    now = accounts.store.now()
    with accounts.store.writing() as writing:
        known = {key: find_attempts(writing, key) for key in keys}
        ahead = max((waits_for(each, now) for each in known.values()), default=0.0)
        if ahead > 0:
            seconds = ceil(ahead)
            raise TooManyError(
                "too many failed tries to sign in", mend=f"wait for {seconds} s", wait_s=ahead
            )
        for key, each in known.items():
            set_attempts(writing, key, after_failure(key.partition(":")[0], each, now))


def _uncount(writing: Writing, keys: Sequence[str]) -> None:
    """Take the try back that was counted: it was none that failed."""
    forget_attempts(writing, keys[:1])
    for key in keys[1:]:
        known = find_attempts(writing, key)
        set_attempts(writing, key, Attempts(failures=max(0, known.failures - 1)))


def waits_for(known: Attempts, now: datetime) -> float:
    """Seconds until the next try may be made."""
    until = known.wait_until
    return 0.0 if until is None else max(0.0, (until - now).total_seconds())


def after_failure(sort: str, known: Attempts, now: datetime) -> Attempts:
    """What is known after one more failure.

    Args:
        sort: what is counted: "pair", "address" or "name".
        known: what was known before.
        now: when it failed.

    >>> from datetime import UTC
    >>> at = datetime(2024, 10, 25, tzinfo=UTC)
    >>> after_failure("pair", Attempts(failures=6), at).wait_until - at
    datetime.timedelta(seconds=4)
    """
    failures = known.failures + 1
    beyond = failures - _ALLOWED[sort]
    wait = min(timedelta(seconds=2.0 ** min(beyond, 20)), LONGEST_WAIT)
    return Attempts(failures=failures, wait_until=now + wait if beyond > 0 else now)


def named(view: View | Writing, given: str) -> Person | None:
    """Whose account a name is, in whatever case it was typed."""
    sought = tidy_name(given).casefold()
    return next((each for each in each_person(view) if each.name.casefold() == sought), None)


def tidy_name(given: str) -> str:
    """A name as it is kept: composed, without spaces around it or what is no letter at all."""
    proper = given[:_MOST_LETTERS].encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFKC", proper).strip()


def _keys_of(given: Credentials) -> list[str]:
    name = tidy_name(given.name).casefold()
    return [
        f"pair:{_short(name + chr(0) + given.address)}",
        f"address:{_short(given.address)}",
        f"name:{_short(name)}",
    ]


def _short(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:32]
