"""Pages from templates: everything is escaped, times are told in UTC, numbers with commas.

Invariant: nothing from a report reaches a page but through a template that escapes it.
"""

import json
from calendar import monthrange
from datetime import UTC, datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from watchword.brief.render.inert import embed_json, isolate, safe_address, tidy
from watchword.model.event import EventType
from watchword.web import plots


@cache
def environment() -> Environment:
    """The templates, with the filters that they use."""
    made = Environment(
        loader=PackageLoader("watchword.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_tidy,
    )
    made.filters.update(
        day=day,
        minute=minute,
        number=number,
        marked=marked,
        month_end=month_end,
        island=island,
        drawing=drawing,
        plural=plural,
        foreign=isolate,
        safe_address=safe_address,
        spark=plots.spark,
    )
    made.globals.update(plots=plots, event_types=[each.value for each in EventType])
    return made


def day(value: str | datetime | None) -> str:
    """A day in UTC, as 2024-10-25; words for none."""
    at = _instant(value)
    return f"{at:%Y-%m-%d}" if at else "undated"


def minute(value: str | datetime | None) -> str:
    """A minute in UTC, as 2024-10-25 18:00."""
    at = _instant(value)
    return f"{at:%Y-%m-%d %H:%M}" if at else "undated"


def month_end(month: str) -> str:
    """The last day of a month, as 2024-10-31.

    >>> month_end("2024-02")
    '2024-02-29'
    """
    year, number_of_month = (int(part) for part in month.split("-"))
    return f"{month}-{monthrange(year, number_of_month)[1]:02}"


def number(value: float | None) -> str:
    """A number with commas, "" for none."""
    return "" if value is None else f"{value:,.15g}"


def plural(count: int, one: str, several: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "story", "stories"), plural(1200, "report")
    ('1 story', '1,200 reports')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def marked(text: str, spans: list[list[int]], start: int = 0) -> Markup:
    """Text with the words of some spans in `<mark>`.

    Args:
        text: a part of a report.
        spans: start and end of each, in the report, ends excluded.
        start: where the text begins in the report.
    """
    parts: list[str] = []
    at = 0
    for begin, end in sorted((max(a - start, 0), min(b - start, len(text))) for a, b in spans):
        if begin >= at and end > begin:
            parts += [_escaped(text[at:begin]), f"<mark>{_escaped(text[begin:end])}</mark>"]
            at = end
    return Markup("".join((*parts, _escaped(text[at:]))))  # noqa: S704 - escaped part by part


def island(value: object) -> Markup:
    """JSON for a `<script type="application/json">`: nothing in it can end the script."""
    return embed_json(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def drawing(svg: str | None) -> Markup:
    """A drawing that `brief.render` rebuilt of harmless parts; nothing for none."""
    return Markup(svg or "")  # noqa: S704 - rebuilt by clean_svg, its words escaped


def _tidy(value: object) -> object:
    return tidy(value) if type(value) is str else value


def _escaped(text: str) -> str:
    return str(Markup.escape(tidy(text)))


def _instant(value: str | datetime | None) -> datetime | None:
    if value is None or value == "":
        return None
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
