"""Words from elsewhere made harmless: nothing a report says becomes markup, a link or a trick.

Invariant: what leaves this file holds no character that can end the text it is put into.
"""

import html
import re
from itertools import pairwise
from urllib.parse import urlsplit

from markupsafe import Markup

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of other characters; plain marks such as U+200F stay."""

LONGEST_CONTEXT = 400
LONGEST_QUOTE = 4000

_OVERRIDE = re.compile(f"([{OVERRIDES}]+)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONG_WORD = re.compile(r"\S{40,}")
_SAFE_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)


def tidy(text: str) -> str:
    r"""Drop what cannot be seen but could deceive or break a file.

    Control characters and lone surrogates become U+FFFD, line ends a line feed, and
    characters that turn the writing direction go.

    >>> tidy("12\u202e34")
    '1234'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("\ufffd", _OVERRIDE.sub("", lines))


def one_line(text: str) -> str:
    """Tidy a text and fold its white space, for a label or a table cell."""
    return " ".join(tidy(text).split())


def clip(text: str, limit: int) -> str:
    """Shorten a label, saying so with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def breakable(text: str) -> str:
    """Let a very long word break by putting a zero-width space after every 30 characters."""
    return _LONG_WORD.sub(_with_breaks, text)


def safe_address(address: str | None) -> str | None:
    """The address if a reader may safely follow it: http or https with a host, else None.

    >>> safe_address("javascript:alert(1)") is None
    True
    """
    if address is None or len(address) > 2000 or not _SAFE_ADDRESS.fullmatch(address):
        return None
    if tidy(address) != address:
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return address if host else None


def isolate(text: str, attributes: str = "") -> Markup:
    """A text as an HTML element that keeps its writing direction to itself.

    The text content of the element is the text, character for character; characters that
    turn the direction stay in it but are not displayed, so that they turn nothing.
    """
    return Markup(f"<bdi{attributes}>{_displayed(text)}</bdi>")  # noqa: S704 - escaped above


def embed_json(data_json: str) -> Markup:
    """JSON for a script element that is never run: no way to end the element from inside."""
    inert = data_json.replace("<", "\\u003c").replace("\u2028", "\\u2028")
    return Markup(inert.replace("\u2029", "\\u2029"))  # noqa: S704 - no "<" is left in it


def narrow_context(before: str, after: str) -> tuple[str, str]:
    """Keep the near end of what stands around a quotation."""
    if len(before) > LONGEST_CONTEXT:
        before = "… " + before[-LONGEST_CONTEXT:]
    if len(after) > LONGEST_CONTEXT:
        after = after[:LONGEST_CONTEXT] + " …"
    return before, after


def _displayed(text: str) -> str:
    pieces = _OVERRIDE.split(text)
    return "".join(
        f"<span hidden>{piece}</span>" if number % 2 else _escaped(piece)
        for number, piece in enumerate(pieces)
    )


def _escaped(text: str) -> str:
    return _CONTROL.sub("\ufffd", html.escape(text)).replace("\r", "&#13;")


def _with_breaks(match: re.Match[str]) -> str:
    word = match.group()
    cuts = [*range(0, len(word), 30), len(word)]
    return "\u200b".join(word[start:end] for start, end in pairwise(cuts))
