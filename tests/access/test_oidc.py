"""A provider's word is taken where it is signed by its keys, for this sign-in, and of now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.access.provider import CLIENT, SECRET, LittleProvider, providing

from watchword.access.oidc import Asked, Pending, Provider, begin, finish
from watchword.errors import RefusedError, SignInError


@pytest.fixture(scope="module")
def running() -> Iterator[LittleProvider]:
    with providing() as made:
        yield made


@pytest.fixture
def little(running: LittleProvider) -> LittleProvider:
    running.claims, running.says = {}, {}
    running.signed_with, running.uses_other_key = "RS256", False
    return running


def provider_at(little: LittleProvider, **more: Any) -> Provider:  # noqa: ANN401 - any field
    asked = {"issuer": little.issuer, "client": CLIENT, "secret": SECRET, "allow_private": True}
    return Provider(back="https://desk.example.org/sign-in/back", **{**asked, **more})


def go_and_come(little: LittleProvider, provider: Provider, **changed: str) -> str:
    asked = Asked(provider)
    place, pending = begin(provider, asked.discover(), "/s/troops/")
    assert pending.next == "/s/troops/"
    given = {**little.authorize(place), **changed}
    return finish(asked, pending, given, now=datetime.now(UTC))


def test_who_signs_in_at_the_provider_is_known_by_what_it_calls_them(
    little: LittleProvider,
) -> None:
    assert go_and_come(little, provider_at(little)) == f"{little.issuer} 00u1"
    by_mail = provider_at(little, claim="email")
    assert go_and_come(little, by_mail) == f"{little.issuer} cem@example.org"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "another server"},
        {"aud": ["watchword", "another server"]},
        {"azp": "another server"},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"exp": True},
        {"iat": 99_999_999_999},
        {"iat": None},
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
    ],
)
def test_a_word_that_is_not_for_this_sign_in_is_refused(
    little: LittleProvider, claims: dict[str, object]
) -> None:
    little.claims = claims
    with pytest.raises(SignInError):
        go_and_come(little, provider_at(little))


@pytest.mark.parametrize("signed_with", ["none", "HS256"])
def test_a_word_without_a_signature_by_its_keys_is_refused(
    little: LittleProvider, signed_with: str
) -> None:
    little.signed_with = signed_with
    with pytest.raises(SignInError, match="not signed by the provider"):
        go_and_come(little, provider_at(little))


def test_a_word_that_another_key_signed_is_refused(little: LittleProvider) -> None:
    little.uses_other_key = True
    with pytest.raises(SignInError, match="not signed by the provider"):
        go_and_come(little, provider_at(little))


def test_a_mail_address_that_was_not_checked_is_nobodys(little: LittleProvider) -> None:
    little.claims = {"email_verified": False}
    with pytest.raises(SignInError):
        go_and_come(little, provider_at(little, claim="email"))


def test_whoever_was_not_sent_from_here_does_not_come_in(little: LittleProvider) -> None:
    for changed in ({"state": "of somebody else"}, {"state": ""}, {"code": "made up"},
                    {"code": ""}, {"error": "access_denied"},
                    {"iss": "https://evil.example"}):  # fmt: skip
        with pytest.raises(SignInError):
            go_and_come(little, provider_at(little), **changed)


def test_a_code_that_was_stolen_opens_nothing_without_its_verifier(
    little: LittleProvider,
) -> None:
    provider = provider_at(little)
    asked = Asked(provider)
    place, pending = begin(provider, asked.discover(), "/")
    given = little.authorize(place)
    thief = replace(pending, verifier="a" * 64)
    with pytest.raises(SignInError, match="400"):
        finish(asked, thief, given, now=datetime.now(UTC))


@pytest.mark.parametrize(
    "says",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "file:///etc/passwd"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_a_provider_that_says_nothing_proper_is_not_used(
    little: LittleProvider, says: dict[str, object]
) -> None:
    little.says = says
    with pytest.raises(RefusedError):
        Asked(provider_at(little)).discover()


def test_a_provider_in_a_private_network_is_not_asked_unless_allowed(
    little: LittleProvider,
) -> None:
    little.asked.clear()
    with pytest.raises(SignInError):
        Asked(provider_at(little, allow_private=False)).discover()
    https = provider_at(little, issuer="https://127.0.0.1/", allow_private=False)
    with pytest.raises(SignInError, match="private network"):
        Asked(https).discover()
    assert little.asked == []


def test_what_was_begun_is_never_the_same_twice(little: LittleProvider) -> None:
    provider = provider_at(little)
    endpoints = Asked(provider).discover()
    made: list[Pending] = [begin(provider, endpoints, "/")[1] for _ in range(20)]
    secrets = {each.state for each in made} | {each.nonce for each in made}
    assert len(secrets | {each.verifier for each in made}) == 60
    assert all(43 <= len(each.verifier) <= 128 for each in made)
