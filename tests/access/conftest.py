"""A record of accounts with a clock that a test turns, and hashing that costs little."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from watchword.access.accounts import Accounts, create_accounts
from watchword.access.passwords import Hashing
from watchword.access.people import NewPerson, add_person
from watchword.model.principal import EVERYWHERE, Membership, Principal, Role

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "seven herons on a quiet river"  # noqa: S105 - of a test
TERMINAL = Principal(name="root", via="terminal")


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.at

    def turn(self, by: timedelta) -> None:
        """Let time pass."""
        self.at += by


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    """Ana owns the server, Ben is an analyst of "troops"."""
    place = str(tmp_path / "accounts.watchword")
    with create_accounts(place, now=clock) as made:
        cheap = replace(made, hashing=Hashing(CHEAP))
        for name, situation, role in (
            ("Ana", EVERYWHERE, Role.OWNER),
            ("Ben", "troops", Role.ANALYST),
        ):
            membership = Membership(situation=situation, role=role)
            new = NewPerson(name=name, memberships=(membership,), password=PASSWORD)
            add_person(cheap, TERMINAL, new)
        yield cheap
