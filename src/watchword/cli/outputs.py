"""Where a brief goes: the places asked for, each with its format, and writing them whole.

Invariant: a file at its place is complete; what is being written lies beside it until it is.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from watchword.cli.options import Format
from watchword.errors import MissingExtraError, SettingsError
from watchword.flow.brief_files import bytes_of_brief
from watchword.model.brief import Brief

STANDARD_OUTPUT = "-"

_SUFFIXES = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".md": Format.MD,
    ".markdown": Format.MD,
    ".json": Format.JSON,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
}
_NEEDED_FOR_PDF = ("typst", "vl_convert")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A place that a brief goes to.

    Attributes:
        place: the file, None for standard output.
        form: what it is written as.
    """

    place: Path | None
    form: Format

    @property
    def name(self) -> str:
        """The place in words."""
        return "standard output" if self.place is None else str(self.place)


def plan_outputs(places: Sequence[Path], form: Format | None) -> tuple[Output, ...]:
    """Settle what is written where, before anything is read.

    Raises:
        SettingsError: if a place cannot be written to, or its format is not told.
        MissingExtraError: if a PDF is asked for and what sets it is not installed.
    """
    if not places:
        outputs: tuple[Output, ...] = (Output(place=None, form=form or Format.HTML),)
    else:
        outputs = tuple(dict.fromkeys(_output(place, form) for place in places))
    if form is not None and all(output.form is not form for output in outputs):
        raise SettingsError(f"no output is {form}: the suffixes tell other formats", key="--format")
    if any(output.form is Format.PDF for output in outputs):
        _check_pdf()
    for output in outputs:
        if output.place is not None:
            _check_place(output.place)
    return outputs


def rendered(brief: Brief, form: Format, *, with_texts: bool) -> bytes:
    """The bytes of a brief in a format."""
    return bytes_of_brief(brief, form.value, with_texts=with_texts)


def write_whole(place: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it.

    Raises:
        SettingsError: if it cannot be written.
    """
    write_pieces(place, [content])


def write_pieces(place: Path, pieces: Iterable[bytes]) -> None:
    """Write a file of pieces so that nobody ever sees half of it.

    Raises:
        SettingsError: if it cannot be written.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists() and not place.is_file():
            place.write_bytes(b"".join(pieces))
        else:
            _replace(place.resolve(), pieces)
    except OSError as error:
        raise _not_writable(place, error) from error


def _output(place: Path, form: Format | None) -> Output:
    if str(place) == STANDARD_OUTPUT:
        return Output(place=None, form=form or Format.HTML)
    if place.is_dir():
        raise SettingsError("it is a folder; name a file", key=str(place))
    told = _SUFFIXES.get(place.suffix.lower(), form)
    if told is None:
        known = ", ".join(_SUFFIXES)
        raise SettingsError(
            "its suffix tells no format", key=str(place), mend=f"use {known}, or give --format"
        )
    return Output(place=place, form=told)


def _check_pdf() -> None:
    for name in _NEEDED_FOR_PDF:
        if find_spec(name) is None:
            raise MissingExtraError(
                f"setting a PDF needs {name}", key=name, mend="pip install 'watchword[print]'"
            )


def _check_place(place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(place, error) from error
    if not os.access(place.parent, os.W_OK):
        raise SettingsError("its folder may not be written to", key=str(place))


def _replace(place: Path, pieces: Iterable[bytes]) -> None:
    beside = place.with_name(f".watchword-{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.writelines(pieces)
        beside.replace(place)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _not_writable(place: Path, error: OSError) -> SettingsError:
    return SettingsError(f"it cannot be written: {error.strerror}", key=str(place))
