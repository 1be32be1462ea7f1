"""Passwords are hashed by Argon2id, and what is guessed first is refused."""

import pytest
from argon2 import PasswordHasher
from tests.access.conftest import CHEAP, PASSWORD

from watchword.access.passwords import MOST_CHARACTERS, Hashing, check_password
from watchword.errors import RefusedError


def test_a_hash_is_argon2id_with_a_salt_of_its_own() -> None:
    hashing = Hashing()
    first, second = hashing.hash(PASSWORD), hashing.hash(PASSWORD)
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert hashing.matches(first, PASSWORD)
    assert not hashing.matches(first, PASSWORD + " ")


def test_without_a_hash_nothing_matches_though_as_much_is_worked_out() -> None:
    hashed: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override] # noqa: A002 - the library's form
            hashed.append(str(hash))
            return super().verify(hash, password)

    hashing = Hashing(Counting(time_cost=1, memory_cost=8, parallelism=1))
    assert not hashing.matches(None, "nobody has this password")
    assert not hashing.matches(hashing.hash(PASSWORD), "another one of these")
    assert [each.split("$")[3] for each in hashed] == ["m=8,t=1,p=1"] * 2


def test_a_hash_of_other_parameters_is_dated() -> None:
    assert Hashing().is_dated(Hashing(CHEAP).hash(PASSWORD))
    assert not Hashing(CHEAP).is_dated(Hashing(CHEAP).hash(PASSWORD))


def test_what_keyboards_compose_in_different_ways_is_one_password() -> None:
    hashing = Hashing(CHEAP)
    composed, apart = "caf\u00e9 au lait et pain", "cafe\u0301 au lait et pain"
    assert hashing.matches(hashing.hash(composed), apart)


def test_half_a_letter_is_no_error() -> None:
    assert not Hashing(CHEAP).matches(None, "\ud800" * 12)


@pytest.mark.parametrize(
    "given",
    [
        "short",
        "qwertyuiop123",
        "correct horse battery staple",
        "PasswordPassword",
        "ana-ana-ana-ana",
        "watchword Ana 1",
        "aaaaaaaaaaaaaaaa",
        "abcdefghijklmn",
        "123456789012",
        "210987654321",
        "x" * (MOST_CHARACTERS + 1),
    ],
)
def test_a_password_that_is_guessed_first_is_refused(given: str) -> None:
    with pytest.raises(RefusedError):
        check_password(given, name="Ana")


@pytest.mark.parametrize(
    "given", [PASSWORD, "zwölf Krähen am Fluss", "한강의 조용한 물새 일곱 마리"]
)
def test_a_few_words_will_do_whatever_the_letters(given: str) -> None:
    assert check_password(given, name="Ana") is None
