"""Signing in at a provider of OpenID Connect: the code flow with PKCE, state and nonce.

After OpenID Connect Core 1.0 and RFC 9700 (best current practice of OAuth 2.0). An account names
the identity at the provider that it belongs to; nobody gets an account by signing in there.
"""

import base64
import json
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpcore2
import httpx2

from watchword.errors import MissingExtraError, RefusedError, SignInError, UnreadableError
from watchword.net.addresses import Resolve, check_address
from watchword.net.connection import CheckedTransport, Deadline

_MOST_BYTES = 500_000
_LEEWAY_S = 60
_ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "RS384", "RS512", "ES384", "PS384", "PS512")
"""Only signatures by a key of the provider's: neither `none` nor one by a shared secret."""
_FAILED = "the provider did not say who it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Where people sign in.

    Attributes:
        issuer: the address that names it, as `https://login.example.org`.
        client: the name that this server has there.
        secret: the password that this server has there; empty for none.
        back: the address of this server that people come back to.
        claim: what an account is known by: "sub", or "email" where the provider has checked it.
        allow_private: whether it may be in a private network, and spoken to without TLS.
        timeout_s: longest wait for it, in seconds.
    """

    issuer: str
    client: str
    secret: str = ""
    back: str
    claim: str = "sub"
    allow_private: bool = False
    timeout_s: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """What a provider says of itself: where to send people, where to ask, and its keys."""

    authorization: str
    token: str
    keys: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Somebody who was sent to a provider and has not come back; kept by their browser, signed.

    Attributes:
        state: names this going and coming; a second coming is refused.
        nonce: what the provider is to sign.
        verifier: what only who was sent there knows (PKCE).
        next: where they wanted to go.
    """

    state: str
    nonce: str
    verifier: str
    next: str = "/"


class Asked:
    """Asks a provider over checked connections, each within one deadline.

    Args:
        provider: which.
        resolve: resolves names.
    """

    def __init__(self, provider: Provider, *, resolve: Resolve = socket.getaddrinfo) -> None:
        self.provider = provider
        self._resolve = resolve
        self._tls = httpcore2.default_ssl_context()

    def discover(self) -> Endpoints:
        """Read what the provider says of itself.

        Raises:
            SignInError: if it says nothing proper, or that it is another one.
        """
        issuer = self.provider.issuer
        told = self._json("GET", issuer.rstrip("/") + "/.well-known/openid-configuration")
        if told.get("issuer") != issuer:
            raise SignInError("the provider says that it is another one", key=issuer)
        return Endpoints(
            authorization=self._checked(told.get("authorization_endpoint")),
            token=self._checked(told.get("token_endpoint")),
            keys=self._checked(told.get("jwks_uri")),
        )

    def exchange(self, endpoints: Endpoints, code: str, pending: Pending) -> str:
        """Change the code that somebody came back with for the provider's word on who they are."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.provider.back,
            "client_id": self.provider.client,
            "code_verifier": pending.verifier,
        }
        told = self._json("POST", endpoints.token, form)
        given = told.get("id_token")
        if not isinstance(given, str):
            raise SignInError(_FAILED, key=self.provider.issuer)
        return given

    def keys(self, endpoints: Endpoints) -> Mapping[str, Any]:
        """The keys that the provider signs with."""
        return self._json("GET", endpoints.keys)

    def _json(
        self, method: str, address: str, form: Mapping[str, str] | None = None
    ) -> Mapping[str, Any]:
        provider = self.provider
        transport = CheckedTransport(
            Deadline(provider.timeout_s),
            allow_private=provider.allow_private,
            resolve=self._resolve,
            tls=self._tls,
        )
        login = (provider.client, provider.secret) if form and provider.secret else None
        try:
            with (
                httpx2.Client(transport=transport, trust_env=False) as client,
                client.stream(method, self._checked(address), data=form, auth=login) as answer,
            ):
                if answer.status_code != 200:
                    raise SignInError(f"{_FAILED} ({answer.status_code})", key=provider.issuer)
                body = b""
                for part in answer.iter_bytes():
                    body += part
                    if len(body) > _MOST_BYTES:
                        raise SignInError("the provider says too much", key=provider.issuer)
            told = json.loads(body)
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError) as error:
            raise SignInError(_FAILED, key=provider.issuer) from error
        except (UnreadableError, RefusedError) as error:
            if isinstance(error, SignInError):
                raise
            raise SignInError(str(error.args[0]), key=provider.issuer) from error
        if not isinstance(told, dict):
            raise SignInError(_FAILED, key=provider.issuer)
        return told

    def _checked(self, address: object) -> str:
        words = address if isinstance(address, str) else ""
        check_address(words)
        if urlsplit(words).scheme != "https" and not self.provider.allow_private:
            raise SignInError("the provider is not spoken to without TLS", key=words)
        return words


def begin(provider: Provider, endpoints: Endpoints, wanted: str) -> tuple[str, Pending]:
    """Where to send somebody, and what to remember until they come back.

    Args:
        provider: where they sign in.
        endpoints: what it says of itself.
        wanted: where they want to go afterwards.
    """
    pending = Pending(
        state=secrets.token_urlsafe(24),
        nonce=secrets.token_urlsafe(24),
        verifier=secrets.token_urlsafe(48),
        next=wanted,
    )
    digest = sha256(pending.verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": provider.back,
        "scope": "openid email" if provider.claim == "email" else "openid",
        "state": pending.state,
        "nonce": pending.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    joint = "&" if "?" in endpoints.authorization else "?"
    return f"{endpoints.authorization}{joint}{urlencode(asked)}", pending


def finish(asked: Asked, pending: Pending, given: Mapping[str, str], *, now: datetime) -> str:
    """Who came back, as `ISSUER WHO`.

    Args:
        asked: asks the provider.
        pending: what was remembered.
        given: what the address holds that they came back to.
        now: when that was.

    Raises:
        SignInError: if it is not what the provider says of somebody who was sent from here.
    """
    provider = asked.provider
    if not secrets.compare_digest(given.get("state", "").encode(), pending.state.encode()):
        raise SignInError("this is not the sign-in that was begun here")
    if given.get("iss", provider.issuer) != provider.issuer:
        raise SignInError("another provider has answered", key=provider.issuer)
    code = given.get("code", "")
    if not code or "error" in given:
        raise SignInError("the provider did not let anybody in", key=provider.issuer)
    endpoints = asked.discover()
    word = asked.exchange(endpoints, code, pending)
    claims = checked_claims(word, asked.keys(endpoints))
    check_claims(claims, provider, pending, now)
    return identity_in(claims, provider)


def checked_claims(word: str, keys: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a provider signed, once its signature is found to be by one of its keys.

    Raises:
        SignInError: if it is not.
        MissingExtraError: if the extra `oidc` is not installed.
    """
    try:
        from joserfc import errors, jwt  # noqa: PLC0415 - an extra
        from joserfc.jwk import KeySet  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            "OpenID Connect is not installed", mend="pip install 'watchword[oidc]'"
        ) from error
    try:
        known = KeySet.import_key_set({"keys": list(keys.get("keys", ()))})
        decoded = jwt.decode(word, known, algorithms=list(_ALGORITHMS))
    except (errors.JoseError, ValueError, TypeError, KeyError) as error:
        raise SignInError("the provider's word is not signed by the provider") from error
    return dict(decoded.claims)


def check_claims(
    claims: Mapping[str, Any], provider: Provider, pending: Pending, now: datetime
) -> None:
    """See that what a provider signed is about this sign-in, for this server, and of now.

    Raises:
        SignInError: if it is not.
    """
    audience = claims.get("aud")
    named = [audience] if isinstance(audience, str) else list(audience or ())
    party = claims.get("azp", provider.client)
    seconds = now.timestamp()
    is_so = (
        claims.get("iss") == provider.issuer
        and provider.client in named
        and party == provider.client
        and (len(named) == 1 or "azp" in claims)
        and _number(claims.get("exp")) > seconds - _LEEWAY_S
        and 0 < _number(claims.get("iat")) <= seconds + _LEEWAY_S
        and claims.get("nonce") == pending.nonce
    )
    if not is_so:
        raise SignInError("the provider's word is not for this sign-in", key=provider.issuer)


def identity_in(claims: Mapping[str, Any], provider: Provider) -> str:
    """Who it is, as an account has it.

    Raises:
        SignInError: if the provider does not say, or has not checked the mail address.
    """
    who = claims.get(provider.claim)
    is_checked = provider.claim != "email" or claims.get("email_verified") is True
    if not isinstance(who, str) or not who or not is_checked:
        raise SignInError(_FAILED, key=provider.issuer)
    return f"{provider.issuer} {who}"


def _number(value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and isinstance(value, int | float) else -1.0
