"""Reports that another system pushes: who may, whether it is they, once, and what came of it.

A request is signed by Standard Webhooks 1.0, as those are that Watchword sends: an HMAC-SHA256 over
its id, its time and its body, with a secret of the hook's own.

Invariant: whoever cannot sign learns nothing, not even which hooks and situations there are: every
such request is refused in the same words.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from time import time

from watchword.client.webhooks import TOLERANCE_S, check_signature
from watchword.collect.limits import Limits
from watchword.errors import (
    ForbiddenError,
    ForgedError,
    MissingError,
    RefusedError,
    SettingsError,
    WatchwordError,
)
from watchword.flow.situation.collecting import NO_FEED, want_collecting
from watchword.flow.situation.uploading import Sent, add_sent
from watchword.model.hook import Hook, Pushed, hook_key
from watchword.model.report import Unread
from watchword.store import Store, View
from watchword.store.hooks import change_hook, each_hook, forget, put_hook, take_once

PREFIX = "WATCHWORD_HOOK_"
"""Begins the name of every variable that a hook's secret may be in."""
SHORTEST = 16
"""Characters of a secret at least: a shorter one could be guessed from a request."""
MOST_ROWS = 500
"""Reports of one request at most."""
_LONGEST_ID = 200
_NAME = re.compile(r"[A-Z0-9_]{1,60}")
_ROW = re.compile(r":(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request of a hook, as it came.

    Attributes:
        body: its bytes.
        headers: its headers.
    """

    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What requests are held to.

    Attributes:
        secret: gives what a variable holds.
        limits: the bounds of what is read.
        now: seconds since 1970.
    """

    secret: Callable[[str], str | None]
    limits: Limits
    now: Callable[[], float] = time


def refused_alike(key: str) -> ForbiddenError:
    """What everybody hears who is not known to push here."""
    return ForbiddenError(
        "nothing is taken here that is not signed with the secret of this address, and of now",
        key=key,
        mend="sign as Standard Webhooks says, within five minutes",
    )


def hooks_in(view: View) -> tuple[Hook, ...]:
    """The hooks that hold, oldest first."""
    return tuple(each for each in each_hook(view) if each.withdrawn_at is None)


def make_hook(store: Store, name: str, secret: str, *, by: str) -> Hook:
    """Let another system push reports from now on.

    Args:
        store: the record.
        name: what people call it.
        secret: name of the variable with the key that it signs with.
        by: who says so.

    Raises:
        SettingsError: if it has no name, or the variable is none for hooks.
        RefusedError: if another one is called so.
    """
    if not name.strip() or len(name) > _LONGEST_ID:
        raise SettingsError("a hook has a name, of one line", key="name")
    if not (secret.startswith(PREFIX) and _NAME.fullmatch(secret)):
        raise SettingsError(
            f"a hook's secret is in a variable whose name begins with {PREFIX}",
            key="secret",
            mend=f"set {PREFIX}DESK where the server runs, and name it here",
        )
    with store.viewing() as view:
        if any(each.name == name for each in hooks_in(view)):
            raise RefusedError("a hook is called so already", key=name)
    at = store.now()
    made = Hook(key=hook_key(name, at), name=name, secret=secret, by=by, made_at=at)
    put_hook(store, made)
    return made


def withdraw_hook(store: Store, name: str) -> Hook:
    """Take nothing any more from a hook; what it brought stays.

    Args:
        store: the record.
        name: its name, its key, or the beginning of that.

    Raises:
        MissingError: if there is none.
    """
    with store.viewing() as view:
        held = hooks_in(view)
    found = [each for each in held if each.name == name or each.key.startswith(name)]
    if len(found) != 1 or not name:
        raise MissingError("there is no such hook", key=name, mend="see `watchword hooks`")
    at = store.now()
    change_hook(store, found[0].key, lambda kept: replace(kept, withdrawn_at=at))
    return replace(found[0], withdrawn_at=at)


def take_pushed(store: Store, key: str, request: Request, terms: Terms) -> tuple[Hook, Pushed]:
    """Add the reports of a request, if it is genuine, of now, and was not taken before.

    Args:
        store: the record.
        key: key of the hook.
        request: the request.
        terms: what it is held to.

    Raises:
        ForbiddenError: if there is no such hook, or it is not signed as that asks for.
        RefusedError: if it was taken before.
        SettingsError: if its body is no JSON of reports.
        StoreError: if the record cannot be written; it may be sent again then.
    """
    hook, secret = _known(store, key, terms)
    try:
        name, stamp = check_signature(request.body, request.headers, secret, now=terms.now)
    except (ForgedError, SettingsError) as error:
        raise refused_alike(key) from error
    if len(name) > _LONGEST_ID:
        raise SettingsError(f"an id has at most {_LONGEST_ID} characters", key="webhook-id")
    rows = rows_in(request.body)
    until, now = stamp + TOLERANCE_S, int(terms.now())
    if not take_once(store, key, name, until, now):
        raise RefusedError("it was taken before, or too many came at once", key=name)
    try:
        pushed = _added(store, hook, rows, terms)
    except WatchwordError:
        forget(store, key, name)
        raise
    at = store.now()
    change_hook(store, key, lambda kept: replace(kept, taken=kept.taken + 1, last_at=at))
    return hook, pushed


def rows_in(body: bytes) -> tuple[object, ...]:
    """The reports of a body: one object, or a list of them.

    Raises:
        SettingsError: if it is no JSON, or holds none or too many.
    """
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SettingsError("the body is no JSON", key="body") from error
    rows = told if isinstance(told, list) else [told]
    if not 0 < len(rows) <= MOST_ROWS:
        raise SettingsError(f"a request has 1 to {MOST_ROWS} reports", key="body")
    return tuple(rows)


def _known(store: Store, key: str, terms: Terms) -> tuple[Hook, str]:
    with store.viewing() as view:
        hook = next((each for each in hooks_in(view) if each.key == key), None)
    secret = terms.secret(hook.secret) if hook is not None else None
    if hook is None or secret is None or len(secret) < SHORTEST:
        raise refused_alike(key)
    return hook, secret


def _added(store: Store, hook: Hook, rows: tuple[object, ...], terms: Terms) -> Pushed:
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    sent = Sent(name=f"{hook.name.replace('/', ' ')}.jsonl", content=lines.encode())
    came, unread = add_sent(store, [sent], terms.limits)
    if came.new:
        want_collecting(store, feed=NO_FEED)
    return Pushed(new=came.new, known=came.known, refused=tuple(map(_refused, unread)))


def _refused(unread: Unread) -> tuple[int, str]:
    """The row that was not taken, and why; 0 where it is not one row alone."""
    places = _ROW.findall(unread.found_at)
    return (int(places[-1]) if places else 0), unread.reason
