"""Webhooks are taken from whom they come, once, and soon."""

from datetime import UTC, datetime

import pytest

from watchword.client import verify
from watchword.deliver.webhook import Parcel, headers_of
from watchword.errors import ForgedError, SettingsError

AT = datetime(2024, 10, 31, 12, tzinfo=UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of the standard's own example
BODY = b'{"type": "alert.opened"}'
PARCEL = Parcel(address="https://hooks.example/", key="0123456789abcdef", body=BODY, at=AT)


def now() -> float:
    return AT.timestamp() + 20


def test_what_watchword_sends_is_taken() -> None:
    told = verify(BODY, headers_of(PARCEL, SECRET), SECRET, now=now)
    assert told == {"type": "alert.opened"}


def test_the_names_of_headers_are_taken_in_any_case() -> None:
    headers = {name.title(): value for name, value in headers_of(PARCEL, SECRET).items()}
    assert verify(BODY, headers, SECRET, now=now)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"webhook-signature": "v1,AAAA"}, "not ours"),
        ({"webhook-signature": ""}, "not ours"),
        ({"webhook-signature": "v2," + "A" * 44}, "not ours"),
        ({"webhook-id": "another"}, "not ours"),
        ({"webhook-id": ""}, "not signed"),
        ({"webhook-timestamp": "1"}, "too old"),
        ({"webhook-timestamp": "soon"}, "not signed"),
        ({"webhook-timestamp": "9" * 40}, "not signed"),
    ],
)
def test_a_forged_one_is_refused(changed: dict[str, str], told: str) -> None:
    headers = {**headers_of(PARCEL, SECRET), **changed}
    with pytest.raises(ForgedError, match=told):
        verify(BODY, headers, SECRET, now=now)


def test_another_body_is_refused() -> None:
    with pytest.raises(ForgedError, match="not ours"):
        verify(BODY + b" ", headers_of(PARCEL, SECRET), SECRET, now=now)


def test_another_key_is_refused() -> None:
    with pytest.raises(ForgedError, match="not ours"):
        verify(BODY, headers_of(PARCEL, "another"), SECRET, now=now)


def test_one_that_was_taken_is_refused_the_second_time() -> None:
    taken: set[str] = set()
    headers = headers_of(PARCEL, SECRET)
    verify(BODY, headers, SECRET, now=now, is_known=taken.__contains__)
    taken.add(headers["webhook-id"])
    with pytest.raises(ForgedError, match="before"):
        verify(BODY, headers, SECRET, now=now, is_known=taken.__contains__)


def test_one_that_is_kept_for_later_is_refused() -> None:
    with pytest.raises(ForgedError, match="too old"):
        verify(BODY, headers_of(PARCEL, SECRET), SECRET, now=lambda: now() + 600)


@pytest.mark.parametrize("secret", ["", "whsec_***"])
def test_a_secret_that_is_none_is_told(secret: str) -> None:
    with pytest.raises(SettingsError):
        verify(BODY, headers_of(PARCEL, SECRET), secret, now=now)
