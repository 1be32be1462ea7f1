"""A brief as a PDF to hand on: in the page's order, tagged for screen readers, byte-stable.

The brief reaches the typesetter as JSON values, never as markup, so a report cannot set type.
"""

import json
from dataclasses import asdict, replace
from types import ModuleType

from watchword.brief.render.charts import draw_chart
from watchword.brief.render.html import BANDS, page_part
from watchword.brief.render.inert import breakable, tidy
from watchword.brief.render.plot import ON_PAPER, draw_plot
from watchword.brief.render.sheet import ChartCard, ContestCard, Sheet, lay_out
from watchword.brief.render.words import RELIABILITY, more_words
from watchword.errors import MissingExtraError, WatchwordError
from watchword.model.brief import Brief
from watchword.model.plan import Length

ACCESSIBLE = "ua-1"
"""PDF/UA-1, ISO 14289-1: tagged, titled, every picture described."""


_KEPT_WHOLE = {"address", "plot"}
"""Values that are followed or drawn, not shown, and already made inert."""


def render_pdf(brief: Brief) -> bytes:
    """Set a brief as a PDF.

    The file keeps to PDF/UA-1; where a text needs a letter that no font here has, which that
    standard forbids, it is set without the promise and the letter shows as an empty box.

    Raises:
        MissingExtraError: if typst or vl-convert is not installed.
        InvalidBriefError: if the brief cites what it does not hold.
    """
    typst = _load_typst()
    sheet = lay_out(brief)
    template = page_part("brief.typ").encode()
    inputs = {"brief": json.dumps(_plain_values(sheet), ensure_ascii=False, sort_keys=True)}
    try:
        return _set(typst, template, inputs, standards=[ACCESSIBLE])
    except typst.TypstError:
        pass
    try:
        return _set(typst, template, inputs, standards=[])
    except typst.TypstError as error:
        raise WatchwordError(
            f"the PDF could not be set: {error}", key=tidy(brief.title), mend="use --format html"
        ) from error


def _load_typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise MissingExtraError(
            "setting a PDF needs typst", key="typst", mend="pip install 'watchword[print]'"
        ) from error
    return typst


def _set(
    typst: ModuleType, template: bytes, inputs: dict[str, str], *, standards: list[str]
) -> bytes:
    return bytes(typst.compile(template, format="pdf", sys_inputs=inputs, pdf_standards=standards))


def _plain_values(sheet: Sheet) -> dict[str, object]:
    values = asdict(replace(sheet, charts=()))
    values["charts"] = [_chart(card) for card in sheet.charts]
    for card, contest in zip(values["contests"], sheet.contests, strict=True):
        del card["track"]
        card["plot"] = None if sheet.length is Length.SCREEN else _plot(contest)
        card["more_words"] = more_words(contest.more) if contest.more else ""
    for shown in values["cards"]:
        shown["address_shown"] = shown["address"]
    values["bands"] = BANDS
    values["evidence"] = sheet.is_full
    values["reliability"] = [[letter.value, words] for letter, words in RELIABILITY.items()]
    return {name: _printable(value) for name, value in values.items()}


def _plot(card: ContestCard) -> str | None:
    return draw_plot(card.track, wide=True, colours=ON_PAPER)


def _chart(card: ChartCard) -> dict[str, object]:
    return {
        "part": card.part,
        "title": card.title,
        "note": card.note,
        "columns": card.columns,
        "kind": card.chart.kind.value,
        "rows": [asdict(row) for row in card.rows],
        "plot": draw_chart(card.chart, wide=True, colours=ON_PAPER),
    }


def _printable(value: object) -> object:
    if isinstance(value, str):
        return breakable(tidy(value))
    if isinstance(value, dict):
        return {key: one if key in _KEPT_WHOLE else _printable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value
