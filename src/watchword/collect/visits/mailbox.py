"""A visit to a mailbox: mails that came since the last one, none of them marked as read.

The cursor is `UIDVALIDITY:UID` of the last mail dealt with. Where the server has numbered its mails
anew, all are looked at again, and those known by their bytes are passed over.
"""

from collections.abc import Iterator

from watchword.collect.entry_keys import mail_key
from watchword.collect.imap import Mailbox
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.collect.visits.terms import Ending, Errand, Steps
from watchword.errors import RefusedError
from watchword.model.feed import Arrival
from watchword.model.report import Unread


def visit_mailbox(errand: Errand) -> Steps:
    """Visit one mailbox."""
    feed, means = errand.feed, errand.means
    validity, last = _cursor(errand.state.cursor)
    room = ReadingRoom(means.limits, None, means.parser)
    with room, means.open_mailbox(feed, means.password(feed)) as mailbox:
        opened = mailbox.open()
        if opened.uid_validity != validity:
            last = 0
        sizes, more = mailbox.find_sizes(last, means.limits.max_entries)
        for uid, size in sizes.items():
            if errand.is_long():
                more = True
                break
            yield from _each_arrival(errand, mailbox, (uid, size), room)
            last = uid
    return Ending(cursor=f"{opened.uid_validity}:{last}", more=more)


def _cursor(words: str) -> tuple[int, int]:
    validity, _colon, last = words.partition(":")
    if validity.isdecimal() and last.isdecimal():
        return int(validity), int(last)
    return 0, 0


def _each_arrival(
    errand: Errand, mailbox: Mailbox, mail: tuple[int, int], room: ReadingRoom
) -> Iterator[Arrival]:
    uid, size = mail
    found_at = f"{errand.feed.address};UID={uid}"
    most = errand.means.limits.max_bytes
    if size > most:
        yield Arrival(found=Unread(found_at=found_at, reason=f"larger than {most:,} bytes"))
        return
    try:
        content = mailbox.fetch(uid)
    except RefusedError as error:
        yield Arrival(found=Unread(found_at=found_at, reason=str(error.args[0])))
        return
    errand.count.bytes += len(content)
    key = mail_key(content)
    if errand.knows(key) or not content:
        errand.count.known += 1
        return
    for found in room.read(Piece(content=content, found_at=found_at, form="eml")):
        yield Arrival(found=found)
    yield Arrival(found=None, entries=(key,))
