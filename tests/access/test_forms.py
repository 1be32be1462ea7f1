"""A form's token: this server's, this session's, young, and used once."""

from datetime import timedelta

import pytest
from tests.access.conftest import Clock

from watchword.access.accounts import Accounts
from watchword.access.forms import HOLDS, Forms, forms_in_memory, forms_of
from watchword.errors import ForbiddenError


@pytest.fixture(params=["with accounts", "in memory"])
def forms(request: pytest.FixtureRequest, accounts: Accounts, clock: Clock) -> Forms:
    return forms_of(accounts) if request.param == "with accounts" else forms_in_memory(clock)


def test_a_form_is_sent_once(forms: Forms) -> None:
    first, second = forms.issue("a"), forms.issue("a")
    forms.check(first, "a")
    forms.check(second, "a")
    with pytest.raises(ForbiddenError, match="sent already"):
        forms.check(first, "a")


def test_a_form_of_another_session_another_server_or_of_nobody_is_refused(
    forms: Forms, clock: Clock
) -> None:
    given = forms.issue("a")
    for wrong, owner in (
        (given, "b"),
        (forms_in_memory(clock).issue("a"), "a"),
        (given[:-2], "a"),
        ("", "a"),
        ("\ud800x.y" * 300, "a"),
    ):
        with pytest.raises(ForbiddenError):
            forms.check(wrong, owner)
    forms.check(given, "a")


def test_a_form_holds_for_half_a_day(forms: Forms, clock: Clock) -> None:
    old, older = forms.issue("a"), forms.issue("a")
    clock.turn(HOLDS - timedelta(minutes=2))
    forms.check(old, "a")
    clock.turn(timedelta(minutes=3))
    with pytest.raises(ForbiddenError, match="too old"):
        forms.check(older, "a")


def test_a_script_sends_its_token_often(forms: Forms) -> None:
    given = forms.issue_for_script("a")
    forms.check(given, "a")
    forms.check(given, "a")
    with pytest.raises(ForbiddenError, match="not one of yours"):
        forms.check(given, "b")
