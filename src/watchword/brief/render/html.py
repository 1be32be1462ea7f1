"""A brief as one page that needs nothing else: no request, no cookie, no outside script.

Invariant: the page's content security policy allows its own style sheet and script by their
digests and nothing besides, so that markup that slipped in could still not run.
"""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from watchword.brief.render.charts import draw_chart
from watchword.brief.render.inert import embed_json, isolate, tidy
from watchword.brief.render.plot import IN_PAGE, draw_plot
from watchword.brief.render.sheet import ChartCard, ContestCard, Line, PartHead, Sheet, lay_out
from watchword.brief.render.words import RELIABILITY, more_words
from watchword.errors import MissingExtraError
from watchword.model.brief import Brief
from watchword.model.plan import Part

BANDS = (0, 5, 20, 45, 55, 80, 95, 100)
"""Where ICD 203's bands of likelihood meet, in percent."""


LONGEST_WORD = 24
"""Characters of a word that a column is made wide enough for."""


def render_html(brief: Brief, *, data_json: str) -> str:
    """Write a brief as one HTML file that is read offline.

    Args:
        brief: what to show.
        data_json: the same brief as JSON, kept in the page for machines.

    Raises:
        InvalidBriefError: if the brief cites what it does not hold.
    """
    sheet = lay_out(brief)
    style, script = page_part("brief.css"), page_part("brief.js")
    return (
        _pages()
        .get_template("brief.html.jinja")
        .render(
            sheet=sheet,
            contests=[(card, _plots(card) if card.rows else "") for card in sheet.contests],
            contents=_contents(sheet),
            charts=[(card, _pictures(card)) for card in sheet.charts],
            filled=_filled(sheet),
            style=Markup(style),  # noqa: S704 - a file of this package
            script=Markup(script),  # noqa: S704 - a file of this package
            policy=content_policy(style, script),
            data_json=embed_json(data_json),
            reliability=RELIABILITY,
            bands=BANDS,
            more_words=more_words,
        )
    )


@cache
def page_part(name: str) -> str:
    """Read a template, style sheet or script of the package."""
    return (files("watchword.brief.render") / "pages" / name).read_text(encoding="utf-8")


def content_policy(style: str, script: str) -> str:
    """The page's content security policy: its own style and script by digest, nothing else."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; "
        f"script-src 'sha256-{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(part: str) -> str:
    return b64encode(sha256(part.encode()).digest()).decode()


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=FunctionLoader(page_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["foreign"] = isolate
    pages.filters["tidy"] = tidy
    pages.filters["sentence"] = _sentence
    pages.filters["breadth"] = _breadth
    return pages


def _sentence(line: Line) -> Markup:
    return isolate(line.text, Markup(' class="sentence" data-sentence="{}"').format(line.pointer))


def _breadth(words: str, most: int) -> Markup:
    """The class of a cell: of a few words, kept in one line, or of a word that must be broken."""
    if any(len(word) > LONGEST_WORD for word in words.split()):
        return Markup(' class="endless"')
    return Markup(' class="short"') if len(words) <= most else Markup("")


def _plots(card: ContestCard) -> tuple[Markup, Markup] | str:
    """The plot for a wide and for a narrow screen, or why there is none, in words."""
    try:
        wide = draw_plot(card.track, wide=True, colours=IN_PAGE)
        narrow = draw_plot(card.track, wide=False, colours=IN_PAGE)
    except MissingExtraError:
        return "No plot: the drawing library was not installed where this brief was made."
    if wide is None or narrow is None:
        return "No plot: fewer than two of these figures have both a date and a number."
    return Markup(wide), Markup(narrow)  # noqa: S704 - rebuilt by clean_svg


def _pictures(card: ChartCard) -> tuple[Markup, Markup] | None:
    """The picture for a wide and for a narrow screen, None where there is too little to see."""
    wide = draw_chart(card.chart, wide=True, colours=IN_PAGE)
    narrow = draw_chart(card.chart, wide=False, colours=IN_PAGE)
    if wide is None or narrow is None:
        return None
    return Markup(wide), Markup(narrow)  # noqa: S704 - rebuilt by clean_svg


def _contents(sheet: Sheet) -> list[tuple[str, str]]:
    parts = [
        *(entry for head in sheet.order for entry in _contents_of(sheet, head)),
        ("limits", "What this brief cannot tell", True),
        ("sources", "Sources", True),
        ("evidence", "Evidence", sheet.cards),
    ]
    return [(anchor, title) for anchor, title, there in parts if there]


def _contents_of(sheet: Sheet, head: PartHead) -> Iterator[tuple[str, str, object]]:
    """Anchor, words and whether it is there, of a part; of the sections one entry each."""
    held = {
        Part.OVERVIEW: sheet.overview,
        Part.CONTESTS: sheet.contests,
        Part.CHANGES: sheet.since,
        Part.WATCH: sheet.watch,
    }
    if head.part == Part.SECTIONS:
        for number, chapter in enumerate(sheet.chapters, 1):
            yield f"section-{number}", chapter.title or chapter.heading.text, chapter
    elif head.part != Part.JUDGMENTS:
        filled = head.part in _filled(sheet)
        yield head.part, head.heading, held.get(Part(head.part)) or filled


def _filled(sheet: Sheet) -> set[str]:
    """The parts that hold a table or a picture."""
    return {panel.part for panel in sheet.panels} | {card.part for card in sheet.charts}
