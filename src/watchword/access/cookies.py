"""The cookie of a session, and where to go after the sign-in."""

from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie

COOKIE, COOKIE_BEHIND_TLS = "watchword", "__Host-watchword"
"""A browser takes the second over https alone, for this host alone."""


def cookies_in(headers: Sequence[bytes], name: str) -> list[str]:
    """The values of a cookie, two at most: a browser may have one of a wider domain, too.

    Args:
        headers: the values of the `Cookie` headers.
        name: of which cookie.
    """
    found = []
    for header in headers[:4]:
        for part in header.decode("latin-1").split(";"):
            key, _, value = part.strip().partition("=")
            if key == name and value:
                found.append(value)
    return found[:2]


def cookie_header(name: str, value: str, *, lasts_s: int) -> str:
    """What sets a cookie that scripts cannot read and other sites cannot send with a form.

    Args:
        name: its name; one that begins with `__Host-` is sent over https alone.
        value: what it holds; empty to delete it.
        lasts_s: seconds that it is kept for.

    Raises:
        CookieError: if the value could not stand in a header.
    """
    if not value.isascii() or any(letter in value for letter in ' ;,"\\\r\n'):
        raise CookieError("no value of a cookie")
    made: SimpleCookie = SimpleCookie()
    made[name] = value
    made[name].update({"path": "/", "max-age": str(lasts_s), "samesite": "Lax"})
    made[name]["httponly"] = True
    if name.startswith("__Host-"):
        made[name]["secure"] = True
    return made[name].OutputString()


def local_path(given: str) -> str:
    r"""Where to go after the sign-in: a page of ours, whatever was given.

    >>> local_path("/s/troops?as_of=2024-10-25")
    '/s/troops?as_of=2024-10-25'
    >>> {local_path(each) for each in ("//e.example", "https://e.example", "/\\e", "/\t/e")}
    {'/'}
    """
    is_ours = given.startswith("/") and not given.startswith(("//", "/\\"))
    is_plain = given.isascii() and given.isprintable() and "\\" not in given and " " not in given
    return given if is_ours and is_plain and len(given) <= 1_000 else "/"
