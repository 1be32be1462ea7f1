"""How far an archive is read, summed up from its parts."""

from dataclasses import dataclass
from pathlib import Path

from watchword.flow.archive.carrying import Aside
from watchword.flow.archive.manifest import Manifest, Standing, place_of
from watchword.flow.archive.parts import Counts, counts_of
from watchword.model.report import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How far an archive is read.

    Attributes:
        made_by: name and version of what read it.
        shards: how many there are.
        done: how many of them are read.
        aside: those that were set aside.
        unread: what was named and cannot be read at all.
        counts: what the parts hold.
    """

    made_by: str
    shards: int
    done: int
    aside: tuple[Aside, ...]
    unread: tuple[Unread, ...]
    counts: Counts

    @property
    def left_out(self) -> int:
        """How much could not be read, of the files and in them."""
        return self.counts.unread + sum(each.count for each in self.unread)


def summary_of(folder: Path, manifest: Manifest, standing: Standing) -> Summary:
    """Sum up what has become of a plan.

    Raises:
        StoreError: if a part is damaged.
    """
    counts = Counts()
    for key in sorted(standing.done):
        counts += counts_of(place_of(folder, key))
    return Summary(
        made_by=manifest.made_by,
        shards=manifest.shards,
        done=len(standing.done),
        aside=standing.aside,
        unread=manifest.unread,
        counts=counts,
    )
