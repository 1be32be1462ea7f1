"""Making feeds: proper addresses, and keys that two machines agree on."""

from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote, urlsplit, urlunsplit

from watchword.collect.finish import KEY_DIGITS
from watchword.errors import RefusedError
from watchword.model.feed import Feed, FeedKind
from watchword.net.addresses import check_address

WEB_KINDS = frozenset((FeedKind.FEED, FeedKind.SITEMAP, FeedKind.PAGE))
FEED_FORMS = frozenset(("feed", "json_feed"))
"""Formats that a feed of kind `feed` may be in."""

_MAIL_SCHEMES = frozenset(("imap", "imaps"))
_DEFAULT_PORTS = {"http": 80, "https": 443}


def make_feed(kind: FeedKind, address: str) -> Feed:
    """Make a feed of an address; `dataclasses.replace` sets what else is known of it.

    Raises:
        RefusedError: if the address is none of its kind, or has a password in it.

    >>> make_feed(FeedKind.FEED, "HTTPS://News.Example:443/rss#top").address
    'https://news.example/rss'
    """
    proper = normal_address(kind, address.strip())
    return Feed(key=feed_key(kind, proper), kind=kind, address=proper)


def feed_key(kind: FeedKind, address: str) -> str:
    """Content key of a feed, from its kind and its proper address."""
    return sha256(f"{kind}\n{address}".encode()).hexdigest()[:KEY_DIGITS]


def normal_address(kind: FeedKind, address: str) -> str:
    """Give an address in the one form that is kept.

    Raises:
        RefusedError: if it is none of its kind, or has a password in it.
    """
    if kind in WEB_KINDS:
        return _web_address(address)
    if kind is FeedKind.MAILBOX:
        return _mailbox_address(address)
    if "\0" in address or not PurePath(address).is_absolute():
        raise RefusedError("not the whole path of a folder", key=address)
    return address


def _web_address(address: str) -> str:
    """Scheme and host in lower case, no default port, no fragment."""
    for scheme in ("feed://", "feed:"):
        if address.lower().startswith(scheme):
            rest = address[len(scheme) :]
            address = rest if "://" in rest[:10] else f"https://{rest}"
    check_address(address)
    parts = urlsplit(address)
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = "" if parts.port in {None, _DEFAULT_PORTS[scheme]} else f":{parts.port}"
    return urlunsplit((scheme, host + port, parts.path or "/", parts.query, ""))


def _mailbox_address(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise RefusedError("not a proper mailbox address") from error
    if parts.password is not None:
        raise RefusedError(
            "an address with a password in it is not kept",
            key=f"{parts.scheme}://{parts.hostname}",
            mend="name the environment variable that holds the password",
        )
    if parts.scheme.lower() not in _MAIL_SCHEMES or not parts.hostname or not parts.username:
        raise RefusedError(
            "not a proper mailbox address", key=address, mend="imaps://user@host/INBOX"
        )
    place = parts.hostname + (f":{port}" if port else "")
    mailbox = parts.path.strip("/") or "INBOX"
    user = quote(parts.username, safe="%@.+-_")
    return f"{parts.scheme.lower()}://{user}@{place}/{mailbox}"
