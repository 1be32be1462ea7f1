"""An archive's reports into origins and stories, and their actors seen: the record in one go.

What costs most looks at one report alone (unpacking its reading, its wording, its terms, the
countries around it): other processes do that, ahead, stretch by stretch of time. Deciding
goes through the stretches in order, on shelves that hold what can still be asked about and no more.

Invariant: the record is what `watchword collect` makes of the same rows, on one machine, report by
report; it goes on from there, and what was interrupted goes on from where it stopped.
"""

from dataclasses import dataclass
from pathlib import Path

from watchword.flow.archive.handed import Handed
from watchword.flow.archive.preparing import AT_ONCE, Preparers
from watchword.flow.running import Watcher, unwatched
from watchword.flow.situation.actors import see_waiting
from watchword.flow.situation.origins import place_waiting
from watchword.flow.situation.stories import StoryKeeper
from watchword.flow.situation.waiting import ACTORS, ORIGINS, STORIES
from watchword.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """How much was grouped.

    Attributes:
        placed: reports that were put into origins.
        seen: readings whose actors were seen.
        told: readings that were put into stories.
    """

    placed: int
    seen: int
    told: int


def group_archive(
    store: Store,
    processes: int,
    watch: Watcher = unwatched,
    *,
    folder: Path | None = None,
    at_once: int = AT_ONCE,
) -> Grouped:
    """Group everything in the record that waits for it.

    Origins come first: a story is told with the origins of all its reports.

    Args:
        store: the record, its rows in the order of time.
        processes: how many processors are at work; one of them decides.
        watch: is told how far it has come.
        folder: where the parts are that were loaded, for what was worked out as they were read.
        at_once: reports of a stretch, which are decided on in one transaction.

    Raises:
        StoreError: if the store cannot be written; what was added before is kept.
    """
    handed = Handed.of_folder(folder)
    with Preparers(max(0, processes - 1), at_once=at_once, handed=handed) as preparers:
        return Grouped(
            placed=place_waiting(store, watch, preparers.pages(ORIGINS)),
            seen=see_waiting(store, watch, preparers.pages(ACTORS)),
            told=StoryKeeper(store, preparers.pages(STORIES)).tell_waiting(watch),
        )
