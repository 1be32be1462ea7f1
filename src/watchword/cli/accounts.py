"""`watchword people`, `tokens`, `audit`: who may come in to a server, and what was done there."""

import getpass
import sys
from dataclasses import dataclass
from datetime import timedelta

from rich.text import Text

from watchword.access import people as doing
from watchword.access.accounts import Accounts, create_accounts, find_accounts, open_accounts
from watchword.access.tokens import TokenWish, holds, make_token, revoke_token, tokens_of
from watchword.cli.printing import print_table
from watchword.cli.screen import one_line, put_lines, tell, warn
from watchword.config import Settings, read_settings
from watchword.errors import SettingsError
from watchword.model.audit_entry import AuditEntry
from watchword.model.person import Person, Token
from watchword.model.principal import EVERYWHERE, Membership, Principal, Right, Role
from watchword.store.accounts import each_audit, each_person
from watchword.store.opening import is_server

_NOTHING = "nothing"
_MOST_LETTERS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOrder:
    """What was asked for, as typed.

    Attributes:
        name: of whom.
        role: what they are to be.
        situation: where.
        identity: who they are at a provider, empty without.
    """

    name: str
    role: str
    situation: str = EVERYWHERE
    identity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenOrder:
    """What was asked for, as typed.

    Attributes:
        person: whose it will be.
        label: what it is for.
        scopes: what it may do.
        days: after how many it ends.
    """

    person: str
    label: str
    scopes: tuple[str, ...]
    days: int


def add_person(place: str | None, order: PersonOrder) -> None:
    """Make an account, and the record of accounts with the first of them."""
    settings = read_settings()
    role = _role(order.role)
    if role is None:
        raise SettingsError("an account begins with a role", mend="see `--role`")
    password = None if order.identity else _ask_password(order.name)
    with _opened_or_made(place or settings.accounts) as accounts:
        membership = Membership(situation=order.situation, role=role)
        new = doing.NewPerson(
            name=order.name,
            memberships=(membership,),
            password=password,
            identity=order.identity,
        )
        made = doing.add_person(accounts, _here(settings), new)
    tell(f"{one_line(made.name)} is {_told(membership)}")


def set_role(place: str | None, order: PersonOrder) -> None:
    """Say what somebody is from now on."""
    settings = read_settings()
    role = None if order.role == _NOTHING else _role(order.role)
    with open_accounts(place or settings.accounts) as accounts:
        made = doing.set_role(accounts, _here(settings), order.name, order.situation, role)
    tell(f"{one_line(made.name)} is {_memberships(made)}")
    warn("they sign in anew")


def set_password(place: str | None, name: str) -> None:
    """Give somebody another password."""
    settings = read_settings()
    with open_accounts(place or settings.accounts) as accounts:
        with accounts.store.viewing() as view:
            known = doing.known_person(view, name)
        doing.set_password(accounts, _here(settings), known.name, _ask_password(known.name))
    tell(f"the password of {one_line(known.name)} is changed; they sign in anew")


def remove_person(place: str | None, name: str) -> None:
    """Let somebody in no more."""
    settings = read_settings()
    with open_accounts(place or settings.accounts) as accounts:
        doing.drop_person(accounts, _here(settings), name)
    tell(f"{one_line(name)} is let in no more")


def show_people(place: str | None, *, as_json: bool) -> None:
    """Print who has an account."""
    settings = read_settings()
    found = find_accounts(place or settings.accounts)
    if found is None:
        warn("no accounts yet; watchword people add NAME --role owner")
        return
    with found, found.store.viewing() as view:
        listed = list(each_person(view))
    if as_json:
        put_lines(_person_record(each) for each in listed)
    else:
        rows = ((each.name, _memberships(each), each.identity, f"{each.at:%Y-%m-%d %H:%M}", each.by)
                for each in listed)  # fmt: skip
        print_table(("name", "is", "identity", "since", "by"), map(_row, rows))


def add_token(place: str | None, order: TokenOrder) -> None:
    """Make a token, and print it."""
    settings = read_settings()
    scopes = tuple(map(_right, order.scopes)) or (Right.READ,)
    with open_accounts(place or settings.accounts) as accounts:
        wish = TokenWish(
            person=order.person,
            label=order.label,
            scopes=scopes,
            expires_at=accounts.store.now() + timedelta(days=order.days),
        )
        words, made = make_token(accounts, _here(settings), wish)
    tell(words)
    warn(f"token {made.key[:16]} of {one_line(made.person)}: it is shown now and never again")


def revoke(place: str | None, start: str) -> None:
    """Let a token open nothing any more."""
    settings = read_settings()
    with open_accounts(place or settings.accounts) as accounts:
        ended = revoke_token(accounts, _here(settings), start)
    tell(f"token {ended.key[:16]} of {one_line(ended.person)} opens nothing any more")


def show_tokens(place: str | None, person: str | None, *, as_json: bool) -> None:
    """Print tokens, without what they open."""
    settings = read_settings()
    with open_accounts(place or settings.accounts) as accounts:
        now = accounts.store.now()
        records = [
            {**_token_record(each), "holds": holds(each, now)}
            for each in tokens_of(accounts, person)
        ]
    if as_json:
        put_lines(records)
    elif records:
        names = tuple(records[0])
        print_table(names, (_row(tuple(each.values())) for each in records))
    else:
        warn("no tokens yet; watchword tokens add NAME --scope read")


def show_audit(place: str | None, person: str | None, *, limit: int, as_json: bool) -> None:
    """Print what was done, newest first."""
    settings = read_settings()
    with (
        open_accounts(place or settings.accounts) as accounts,
        accounts.store.viewing() as view,
    ):
        records = [_audit_record(each) for each in each_audit(view, by=person, limit=limit)]
    if as_json:
        put_lines(records)
    elif records:
        print_table(tuple(records[0]), (_row(tuple(each.values())) for each in records))
    else:
        warn("nothing was done")


def _opened_or_made(place: str) -> Accounts:
    found = find_accounts(place)
    if found is not None:
        return found
    if not is_server(place):
        try:
            return create_accounts(place)
        except OSError as error:
            raise SettingsError(f"it cannot be made: {error.strerror}", key=place) from error
    return create_accounts(place)


def _ask_password(name: str) -> str:
    """Ask for a password on the terminal, twice, or read it from standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(_MOST_LETTERS).rstrip("\r\n")
    first = getpass.getpass(f"password for {one_line(name)}: ")
    if getpass.getpass("again: ") != first:
        raise SettingsError("the password was typed in two ways", mend="run the command again")
    return first


def _here(settings: Settings) -> Principal:
    return Principal(name=settings.user or "somebody at the terminal", via="terminal")


def _role(words: str) -> Role | None:
    try:
        return Role(words)
    except ValueError as error:
        known = ", ".join(Role)
        raise SettingsError(f"'{words}' is no role", mend=f"use one of {known}") from error


def _right(words: str) -> Right:
    try:
        return Right(words)
    except ValueError as error:
        known = ", ".join(Right)
        raise SettingsError(f"'{words}' is no right", mend=f"use some of {known}") from error


def _told(membership: Membership) -> str:
    where = "everywhere" if membership.situation == EVERYWHERE else f"in {membership.situation}"
    return f"{membership.role.value} {where}"


def _memberships(person: Person) -> str:
    return ", ".join(map(_told, person.memberships)) or _NOTHING


def _row(cells: tuple[object, ...]) -> tuple[Text, ...]:
    return tuple(Text(one_line("" if each is None else str(each))) for each in cells)


def _person_record(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "memberships": [
            {"situation": each.situation, "role": each.role.value} for each in person.memberships
        ],
        "identity": person.identity,
        "by": person.by,
        "at": person.at.isoformat(),
    }


def _token_record(token: Token) -> dict[str, object]:
    ends, used = token.expires_at, token.last_used_at
    return {
        "token": token.key[:16],
        "person": token.person,
        "label": token.label,
        "scopes": ", ".join(token.scopes),
        "made": token.made_at.isoformat(timespec="minutes"),
        "ends": ends.isoformat(timespec="minutes") if ends else None,
        "used": used.isoformat(timespec="minutes") if used else None,
    }


def _audit_record(entry: AuditEntry) -> dict[str, object]:
    return {
        "at": entry.at.isoformat(timespec="seconds"),
        "by": entry.by,
        "via": entry.via,
        "deed": entry.deed,
        "subject": entry.subject,
        "outcome": entry.outcome.value,
    }
