"""Identifiers for other programs: made of our keys, so that two exports agree on them."""

from uuid import UUID, uuid5

NAMESPACE = UUID("6f0c7ab2-59d4-5d0e-8a0e-7e6b5c1f9a42")
"""Of every UUID that Watchword makes (RFC 9562, version 5)."""
HOME = "https://watchword.invalid"
"""Stands in names that have to be addresses; it leads nowhere on purpose."""


def uuid_of(*parts: str) -> str:
    """The UUID of something by its kind and its key.

    >>> uuid_of("claim", "5e1c2a9b8d7f6043") == uuid_of("claim", "5e1c2a9b8d7f6043")
    True
    """
    return str(uuid5(NAMESPACE, "|".join(parts)))


def urn_of(*parts: str) -> str:
    """The same as a URN, for forms that name things by IRIs."""
    return f"urn:uuid:{uuid_of(*parts)}"
