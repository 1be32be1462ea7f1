"""Attempts on a hook: reports pushed by somebody who is not who they say, or not now, or again."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

from tests.serve.fortress import Heard
from tests.serve.hostile.deeds import Scene

from watchword.deliver.webhook import sign
from watchword.flow.situation.hooks import hooks_in, make_hook, withdraw_hook
from watchword.model.hook import Hook
from watchword.store import Store, open_store

SECRET = "fourteen geese above the estuary"  # noqa: S105 - of a test
VARIABLE = "WATCHWORD_HOOK_TEST"
ROW = {"id": "p1", "outlet": "Wire", "date": "2024-10-25", "text": "Kyiv lost 3 tanks, it said."}


def push_forged(scene: Scene) -> Heard:
    return pushed(scene, secret="somebody else and their secret")  # noqa: S106 - of a test


def push_altered(scene: Scene) -> Heard:
    return pushed(scene, sent=json.dumps({**ROW, "outlet": "Another"}).encode())


def push_stale(scene: Scene) -> Heard:
    return pushed(scene, ahead_s=-600)


def push_ahead(scene: Scene) -> Heard:
    return pushed(scene, ahead_s=600)


def push_replayed(scene: Scene) -> Heard:
    assert pushed(scene).status == 200
    return pushed(scene)


def push_replayed_at_once(scene: Scene) -> Heard:
    key = _hook(scene)
    with ThreadPoolExecutor(4) as threads:
        heard = [each.result() for each in [threads.submit(_push, scene, key) for _ in range(4)]]
    assert sorted(each.status for each in heard) == [200, 409, 409, 409]
    return next(each for each in heard if each.status == 409)


def push_oversized(scene: Scene) -> Heard:
    return pushed(scene, body=json.dumps({**ROW, "text": "a" * 1_100_000}).encode())


def push_many(scene: Scene) -> Heard:
    return pushed(scene, body=json.dumps([ROW] * 501).encode())


def push_broken(scene: Scene) -> Heard:
    return pushed(scene, body=b'{"text": ')


def push_deep(scene: Scene) -> Heard:
    return pushed(scene, body=b"[" * 200_000)


def push_elsewhere(scene: Scene) -> Heard:
    return pushed(scene, situation="sealed")


def push_withdrawn(scene: Scene) -> Heard:
    key = _hook(scene)
    store = open_store(str(scene.server.folder / "troops.watchword"))
    withdraw_hook(store, key)
    store.close()
    return _push(scene, key)


def push_without_secret(scene: Scene) -> Heard:
    key = _hook(scene)
    with mock.patch.dict(os.environ):
        os.environ.pop(VARIABLE, None)
        return _push(scene, key, secret="")


def pushed(scene: Scene, **changed: object) -> Heard:
    """What the server says to a request of a hook, of which something is changed."""
    return _push(scene, _hook(scene), **changed)


def _hook(scene: Scene) -> str:
    os.environ[VARIABLE] = SECRET
    name = scene.given["name"]
    store = open_store(str(scene.server.folder / "troops.watchword"))
    try:
        known = [each for each in hooks_of(store) if each.name == name]
        return (known[0] if known else make_hook(store, name, VARIABLE, by="ana")).key
    finally:
        store.close()


def hooks_of(store: Store) -> tuple[Hook, ...]:
    """The hooks of a record."""
    with store.viewing() as view:
        return hooks_in(view)


def _push(
    scene: Scene,
    key: str,
    *,
    secret: str = SECRET,
    body: bytes = b"",
    sent: bytes = b"",
    ahead_s: int = 0,
    situation: str = "troops",
) -> Heard:
    told = body or json.dumps(ROW).encode()
    at = int(time.time()) + ahead_s
    name = f"of {key}"
    headers = [
        ("Content-Type", "application/json"),
        ("Webhook-Id", name),
        ("Webhook-Timestamp", str(at)),
        ("Webhook-Signature", sign(secret, name, at, told)),
    ]
    return scene.server.ask("POST", f"/api/v1/hooks/{situation}/{key}", headers, sent or told)
