"""Parts of an archive into the record, a part at a time.

Invariant: a part is in the record whole or not at all, and a report once, whatever parts it is in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from watchword.errors import SettingsError
from watchword.flow.archive.manifest import Manifest, place_of, read_manifest
from watchword.flow.archive.parts import each_part
from watchword.flow.archive.shards import KEY_DIGITS
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.correcting import amend_anew
from watchword.flow.situation.recording import Recorded
from watchword.model.read_report import ReadReport
from watchword.model.report import Unread
from watchword.store import Store, Writing
from watchword.store.progress import progress_of, set_progress
from watchword.store.readings import add_readings
from watchword.store.reports import add_reports, add_unread

_IS_LOADED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What came of loading.

    Attributes:
        recorded: what was added; known are reports that the record had, from another part too.
        parts: how many were loaded.
        before: how many had been loaded before.
        missing: shards that are not read, and have no part.
    """

    recorded: Recorded = field(default_factory=Recorded)
    parts: int = 0
    before: int = 0
    missing: int = 0


def load_parts(store: Store, folder: Path, watch: Watcher = unwatched) -> Loaded:
    """Add what an archive's parts hold to the record, those that it has not got.

    Args:
        store: the record.
        folder: where the parts are.
        watch: is told how far it has come.

    Raises:
        SettingsError: if the folder holds no plan of an archive.
        StoreError: if a part cannot be read, or the record cannot be written; the parts before it
            are kept.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise SettingsError(
            "there is no archive that was read", key=str(folder), mend="watchword archive read"
        )
    total, parts, before, missing = _load_unread(store, manifest), 0, 0, 0
    for key in _each_key(manifest):
        place = place_of(folder, key)
        if not place.exists():
            missing += 1
            continue
        recorded = _load(store, key, place, manifest.made_by)
        if recorded is None:
            before += 1
        else:
            parts, total = parts + 1, total + recorded
        watch(Stand(step=Step.COLLECTING, done=total.new + total.known, unread=total.unread))
    return Loaded(recorded=total, parts=parts, before=before, missing=missing)


def _each_key(manifest: Manifest) -> Iterator[str]:
    for file in manifest.files:
        for shard in file.shards:
            yield shard.key


def _load_unread(store: Store, manifest: Manifest) -> Recorded:
    """Add what the plan could not read, once."""
    words = "\n".join(f"{each.found_at}\t{each.reason}" for each in manifest.unread)
    work = f"plan {sha256(words.encode()).hexdigest()[:KEY_DIGITS]}"
    if not manifest.unread:
        return Recorded()
    with store.writing() as writing:
        if progress_of(writing, work) == _IS_LOADED:
            return Recorded()
        add_unread(writing, manifest.unread)
        set_progress(writing, work, _IS_LOADED)
    return Recorded(unread=sum(each.count for each in manifest.unread))


def _load(store: Store, key: str, place: Path, made_by: str) -> Recorded | None:
    """Add one part; None where the record has it."""
    with store.viewing() as view:
        if progress_of(view, _work(key)) == _IS_LOADED:
            return None
    found = list(each_part(place))
    with store.writing() as writing:
        if progress_of(writing, _work(key)) == _IS_LOADED:
            return None
        recorded = _add(writing, found, made_by)
        set_progress(writing, _work(key), _IS_LOADED)
    return recorded


def _add(writing: Writing, found: list[ReadReport | Unread], made_by: str) -> Recorded:
    read = [each for each in found if isinstance(each, ReadReport)]
    unread = [each for each in found if isinstance(each, Unread)]
    new = add_reports(writing, [each.report for each in read])
    add_readings(writing, read, made_by=made_by)
    amend_anew(writing, [each.report.key for each in read])
    add_unread(writing, unread)
    counted = sum(each.count for each in unread)
    return Recorded(new=new, known=len(read) - new, unread=counted)


def _work(key: str) -> str:
    return f"part {key}"
