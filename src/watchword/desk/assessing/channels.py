"""Where alerts are sent: added, tried and taken off by whoever manages the situation.

Invariant: whoever comes through a door names only secrets that were meant for channels, and no
file of the machine: what a variable holds never goes to an address that a visitor chose.
"""

import re
from dataclasses import replace
from typing import Literal

from watchword.config import secret
from watchword.deliver.bounds import Bounds
from watchword.deliver.channels import make_channel, read_hours, told_of
from watchword.desk.ask import Ask, Key, Line
from watchword.desk.assessing.fields import OneAsk, Parted
from watchword.desk.assessing.taking_back import TAKE_BACK
from watchword.desk.entries import Action, DeskFile, DeskView, Doing, Made
from watchword.desk.seen import Seen
from watchword.errors import SettingsError
from watchword.flow.channel_records import channel_record
from watchword.flow.situation.delivering import (
    choose_channel,
    drop_channel,
    feed_of_record,
    keep_channel,
)
from watchword.flow.situation.indicating import choose_indicator
from watchword.flow.situation.trying_channels import send_test
from watchword.flow.span_records import Record
from watchword.model.channel import ChannelKind
from watchword.model.indicator import Importance
from watchword.model.principal import Right
from watchword.store.channels import each_channel, each_delivery
from watchword.store.indicators import each_indicator

PREFIX = "WATCHWORD_CHANNEL_"
"""Begins the name of every variable that a channel's secret may be in."""
_NAME = re.compile(r"[A-Z0-9_]{1,60}")


class ChannelAsk(Ask):
    """A place that alerts are to be sent to.

    Attributes:
        kind: how.
        address: a web address, or a mail address.
        name: what it is called.
        secret: name of the variable with the webhook's key or the mail server's password.
        server: of a mail: the mail server.
        sender: of a mail: the address that it comes from.
        least: alerts of indicators that matter less are not sent.
        indicators: only of these, parted by commas; of all where empty.
        quiet: hours in which nothing is sent, as 22:00-07:00.
        zone: the time zone of these hours.
        tells: what it is told of, alerts unless given; a webhook also of report.added,
            claims.added, brief.published, decision.made, by keys alone.
    """

    kind: Literal["webhook", "email"]
    address: Key
    name: Line = ""
    secret: Line = ""
    server: Line = ""
    sender: Line = ""
    least: Literal["low", "normal", "high"] = "low"
    indicators: Parted = ()
    quiet: Line = ""
    zone: Line = "UTC"
    tells: Parted = ()


def find_channels(seen: Seen, _ask: Ask) -> Record:
    """Where alerts are sent, and how that goes."""
    with seen.view() as view:
        told = [
            channel_record(each, list(each_delivery(view, each.key))) for each in each_channel(view)
        ]
        names = {each.key: each.name for each in each_indicator(view)}
    return {"channels": told, "prefix": PREFIX, "indicators": names}


def add(doing: Doing, ask: ChannelAsk) -> Record:
    """Send alerts to a place from now on."""
    _check_secret(ask.secret)
    with doing.seen.view() as view:
        keys = tuple(choose_indicator(view, name).key for name in ask.indicators)
    made = replace(
        make_channel(ChannelKind(ask.kind), ask.address),
        name=ask.name,
        secret=ask.secret,
        server=ask.server,
        sender=ask.sender,
        least=Importance(ask.least),
        indicators=keys,
        quiet=read_hours(ask.quiet, ask.zone) if ask.quiet else None,
    )
    revision = keep_channel(doing.bench.store, told_of(made, ask.tells), by=doing.by)
    if revision is None:
        return {"said": "it is there already", "key": made.key}
    return {
        "said": "alerts from now on are sent there",
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "key": made.key,
    }


def remove(doing: Doing, ask: OneAsk) -> Record:
    """Send no alerts to a place any more."""
    dropped, revision = drop_channel(doing.bench.store, ask.key, by=doing.by)
    return {
        "said": f"nothing is sent to {dropped.name or dropped.address} any more",
        "decision": revision.key,
        "undo_by": TAKE_BACK,
        "key": dropped.key,
    }


def test(doing: Doing, ask: OneAsk) -> Record:
    """Send a letter that says that it is a test."""
    with doing.seen.view() as view:
        channel = choose_channel(view, ask.key)
    settings = doing.seen.settings
    bounds = Bounds(timeout_s=settings.timeout_s, allow_private=settings.allow_private)
    send_test(channel, doing.bench.store.now(), bounds, secret)
    return {"said": "the test was taken", "key": channel.key}


def make_feed(seen: Seen, _ask: Ask) -> Made:
    """The newest alerts as an Atom feed."""
    content = feed_of_record(seen.store)
    return Made(content=content, media="application/atom+xml", name="alerts.atom")


def _check_secret(name: str) -> None:
    """See that a name is one of a channel's secret.

    Raises:
        SettingsError: if it is not.
    """
    if name and not (name.startswith(PREFIX) and _NAME.fullmatch(name)):
        raise SettingsError(
            f"a channel's secret is in a variable whose name begins with {PREFIX}",
            key="secret",
            mend=f"set {PREFIX}ALERTS where the server runs, and name it here",
        )


CHANNELS = DeskView(
    name="channels",
    summary="Where alerts are sent, and how that goes",
    asks=Ask,
    find=find_channels,
    right=Right.MANAGE,
)
ADD_CHANNEL = Action(
    name="add-channel",
    summary="Send alerts to a web address or a mail address from now on",
    asks=ChannelAsk,
    do=add,
    right=Right.MANAGE,
)
REMOVE_CHANNEL = Action(
    name="remove-channel",
    summary="Send no alerts to a place any more",
    asks=OneAsk,
    do=remove,
    right=Right.MANAGE,
)
TEST_CHANNEL = Action(
    name="test-channel",
    summary="Send a letter to a place that says that it is a test",
    asks=OneAsk,
    do=test,
    right=Right.MANAGE,
)
ALERTS_FEED = DeskFile(
    name="alerts.atom",
    summary="The newest alerts as an Atom feed",
    asks=Ask,
    make=make_feed,
)
