"""JSON Feed (https://www.jsonfeed.org/version/1.1/): one report an item."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from watchword.collect.dates import version_label
from watchword.collect.formats.json_text import canonical, load_json
from watchword.collect.formats.markup import plain_words
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError
from watchword.model.report import Unread

_VERSION = "https://jsonfeed.org/version/"


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class _Author(_Part):
    name: str = ""


class JsonFeedItem(_Part):
    """The keys of an item that a report needs."""

    id: str | int | float = ""
    url: str = ""
    external_url: str = ""
    title: str = ""
    content_text: str = ""
    content_html: str = ""
    summary: str = ""
    date_published: str = ""
    date_modified: str = ""
    language: str = ""
    author: _Author | None = None
    authors: list[_Author] = Field(default_factory=list)


class JsonFeed(_Part):
    """The keys of a feed that its reports need; items are read one by one."""

    title: str = ""
    language: str = ""
    author: _Author | None = None
    authors: list[_Author] = Field(default_factory=list)
    items: list[Any]


def is_json_feed(record: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a JSON Feed."""
    return str(record.get("version", "")).replace("www.", "").startswith(_VERSION)


def read_json_feed(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read the items of a JSON Feed; one of the wrong form, and those too many, are told."""
    try:
        feed = JsonFeed.model_validate(load_json(piece))
    except ValidationError as error:
        raise UnreadableError("a JSON Feed without a proper list of items") from error
    most = terms.limits.max_members
    if len(feed.items) > most:
        yield Unread(
            found_at=piece.found_at,
            reason=f"beyond the first {most:,} items of its feed",
            count=len(feed.items) - most,
        )
    for number, record in enumerate(feed.items[:most], start=1):
        try:
            item = JsonFeedItem.model_validate(record)
        except ValidationError as error:
            wrong = ".".join(str(step) for step in error.errors()[0]["loc"][:2]) or "item"
            reason = f"a JSON Feed item with a wrong value for '{wrong}'"
            yield Unread(found_at=f"{piece.found_at}!{number}", reason=reason)
            continue
        yield _draft(item, feed, canonical(record), number)


def _draft(item: JsonFeedItem, feed: JsonFeed, raw: bytes, number: int) -> Draft:
    authors = item.authors or [a for a in (item.author,) if a]
    authors = authors or feed.authors or [a for a in (feed.author,) if a]
    return Draft(
        text=item.content_text or plain_words(item.content_html) or item.summary or item.title,
        raw=raw,
        place=f"!{number}",
        report_id=str(item.id),
        outlet=feed.title,
        title=item.title,
        bylines=tuple(author.name for author in authors),
        published=item.date_published or item.date_modified,
        language=item.language or feed.language,
        address=item.url or item.external_url,
        version=version_label(item.date_modified, item.date_published or item.date_modified),
        lead=not (item.content_text or item.content_html),
    )
