"""Channels as people tell them: checked before anything is sent there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watchword.deliver.mail import PORTS
from watchword.errors import RefusedError, SettingsError
from watchword.model.channel import Channel, ChannelKind, QuietHours, channel_key
from watchword.model.happening import HappeningKind
from watchword.net.addresses import check_address

ALERT = "alert"
"""What a channel is told of where nothing is said."""
_HOURS = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_MAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+")


def make_channel(kind: ChannelKind, address: str) -> Channel:
    """A channel of a kind at an address, with nothing else said of it."""
    return Channel(key=channel_key(kind, address), kind=kind, address=address)


def check_channel(channel: Channel) -> None:
    """See that something can be sent there.

    Raises:
        RefusedError: if the address may not be used.
        SettingsError: if something is missing.
    """
    if channel.tells and channel.kind is not ChannelKind.WEBHOOK:
        raise SettingsError("only a webhook is told of more than alerts", key="--tell")
    if channel.kind is ChannelKind.WEBHOOK:
        check_address(channel.address)
        if not channel.secret:
            raise SettingsError(
                "a webhook is signed", key="--secret", mend="name a variable with its key"
            )
    elif channel.kind is ChannelKind.EMAIL:
        _check_mail(channel)


def read_hours(words: str, zone: str) -> QuietHours:
    """Quiet hours as typed.

    >>> read_hours("22:00-07:00", "Asia/Seoul").until
    datetime.time(7, 0)

    Raises:
        SettingsError: if they are none, or the zone is not known.
    """
    since, until = _clock_times(words)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            f"'{zone}' is no time zone", key="--zone", mend="use a name as Asia/Seoul"
        ) from error
    return QuietHours(since=since, until=until, zone=zone)


def told_of(channel: Channel, words: Sequence[str]) -> Channel:
    """A channel that is told of these things: `alert`, and kinds of what is added to the record.

    >>> from watchword.model.channel import ChannelKind
    >>> hook = told_of(make_channel(ChannelKind.WEBHOOK, "https://x.example"), ["report.added"])
    >>> hook.with_alerts, [kind.value for kind in hook.tells]
    (False, ['report.added'])

    Raises:
        SettingsError: if there is no such thing to be told of.
    """
    if not words:
        return channel
    kinds = {kind.value: kind for kind in HappeningKind}
    unknown = sorted(set(words) - set(kinds) - {ALERT})
    if unknown:
        raise SettingsError(
            f"nothing is called '{unknown[0]}'",
            key="--tell",
            mend=f"use {', '.join((ALERT, *kinds))}",
        )
    tells = tuple(kind for name, kind in kinds.items() if name in words)
    return replace(channel, tells=tells, with_alerts=ALERT in words)


def _clock_times(words: str) -> tuple[time, time]:
    found = _HOURS.fullmatch(words.strip())
    numbers = [int(each) for each in found.groups()] if found else [24, 0, 24, 0]
    try:
        return time(numbers[0], numbers[1]), time(numbers[2], numbers[3])
    except ValueError as error:
        raise SettingsError(
            f"'{words}' are no hours", key="--quiet", mend="use 22:00-07:00"
        ) from error


def _check_mail(channel: Channel) -> None:
    for address in filter(None, (channel.address, channel.sender)):
        if not _MAIL.fullmatch(address):
            raise SettingsError("this is no mail address", key=address)
    parts = urlsplit(channel.server)
    if parts.scheme not in PORTS or not parts.hostname:
        raise SettingsError(
            "a mail needs a mail server", key="--server", mend="use smtps://USER@HOST"
        )
    if parts.password is not None:
        raise RefusedError(
            "a password is kept in no record", key="--server", mend="name a variable: --secret"
        )
