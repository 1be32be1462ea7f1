"""Parts of an archive into the record, in the order of the plan.

Invariant: what a load that was killed had added is there whole, and is added by no later one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from watchword.errors import SettingsError
from watchword.flow.archive.manifest import Manifest, place_of, read_manifest
from watchword.flow.archive.parts import each_part, rows_of
from watchword.flow.archive.shards import KEY_DIGITS
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.correcting import amend_anew
from watchword.model.report import Unread
from watchword.store import Store, Writing
from watchword.store.bulk import Found, Loaded, has_loaded, load_found


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedParts:
    """What came of loading.

    Attributes:
        loaded: what was added; known are reports that the record had, from another part too.
        before: parts that had been loaded before.
        missing: shards that are not read, and have no part.
    """

    loaded: Loaded
    before: int
    missing: int


def load_parts(store: Store, folder: Path, watch: Watcher = unwatched) -> LoadedParts:
    """Add what an archive's parts hold to the record, those that it has not got.

    Args:
        store: the record.
        folder: where the parts are.
        watch: is told how far it has come.

    Raises:
        SettingsError: if the folder holds no plan of an archive.
        StoreError: if a part cannot be read, or the record cannot be written; what was added before
            is kept.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise SettingsError(
            "there is no archive that was read", key=str(folder), mend="watchword archive read"
        )
    there = _parts_there(folder, manifest)
    waiting = _parts_waiting(store, there)

    def tell(loaded: Loaded) -> None:
        done = loaded.reports + loaded.known
        claims, unread = loaded.claims, loaded.unread
        watch(Stand(step=Step.COLLECTING, done=done, claims=claims, unread=unread))

    parts = _each_found(manifest, waiting)
    loaded = load_found(store, parts, made_by=manifest.made_by, beside=_amend, watch=tell)
    missing = manifest.shards - len(there)
    return LoadedParts(loaded=loaded, before=len(there) - len(waiting), missing=missing)


def _parts_there(folder: Path, manifest: Manifest) -> list[tuple[str, Path]]:
    shards = (shard for file in manifest.files for shard in file.shards)
    places = ((shard.key, place_of(folder, shard.key)) for shard in shards)
    return [(key, place) for key, place in places if place.exists()]


def _parts_waiting(store: Store, there: list[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """Those that are not in the record whole, without opening what is."""
    with store.viewing() as view:
        return [(key, place) for key, place in there if not has_loaded(view, key, rows_of(place))]


def _each_found(
    manifest: Manifest, parts: list[tuple[str, Path]]
) -> Iterator[tuple[str, Iterator[Found]]]:
    if manifest.unread:
        words = "\n".join(f"{each.found_at}\t{each.reason}" for each in manifest.unread)
        yield f"plan-{sha256(words.encode()).hexdigest()[:KEY_DIGITS]}", iter(manifest.unread)
    for key, place in parts:
        yield key, each_part(place)


def _amend(writing: Writing, group: list[Found]) -> None:
    """Carry what people put right in earlier readings of the same reports into these."""
    amend_anew(writing, [each.report.key for each in group if not isinstance(each, Unread)])
