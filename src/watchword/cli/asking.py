"""What a user typed, as the types that the work takes; a value that is none is named."""

import re
from pathlib import Path

from watchword.collect import parse_mapping
from watchword.config import Settings
from watchword.errors import SettingsError
from watchword.flow.running import Inputs, limits_of

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d+)?)\s*([smhd]?)")
_SECONDS = {"s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}


def inputs_of(sources: tuple[str, ...], columns: str | None, settings: Settings) -> Inputs:
    """What is to be read.

    Raises:
        SettingsError: if the columns are not `field=column` pairs.
    """
    return Inputs(
        sources=sources,
        limits=limits_of(settings),
        processes=settings.processes,
        mapping=None if columns is None else parse_mapping(columns),
    )


def seconds_of(words: str, *, option: str) -> float:
    """The seconds that a length of time stands for.

    >>> seconds_of("5m", option="--every")
    300.0

    Raises:
        SettingsError: if it is none.
    """
    found = _LENGTH.fullmatch(words.strip().lower())
    if found is None or not float(found[1]):
        raise SettingsError(
            f"'{words}' is no length of time", key=option, mend="use 30s, 5m, 2h or 1d"
        )
    return float(found[1]) * _SECONDS[found[2] or "s"]


def bytes_within(file: Path, most: int) -> bytes:
    """The bytes of a file that a person keeps, as a scenario or a matrix.

    Raises:
        SettingsError: if it cannot be opened, or is longer than that.
    """
    try:
        if file.stat().st_size > most:
            raise SettingsError(f"it is longer than {most:,} bytes", key=str(file))
        return file.read_bytes()
    except OSError as error:
        raise SettingsError(f"it cannot be read: {error.strerror}", key=str(file)) from error
