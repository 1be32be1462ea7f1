"""What `watchword brief` was asked for, as typed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from watchword.cli.asking import moment_of
from watchword.cli.options import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOrder:
    """What was asked for, as typed.

    Attributes:
        sources: what to read.
        outputs: where to write, empty for standard output.
        form: what to write where no suffix tells.
        as_of: a day or a time.
        title: what the brief is about.
        since: an earlier brief.
        columns: names of columns.
        no_texts: whether the reports' texts stay out.
        as_json: whether to tell the outcome as JSON.
        store: where the record is that is briefed where there are no sources.
        rebuild: name of a kept brief that is to be made again.
        scenarios: files of scenarios that it tells of.
    """

    sources: tuple[str, ...]
    outputs: tuple[Path, ...] = ()
    form: Format | None = None
    as_of: str | None = None
    title: str | None = None
    since: Path | None = None
    columns: str | None = None
    no_texts: bool = False
    as_json: bool = False
    store: str | None = None
    rebuild: str | None = None
    scenarios: tuple[Path, ...] = ()

    @property
    def instant(self) -> datetime | None:
        """The time that it is to be as of, None where that is not told.

        Raises:
            SettingsError: if what was typed is none.
        """
        return None if self.as_of is None else moment_of(self.as_of)
