"""Where alerts are sent, and how sending each of them went."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from hashlib import sha256

from watchword.model.happening import HappeningKind
from watchword.model.indicator import Importance


class ChannelKind(StrEnum):
    """How alerts are sent."""

    WEBHOOK = "webhook"
    """A signed HTTP request to an address."""
    EMAIL = "email"
    """A mail, handed to a mail server."""
    ATOM = "atom"
    """A feed file that is written whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Hours in which nothing is sent; what is due waits until they end.

    Attributes:
        since: clock time at which they begin.
        until: clock time at which they end; before `since` where they go over midnight.
        zone: IANA name of the zone that the clock times are in ("Asia/Seoul").
    """

    since: time
    until: time
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A place that alerts are sent to.

    Attributes:
        key: content key, from the kind and the address.
        kind: how alerts are sent there.
        address: a web address, a mail address, or the path of a feed file.
        name: what people call it; empty where they have not said.
        secret: name of the environment variable with the webhook's key or the mail server's
            password, else empty.
        server: of a mail: `smtps://USER@HOST:PORT` or `smtp://HOST:PORT`, never with a password.
        sender: of a mail: the address that it comes from.
        least: alerts of indicators that matter less are not sent.
        indicators: keys of the indicators whose alerts are sent; all of them where empty.
        quiet: hours in which nothing is sent; None without any.
        tells: of a webhook: what it is told of beside alerts, by keys alone.
        with_alerts: whether alerts are sent there.
    """

    key: str
    kind: ChannelKind
    address: str
    name: str = ""
    secret: str = ""
    server: str = ""
    sender: str = ""
    least: Importance = Importance.LOW
    indicators: tuple[str, ...] = ()
    quiet: QuietHours | None = None
    tells: tuple[HappeningKind, ...] = ()
    with_alerts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How sending one alert to one channel goes.

    Attributes:
        key: content key, the same however often it is sent; the receiver knows a repeat by it.
        alert: key of the alert; of anything else its kind and its number, parted by a colon.
        channel: key of the channel.
        owed_at: since when it is to be sent.
        attempts: how often that was tried.
        due_at: when it is to be tried next; None once it is done or given up.
        done_at: when it was taken; None before.
        given_up: whether it was tried for too long.
        error: what went wrong last, in words; empty where nothing did.
    """

    key: str
    alert: str
    channel: str
    owed_at: datetime
    attempts: int = 0
    due_at: datetime | None = None
    done_at: datetime | None = None
    given_up: bool = False
    error: str = ""


def channel_key(kind: ChannelKind, address: str) -> str:
    """Content key of a channel."""
    return sha256(f"{kind.value}\n{address}".encode()).hexdigest()[:16]


def delivery_key(alert: str, channel: str) -> str:
    """Content key of a delivery."""
    return sha256(f"{alert}\n{channel}".encode()).hexdigest()[:16]
