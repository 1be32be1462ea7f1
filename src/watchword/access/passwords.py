"""Passwords: which ones are taken, and how they are kept: as Argon2id hashes (RFC 9106).

The rules are those of NIST SP 800-63B, 5.1.1.2: length counts, nothing has to be mixed in, nothing
expires, and what everybody tries first is refused.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from watchword.errors import RefusedError

LEAST_CHARACTERS = 12
MOST_CHARACTERS = 256
"""More would make hashing a way to keep a server busy."""
_AT_ONCE = BoundedSemaphore(2)
"""Each hash takes 64 MiB while it is made; this bounds what a crowd at the door can take."""
_FEWEST_DIFFERENT = 5
_MEND = f"take {LEAST_CHARACTERS} characters or more that nobody would try: a few words will do"


class Hashing:
    """Makes and checks hashes.

    Args:
        hasher: the parameters; those of RFC 9106 for little memory unless given.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._decoy = ""

    def hash(self, password: str) -> str:
        """The hash of a password, with its salt and parameters."""
        with _AT_ONCE:
            return self._hasher.hash(_composed(password))

    def matches(self, hashed: str | None, given: str) -> bool:
        """Whether a password is the one of a hash; without a hash it takes as long, and is not."""
        known = hashed or self._some_hash()
        try:
            with _AT_ONCE:
                self._hasher.verify(known, _composed(given)[:MOST_CHARACTERS])
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None

    def is_dated(self, hashed: str) -> bool:
        """Whether a hash was made with other parameters than hashes are made with now."""
        return self._hasher.check_needs_rehash(hashed)

    def _some_hash(self) -> str:
        if not self._decoy:
            self._decoy = self._hasher.hash("nobody has this password")
        return self._decoy


def check_password(given: str, *, name: str) -> None:
    """See that a new password is one to rely on.

    Args:
        given: the password.
        name: whose it will be.

    Raises:
        RefusedError: if it is short, one that many have, or made of the name.
    """
    words = _composed(given)
    if len(words) < LEAST_CHARACTERS:
        raise RefusedError(f"the password has fewer than {LEAST_CHARACTERS} characters", mend=_MEND)
    if len(words) > MOST_CHARACTERS:
        raise RefusedError(f"the password has more than {MOST_CHARACTERS} characters")
    if _is_guessed_first(words.casefold(), name.casefold()):
        raise RefusedError("the password is one that is guessed first", mend=_MEND)


def _is_guessed_first(words: str, name: str) -> bool:
    bare = "".join(letter for letter in words if letter.isalnum())
    if bare in _guessed() or words in _guessed() or len(set(words)) < _FEWEST_DIFFERENT:
        return True
    rest = bare
    for known in (name, "watchword", "password"):
        rest = rest.replace("".join(filter(str.isalnum, known)) or " ", "")
    return len(rest) < _FEWEST_DIFFERENT or _runs_on(bare)


def _runs_on(words: str) -> bool:
    """Whether each character is the next one of the alphabet or of the digits."""
    steps = {ord(after) - ord(before) for before, after in pairwise(words)}
    return steps in ({1}, {-1}, {1, -9}, {-1, 9})


def _composed(words: str) -> str:
    """One form for what different keyboards send (NIST SP 800-63B asks for NFKC)."""
    return unicodedata.normalize("NFKC", words.encode("utf-8", "replace").decode())


@cache
def _guessed() -> frozenset[str]:
    listed = files("watchword.access").joinpath("guessed_first.txt").read_text(encoding="utf-8")
    return frozenset(line for line in listed.splitlines() if line and not line.startswith("#"))
