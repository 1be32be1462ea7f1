"""`watchword people`, `tokens`, `audit` and what `serve` refuses, as they are typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from watchword.access.accounts import open_accounts
from watchword.access.signing_in import Credentials, sign_in
from watchword.access.tokens import principal_of_token
from watchword.cli import app
from watchword.model.principal import Right

PASSWORD = "seven herons on a quiet river"  # noqa: S105 - of a test


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    made = str(tmp_path / "accounts.watchword")
    monkeypatch.setenv("WATCHWORD_ACCOUNTS", made)
    monkeypatch.setenv("WATCHWORD_USER", "root")
    return made


def typed(*words: str, sent: str = "", code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words), input=sent)
    assert result.exit_code == code, result.output
    return result.output


def test_the_first_account_makes_the_record_and_its_password_opens_it(place: str) -> None:
    assert "no accounts yet" in typed("people")
    told = typed("people", "add", "Ana", "--role", "owner", sent=f"{PASSWORD}\n")
    assert told == "Ana is owner everywhere\n"
    with open_accounts(place) as accounts:
        given = Credentials(name="Ana", password=PASSWORD, address="")
        assert sign_in(accounts, given).person.name == "Ana"
    assert "Ana" in typed("people")
    (record,) = map(json.loads, typed("people", "--json").splitlines())
    assert record["memberships"] == [{"situation": "*", "role": "owner"}]


def test_a_password_is_never_an_argument_and_a_weak_one_makes_nothing(place: str) -> None:
    typed("people", "add", "Ana", "--password", PASSWORD, code=2)
    told = typed("people", "add", "Ana", "--role", "owner", sent="password1234\n", code=1)
    assert "guessed first" in told
    assert "no accounts yet" in typed("people")
    typed("people", "add", "Ana", "--role", "emperor", sent=f"{PASSWORD}\n", code=2)
    assert Path(place).exists()


def test_roles_passwords_and_removal(place: str) -> None:
    typed("people", "add", "Ana", "--role", "owner", sent=f"{PASSWORD}\n")
    typed("people", "add", "Ben", sent=f"{PASSWORD}\n")
    assert "Ben is reader everywhere, editor in troops" in typed(
        "people", "role", "Ben", "editor", "--situation", "troops"
    )
    assert "Ben is editor in troops" in typed("people", "role", "ben", "nothing")
    typed("people", "password", "Ben", sent="eleven larks over the pass\n")
    typed("people", "remove", "Ben")
    assert "nobody would own this server" in typed("people", "remove", "Ana", code=1)
    assert "there is no such account" in typed("people", "remove", "Ben", code=1)
    deeds = [json.loads(line)["deed"] for line in typed("audit", "--json").splitlines()]
    assert deeds == [
        "remove account",
        "set password",
        "make nothing of",
        "make editor of",
        "add account",
        "add account",
    ]
    assert PASSWORD not in typed("audit")
    assert PASSWORD.encode() not in Path(place).read_bytes()


def test_a_token_is_printed_once_and_revoked(place: str) -> None:
    typed("people", "add", "Ana", "--role", "owner", sent=f"{PASSWORD}\n")
    told = typed("tokens", "add", "Ana", "--scope", "read", "--scope", "publish", "--days", "3")
    token = told.splitlines()[0]
    with open_accounts(place) as accounts:
        found = principal_of_token(accounts, token)
    assert found is not None
    assert found.scopes == {Right.READ, Right.PUBLISH}
    (record,) = map(json.loads, typed("tokens", "--json").splitlines())
    assert token not in json.dumps(record)
    assert (record["holds"], record["scopes"]) == (True, "read, publish")
    typed("tokens", "revoke", record["token"])
    assert json.loads(typed("tokens", "--json"))["holds"] is False
    typed("tokens", "add", "Ana", "--scope", "everything", code=2)
    typed("tokens", "add", "Nobody", code=1)


def test_a_server_that_others_reach_needs_an_account(tmp_path: Path) -> None:
    store = str(tmp_path / "troops.watchword")
    typed("init", store, "--title", "Troops")
    told = typed("serve", "--store", store, "--host", "0.0.0.0", code=1)  # noqa: S104 - that is what is refused
    assert "it has no accounts" in told


def test_a_provider_is_set_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = str(tmp_path / "troops.watchword")
    typed("init", store, "--title", "Troops")
    monkeypatch.setenv("WATCHWORD_OIDC_ISSUER", "https://login.example.org")
    assert "WATCHWORD_OIDC_CLIENT" in typed("serve", "--store", store, code=2)
    monkeypatch.setenv("WATCHWORD_OIDC_CLAIM", "nickname")
    assert "none of sub, email" in typed("serve", "--store", store, code=2)
