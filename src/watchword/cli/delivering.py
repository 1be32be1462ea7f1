"""`watchword channels` and `deliver`: where alerts are sent, and how that goes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.text import Text

from watchword.cli.indicating import importance_of
from watchword.cli.printing import print_table
from watchword.cli.progress import watching
from watchword.cli.screen import many, one_line, put_lines, tell, tell_json, warn
from watchword.config import read_settings
from watchword.deliver.channels import make_channel, read_hours, told_of
from watchword.errors import SettingsError
from watchword.flow.channel_records import channel_record, last_error, quiet_words, state_of
from watchword.flow.situation.delivering import Delivered, drop_channel, keep_channel, try_again
from watchword.flow.situation.indicating import choose_indicator
from watchword.model.channel import Channel, ChannelKind, Delivery
from watchword.store import View
from watchword.store.channels import each_channel, each_delivery
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        kind: how alerts are sent.
        address: where.
        name: what the user calls it.
        secret: environment variable with a key or a password.
        server: mail server.
        sender: mail address that it comes from.
        least: how much an indicator has to matter.
        indicators: names of those whose alerts are sent, all where empty.
        quiet: quiet hours.
        zone: their time zone.
        tells: what it is told of, alerts where empty.
    """

    store: str | None
    kind: str
    address: str
    name: str = ""
    secret: str = ""
    server: str = ""
    sender: str = ""
    least: str = "low"
    indicators: tuple[str, ...] = ()
    quiet: str | None = None
    zone: str = "UTC"
    tells: tuple[str, ...] = ()


def add(order: ChannelOrder) -> None:
    """Send alerts to a place from now on."""
    settings = read_settings()
    kind = _kind(order.kind)
    address = str(Path(order.address).resolve()) if kind is ChannelKind.ATOM else order.address
    with Workbench.open(order.store or settings.store, settings) as bench:
        with bench.store.viewing() as view:
            keys = tuple(choose_indicator(view, name).key for name in order.indicators)
        made = replace(
            make_channel(kind, address),
            name=order.name,
            secret=order.secret,
            server=order.server,
            sender=order.sender,
            least=importance_of(order.least),
            indicators=keys,
            quiet=read_hours(order.quiet, order.zone) if order.quiet else None,
        )
        added = keep_channel(bench.store, told_of(made, order.tells), by=settings.user)
    tell(f"{made.key}  {made.kind.value}  {one_line(made.address)}")
    warn("alerts from now on are sent there" if added else "it is there already")


def remove(store: str | None, name: str) -> None:
    """Send no alerts there any more."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench:
        dropped, _ = drop_channel(bench.store, name, by=settings.user)
    tell(f"nothing is sent there any more: {one_line(dropped.address)}")


def show(store: str | None, *, as_json: bool) -> None:
    """Print the channels with how sending goes."""
    settings = read_settings()
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing() as view,
    ):
        listed = [(each, list(each_delivery(view, each.key))) for each in each_channel(view)]
    if as_json:
        put_lines(channel_record(channel, sent) for channel, sent in listed)
    elif listed:
        names = ("channel", "kind", "address", "called", "from", "quiet", "sent", "due", "given up")
        print_table((*names, "last error"), (_row(channel, sent) for channel, sent in listed))
    else:
        warn("no channels yet; watchword channels add webhook ADDRESS --secret NAME")


def deliver(store: str | None, *, again: bool, as_json: bool) -> None:
    """Send what is due, and tell what came of it."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench, watching() as watch:
        if again:
            try_again(bench.store)
        done = bench.deliver(watch)
    if as_json:
        tell_json(
            {
                "sent": done.sent,
                "failed": done.failed,
                "given_up": done.given_up,
                "held": done.held,
                "errors": list(done.errors),
            }
        )
    tell_delivered(done)


def tell_delivered(done: Delivered) -> None:
    """Tell what came of sending, on standard error."""
    told = [f"{many(done.sent, 'alert')} sent"]
    told += [f"{done.failed:,} failed and will be tried again"] if done.failed else []
    told += [f"{done.given_up:,} given up"] if done.given_up else []
    told += [f"{done.held:,} held in quiet hours"] if done.held else []
    warn(", ".join(told))
    for error in done.errors:
        warn(f"  {one_line(error)}")


def ailing_channels(view: View) -> list[str]:
    """What goes badly on each channel, in words; a channel that does well is left out."""
    found: list[str] = []
    for channel in each_channel(view):
        sent = list(each_delivery(view, channel.key))
        given_up = sum(each.given_up for each in sent)
        failing = sum(bool(each.error) and each.due_at is not None for each in sent)
        told = [f"{many(given_up, 'alert')} given up"] if given_up else []
        waits = "alert waits" if failing == 1 else "alerts wait"
        told += [f"{failing:,} {waits} to be tried again"] if failing else []
        if told:
            found.append(
                f"{channel.name or channel.address}: {', '.join(told)}: {last_error(sent)}"
            )
    return found


def _kind(words: str) -> ChannelKind:
    try:
        return ChannelKind(words)
    except ValueError as error:
        known = ", ".join(ChannelKind)
        raise SettingsError(f"'{words}' is no kind of channel", mend=f"use {known}") from error


def _row(channel: Channel, sent: Sequence[Delivery]) -> tuple[Text, ...]:
    count = Counter(map(state_of, sent))
    cells = (
        channel.key,
        channel.kind.value,
        channel.address,
        channel.name,
        channel.least.value,
        quiet_words(channel),
        f"{count['sent']:,}",
        f"{count['due']:,}",
        f"{count['given up']:,}",
        last_error(sent),
    )
    return tuple(Text(one_line(cell)) for cell in cells)
