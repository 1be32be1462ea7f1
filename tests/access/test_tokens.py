"""Tokens: shown once, never more than their person may, with an end, revocable."""

from datetime import timedelta

import pytest
from tests.access.conftest import TERMINAL, Clock

from watchword.access.accounts import Accounts
from watchword.access.people import drop_person
from watchword.access.tokens import (
    TokenWish,
    make_token,
    principal_of_token,
    revoke_token,
    tokens_of,
)
from watchword.errors import MissingError, RefusedError
from watchword.model.principal import Principal, Right
from watchword.store.backup import each_line


def test_a_token_acts_for_its_person_within_its_scopes(accounts: Accounts) -> None:
    wish = TokenWish(person="ben", label="script", scopes=(Right.READ, Right.PUBLISH))
    words, kept = make_token(accounts, TERMINAL, wish)
    found = principal_of_token(accounts, words)
    assert words.startswith("ww_")
    assert words not in repr(kept)
    assert found is not None
    assert (found.name, found.via) == ("Ben", "token")
    assert found.may(Right.READ, "troops")
    assert not found.may(Right.DECIDE, "troops")  # the scope lacks it
    assert not found.may(Right.PUBLISH, "troops")  # an analyst may not
    assert not found.may(Right.READ, "arms")


def test_a_token_that_ended_was_revoked_or_lost_its_person_opens_nothing(
    accounts: Accounts, clock: Clock
) -> None:
    ends = TokenWish(person="Ben", expires_at=clock.at + timedelta(days=1))
    words, _ = make_token(accounts, TERMINAL, ends)
    assert principal_of_token(accounts, words) is not None
    clock.turn(timedelta(days=1))
    assert principal_of_token(accounts, words) is None
    words, kept = make_token(accounts, TERMINAL, TokenWish(person="Ben"))
    revoke_token(accounts, TERMINAL, kept.key[:8])
    assert principal_of_token(accounts, words) is None
    words, _ = make_token(accounts, TERMINAL, TokenWish(person="Ben"))
    drop_person(accounts, TERMINAL, "Ben")
    assert principal_of_token(accounts, words) is None
    for wrong in ("", "ww_", "ww_" + "x" * 43, "x" * 10_000, words[:-1]):
        assert principal_of_token(accounts, wrong) is None


def test_what_makes_no_sense_is_refused(accounts: Accounts, clock: Clock) -> None:
    with pytest.raises(RefusedError, match="ended already"):
        make_token(accounts, TERMINAL, TokenWish(person="Ben", expires_at=clock.at))
    with pytest.raises(RefusedError, match="opens nothing"):
        make_token(accounts, TERMINAL, TokenWish(person="Ben", scopes=()))
    held = Principal(name="Ben", scopes=frozenset({Right.READ}), via="token")
    with pytest.raises(RefusedError, match="may do more"):
        make_token(accounts, held, TokenWish(person="Ben", scopes=(Right.DECIDE,)))
    with pytest.raises(MissingError, match="no such account"):
        make_token(accounts, TERMINAL, TokenWish(person="Cleo"))
    _, kept = make_token(accounts, TERMINAL, TokenWish(person="Ben"))
    for start, person in (("", None), ("zz", None), (kept.key, "Ana")):
        with pytest.raises(MissingError, match="no such token"):
            revoke_token(accounts, TERMINAL, start, person=person)


def test_when_it_was_used_last_is_known_to_the_minute(accounts: Accounts, clock: Clock) -> None:
    words, _ = make_token(accounts, TERMINAL, TokenWish(person="Ben"))
    principal_of_token(accounts, words)
    first = clock.at
    clock.turn(timedelta(seconds=30))
    principal_of_token(accounts, words)
    assert tokens_of(accounts, "Ben")[0].last_used_at == first


def test_nothing_that_lets_somebody_in_is_printed_with_the_rows(accounts: Accounts) -> None:
    make_token(accounts, TERMINAL, TokenWish(person="Ben"))
    with accounts.store.viewing() as view:
        tables = {line["table"] for line in each_line(view)}
    assert {"account", "audit"} <= tables
    assert tables & {"credential", "token", "session", "secret", "used_form", "attempt"} == set()
