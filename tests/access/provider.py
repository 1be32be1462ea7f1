"""A little provider of OpenID Connect on this machine, which can be told to lie."""

import base64
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "watchword", "the server's own password"


class LittleProvider:
    """Signs whoever is named in, once a code is changed with the verifier that goes with it."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "k1"}, auto_kid=False)
        self.other = RSAKey.generate_key(2048, {"kid": "k1"}, auto_kid=False)
        self.claims: dict[str, Any] = {}
        """What differs from the truth in the word that it gives."""
        self.signed_with = "RS256"
        self.uses_other_key = False
        self.says: dict[str, Any] = {}
        """What differs from the truth in what it says of itself."""
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}
        handler = type("Handler", (_Handler,), {"provider": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"

    def authorize(self, address: str) -> dict[str, str]:
        """Let somebody sign in at an address, and give what they go back with."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def word(self, form: dict[str, str]) -> dict[str, str] | None:
        """The word for a code; None where the verifier does not go with it."""
        asked = self._codes.pop(form.get("code", ""), None)
        digest = sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge:
            return None
        now = int(time.time())
        told = {
            "iss": self.issuer,
            "sub": "00u1",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            "email": "cem@example.org",
            "email_verified": True,
            **self.claims,
        }
        claims = {name: value for name, value in told.items() if value is not None}
        return {"id_token": self._signed(claims), "token_type": "Bearer"}

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.signed_with in {"none", "HS256"}:
            head = _coded(json.dumps({"alg": self.signed_with, "kid": "k1"}).encode())
            signed = f"{head}.{_coded(json.dumps(claims).encode())}"
            # By what everybody may know: the public key.
            known = self.key.as_pem(private=False)
            mark = hmac.digest(known, signed.encode(), "sha256")
            return f"{signed}.{_coded(mark) if self.signed_with == 'HS256' else ''}"
        key = self.other if self.uses_other_key else self.key
        return jwt.encode({"alg": self.signed_with, "kid": "k1"}, claims, key)


def _coded(words: bytes) -> str:
    return base64.urlsafe_b64encode(words).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    provider: LittleProvider

    def do_GET(self) -> None:
        provider = self.provider
        provider.asked.append(self.path)
        if self.path == "/.well-known/openid-configuration":
            issuer = provider.issuer
            told = {
                "issuer": issuer,
                "authorization_endpoint": f"{issuer}/authorize",
                "token_endpoint": f"{issuer}/token",
                "jwks_uri": f"{issuer}/keys",
            }
            self._give({**told, **provider.says})
        elif self.path == "/keys":
            self._give(KeySet([provider.key]).as_dict(private=False))
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        login = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        word = self.provider.word(form)
        if word is None or self.headers["Authorization"] != f"Basic {login}":
            self.send_error(400)
        else:
            self._give(word)

    def _give(self, told: object) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:  # noqa: ANN401 - the standard library's form
        pass


@contextmanager
def providing() -> Iterator[LittleProvider]:
    """A provider while a test runs."""
    made = LittleProvider()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.05,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()
