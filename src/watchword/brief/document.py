"""A brief as a JSON file and back, with everything needed to check it by hand or by machine.

Invariant: what `from_json` takes is exactly what `brief.schema.json` describes; an unknown,
missing or ill-typed field is an `InvalidBriefError` that names its place as a JSON path.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from watchword.brief.document_form import JsonValue, from_plain, to_plain
from watchword.errors import InvalidBriefError
from watchword.model.brief import Brief
from watchword.model.panel import Panel
from watchword.model.sentence import Sentence

SCHEMA_VERSION: Final = 2
READABLE: Final = frozenset({1, 2})
"""Versions that can be read: what the second has beside the first may be left out."""


def to_json(brief: Brief, *, with_texts: bool = True) -> str:
    """Write a brief as JSON: stable key order, two blanks of indent, a newline at the end.

    Args:
        brief: the brief.
        with_texts: whether the reports' texts are in it. Without them the file can be checked
            only beside the reports.

    Returns:
        The text of the file. The reports' raw bytes are not in it, only their digest, and of a
        path only the file name.
    """
    document = to_document(brief, with_texts=with_texts)
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_document(brief: Brief, *, with_texts: bool = True) -> dict[str, JsonValue]:
    """The brief as plain JSON values, as in the file."""
    plain = to_plain(brief)
    if not isinstance(plain, dict):  # pragma: no cover - a dataclass is always an object
        raise InvalidBriefError("the brief is not an object")
    if not with_texts:
        for report in _objects(plain["reports"]):
            del report["text"]
    return {"schema_version": SCHEMA_VERSION, **plain}


def from_json(text: str) -> Brief:
    """Read a brief from JSON.

    The reports come back without their raw bytes, and without their text where the file has
    none.

    Raises:
        InvalidBriefError: if the text is not a brief in the published form.
    """
    return from_document(read_document(text))


def read_document(text: str) -> Mapping[str, JsonValue]:
    """Read the JSON of a brief without checking its form.

    Raises:
        InvalidBriefError: if the text is not one JSON object.
    """
    try:
        document = json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        message = f"this is not JSON: {error}"
        raise InvalidBriefError(message, key="$", mend="give the file `brief` wrote") from error
    if not isinstance(document, dict):
        raise InvalidBriefError("a brief is a JSON object", key="$")
    return document


def from_document(document: Mapping[str, JsonValue]) -> Brief:
    """Make a brief from plain JSON values.

    Raises:
        InvalidBriefError: if they are not in the published form.
    """
    fields = dict(document)
    version = fields.pop("schema_version", None)
    if type(version) is not int or version not in READABLE:
        message = f"this reads versions 1 to {SCHEMA_VERSION} of the form, not {version!r}"
        raise InvalidBriefError(message, key="$.schema_version", mend="write the brief again")
    brief: Brief = from_plain(Brief, fields)
    return brief


def with_texts_from(brief: Brief, texts: Mapping[str, str]) -> Brief:
    """Fill in missing texts of reports from texts by their SHA-256."""
    reports = tuple(
        report if report.text else replace(report, text=texts.get(report.text_sha256, ""))
        for report in brief.reports
    )
    return replace(brief, reports=reports)


def each_sentence(brief: Brief) -> Iterator[tuple[str, Sentence]]:
    """Every sentence of a brief that has to be cited, with its JSON pointer, in page order."""
    if brief.headline is not None:
        yield "/headline", brief.headline
    for number, judgment in enumerate(brief.judgments):
        yield f"/judgments/{number}/sentence", judgment.sentence
    yield from _each_in("/overview", brief.overview)
    for number, section in enumerate(brief.sections):
        yield f"/sections/{number}/heading", section.heading
        for row, paragraph in enumerate(section.paragraphs):
            yield from _each_in(f"/sections/{number}/paragraphs/{row}", paragraph)
    for number, contest in enumerate(brief.contests):
        yield f"/contests/{number}/summary", contest.summary
    yield from _each_in("/changes", brief.changes)
    yield from _each_in("/watch", brief.watch)
    yield from _each_in_panels(brief.panels)


def _each_in_panels(panels: tuple[Panel, ...]) -> Iterator[tuple[str, Sentence]]:
    for number, panel in enumerate(panels):
        for place, row in enumerate(panel.rows):
            if row.sentence is not None:
                yield f"/panels/{number}/rows/{place}/sentence", row.sentence


def _each_in(pointer: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, Sentence]]:
    for number, sentence in enumerate(sentences):
        yield f"{pointer}/{number}", sentence


def _objects(value: JsonValue) -> Iterator[dict[str, JsonValue]]:
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))


def _refuse(name: str) -> float:
    message = f"{name} is not a number a brief can hold"
    raise ValueError(message)


def _once(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        message = f"the field {twice!r} is given twice"
        raise ValueError(message)
    return fields
