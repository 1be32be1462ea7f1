"""Mailboxes (MBOX): their mails, one by one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from watchword.collect.piece import Found, Piece, Terms
from watchword.errors import RefusedError, UnreadableError

POSTMARK = re.compile(rb"(?:\A|(?<=\n))From [^\r\n]{1,200}\r?\n(?=[!-9;-~]{1,80}:)")
"""A line that begins a mail: "From " at the start of a line, with a header line after it."""

_QUOTED = re.compile(rb"(?m)^>(>*From )")


def read_mbox(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Part a mailbox into mails, lines that were quoted as ">From " restored."""
    marks = list(POSTMARK.finditer(piece.content))
    if not marks:
        raise UnreadableError("a mailbox without a mail in it")
    if len(marks) > terms.limits.max_members:
        raise RefusedError(f"a mailbox of more than {terms.limits.max_members:,} mails")
    ends = [mark.start() for mark in marks[1:]] + [len(piece.content)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=True), start=1):
        mail = _QUOTED.sub(rb"\1", piece.content[mark.end() : end])
        yield replace(
            piece,
            content=mail,
            found_at=f"{piece.found_at}!{number}",
            form="eml",
            depth=piece.depth + 1,
        )
