"""`watchword archive`: archives read shard by shard, loaded into the record, and looked at."""

from dataclasses import dataclass
from pathlib import Path

import typer

from watchword.cli.archive_progress import watching_shards
from watchword.cli.exits import ExitCode
from watchword.cli.progress import watching
from watchword.cli.screen import many, one_line, tell, tell_json, warn
from watchword.cli.unread import UnreadList
from watchword.collect import parse_mapping
from watchword.config import Settings, read_settings
from watchword.engines import Carried
from watchword.errors import SettingsError
from watchword.flow.archive.cluster import RayExecutor
from watchword.flow.archive.driving import Headway, Order, read_archive, reader_here
from watchword.flow.archive.executors import Executor
from watchword.flow.archive.grouping import group_archive
from watchword.flow.archive.loading import LoadedParts, load_parts
from watchword.flow.archive.manifest import read_manifest, standing_of
from watchword.flow.archive.processes import ProcessExecutor
from watchword.flow.archive.shards import Size
from watchword.flow.archive.summing import Summary, summary_of
from watchword.flow.archive.working import Terms
from watchword.flow.running import limits_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOrder:
    """What was asked for, as typed.

    Attributes:
        sources: archives.
        folder: where parts go.
        processes: how many processes, None for the setting.
        cluster: address of a cluster, None for processes of this machine.
        columns: names of columns.
        shard: reports a shard at most, None for the usual size.
        again: whether shards are tried again that were set aside.
        as_json: whether to tell the outcome as JSON.
    """

    sources: tuple[str, ...]
    folder: Path
    processes: int | None = None
    cluster: str | None = None
    columns: str | None = None
    shard: int | None = None
    again: bool = False
    as_json: bool = False


def read(order: ReadOrder) -> None:
    """Read what of the archives has not been read, and tell what came of it."""
    settings = read_settings()
    mapping = None if order.columns is None else parse_mapping(order.columns)
    limits, model = limits_of(settings), Carried(settings.reader)
    terms = Terms(limits=limits, mapping=mapping, model=model)
    size = Size() if order.shard is None else Size(records=order.shard)
    asked = Order(
        sources=order.sources, folder=order.folder, terms=terms, size=size, again=order.again
    )
    with watching_shards() as watch:
        headway = read_archive(asked, _executor(order, settings, terms), watch)
    summary = _summary(order.folder)
    _tell_read(order, headway, summary)
    if summary.aside:
        raise typer.Exit(ExitCode.FAILED_CHECK)
    if not summary.counts.reports:
        raise typer.Exit(ExitCode.NOTHING_READ)


def load(folder: Path, store: str | None, *, group: bool, as_json: bool) -> None:
    """Add what the parts hold to the record, and group it."""
    settings = read_settings()
    with Workbench.open(store or settings.store, settings) as bench, watching() as watch:
        loaded = load_parts(bench.store, folder, watch)
        if group:
            group_archive(bench.store, settings.processes, watch, folder=folder)
            bench.look_out(watch)
    _tell_loaded(loaded, as_json=as_json)


def show_status(folder: Path, *, as_json: bool) -> None:
    """Print how far an archive is read."""
    summary = _summary(folder)
    if as_json:
        tell_json(_record(summary))
        return
    tell(f"{summary.done:,} of {many(summary.shards, 'shard')} read, by {summary.made_by}")
    tell(_counts(summary))
    _warn_aside(summary)
    _unread(summary).warn()


def _executor(order: ReadOrder, settings: Settings, terms: Terms) -> Executor:
    if order.cluster is None:
        return ProcessExecutor(order.processes or settings.processes, terms)
    return RayExecutor(order.cluster, terms, reader_here(terms.model), count=order.processes)


def _summary(folder: Path) -> Summary:
    manifest = read_manifest(folder)
    if manifest is None:
        raise SettingsError(
            "there is no archive that was read", key=str(folder), mend="watchword archive read"
        )
    return summary_of(folder, manifest, standing_of(folder, manifest))


def _tell_read(order: ReadOrder, headway: Headway, summary: Summary) -> None:
    if order.as_json:
        tell_json({**_record(summary), "read_now": headway.counts.reports})
    _unread(summary).warn()
    _warn_aside(summary)
    warn(f"{_counts(summary)}; {many(headway.counts.reports, 'report')} read now")
    if headway.counts.reports:
        warn(f"go on with: watchword archive load {order.folder}")


def _counts(summary: Summary) -> str:
    counts = summary.counts
    told = [many(counts.reports, "report"), many(counts.claims, "claim")]
    return ", ".join([*told, f"{counts.words:,} words", f"{summary.left_out:,} unread"])


def _warn_aside(summary: Summary) -> None:
    for aside in summary.aside:
        warn(f"shard {aside.key} set aside: {one_line(aside.reason)}")


def _unread(summary: Summary) -> UnreadList:
    return UnreadList(summary.unread)


def _record(summary: Summary) -> dict[str, object]:
    counts = summary.counts
    return {
        "made_by": summary.made_by,
        "shards": summary.shards,
        "done": summary.done,
        "waiting": summary.shards - summary.done - len(summary.aside),
        "aside": [{"shard": each.key, "reason": each.reason} for each in summary.aside],
        "reports": counts.reports,
        "claims": counts.claims,
        "words": counts.words,
        "unread": summary.left_out,
    }


def _tell_loaded(found: LoadedParts, *, as_json: bool) -> None:
    loaded = found.loaded
    if as_json:
        tell_json(
            {
                "new": loaded.reports,
                "claims": loaded.claims,
                "known": loaded.known,
                "unread": loaded.unread,
                "loaded_before": found.before,
                "missing": found.missing,
            }
        )
    told = [many(loaded.reports, "new report"), many(loaded.claims, "claim")]
    told += [f"{loaded.known:,} known already"] if loaded.known else []
    told += [f"{loaded.unread:,} unread"] if loaded.unread else []
    told += [f"{many(found.before, 'part')} loaded before"] if found.before else []
    warn(", ".join(told))
    if found.missing:
        warn(f"{many(found.missing, 'shard')} not read yet, or set aside: watchword archive read")
