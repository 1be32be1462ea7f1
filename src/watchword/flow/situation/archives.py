"""A whole situation into an archive, within a mark.

What is marked above the limit stays out with everything that was found in it. What machines made
of many reports together (who is known across them, origins, stories, sightings) then stays out,
too: whoever opens the archive makes it again from the reports that are there.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from watchword import __version__
from watchword.brief.document import from_document, read_document
from watchword.collect.feeds import WEB_KINDS
from watchword.exchange.archive import line_of, write_archive
from watchword.flow.situation.marks import Marks, marks_in
from watchword.model.handover import LeftOut
from watchword.model.tlp import Tlp, may_be_shown
from watchword.store import Store, View
from watchword.store.archiving import (
    CARRIED,
    ArchivedRow,
    Cut,
    claims_ever,
    each_archived_row,
    works_done,
)
from watchword.store.briefs import KeptBrief, each_brief
from watchword.store.feeds import each_feed
from watchword.store.opening import NEWEST, title_of
from watchword.store.readings import each_reading
from watchword.store.reports import outlets_of_reports

_IN_MEMORY = 16_000_000
_PIECE = 1 << 20
_AT_ONCE = 500
_KEY = re.compile(r"\b[0-9a-f]{16}\b")
_SAID_BY_PEOPLE = frozenset({"decision", "assessment", "indicator"})
_WITH_PLACES = frozenset({"report", "unread"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What goes into an archive, and what does not.

    Attributes:
        cut: what the store leaves out.
        keys: keys of the reports, claims and briefs that are left out; what a person said of one
            is left out, too.
        outlets: names of outlets of which every report is left out.
        left_out: how much that is.
    """

    cut: Cut
    keys: frozenset[str]
    outlets: frozenset[str]
    left_out: LeftOut


def archive_pieces(
    store: Store, limit: Tlp, as_of: datetime | None = None
) -> tuple[Iterator[bytes], LeftOut]:
    """The bytes of an archive in pieces, and what was left out for its mark.

    Args:
        store: the record.
        limit: nothing marked above it goes in.
        as_of: nothing learnt later goes in, but for marks; as things are now where None.
    """
    with store.viewing() as now:
        marks, last = marks_in(now), now.as_of
    with store.viewing(as_of) as view:
        sieve = sieve_of(view, marks, limit, is_earlier=view.as_of < last)
        written = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - read below, then closed
        write_archive(written, _members(view, sieve), _head(store, view, sieve))
    return _pieces(written), sieve.left_out


def sieve_of(view: View, marks: Marks, limit: Tlp, *, is_earlier: bool) -> Sieve:
    """What of a record may go into an archive within a mark."""
    outlets = outlets_of_reports(view)
    left = frozenset(key for key in outlets if not may_be_shown(marks.of(key), limit))
    claims = claims_ever(view, left)
    briefs = frozenset(_each_brief_left(view, marks, limit))
    kept = {outlets[key] for key in outlets if key not in left}
    feeds = (each.key for each in each_feed(view) if each.kind in WEB_KINDS)
    return Sieve(
        cut=Cut(reports=left, feeds=frozenset(feeds), is_earlier=is_earlier),
        keys=left | claims | briefs,
        outlets=frozenset(name for key in left if (name := outlets[key]) and name not in kept),
        left_out=LeftOut(
            limit=limit,
            reports=len(left),
            claims=_count(view, sorted(left)),
            briefs=len(briefs),
        ),
    )


def _count(view: View, reports: list[str]) -> int:
    """How many claims some reports make."""
    pages = (reports[start : start + _AT_ONCE] for start in range(0, len(reports), _AT_ONCE))
    read = (each for page in pages for each in each_reading(view, keys=page))
    return sum(len(each.extraction.claims) for each in read)


def _each_brief_left(view: View, marks: Marks, limit: Tlp) -> Iterator[str]:
    for kept in each_brief(view):
        if not may_be_shown(marks.of_brief(kept.key, reports_cited(kept)), limit):
            yield kept.key


def reports_cited(kept: KeptBrief) -> tuple[str, ...]:
    """The keys of the reports that a kept brief is made of."""
    brief = from_document(read_document(kept.document))
    return tuple(each.key for each in brief.reports)


def _head(store: Store, view: View, sieve: Sieve) -> dict[str, object]:
    left = sieve.left_out
    return {
        "title": title_of(store),
        "as_of": view.as_of.isoformat(),
        "made_by": f"watchword {__version__}",
        "tables": NEWEST,
        "limit": left.limit.value,
        "left_out": {"reports": left.reports, "claims": left.claims, "briefs": left.briefs},
        "done": works_done(view) if sieve.cut.is_whole else {},
    }


def _members(view: View, sieve: Sieve) -> Iterator[tuple[str, Iterable[bytes]]]:
    for name in CARRIED:
        yield f"rows/{name}.jsonl", (line_of(row) for row in _rows(view, name, sieve))
    told = (kept for kept in each_brief(view) if kept.key not in sieve.keys)
    for kept in {each.key: each for each in told}.values():
        yield f"briefs/{kept.key}.json", [kept.document.encode()]


def _rows(view: View, name: str, sieve: Sieve) -> Iterator[ArchivedRow]:
    for row in each_archived_row(view, name, sieve.cut):
        if name == "brief":
            if row["key"] not in sieve.keys:
                yield {**row, "document": _digest(row["document"])}
        elif name in _WITH_PLACES:
            yield {**row, "found_at": without_folders(row["found_at"])}
        elif name not in _SAID_BY_PEOPLE or _may_go(row, sieve):
            yield row


def _may_go(row: ArchivedRow, sieve: Sieve) -> bool:
    """Whether what a person said names nothing that is left out."""
    if not sieve.keys:
        return True
    told = json.dumps(row, ensure_ascii=False)
    is_of_outlet = {row.get("subject"), row.get("value")} & sieve.outlets
    return not is_of_outlet and sieve.keys.isdisjoint(_KEY.findall(told))


def without_folders(found_at: str) -> str:
    """A path without the folders of the machine that it is on; an address as it is.

    >>> without_folders("reports/monday/a.zip!b.txt"), without_folders("https://example.org/a")
    ('a.zip!b.txt', 'https://example.org/a')
    """
    if "://" in found_at:
        return found_at
    place, mark, member = found_at.partition("!")
    return place.replace("\\", "/").rstrip("/").rpartition("/")[2] + mark + member


def _digest(document: Any) -> str:  # noqa: ANN401 - any JSON value
    return sha256(str(document).encode()).hexdigest()


def _pieces(written: IO[bytes]) -> Iterator[bytes]:
    with written:
        written.seek(0)
        while piece := written.read(_PIECE):
            yield piece
