"""Signing in: who knows the password, once; failures wait; sessions begin anew and end."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.access.conftest import PASSWORD, TERMINAL, Clock

from watchword.access.accounts import Accounts, create_accounts, find_accounts, open_accounts
from watchword.access.passwords import Hashing
from watchword.access.people import (
    NewPerson,
    add_person,
    change_password,
    drop_person,
    principal_of,
    set_password,
    set_role,
)
from watchword.access.sessions import (
    IDLE,
    LONGEST,
    find_signed_in,
    sign_out,
    sign_out_elsewhere,
)
from watchword.access.signing_in import Credentials, sign_in
from watchword.errors import (
    MissingError,
    RefusedError,
    SignInError,
    StoreError,
    TooManyError,
)
from watchword.model.audit_entry import Outcome
from watchword.model.principal import EVERYWHERE, Role
from watchword.store import create_store
from watchword.store.accounts import each_audit, find_hash


def typed(name: str = "Ana", password: str = PASSWORD, **more: str) -> Credentials:
    given = {"address": "198.51.100.7", **more}
    return Credentials(name=name, password=password, **given)


def deeds(accounts: Accounts) -> list[tuple[str, str, str, Outcome]]:
    with accounts.store.viewing() as view:
        return [(each.by, each.deed, each.subject, each.outcome) for each in each_audit(view)]


def test_who_knows_the_password_is_signed_in_in_whatever_case_the_name_is_typed(
    accounts: Accounts,
) -> None:
    made = sign_in(accounts, typed(" ana "))
    found = find_signed_in(accounts, made.cookie)
    assert found is not None
    assert found.person.name == "Ana"
    assert made.cookie not in found.session.key
    assert deeds(accounts)[0] == ("Ana", "sign in", "", Outcome.DONE)


@pytest.mark.parametrize("name", ["Ana", "Nobody", "", "'; DROP TABLE account; --", "\ud800"])
def test_whoever_does_not_know_it_hears_the_same_whatever_the_name(
    accounts: Accounts, name: str
) -> None:
    with pytest.raises(SignInError) as caught:
        sign_in(accounts, typed(name, "some other password"))
    assert str(caught.value) == "the name or the password is wrong"
    by = "Ana" if name == "Ana" else ""
    assert deeds(accounts)[0] == (by, "sign in", "", Outcome.REFUSED)


def test_a_session_has_a_new_name_whatever_cookie_the_browser_came_with(
    accounts: Accounts,
) -> None:
    before = sign_in(accounts, typed())
    after = sign_in(accounts, typed(left=before.cookie))
    assert after.cookie != before.cookie
    assert find_signed_in(accounts, before.cookie) is None
    chosen = sign_in(accounts, typed(left="a-cookie-that-somebody-else-chose"))
    assert find_signed_in(accounts, "a-cookie-that-somebody-else-chose") is None
    assert find_signed_in(accounts, chosen.cookie) is not None


def test_a_session_ends_when_it_was_left_alone_and_when_it_is_old(
    accounts: Accounts, clock: Clock
) -> None:
    left = sign_in(accounts, typed())
    clock.turn(IDLE - timedelta(minutes=1))
    assert find_signed_in(accounts, left.cookie) is not None
    clock.turn(IDLE)
    assert find_signed_in(accounts, left.cookie) is None
    used = sign_in(accounts, typed())
    until = clock.at + LONGEST
    while clock.at + IDLE < until:
        clock.turn(IDLE - timedelta(minutes=1))
        assert (find_signed_in(accounts, used.cookie) is not None) == (clock.at < until)
    clock.turn(until - clock.at + timedelta(seconds=1))
    assert find_signed_in(accounts, used.cookie) is None


def test_signing_out_ends_it_here_or_everywhere_else(accounts: Accounts) -> None:
    here, there = sign_in(accounts, typed()), sign_in(accounts, typed())
    sign_out_elsewhere(accounts, principal_of(here.person), here.session)
    assert find_signed_in(accounts, there.cookie) is None
    sign_out(accounts, principal_of(here.person), here.session)
    assert find_signed_in(accounts, here.cookie) is None


def test_another_password_another_role_and_removal_end_every_session(accounts: Accounts) -> None:
    ben = sign_in(accounts, typed("Ben"))
    set_role(accounts, TERMINAL, "ben", "troops", Role.EDITOR)
    assert find_signed_in(accounts, ben.cookie) is None
    ben = sign_in(accounts, typed("Ben"))
    principal = principal_of(ben.person)
    assert principal.role_in("troops") is Role.EDITOR
    with pytest.raises(SignInError):
        change_password(accounts, principal, "not the present one", "eleven larks over the pass")
    change_password(accounts, principal, PASSWORD, "eleven larks over the pass")
    assert find_signed_in(accounts, ben.cookie) is None
    with pytest.raises(SignInError):
        sign_in(accounts, typed("Ben"))
    ben = sign_in(accounts, typed("Ben", "eleven larks over the pass"))
    drop_person(accounts, TERMINAL, "Ben")
    assert find_signed_in(accounts, ben.cookie) is None
    with pytest.raises(SignInError):
        sign_in(accounts, typed("Ben", "eleven larks over the pass"))


def test_failures_from_one_place_wait_ever_longer_and_the_right_password_too(
    accounts: Accounts, clock: Clock
) -> None:
    waits = []
    wrong = typed("Ana", "a wrong password")
    for _ in range(5):
        with pytest.raises(SignInError):
            sign_in(accounts, wrong)
    for _ in range(6):
        with pytest.raises(SignInError):
            sign_in(accounts, wrong)
        with pytest.raises(TooManyError) as caught:
            sign_in(accounts, typed())
        waits.append(caught.value.wait_s)
        clock.turn(timedelta(seconds=caught.value.wait_s))
    assert waits == [2.0, 4.0, 8.0, 16.0, 32.0, 64.0]
    assert sign_in(accounts, typed(address="203.0.113.9")).person.name == "Ana"
    assert sign_in(accounts, typed()).person.name == "Ana"


def test_one_place_cannot_try_many_names_and_many_places_not_one_name(
    accounts: Accounts,
) -> None:
    def tries(each: list[Credentials]) -> int:
        for count, given in enumerate(each):
            try:
                sign_in(accounts, given)
            except SignInError:
                continue
            except TooManyError:
                return count
        return len(each)

    names = [typed(f"name {number}", "a wrong password") for number in range(40)]
    assert tries(names) == 21
    places = [typed("Ben", "wrong", address=f"203.0.113.{number}") for number in range(100)]
    assert tries(places) == 51


def test_who_signs_in_often_is_not_taken_for_one_who_fails(accounts: Accounts) -> None:
    for _ in range(60):
        assert sign_in(accounts, typed()).person.name == "Ana"


def test_a_hash_of_older_parameters_is_made_anew_at_the_sign_in(accounts: Accounts) -> None:
    stronger = replace(accounts, hashing=Hashing())
    sign_in(stronger, typed())
    with accounts.store.viewing() as view:
        hashed = find_hash(view, "Ana")
    assert hashed is not None
    assert not stronger.hashing.is_dated(hashed)
    assert sign_in(stronger, typed()).person.name == "Ana"


def test_a_name_is_taken_once_and_the_last_owner_stays(accounts: Accounts) -> None:
    with pytest.raises(RefusedError, match="already"):
        add_person(accounts, TERMINAL, NewPerson(name="ANA", memberships=()))
    with pytest.raises(RefusedError, match="letters"):
        add_person(accounts, TERMINAL, NewPerson(name="<script>", memberships=()))
    with pytest.raises(RefusedError, match="own this server"):
        drop_person(accounts, TERMINAL, "Ana")
    with pytest.raises(RefusedError, match="own this server"):
        set_role(accounts, TERMINAL, "Ana", EVERYWHERE, Role.READER)
    with pytest.raises(MissingError, match="no such account"):
        set_password(accounts, TERMINAL, "Cleo", PASSWORD)
    set_role(accounts, TERMINAL, "Ben", EVERYWHERE, Role.OWNER)
    drop_person(accounts, TERMINAL, "Ana")
    assert [deed for _, deed, _, _ in deeds(accounts)][:2] == ["remove account", "make owner of"]


def test_a_record_of_accounts_is_no_situation_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "accounts.watchword"
    assert find_accounts(str(place)) is None
    with create_accounts(str(place)) as made:
        secret = made.secret
    assert place.stat().st_mode & 0o077 == 0
    assert find_accounts(str(place)) is None
    with open_accounts(str(place)) as opened:
        assert opened.secret == secret
        add_person(opened, TERMINAL, NewPerson(name="Ana", memberships=()))
    with find_accounts(str(place)) or pytest.fail("Ana is not found"):
        pass
    situation = str(tmp_path / "situation.watchword")
    create_store(situation, title="Troops").close()
    with pytest.raises(StoreError, match="no record of accounts"):
        open_accounts(situation)
