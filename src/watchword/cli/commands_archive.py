"""The commands on archives; the work behind each is loaded when it is asked for."""

from watchword.cli import options, options_archive, options_record


def read_archive(  # noqa: PLR0913 - each is an option of the command
    paths: options_archive.Sources,
    *,
    to: options_archive.To,
    processes: options_archive.Processes = None,
    cluster: options_archive.Cluster = None,
    columns: options.Columns = None,
    shard: options_archive.ShardReports = None,
    again: options_archive.Again = False,
    as_json: options_record.AsJson = False,
) -> None:
    """Read WARC, JSON lines and Parquet into a folder of parts; go on where a run was ended."""
    from watchword.cli import archiving  # noqa: PLC0415 - slow import

    archiving.read(
        archiving.ReadOrder(
            sources=tuple(paths),
            folder=to,
            processes=processes,
            cluster=cluster,
            columns=columns,
            shard=shard,
            again=again,
            as_json=as_json,
        )
    )


def load(
    folder: options_archive.Folder,
    *,
    no_grouping: options_archive.NoGrouping = False,
    as_json: options_record.AsJson = False,
    store: options_record.Store = None,
) -> None:
    """Add what the parts in a folder hold to the record, and group it."""
    from watchword.cli import archiving  # noqa: PLC0415 - slow import

    archiving.load(folder, store, group=not no_grouping, as_json=as_json)


def status_of_archive(
    folder: options_archive.Folder, *, as_json: options_record.AsJson = False
) -> None:
    """Print how far an archive is read, and which shards were set aside and why."""
    from watchword.cli import archiving  # noqa: PLC0415 - slow import

    archiving.show_status(folder, as_json=as_json)
