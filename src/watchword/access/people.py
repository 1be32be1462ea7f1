"""Accounts: made, given roles and passwords, removed; each deed is written down."""

import re
from dataclasses import dataclass, replace

from watchword.access.accounts import Accounts, note
from watchword.access.passwords import check_password
from watchword.access.signing_in import named, tidy_name
from watchword.errors import MissingError, RefusedError, SignInError
from watchword.model.person import Person
from watchword.model.principal import EVERYWHERE, Membership, Principal, Role
from watchword.store import View, Writing
from watchword.store.accounts import (
    each_person,
    find_hash,
    find_person,
    put_person,
    remove_person,
    set_hash,
)
from watchword.store.entrance import end_sessions_of

_NAME = re.compile(r"\w[\w .@'-]{0,63}")
_MEND = "see `watchword people`"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Who is to get an account.

    Attributes:
        name: what they will sign in with.
        memberships: what they will be, and where.
        password: their password; None for somebody who comes in through a provider alone.
        identity: who they are at a provider, `ISSUER SUBJECT`; empty without.
    """

    name: str
    memberships: tuple[Membership, ...]
    password: str | None = None
    identity: str = ""


def add_person(accounts: Accounts, principal: Principal, new: NewPerson) -> Person:
    """Make an account.

    Raises:
        RefusedError: if the name is taken or no proper one, or the password is not to rely on.
    """
    name = tidy_name(new.name)
    if not _NAME.fullmatch(name):
        raise RefusedError(
            "a name is letters, digits, spaces and .@'- and at most 64 of them", key=name
        )
    hashed = _hashed(accounts, name, new.password)
    with accounts.store.writing() as writing:
        if named(writing, name) is not None:
            raise RefusedError("there is an account of this name already", key=name, mend=_MEND)
        made = Person(
            name=name,
            memberships=new.memberships,
            identity=new.identity,
            by=principal.name,
            at=writing.at,
        )
        put_person(writing, made)
        if hashed is not None:
            set_hash(writing, name, hashed)
        note(writing, principal, "add account", name)
    return made


def set_role(
    accounts: Accounts, principal: Principal, name: str, situation: str, role: Role | None
) -> Person:
    """Say what somebody is in a situation from now on; they sign in anew.

    Args:
        accounts: the record.
        principal: who says so.
        name: of whom.
        situation: where, `*` for everywhere.
        role: what they are; None for nothing.

    Raises:
        RefusedError: if nobody would own everything any more.
        MissingError: if there is no such account.
    """
    with accounts.store.writing() as writing:
        known = known_person(writing, name)
        kept = tuple(each for each in known.memberships if each.situation != situation)
        given = (Membership(situation=situation, role=role),) if role else ()
        made = replace(known, memberships=(*kept, *given), by=principal.name, at=writing.at)
        _check_owner_left(writing, made)
        put_person(writing, made)
        end_sessions_of(writing, known.name)
        note(writing, principal, f"make {role.value if role else 'nothing'} of", known.name)
    return made


def set_password(accounts: Accounts, principal: Principal, name: str, password: str) -> None:
    """Give somebody another password; every session of theirs ends.

    Raises:
        RefusedError: if it is not to rely on.
        MissingError: if there is no such account.
    """
    with accounts.store.viewing() as view:
        known = known_person(view, name)
    hashed = _hashed(accounts, known.name, password)
    with accounts.store.writing() as writing:
        known = known_person(writing, name)
        if hashed is not None:
            set_hash(writing, known.name, hashed)
        end_sessions_of(writing, known.name)
        note(writing, principal, "set password", known.name)


def change_password(accounts: Accounts, principal: Principal, old: str, new: str) -> None:
    """Let somebody change their own password, who knows the one before.

    Raises:
        SignInError: if they do not know it.
        RefusedError: if the new one is not to rely on.
    """
    with accounts.store.viewing() as view:
        hashed = find_hash(view, principal.name)
    if not accounts.hashing.matches(hashed, old):
        raise SignInError("the present password is wrong")
    set_password(accounts, principal, principal.name, new)


def drop_person(accounts: Accounts, principal: Principal, name: str) -> None:
    """Let somebody in no more; what they decided stays theirs.

    Raises:
        RefusedError: if nobody would own everything any more.
        MissingError: if there is no such account.
    """
    with accounts.store.writing() as writing:
        known = known_person(writing, name)
        _check_owner_left(writing, replace(known, memberships=()))
        remove_person(writing, known.name)
        note(writing, principal, "remove account", known.name)


def known_person(view: View | Writing, name: str) -> Person:
    """Somebody by name.

    Raises:
        MissingError: if there is no such account.
    """
    found = find_person(view, name) or named(view, name)
    if found is None:
        raise MissingError("there is no such account", key=tidy_name(name), mend=_MEND)
    return found


def principal_of(person: Person, *, via: str = "session") -> Principal:
    """Somebody as who asks."""
    return Principal(name=person.name, memberships=person.memberships, via=via)


def _check_owner_left(writing: Writing, changed: Person) -> None:
    others = [each for each in each_person(writing) if each.name != changed.name]
    is_first = not others and not find_person(writing, changed.name)
    if not is_first and not any(_owns_everything(each) for each in (*others, changed)):
        raise RefusedError(
            "nobody would own this server any more",
            key=changed.name,
            mend="make another owner first",
        )


def _owns_everything(person: Person) -> bool:
    everything = Membership(situation=EVERYWHERE, role=Role.OWNER)
    return everything in person.memberships


def _hashed(accounts: Accounts, name: str, password: str | None) -> str | None:
    if password is None:
        return None
    check_password(password, name=name)
    return accounts.hashing.hash(password)
