"""`watchword export` and `import`: a situation handed on, and an archive opened."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from watchword.cli.outputs import write_pieces
from watchword.cli.screen import many, one_line, put, tell, warn
from watchword.config import Settings, read_settings
from watchword.errors import SettingsError
from watchword.exchange.forms import Form
from watchword.flow.running import limits_of
from watchword.flow.situation.exporting import MOST_WEIGHED, ExportAsked, export_record
from watchword.flow.situation.importing import Imported, import_archive
from watchword.flow.situation.scoping import Asked
from watchword.flow.situation.standing import LAST
from watchword.flow.situation.taking_in import take_in
from watchword.model.tlp import Tlp
from watchword.store import open_store
from watchword.text.instants import moment_of
from watchword.workbench import Workbench

_ZIP = b"PK\x03\x04"
_NO_TEXT = frozenset({Form.PARQUET, Form.FIGURES_PARQUET, Form.EVENTS_PARQUET, Form.ARCHIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What was asked for, as typed.

    Attributes:
        form: the form.
        store: where the record is.
        output: the file, None for standard output.
        tlp: the limit.
        actors: names that reports speak of.
        places: likewise.
        since: published then or later.
        until: published before the end of then.
        as_of: nothing learnt later.
        brief: which kept brief, None for the last.
    """

    form: str
    store: str | None = None
    output: Path | None = None
    tlp: str = "clear"
    actors: Sequence[str] = ()
    places: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    brief: str | None = None


def export(order: ExportOrder) -> None:
    """Hand on what is asked for, and tell what was left out for its mark."""
    asked = _asked(order, _form(order.form))
    if asked.form in _NO_TEXT and order.output is None:
        raise SettingsError(
            "this form is no text", key=asked.form.value, mend="name a file with -o"
        )
    opened = open_store(order.store or read_settings().store)
    try:
        exported = export_record(opened, asked)
        _write(exported.pieces, order.output)
    finally:
        opened.close()
    if exported.left_out.told:
        warn(exported.left_out.told)
    if exported.ungraded:
        warn(
            f"{many(exported.ungraded, 'claim')} without a credibility: more than"
            f" {MOST_WEIGHED:,} are not weighed; narrow them by actor, place or days"
        )


def import_file(file: Path, store: str | None) -> None:
    """Make a new store of an archive, or add the reports of a bundle to one that is there."""
    settings = read_settings()
    location = store or settings.store
    try:
        with file.open("rb") as stream:
            is_archive = stream.read(len(_ZIP)) == _ZIP
            stream.seek(0)
            if is_archive:
                _tell_imported(import_archive(stream, location))
                return
            content = stream.read(settings.max_bytes + 1)
    except OSError as error:
        raise SettingsError(f"it cannot be read: {error.strerror}", key=str(file)) from error
    _take_in(content, file.name, location, settings)


def _take_in(content: bytes, name: str, location: str, settings: Settings) -> None:
    with Workbench.open(location, settings) as bench:
        found = take_in(
            bench.store, content, name=name, by=settings.user, limits=limits_of(settings)
        )
        read = bench.work()
    recorded = found.recorded
    told = [many(recorded.new, "new report"), f"{recorded.known:,} known already"]
    tell(", ".join([*told, f"{found.marked:,} marked", f"{read:,} read"]))


def _tell_imported(found: Imported) -> None:
    tell(f"{one_line(found.title)}, as of {found.as_of:%Y-%m-%d %H:%M} UTC: {found.location}")
    tell(f"{many(found.rows['report'], 'report')}, {many(found.rows['brief'], 'brief')}")
    left = {name: count for name, count in found.left_out.items() if count}
    if left:
        told = ", ".join(f"{count:,} {one_line(name)}" for name, count in sorted(left.items()))
        warn(f"left out by whoever made the archive: {told}")
    tell("go on with: watchword collect --store " + found.location)


def limit_of(words: str) -> Tlp:
    """The mark that a user types, with or without its prefix.

    >>> limit_of("amber+strict").value
    'TLP:AMBER+STRICT'

    Raises:
        SettingsError: if it is none.
    """
    bare = words.strip().upper().removeprefix("TLP:").replace("WHITE", "CLEAR")
    with suppress(ValueError):
        return Tlp(f"TLP:{bare}")
    known = ", ".join(each.value.removeprefix("TLP:").lower() for each in Tlp)
    raise SettingsError(f"'{words}' is no mark", key="--tlp", mend=f"use {known}")


def _form(words: str) -> Form:
    with suppress(ValueError):
        return Form(words.lower())
    raise SettingsError(f"'{words}' is no form", key="--form", mend=f"use {', '.join(Form)}")


def _asked(order: ExportOrder, form: Form) -> ExportAsked:
    asked = Asked(
        actors=tuple(order.actors),
        places=tuple(order.places),
        since=_first(order.since) if order.since else None,
        until=moment_of(order.until, option="--until") if order.until else None,
    )
    return ExportAsked(
        form=form,
        limit=limit_of(order.tlp),
        asked=asked,
        as_of=moment_of(order.as_of) if order.as_of else None,
        brief=order.brief or LAST,
    )


def _first(words: str) -> datetime:
    """The beginning of a day, or a time itself."""
    at = moment_of(words, option="--since")
    return datetime.combine(at.date(), time.min, tzinfo=UTC) if at.time() == time.max else at


def _write(pieces: Iterable[bytes], output: Path | None) -> None:
    if output is None:
        for piece in pieces:
            put(piece)
        return
    write_pieces(output, pieces)
    warn(f"written: {output}")
