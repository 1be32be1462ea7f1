"""The commands on who may come in; the work behind each is loaded when it is asked for."""

import typer

from watchword.cli import options_access as options


def people(
    context: typer.Context,
    *,
    as_json: options.LinesAsJson = False,
    accounts: options.Accounts = None,
) -> None:
    """Print who has an account on the server, or make, change or remove one."""
    if context.invoked_subcommand is None:
        from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

        work.show_people(accounts, as_json=as_json)


def add_person(
    name: options.Name,
    *,
    role: options.Role = "reader",
    situation: options.Situation = "*",
    identity: options.Identity = "",
    accounts: options.Accounts = None,
) -> None:
    """Make an account; the password is asked for, or read from standard input."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    order = work.PersonOrder(name=name, role=role, situation=situation, identity=identity)
    work.add_person(accounts, order)


def set_role(
    name: options.Name,
    role: options.NewRole,
    *,
    situation: options.Situation = "*",
    accounts: options.Accounts = None,
) -> None:
    """Say what somebody is from now on, everywhere or in one situation."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    work.set_role(accounts, work.PersonOrder(name=name, role=role, situation=situation))


def set_password(name: options.Name, *, accounts: options.Accounts = None) -> None:
    """Give somebody another password; it is asked for, or read from standard input."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    work.set_password(accounts, name)


def remove_person(name: options.Name, *, accounts: options.Accounts = None) -> None:
    """Let somebody in no more; what they decided stays theirs."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    work.remove_person(accounts, name)


def tokens(
    context: typer.Context,
    *,
    person: options.OfPerson = None,
    as_json: options.LinesAsJson = False,
    accounts: options.Accounts = None,
) -> None:
    """Print the tokens that programs come in with, or make or revoke one."""
    if context.invoked_subcommand is None:
        from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

        work.show_tokens(accounts, person, as_json=as_json)


def add_token(
    person: options.Person,
    *,
    label: options.Label = "",
    scope: options.Scopes = None,
    days: options.Days = 90,
    accounts: options.Accounts = None,
) -> None:
    """Make a token, and print it, once."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    order = work.TokenOrder(person=person, label=label, scopes=tuple(scope or ()), days=days)
    work.add_token(accounts, order)


def revoke_token(token: options.TokenKey, *, accounts: options.Accounts = None) -> None:
    """Let a token open nothing any more."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    work.revoke(accounts, token)


def audit(
    *,
    person: options.OfPerson = None,
    limit: options.Limit = 100,
    as_json: options.LinesAsJson = False,
    accounts: options.Accounts = None,
) -> None:
    """Print what was done on the server and what was refused, newest first."""
    from watchword.cli import accounts as work  # noqa: PLC0415 - slow import

    work.show_audit(accounts, person, limit=limit, as_json=as_json)
