"""A channel is checked when it is added: what cannot be sent to is refused with a reason."""

from dataclasses import replace

import pytest

from watchword.deliver.channels import check_channel, make_channel, read_hours
from watchword.errors import RefusedError, SettingsError
from watchword.model.channel import ChannelKind

HOOK = replace(make_channel(ChannelKind.WEBHOOK, "https://example.org/a"), secret="KEY")  # noqa: S106 - a name
MAIL = replace(make_channel(ChannelKind.EMAIL, "a@example.org"), server="smtps://ana@example.org")


def test_a_whole_channel_is_taken() -> None:
    for channel in (HOOK, MAIL, make_channel(ChannelKind.ATOM, "alerts.xml")):
        check_channel(channel)
    assert HOOK.key != MAIL.key


@pytest.mark.parametrize(
    "channel",
    [
        replace(HOOK, secret=""),
        replace(MAIL, server=""),
        replace(MAIL, server="imaps://example.org"),
        replace(MAIL, address="a@example.org, b@example.org"),
        replace(MAIL, sender="a"),
    ],
)
def test_what_is_missing_is_told(channel: object) -> None:
    with pytest.raises(SettingsError):
        check_channel(channel)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "channel",
    [
        replace(HOOK, address="ftp://example.org"),
        replace(HOOK, address="https://ana:word@example.org"),
        replace(MAIL, server="smtps://ana:word@example.org"),
    ],
)
def test_what_may_not_be_used_is_refused(channel: object) -> None:
    with pytest.raises(RefusedError):
        check_channel(channel)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "zone"), [("25:00-07:00", "UTC"), ("night", "UTC"), ("22:00-07:00", "Mars/Base")]
)
def test_hours_that_are_none_are_told(words: str, zone: str) -> None:
    with pytest.raises(SettingsError):
        read_hours(words, zone)
