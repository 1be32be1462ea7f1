"""A web request is signed, goes to checked addresses only, and is taken or said not to be."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.deliver.letters import AT
from tests.deliver.receiver import receiving

from watchword.deliver.bounds import Bounds
from watchword.deliver.webhook import Parcel, Poster, _next_address, sign
from watchword.errors import UndeliveredError

HERE = Bounds(timeout_s=2.0, allow_private=True)
SECRET = "a word that two of us know"  # noqa: S105 - of the tests


def parcel(address: str) -> Parcel:
    return Parcel(address=address, key="a" * 16, body=b'{"type": "alert"}', at=AT)


def test_a_request_bears_the_signature_that_its_receiver_reckons() -> None:
    with receiving() as receiver:
        Poster(HERE).post(parcel(f"{receiver.address}/alerts"), SECRET)
    (taken,) = receiver.taken
    said = taken.headers
    signed = f"{said['webhook-id']}.{said['webhook-timestamp']}.".encode() + taken.body
    reckoned = hmac.new(SECRET.encode(), signed, hashlib.sha256).digest()
    assert said["webhook-signature"] == f"v1,{base64.b64encode(reckoned).decode()}"
    assert said["content-type"] == "application/json"
    assert taken.body == b'{"type": "alert"}'


def test_a_secret_in_the_form_of_the_standard_is_its_base64() -> None:
    # The example of the Standard Webhooks specification.
    signature = sign(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_that_is_no_base64_is_told() -> None:
    with pytest.raises(UndeliveredError, match="no base64"):
        sign("whsec_!!", "a", 1, b"")


@pytest.mark.parametrize("status", [400, 404, 500, 503, 301])
def test_whatever_is_no_yes_is_a_no(status: int) -> None:
    with receiving() as receiver:
        receiver.statuses = [status]
        with pytest.raises(UndeliveredError, match=str(status)) as told:
            Poster(HERE).post(parcel(receiver.address), SECRET)
    assert not told.value.is_final


def test_gone_is_final() -> None:
    with receiving() as receiver:
        receiver.statuses = [410]
        with pytest.raises(UndeliveredError) as told:
            Poster(HERE).post(parcel(receiver.address), SECRET)
    assert told.value.is_final


def test_a_receiver_that_hangs_is_left_in_time() -> None:
    with receiving() as receiver:
        receiver.statuses, receiver.hang_s = [0], 0.6
        with pytest.raises(UndeliveredError):
            Poster(replace(HERE, timeout_s=0.2)).post(parcel(receiver.address), SECRET)


def test_nobody_there_is_told() -> None:
    with receiving() as receiver:
        address = receiver.address
    with pytest.raises(UndeliveredError, match="nothing answers"):
        Poster(HERE).post(parcel(address), SECRET)


def test_a_redirect_is_followed_with_the_same_body() -> None:
    with receiving() as receiver:
        receiver.statuses = ["/elsewhere", 204]
        Poster(HERE).post(parcel(f"{receiver.address}/first"), SECRET)
    assert [taken.path for taken in receiver.taken] == ["/first", "/elsewhere"]
    assert len({taken.body for taken in receiver.taken}) == 1


def test_a_circle_of_redirects_ends() -> None:
    with receiving() as receiver:
        receiver.statuses = ["/again"]
        with pytest.raises(UndeliveredError, match="redirects"):
            Poster(HERE).post(parcel(receiver.address), SECRET)


def test_a_private_address_is_connected_to_only_where_that_is_allowed() -> None:
    with receiving() as receiver:
        with pytest.raises(UndeliveredError, match="private network"):
            Poster(Bounds(timeout_s=2.0)).post(parcel(receiver.address), SECRET)
        assert receiver.taken == []


def test_a_redirect_into_a_private_network_is_not_followed() -> None:
    with receiving() as receiver:
        address = receiver.address.replace("127.0.0.1", "public.example")
        receiver.statuses = [f"{receiver.address}/inside", 204]
        poster = Poster(Bounds(timeout_s=2.0), resolve=_resolve)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("watchword.net.addresses.is_public", _once())
            with pytest.raises(UndeliveredError, match="private network"):
                poster.post(parcel(address), SECRET)
        assert len(receiver.taken) == 1


def _resolve(_host: str, port: int, **_kind: object) -> list[tuple[object, ...]]:
    return [(2, 1, 6, "", ("127.0.0.1", port))]


def _once() -> Callable[[str], bool]:
    """The first address that is looked at is public, no other one is."""
    looked: list[str] = []

    def is_public(number: str) -> bool:
        looked.append(number)
        return len(looked) == 1

    return is_public


def test_a_redirect_away_from_https_is_not_followed() -> None:
    assert _next_address("https://example.org/a", "/b") == "https://example.org/b"
    with pytest.raises(UndeliveredError, match="https"):
        _next_address("https://example.org/a", "http://example.org/a")
