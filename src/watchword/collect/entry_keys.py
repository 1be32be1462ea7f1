"""Keys by which a later visit knows what an earlier one gave: from content, never from place."""

from hashlib import sha256

from watchword.collect.finish import KEY_DIGITS
from watchword.collect.piece import Draft


def entry_key(draft: Draft) -> str:
    """Key of a feed's entry: its identifier or address, and its words.

    Its dates are left out: many feeds move them at each visit.
    """
    return _key("entry", draft.report_id or draft.address, draft.title, draft.text)


def try_key(entry: str, number: int) -> str:
    """Key of a failed try to get an entry's page."""
    return _key("try", entry, str(number))


def listing_key(address: str, changed: str) -> str:
    """Key of an address in a sitemap, with what the sitemap says of its last change."""
    return _key("listing", address, changed)


def text_key(address: str, title: str, text: str) -> str:
    """Key of what a page says, whatever stands around it."""
    return _key("text", address, title, text)


def stat_key(path: str, size: int, changed_ns: int) -> str:
    """Key of a file as its folder lists it."""
    return _key("stat", path, str(size), str(changed_ns))


def bytes_key(path: str, content: bytes) -> str:
    """Key of what is in a file."""
    return _key("file", path, sha256(content).hexdigest())


def mail_key(content: bytes) -> str:
    """Key of a mail, wherever in a mailbox it lies."""
    return _key("mail", sha256(content).hexdigest())


def _key(*parts: str) -> str:
    plain = "\n".join(" ".join(part.split()) for part in parts)
    return sha256(plain.encode(errors="surrogatepass")).hexdigest()[:KEY_DIGITS]
