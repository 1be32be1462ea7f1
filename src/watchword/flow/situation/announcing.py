"""Telling channels what was added to a record, beside alerts: noted once, sent by `delivering`."""

import json
from collections.abc import Iterable

from watchword.deliver.letter import Announcement
from watchword.errors import RefusedError
from watchword.model.channel import Channel, Delivery, delivery_key
from watchword.model.happening import Happening, HappeningKind
from watchword.store import Store, View, Writing
from watchword.store.channels import owe_deliveries
from watchword.store.happenings import find_happening, happenings_after, newest_happening
from watchword.store.progress import progress_of, set_progress

_PARTED = ":"


def begin_announcing(writing: Writing, made: Channel, before: Channel | None) -> None:
    """Tell a channel of what is added from now on, of the kinds that it was not told before."""
    known = before.tells if before is not None else ()
    for kind in made.tells:
        if kind not in known:
            set_progress(writing, _owing(made, kind), newest_happening(writing, kind))


def owe_announcements(store: Store, channel: Channel) -> None:
    """Note which of what was added since is to be told to a channel."""
    for kind in channel.tells:
        while _owe_page(store, channel, kind):
            pass


def announcement_of(view: View, delivery: Delivery) -> Announcement | None:
    """What a delivery tells, None where that is an alert.

    Raises:
        RefusedError: if it is not there.
    """
    name, parted, number = delivery.alert.partition(_PARTED)
    if not parted:
        return None
    found = find_happening(view, HappeningKind(name), int(number))
    if found is None:
        raise RefusedError("what is to be told is not there", key=delivery.alert)
    return Announcement(key=delivery.key, happening=found)


def body_of_announcement(letter: Announcement) -> bytes:
    """What a webhook is sent: JSON, the same bytes for every repeat."""
    told = letter.happening
    record = {
        "type": told.kind.value,
        "timestamp": told.at.isoformat(),
        "data": {"key": told.key, "subject": told.subject, "count": told.count},
    }
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def _owe_page(store: Store, channel: Channel, kind: HappeningKind) -> bool:
    """Note the next of a kind; False where there is none."""
    with store.viewing() as view:
        at = progress_of(view, _owing(channel, kind))
        page = happenings_after(view, kind, at)
    if not page:
        return False
    with store.writing() as writing:
        if progress_of(writing, _owing(channel, kind)) == at:
            owe_deliveries(writing, _owed(page, channel, store))
            set_progress(writing, _owing(channel, kind), page[-1].number)
    return True


def _owed(page: Iterable[Happening], channel: Channel, store: Store) -> Iterable[Delivery]:
    now = store.now()
    for each in page:
        told = f"{each.kind.value}{_PARTED}{each.number}"
        yield Delivery(
            key=delivery_key(told, channel.key),
            alert=told,
            channel=channel.key,
            owed_at=now,
            due_at=now,
        )


def _owing(channel: Channel, kind: HappeningKind) -> str:
    return f"owing {channel.key} {kind.value}"
