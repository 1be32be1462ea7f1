"""An archive of a situation into a new store of this machine.

Invariant: an archive is taken whole or not at all. Nothing in it makes this machine do something:
no channel that alerts would go to, no folder or mailbox that would be read, no account.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import IO

from watchword.brief.document import from_document, read_document
from watchword.collect.feeds import WEB_KINDS, make_feed
from watchword.collect.schedule import first_state
from watchword.errors import InvalidBriefError, RefusedError, WatchwordError
from watchword.exchange.archive import Archive, open_archive
from watchword.model.feed import FeedKind
from watchword.store import Store, View, create_store
from watchword.store.archived_nouns import check_noun
from watchword.store.archiving import CARRIED, ArchivedRow, add_archived_rows, finish_archived
from watchword.store.feeds import begin_states, each_feed
from watchword.store.opening import NEWEST, is_server

_LEEWAY = timedelta(days=1)
"""Two machines' clocks may differ by so much; a record of the future would stop this one's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came in.

    Attributes:
        title: what the situation is called.
        as_of: the last instant of the record.
        rows: how many rows each table got, by its name.
        left_out: what whoever made the archive left out for its mark, counted.
        location: where the new store is.
    """

    title: str
    as_of: datetime
    rows: Mapping[str, int]
    left_out: Mapping[str, int]
    location: str


def import_archive(stream: IO[bytes], location: str) -> Imported:
    """Make a new store of an archive.

    Args:
        stream: the archive; it can be sought in.
        location: where the store is made: a path, or a server's address.

    Raises:
        RefusedError: if it is no proper archive; no store is left behind then.
        StoreError: if there is a store already, or it cannot be made.
    """
    archive = open_archive(stream)
    head = _read_head(archive)
    store = create_store(location, title=head.title)
    try:
        _check_instant(head, store)
        rows = _fill(store, archive, head)
    except WatchwordError:
        store.close()
        _forget(location)
        raise
    store.close()
    return Imported(
        title=head.title,
        as_of=head.as_of,
        rows=rows,
        left_out=head.left_out,
        location=store.location,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    title: str
    as_of: datetime
    left_out: Mapping[str, int]
    done: Mapping[str, str]


def _read_head(archive: Archive) -> _Head:
    head = archive.manifest.head
    carried = {f"rows/{name}.jsonl" for name in CARRIED}
    for member in archive.manifest.members:
        if member.name.startswith("rows/") and member.name not in carried:
            raise RefusedError("a table that no archive carries", key=member.name)
    tables = head.get("tables")
    if not isinstance(tables, str) or tables > NEWEST:
        raise RefusedError(
            f"its tables are of a form that this version does not know: {tables!r:.40}",
            key="manifest.json",
            mend="upgrade Watchword",
        )
    try:
        as_of = datetime.fromisoformat(str(head["as_of"]))
        done = {str(name): str(int(value)) for name, value in _mapping(head, "done").items()}
        left = {str(name): int(value) for name, value in _mapping(head, "left_out").items()}
        title = str(head["title"])
    except (KeyError, ValueError, TypeError) as error:
        raise RefusedError("a manifest that is not in its form", key="manifest.json") from error
    if as_of.tzinfo is None:
        raise RefusedError("an instant without a zone", key="manifest.json")
    return _Head(title=title, as_of=as_of, left_out=left, done=done)


def _mapping(head: Mapping[str, object], name: str) -> Mapping[str, str]:
    told = head.get(name, {})
    if not isinstance(told, dict):
        raise TypeError(name)
    return told


def _check_instant(head: _Head, store: Store) -> None:
    if head.as_of > store.now() + _LEEWAY:
        raise RefusedError("it is of a time that has not come", key=head.as_of.isoformat())


def _fill(store: Store, archive: Archive, head: _Head) -> Mapping[str, int]:
    with store.writing() as writing:
        rows = {
            name: add_archived_rows(writing, name, _checked(archive, name, head))
            for name in CARRIED
        }
        finish_archived(writing, last=head.as_of, done=head.done)
        view = View(connection=writing.connection, as_of=head.as_of)
        begin_states(writing, [first_state(each, store.now()) for each in each_feed(view)])
    return rows


def _checked(archive: Archive, name: str, head: _Head) -> Iterator[ArchivedRow]:
    for row in archive.each_row(name):
        whole = _with_document(archive, row) if name == "brief" else row
        if name == "feed":
            _check_feed(row)
        _check_known(row, name, head)
        check_noun(name, whole)
        yield whole


def _with_document(archive: Archive, row: ArchivedRow) -> ArchivedRow:
    """The row of a brief with its document, which is a member of its own."""
    document = archive.text_of(f"briefs/{row.get('key')}.json")
    if sha256(document.encode()).hexdigest() != row.get("document"):
        raise RefusedError("a brief that is not the one its row tells", key=str(row.get("key")))
    try:
        from_document(read_document(document))
    except InvalidBriefError as error:
        raise RefusedError(f"a kept brief is none: {error}", key=str(row.get("key"))) from error
    return {**row, "document": document}


def _check_feed(row: ArchivedRow) -> None:
    payload = row.get("payload")
    told = payload if isinstance(payload, dict) else {}
    kind, address = str(told.get("kind")), str(told.get("address"))
    if kind not in {each.value for each in WEB_KINDS}:
        raise RefusedError("a feed that reads this machine is not taken", key=str(row.get("key")))
    if make_feed(FeedKind(kind), address).key != row.get("key"):
        raise RefusedError("a feed whose key is not of its address", key=str(row.get("key")))


def _check_known(row: ArchivedRow, name: str, head: _Head) -> None:
    told = row.get("known_at")
    if told is None:
        return
    try:
        is_later = datetime.fromisoformat(str(told)) > head.as_of
    except (ValueError, TypeError) as error:
        raise RefusedError("a row with no proper instant", key=name) from error
    if is_later:
        raise RefusedError("a row of later than the archive's instant", key=name)


def _forget(location: str) -> None:
    """Remove the file of a store that was not filled; a server's schema is left, empty."""
    if is_server(location):
        return
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(location + suffix).unlink()
