"""Channels and how sending goes, as plain records; names of secrets stay out of them."""

from collections import Counter
from collections.abc import Sequence

from watchword.flow.span_records import Record
from watchword.model.channel import Channel, Delivery


def channel_record(channel: Channel, sent: Sequence[Delivery]) -> Record:
    """A channel with how sending to it goes."""
    count = Counter(map(state_of, sent))
    return {
        "key": channel.key,
        "kind": channel.kind.value,
        "address": channel.address,
        "name": channel.name,
        "server": channel.server,
        "sender": channel.sender,
        "least": channel.least.value,
        "indicators": list(channel.indicators),
        "quiet": quiet_words(channel),
        "tells": [*(["alert"] if channel.with_alerts else []), *map(str, channel.tells)],
        "sent": count["sent"],
        "due": count["due"],
        "given_up": count["given up"],
        "error": last_error(sent),
    }


def state_of(delivery: Delivery) -> str:
    """How sending one alert went: sent, due or given up."""
    if delivery.done_at is not None:
        return "sent"
    return "given up" if delivery.given_up else "due"


def last_error(sent: Sequence[Delivery]) -> str:
    """What went wrong with the newest letter that was not taken, else empty."""
    failed = [each for each in sent if each.error and not each.done_at]
    return max(failed, key=lambda each: (each.owed_at, each.key)).error if failed else ""


def quiet_words(channel: Channel) -> str:
    """Quiet hours as they are typed, empty without any."""
    hours = channel.quiet
    return f"{hours.since:%H:%M}-{hours.until:%H:%M} {hours.zone}" if hours else ""
