"""Mails (EML): the body's words, the sender as outlet, the subject as title."""

import logging
import re
from collections.abc import Iterator
from email import errors, message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from html import unescape

from watchword.collect.decode import decode
from watchword.collect.formats.page import mail_words
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError

_LOG = logging.getLogger(__name__)
_MOST_PARTS = 1_000
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)


def read_mail(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read one mail; attachments are counted in the log and left aside."""
    if len(_BOUNDARY.findall(piece.content)) > _MOST_PARTS:
        raise UnreadableError("a mail of too many parts")
    try:
        mail = message_from_bytes(piece.content, policy=policy.compat32)
        plain, html, attached = _parts(mail, terms.limits.max_depth * 2)
    except RecursionError as error:
        raise UnreadableError("a mail nested too deeply") from error
    if attached:
        _LOG.info("%s: %d attachments left aside", piece.found_at, attached)
    yield Draft(
        text=plain or mail_words(html),
        report_id=_header(mail, "Message-ID").strip("<> "),
        outlet=_sender(mail),
        title=_header(mail, "Subject"),
        published=_header(mail, "Date"),
        language=_header(mail, "Content-Language"),
        address=_header(mail, "Archived-At").strip("<> "),
    )


def _parts(mail: Message, most_depth: int) -> tuple[str, str, int]:
    """Plain words, HTML source, number of attachments."""
    plain: list[str] = []
    html: list[str] = []
    attached = 0
    waiting = [(mail, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > most_depth:
            raise UnreadableError("a mail nested too deeply")
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            waiting.extend(
                (child, depth + 1) for child in reversed(inner) if isinstance(child, Message)
            )
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            attached += 1
        elif part.get_content_type() == "text/html":
            html.append(_words(part))
        elif part.get_content_type() == "text/plain":
            plain.append(_words(part))
        else:
            attached += 1
    return "\n\n".join(filter(str.strip, plain)), "\n".join(html), attached


def _words(part: Message) -> str:
    payload = part.get_payload(decode=True)
    declared = part.get_param("charset", "")
    charset = declared[2] if isinstance(declared, tuple) else str(declared or "")
    words = decode(payload, declared=charset) if isinstance(payload, bytes) else ""
    return _unflowed(words) if part.get_param("format") == "flowed" else words


def _unflowed(words: str) -> str:
    """Join lines that a mail program broke (RFC 3676: such a line ends in a space)."""
    return re.sub(r"(?<=\S) \r?\n(?=\S)", " ", words)


def _header(mail: Message, name: str) -> str:
    value = mail.get(name)
    if value is None:
        return ""
    try:
        return str(make_header(decode_header(str(value)))).strip()
    except (errors.MessageError, LookupError, ValueError):
        return str(value).encode("utf-8", errors="replace").decode().strip()


def _sender(mail: Message) -> str:
    name, address = parseaddr(_header(mail, "From"))
    return unescape(name) or address.rpartition("@")[2]
