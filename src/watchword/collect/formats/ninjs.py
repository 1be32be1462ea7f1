"""IPTC ninjs 1.x to 3.x: one news item as JSON.

Names of keys: IPTC, "ninjs" (https://www.iptc.org/std/ninjs/), generations 1, 2 and 3.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from watchword.collect.formats.json_text import load_json
from watchword.collect.formats.markup import plain_words
from watchword.collect.front_matter import split_names
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError

_TELLING_KEYS = "body_text body_html body_xhtml bodies headlines pubstatus versioncreated ednote"
_TELLING = frozenset(_TELLING_KEYS.split())
"""Keys that no other kind of record has; one of them beside `uri` makes a record ninjs."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class _Named(_Part):
    name: str = ""
    literal: str = ""
    rel: str = ""


class _Worded(_Part):
    role: str = ""
    value: str = ""
    contenttype: str = ""


class _Link(_Part):
    href: str = ""
    value: str = ""
    role: str = ""


class NinjsItem(_Part):
    """The keys of a ninjs item that a report needs; all others are ignored."""

    model_config = ConfigDict(extra="allow", strict=True)

    uri: str = ""
    version: str | int = ""
    versioncreated: str = ""
    firstcreated: str = ""
    contentcreated: str = ""
    pubstatus: str = "usable"
    language: str = ""
    ednote: str = ""
    byline: str = ""
    by: str = ""
    headline: str = ""
    headlines: list[_Worded] = Field(default_factory=list)
    body_text: str = ""
    body_html: str = ""
    body_xhtml: str = ""
    bodies: list[_Worded] = Field(default_factory=list)
    description_text: str = ""
    descriptions: list[_Worded] = Field(default_factory=list)
    provider: _Named | str | None = None
    copyrightholder: str = ""
    infosource: list[_Named] = Field(default_factory=list)
    infosources: list[_Named] = Field(default_factory=list)
    altids: list[_Link] | dict[str, str] = Field(default_factory=list)
    url: str = ""


def read_ninjs(piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ARG001 - a reader's form
    """Read one ninjs item."""
    yield ninjs_draft(load_json(piece))


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a ninjs item."""
    standard = record.get("standard")
    if isinstance(standard, dict) and standard.get("name") == "ninjs":
        return True
    return "uri" in record and not _TELLING.isdisjoint(record)


def ninjs_draft(record: Any) -> Draft:  # noqa: ANN401 - any JSON value may come
    """Make the draft of a ninjs item.

    A withheld or cancelled item often has no body: its note or headline is then its text, so that
    the withdrawal reaches whoever holds the earlier version.

    Raises:
        UnreadableError: if a key has a value of the wrong kind.
    """
    try:
        item = NinjsItem.model_validate(record)
    except ValidationError as error:
        wrong = ".".join(str(step) for step in error.errors()[0]["loc"][:3])
        raise UnreadableError(f"a ninjs item with a wrong value for '{wrong}'") from error
    headline = item.headline or _worded(item.headlines, ("main", ""))
    withdrawn = item.pubstatus != "usable"
    text = _body(item) or (withdrawn and (item.ednote or headline)) or ""
    return Draft(
        text=text,
        report_id=item.uri,
        outlet=_outlet(item),
        title=headline,
        bylines=split_names(item.byline or item.by),
        published=item.versioncreated or item.contentcreated or item.firstcreated,
        language=item.language,
        address=_address(item),
        status=item.pubstatus,
        note=item.ednote,
        version=str(item.version),
    )


def _body(item: NinjsItem) -> str:
    marked = item.body_html or item.body_xhtml or _other_body(item)
    plain = item.body_text or _plain_body(item.bodies)
    return plain or plain_words(marked) or item.description_text or _worded(item.descriptions, ())


def _plain_body(bodies: Iterable[_Worded]) -> str:
    return next((b.value for b in bodies if b.value and "html" not in b.contenttype), "")


def _other_body(item: NinjsItem) -> str:
    marked = next((body.value for body in item.bodies if body.value), "")
    extra = item.model_extra or {}
    named = (value for key, value in sorted(extra.items()) if key.startswith("body_"))
    return marked or next((value for value in named if isinstance(value, str)), "")


def _worded(parts: Iterable[_Worded], roles: tuple[str, ...]) -> str:
    given = [part for part in parts if part.value]
    chosen = [part for part in given if part.role in roles]
    return (chosen or given)[0].value if given else ""


def _outlet(item: NinjsItem) -> str:
    if isinstance(item.provider, str):
        return item.provider
    sources = [item.provider, *item.infosource, *item.infosources]
    names = (source.name or source.literal for source in sources if source)
    return next(filter(None, names), item.copyrightholder)


def _address(item: NinjsItem) -> str:
    links = item.altids.values() if isinstance(item.altids, dict) else ()
    listed = () if isinstance(item.altids, dict) else (x.href or x.value for x in item.altids)
    candidates = (item.url, *links, *listed, item.uri)
    return next((words for words in candidates if words.startswith(("http://", "https://"))), "")
