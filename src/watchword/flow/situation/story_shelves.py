"""The story shelf of a record: brought back from what is kept of it, and kept now and then.

Invariant: the shelf is the one that met everything in the record, in order, whether it was kept on
the way or not; what is kept and cannot be used is passed over.
"""

import logging

from watchword.errors import StoreError
from watchword.group.stories import StoryShelf
from watchword.group.stories.kept import SHAPE, KeptShelf
from watchword.group.stories.taking_up import reports_in
from watchword.store import Store, View, Writing
from watchword.store.progress import progress_of
from watchword.store.shelves import (
    ShelfRow,
    keep_shelf,
    kept_up_to,
    pack_shelf,
    shelf_kept,
    unpack_shelf,
)
from watchword.store.stories import each_happening, features_for, last_happening

WORK = "stories"
"""The name of putting reports into stories."""
RULED = "stories ruled"
"""The name of obeying what people say about stories."""
OF_ALL = 2
"""How many times as much as the shelf looks at was placed and obeyed when it is first kept.

Trial: 30,000 notices of 2002 to 2004, `benchmarks/shelf.py`: 0.14 ms for each report that is taken
up, 0.34 for each that is gone through. So a shelf that looks at half of all is back in a fifth of
the time; one that looks at all would take nearly half of it, and as much room as it is worth.
"""
FEWEST = 2_000
"""What is placed and obeyed from one time to the next, at least: it is gone through in a second."""
SHARE = 4
"""Part of what the shelf looks at that is placed and obeyed from one time to the next.

Trial: the same; keeping takes 0.04 ms for each report that the shelf looks at and placing 1 ms or
more, so that keeping adds a sixth to placing at most; and going through what came since takes less
than taking up the rest.
"""
OFTEN = 10_000
"""What is placed and obeyed before a run that goes on looks whether to keep the shelf.

Whoever goes on after a run that was ended, as of a large archive, goes through that much and what
it takes to keep it.
"""

_log = logging.getLogger(__name__)


def progress_on(at: View | Writing) -> tuple[int, int]:
    """How far reports have been placed, and how far rulings have been obeyed."""
    return progress_of(at, WORK), progress_of(at, RULED)


def restored_shelf(view: View) -> StoryShelf:
    """A shelf that has met everything in the record."""
    shelf = StoryShelf()
    shelf.restore(each_happening(view, after=_take_up(shelf, view)))
    return shelf


def keep_where_worth_it(store: Store, shelf: StoryShelf, at: tuple[int, int]) -> bool:
    """Keep a shelf in the record where enough has come since the last time.

    Args:
        store: the record.
        shelf: the shelf.
        at: how far reports had been placed and rulings obeyed when it met the last of them.

    Returns:
        Whether it was kept: never where another process has taken over since.

    Raises:
        StoreError: if the store cannot be written.
    """
    with store.viewing() as view:
        last, before = last_happening(view), kept_up_to(view, SHAPE)
    if not is_worth_keeping(shelf.looked_at, last, last - before):
        return False
    payload = pack_shelf(shelf.keep())
    with store.writing() as writing:
        if progress_on(writing) != at:
            return False
        told, ruled = at
        row = ShelfRow(
            trace=last_happening(writing), told=told, ruled=ruled, made_by=SHAPE, payload=payload
        )
        keep_shelf(writing, row)
    return True


def is_worth_keeping(looked_at: int, total: int, since: int) -> bool:
    """Whether it is time to keep a shelf.

    Args:
        looked_at: reports that the shelf looks at.
        total: how much has been placed and obeyed altogether.
        since: how much of that since the last time.
    """
    return OF_ALL * looked_at <= total and since >= max(FEWEST, looked_at // SHARE)


def _take_up(shelf: StoryShelf, view: View) -> int:
    """Take up what is kept; gives the row number of what it has met last, 0 without anything."""
    row = shelf_kept(view)
    if row is None or row.made_by != SHAPE:
        return 0
    told, ruled = progress_on(view)
    if row.told > told or row.ruled > ruled or row.trace > last_happening(view):
        _log.warning("what is kept of the story shelf is ahead of the record; it is passed over")
        return 0
    try:
        kept = unpack_shelf(KeptShelf, row)
        shelf.take_up(kept, features_for(view, reports_in(kept)))
    except StoreError as error:
        _log.warning("what is kept of the story shelf is passed over: %s", error)
        return 0
    return row.trace
