"""Held-out sets: their files, where they come from, and whether they are there.

Invariant: what is measured carries the digest of the files it was measured on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from watchword.errors import MissingDataError

_MEND = "set WATCHWORD_DATA to the folder that holds the measuring data"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """A set of which nothing was trained on.

    Attributes:
        name: as it stands in the table.
        files: its files below the data folder; `*` stands for any name.
        origin: where it comes from.
    """

    name: str
    files: tuple[str, ...]
    origin: str

    def digest(self, data: Path) -> str:
        """SHA-256 over the names and bytes of the files, hexadecimal."""
        total = sha256()
        for path in self.each_file(data):
            name = path.relative_to(data).as_posix()
            total.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def each_file(self, data: Path) -> Iterator[Path]:
        """Its files that are there, in order."""
        for pattern in self.files:
            yield from sorted(data.glob(pattern))

    def is_there(self, data: Path) -> bool:
        """Whether each of its files, or one of each pattern, is there."""
        return all(any(data.glob(pattern)) for pattern in self.files)


def check_data(sets: Iterable[HeldOut], data: Path) -> None:
    """Make sure that sets are there before anything is measured.

    Raises:
        MissingDataError: if any is not; it names each of them and where it comes from.
    """
    absent = {each.name: each for each in sets if not each.is_there(data)}
    if absent:
        told = "; ".join(f"{' and '.join(each.files)} ({each.origin})" for each in absent.values())
        raise MissingDataError(f"the ledger needs {told}", key=str(data), mend=_MEND)
