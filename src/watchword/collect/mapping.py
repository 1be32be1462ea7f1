"""Which column of a table, or key of a record, holds which field of a report."""

from collections.abc import Mapping
from types import MappingProxyType

from watchword.errors import SettingsError

REQUIRED = ("id", "url", "outlet", "title", "date", "language", "text")
OPTIONAL = ("bylines", "status", "note", "version")

DEFAULT_MAPPING: Mapping[str, str] = MappingProxyType({name: name for name in REQUIRED + OPTIONAL})
"""Field to column where the user names no others."""


def parse_mapping(words: str) -> dict[str, str]:
    """Read a mapping as a user writes it.

    >>> parse_mapping("text=body,date=published_at")["date"]
    'published_at'

    Args:
        words: `field=column` pairs parted by commas; empty for the default names.

    Returns:
        The column of every field, default names included.

    Raises:
        SettingsError: if a pair is not a pair, or a field is not known or named twice.
    """
    given: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in words.split(","))):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not field or not column:
            raise SettingsError(f"'{pair}' is not field=column", key="mapping")
        if field not in DEFAULT_MAPPING:
            known = ", ".join(DEFAULT_MAPPING)
            raise SettingsError(f"no field '{field}'", key="mapping", mend=f"fields are {known}")
        if field in given:
            raise SettingsError(f"'{field}' is named twice", key="mapping")
        given[field] = column
    return {**DEFAULT_MAPPING, **given}
