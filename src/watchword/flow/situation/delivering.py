"""Sending alerts: what is owed is noted with the alerts' numbers, sent, and noted as sent.

Invariant: an alert is owed to a channel once. What was sent and not noted, because the process was
killed in between, is sent once more with the same id and the same body, and never forgotten.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from watchword.deliver.atom import NEWEST, feed_of, write_feed
from watchword.deliver.bounds import Bounds
from watchword.deliver.channels import check_channel
from watchword.deliver.letter import Announcement, Letter
from watchword.deliver.mail import Postman, mail_of
from watchword.deliver.pace import is_quiet, next_attempt
from watchword.deliver.webhook import Parcel, Poster
from watchword.errors import RefusedError, UndeliveredError
from watchword.flow.alert_records import alert_record
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.announcing import (
    announcement_of,
    begin_announcing,
    body_of_announcement,
    owe_announcements,
)
from watchword.flow.situation.choosing import choose_one
from watchword.flow.situation.revising import Change, add_revision
from watchword.flow.situation.turns import Turn
from watchword.model.alert import Alert
from watchword.model.channel import Channel, ChannelKind, Delivery, delivery_key
from watchword.model.revision import Revision, RevisionOf
from watchword.store import Store, View, Writing
from watchword.store.channels import (
    add_channel,
    due_deliveries,
    each_channel,
    each_delivery,
    owe_deliveries,
    remove_channel,
    set_delivery,
)
from watchword.store.codec import from_plain, to_plain
from watchword.store.opening import title_of
from watchword.store.progress import progress_of, set_progress
from watchword.store.sightings import (
    alerts_after,
    each_alert,
    find_alert,
    last_numbers,
    sightings_of,
)

Secret = Callable[[str], str | None]
"""Gives a password by the name under which the user keeps it."""
_Told = Letter | Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What came of one round of sending.

    Attributes:
        sent: letters that were taken.
        failed: letters that were not, and are tried again.
        given_up: letters that were not, and are not tried again.
        held: letters that wait for quiet hours to end.
        errors: what went wrong, in words, each once.
    """

    sent: int = 0
    failed: int = 0
    given_up: int = 0
    held: int = 0
    errors: tuple[str, ...] = ()

    def __add__(self, other: "Delivered") -> "Delivered":
        """Both together."""
        return Delivered(
            sent=self.sent + other.sent,
            failed=self.failed + other.failed,
            given_up=self.given_up + other.given_up,
            held=self.held + other.held,
            errors=tuple(dict.fromkeys((*self.errors, *other.errors))),
        )


def keep_channel(store: Store, made: Channel, *, by: str = "") -> Revision | None:
    """Send alerts to a place from now on; None where that is so already.

    Raises:
        RefusedError: if the address may not be used.
        SettingsError: if something is missing.
    """
    check_channel(made)
    with store.viewing() as view:
        known = {each.key: each for each in each_channel(view)}
        newest = last_numbers(view)[1]
    with store.writing() as writing:
        added = add_channel(writing, made)
        before = known.get(made.key)
        if before is None:
            set_progress(writing, _owing(made), newest)
        begin_announcing(writing, made, before)
        if not added:
            return None
        return add_revision(writing, _change("send alerts to", by, (before, made)))


def drop_channel(store: Store, name: str, *, by: str = "") -> tuple[Channel, Revision]:
    """Send no alerts there any more.

    Raises:
        RefusedError: if there is no such channel, or several.
    """
    with store.viewing() as view:
        found = choose_channel(view, name)
    with store.writing() as writing:
        remove_channel(writing, found.key)
        told = _change("send no more alerts to", by, (found, None))
        return found, add_revision(writing, told)


def restore_channel(writing: Writing, key: str, document: str | None) -> None:
    """Bring a channel to a state that a revision holds; None sends nothing there any more.

    Alerts that came while nothing was sent there are not sent later.
    """
    if document is None:
        remove_channel(writing, key)
        return
    made = from_plain(Channel, json.loads(document))
    add_channel(writing, made)
    set_progress(writing, _owing(made), last_numbers(writing)[1])


def _change(said: str, by: str, states: tuple[Channel | None, Channel | None]) -> Change:
    before, after = (
        None if each is None else json.dumps(to_plain(each), ensure_ascii=False) for each in states
    )
    named = next(each for each in reversed(states) if each is not None)
    return Change(
        of=RevisionOf.CHANNEL,
        subject=named.key,
        said=f"{said} {named.name or named.address}",
        by=by,
        document=after,
        before=before,
    )


def choose_channel(view: View, name: str) -> Channel:
    """The channel that a user means by its key, the beginning of one, its address or its name.

    Raises:
        RefusedError: if there is no such channel, or several.
    """
    return choose_one(
        each_channel(view),
        name,
        ("channel", "channels"),
        called=lambda each: (each.address, each.name),
        mend="see `watchword channels`",
    )


def try_again(store: Store) -> int:
    """Let what was given up be tried once more, and give how many letters that are."""
    with store.viewing() as view:
        known = {each.key for each in each_channel(view)}
        given_up = [each for each in each_delivery(view) if each.given_up and each.channel in known]
    now = store.now()
    with store.writing() as writing:
        for each in given_up:
            set_delivery(writing, replace(each, given_up=False, due_at=now, owed_at=now))
    return len(given_up)


def deliver_due(
    store: Store, bounds: Bounds, secret: Secret, watch: Watcher = unwatched
) -> Delivered:
    """Send every alert that is due on every channel.

    A channel that another process is sending to is left to it.

    Args:
        store: the record.
        bounds: what no receiver can move.
        secret: gives passwords.
        watch: is told how far it has come.

    Raises:
        StoreError: if the store cannot be written; what was noted before is kept.
    """
    with store.viewing() as view:
        channels = list(each_channel(view))
    total = Delivered()
    for done, channel in enumerate(channels, start=1):
        turn = Turn(store, f"channel {channel.key}")
        if not turn.take():
            continue
        try:
            _owe(store, channel)
            owe_announcements(store, channel)
            total += _Round(store, channel, bounds, secret, turn).send()
        finally:
            turn.end()
        watch(Stand(step=Step.DELIVERING, done=done, total=len(channels)))
    return total


def _owing(channel: Channel) -> str:
    return f"owing {channel.key}"


def _owe(store: Store, channel: Channel) -> None:
    """Note which of the alerts since are to be sent to a channel."""
    while True:
        with store.viewing() as view:
            at = progress_of(view, _owing(channel))
            page = alerts_after(view, at)
        if not page:
            return
        now = store.now()
        owed = [
            Delivery(
                key=delivery_key(alert.key, channel.key),
                alert=alert.key,
                channel=channel.key,
                owed_at=now,
                due_at=now,
            )
            for _, alert in page
            if _is_for(channel, alert)
        ]
        with store.writing() as writing:
            if progress_of(writing, _owing(channel)) == at:
                owe_deliveries(writing, owed)
                set_progress(writing, _owing(channel), page[-1][0])


def _is_for(channel: Channel, alert: Alert) -> bool:
    is_wanted = not channel.indicators or alert.indicator in channel.indicators
    return (
        channel.with_alerts
        and is_wanted
        and not alert.withheld
        and alert.importance.rank >= channel.least.rank
    )


class _Round:
    """One channel's letters, sent one after another, each noted before the next."""

    def __init__(
        self, store: Store, channel: Channel, bounds: Bounds, secret: Secret, turn: Turn
    ) -> None:
        self._store = store
        self._channel = channel
        self._bounds = bounds
        self._secret = secret
        self._turn = turn

    def send(self) -> Delivered:
        """Send what is due, but in quiet hours."""
        now = self._store.now()
        with self._store.viewing() as view:
            due = due_deliveries(view, self._channel.key, now)
            letters = list(_letters(view, due))
        if not due:
            return Delivered()
        if is_quiet(self._channel.quiet, now):
            return Delivered(held=len(due))
        if self._channel.kind is ChannelKind.ATOM:
            return self._write(due)
        try:
            if self._channel.kind is ChannelKind.WEBHOOK:
                return self._post(due, letters)
            return self._mail(due, letters)
        except UndeliveredError as error:  # nobody let us in: all of them wait
            return self._noted(due, error)

    def _post(self, due: Sequence[Delivery], letters: Sequence[_Told]) -> Delivered:
        secret = self._password()
        poster = Poster(self._bounds)

        def post(letter: _Told) -> None:
            poster.post(
                Parcel(
                    address=self._channel.address,
                    key=letter.key,
                    body=body_of(letter),
                    at=self._store.now(),
                ),
                secret,
            )

        return self._each(due, letters, post)

    def _mail(self, due: Sequence[Delivery], letters: Sequence[_Told]) -> Delivered:
        password = self._password() if self._channel.secret else None
        with Postman(self._channel.server, password, self._bounds) as postman:

            def post(letter: _Told) -> None:
                if isinstance(letter, Letter):  # a mail channel is told of nothing else
                    postman.send(mail_of(letter, self._channel))

            return self._each(due, letters, post)

    def _write(self, due: Sequence[Delivery]) -> Delivered:
        try:
            write_feed(Path(self._channel.address), feed_of_record(self._store, self._channel))
        except UndeliveredError as error:
            return self._noted(due, error)
        return self._noted(due, None)

    def _each(
        self, due: Sequence[Delivery], letters: Sequence[_Told], send: Callable[[_Told], None]
    ) -> Delivered:
        total = Delivered()
        for delivery, letter in zip(due, letters, strict=True):
            failed: UndeliveredError | None = None
            try:
                send(letter)
            except UndeliveredError as error:
                failed = error
            total += self._noted((delivery,), failed)
            if not self._turn.take():
                break  # it took so long that another process goes on
        return total

    def _noted(self, due: Iterable[Delivery], error: UndeliveredError | None) -> Delivered:
        """Note how sending went."""
        now = self._store.now()
        after = [_after(each, now, error) for each in due]
        with self._store.writing() as writing:
            for each in after:
                set_delivery(writing, each)
        given_up = sum(each.given_up for each in after)
        if error is None:
            return Delivered(sent=len(after))
        return Delivered(failed=len(after) - given_up, given_up=given_up, errors=(str(error),))

    def _password(self) -> str:
        password = self._secret(self._channel.secret)
        if password is None:
            raise UndeliveredError(
                "the secret of this channel is not set", key=self._channel.secret
            )
        return password


def body_of(letter: _Told) -> bytes:
    """What a webhook is sent: JSON, the same bytes for every repeat."""
    if isinstance(letter, Announcement):
        return body_of_announcement(letter)
    record = {"type": "alert", "data": alert_record(letter.alert, letter.sightings)}
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def feed_of_record(store: Store, channel: Channel | None = None) -> bytes:
    """The newest alerts as an Atom feed: all of them, or those that a channel is sent."""
    with store.viewing() as view:
        alerts = [alert for alert in each_alert(view) if channel is None or _is_for(channel, alert)]
        letters = [_letter(view, alert.key, alert) for alert in alerts[-NEWEST:]]
    return feed_of(title_of(store), letters)


def _letters(view: View, due: Iterable[Delivery]) -> Iterator[_Told]:
    for delivery in due:
        announced = announcement_of(view, delivery)
        if announced is not None:
            yield announced
            continue
        alert = find_alert(view, delivery.alert)
        if alert is None:
            raise RefusedError("an alert that is owed is not there", key=delivery.alert)
        yield _letter(view, delivery.key, alert)


def _letter(view: View, key: str, alert: Alert) -> Letter:
    return Letter(key=key, alert=alert, sightings=sightings_of(view, alert.sightings))


def _after(delivery: Delivery, now: datetime, error: UndeliveredError | None) -> Delivery:
    attempts = delivery.attempts + 1
    if error is None:
        return replace(delivery, attempts=attempts, due_at=None, done_at=now, error="")
    due_at = None if error.is_final else next_attempt(attempts, now, delivery.owed_at)
    return replace(
        delivery, attempts=attempts, due_at=due_at, given_up=due_at is None, error=str(error)
    )
