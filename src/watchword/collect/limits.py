"""How much of the world is read at most: bytes, members, depth, time, characters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that no input can move.

    Attributes:
        max_bytes: largest file, page, archive member or unpacked file, in bytes. What all
            archives inside one source unpack to is held to ten times this.
        max_members: most members of one archive, records of one WARC or mails of one mailbox.
        max_depth: how deeply archives and mails may be nested.
        max_ratio: how many times larger an unpacked file may be than its packed form; applies
            beyond the first megabyte.
        max_characters: longest text of one report.
        max_redirects: most redirects followed for one address.
        timeout_s: longest time for one address, from the first look-up to the last byte, in
            seconds.
        parse_s: longest time for parsing one page, mail or paged document, in seconds.
        allow_private: whether addresses in loopback and private ranges may be fetched.
        host_gap_s: least time between two requests to one host, in seconds.
        max_feed_bytes: how much of one feed or sitemap is taken, in bytes as they come and once
            unpacked; what lies beyond is left unread, and told.
        max_entries: most entries of a feed, files of a folder or mails of a mailbox that one visit
            reads.
        max_pages: most pages that one visit fetches; the rest waits for the next.
        visit_s: a visit that has taken so many seconds fetches no further page.
    """

    max_bytes: int = 100_000_000
    max_members: int = 100_000
    max_depth: int = 5
    max_ratio: int = 200
    max_characters: int = 5_000_000
    max_redirects: int = 5
    timeout_s: float = 20.0
    parse_s: float = 20.0
    allow_private: bool = False
    host_gap_s: float = 1.0
    max_feed_bytes: int = 20_000_000
    max_entries: int = 5_000
    max_pages: int = 100
    visit_s: float = 600.0
