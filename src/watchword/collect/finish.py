"""A draft becomes a report: words cleaned, date and language settled, digests taken."""

from hashlib import sha256

from watchword.collect.dates import DateLine, find_date_line, settle_published
from watchword.collect.languages import settle_language
from watchword.collect.limits import Limits
from watchword.collect.piece import STATUSES, Draft, Piece
from watchword.collect.words import clean_text, looks_binary, one_line
from watchword.model.report import Report, Status, Unread

KEY_DIGITS = 16
_MOST_BYLINES = 20


def finish(draft: Draft, piece: Piece, limits: Limits) -> Report | Unread:
    """Make the report that a draft stands for, or say why it is none.

    Args:
        draft: what a reader found.
        piece: the bytes it was found in.
        limits: the bounds.
    """
    found_at = printable(piece.found_at + draft.place)
    if len(draft.text) > 2 * limits.max_characters:
        return _too_long(found_at, limits)
    if looks_binary(draft.text):
        return Unread(found_at=found_at, reason="bytes that are no words")
    text = clean_text(draft.text)
    if not any(map(str.isalnum, text)):
        return Unread(found_at=found_at, reason="no words in it")
    if len(text) > limits.max_characters:
        return _too_long(found_at, limits)
    status = STATUSES.get(draft.status.strip().lower() or "usable")
    if status is None:
        return Unread(found_at=found_at, reason="its publication status is none of IPTC's")
    return _report(draft, piece, (found_at, text, status))


def report_key(raw_sha256: str, address: str | None, report_id: str | None) -> str:
    """Content key of a report: the same on every machine, whatever the path."""
    parts = "\n".join((raw_sha256, address or "", report_id or ""))
    return sha256(parts.encode()).hexdigest()[:KEY_DIGITS]


def printable(found_at: str) -> str:
    """Give a path or member name as words that can be printed and stored."""
    return found_at.encode("utf-8", errors="replace").decode()


def _report(draft: Draft, piece: Piece, settled: tuple[str, str, Status]) -> Report:
    found_at, text, status = settled
    raw = piece.content if draft.raw is None else draft.raw
    raw_sha256 = sha256(raw).hexdigest()
    address = _address(draft.address) or _address(piece.address)
    given_id = one_line(draft.report_id) or None
    key = report_key(raw_sha256, address, given_id)
    line = find_date_line(text, name=piece.name)
    return Report(
        key=key,
        report_id=given_id or key,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        raw_sha256=raw_sha256,
        raw=raw,
        form=piece.form,
        found_at=found_at,
        outlet=one_line(draft.outlet) or None,
        title=one_line(draft.title) or None,
        bylines=_bylines(draft, line),
        published=settle_published(draft.published, line, name=piece.name, captured=piece.captured),
        language=settle_language(draft.language, text),
        address=address,
        status=status,
        note=one_line(draft.note) or None,
        version=one_line(draft.version) or None,
    )


def _bylines(draft: Draft, line: DateLine | None) -> tuple[str, ...]:
    given = tuple(filter(None, map(one_line, draft.bylines[:_MOST_BYLINES])))
    return given or ((line.agency,) if line and line.agency else ())


def _address(words: str) -> str | None:
    address = one_line(words).strip()
    known = address.lower().startswith(("http://", "https://")) and " " not in address
    return address if known else None


def _too_long(found_at: str, limits: Limits) -> Unread:
    reason = f"its text is longer than {limits.max_characters:,} characters"
    return Unread(found_at=found_at, reason=reason)
