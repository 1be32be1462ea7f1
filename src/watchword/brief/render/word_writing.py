"""A Word document, piece by piece: styles that an editor can change, links inside, steady bytes.

Invariant: whatever a report says is text of a run: no field, no markup, no macro can come of it.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from watchword.brief.render.inert import one_line, tidy

CITATION, FACT, EVIDENCE = "Citation", "Brief Fact", "Brief Evidence"
"""The styles that a brief has beside Word's own."""
_ACCENT, _SOFT = RGBColor(0x17, 0x49, 0x7A), RGBColor(0x4D, 0x53, 0x5B)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_MARKED = "FFEB99"


class WordWriter:
    """Puts pieces of a brief into a document, one after the other.

    Args:
        title: what the brief is about.
        written: the time that the document bears: the brief's own, so that it never differs.
        made_by: what wrote it.
    """

    def __init__(self, title: str, written: datetime, made_by: str) -> None:
        self.document: WordDocument = Document()
        self._bookmarks = 0
        _prepare(self.document)
        core = self.document.core_properties
        core.title, core.subject = one_line(title)[:255], "brief"
        core.author = core.last_modified_by = "Watchword"
        core.comments = f"Written by {one_line(made_by)}; check with watchword verify."
        core.keywords, core.language, core.revision = "", "en", 1
        core.created = core.modified = written.replace(microsecond=0, tzinfo=None)

    def paragraph(self, text: str = "", style: str | None = None) -> Paragraph:
        """A paragraph that begins with some words."""
        paragraph: Paragraph = self.document.add_paragraph(tidy(text), style=style)
        return paragraph

    def heading(self, text: str, level: int) -> Paragraph:
        """A heading; level 0 is the title."""
        heading: Paragraph = self.document.add_heading(one_line(text), level)
        return heading

    def fact(self, name: str, value: str, rest: str = "") -> None:
        """A small line: what it is, its value, and more about it."""
        line = self.paragraph(f"{name}: ", FACT)
        add(line, value, bold=True)
        add(line, f" \u2013 {rest}" if rest else "")

    def table(self, heads: Sequence[str]) -> Table:
        """A table whose first row is repeated on every page."""
        table: Table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            fill(cell.paragraphs[0], head, bold=True)
        properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the only way to it
        properties.append(OxmlElement("w:tblHeader"))
        return table

    def picture(self, content: bytes, words: str) -> None:
        """A picture as wide as the page, with what it shows in words."""
        shape = self.document.add_picture(io.BytesIO(content), width=Cm(16))
        shape._inline.docPr.set("descr", one_line(words))  # noqa: SLF001 - the only way to it

    def mark(self, paragraph: Paragraph, name: str) -> None:
        """Give a paragraph a name that links lead to."""
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.append(start)  # noqa: SLF001 - the only way to it
        paragraph._p.append(end)  # noqa: SLF001 - the only way to it

    def content(self) -> bytes:
        """The bytes of the document: the same for the same pieces."""
        written = io.BytesIO()
        self.document.save(written)
        return _steadied(written.getvalue())


def next_row(table: Table) -> tuple[Paragraph, ...]:
    """The paragraphs of a new row, one for each cell."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    return tuple(cell.paragraphs[0] for cell in row.cells)


def add(paragraph: Paragraph, text: str, *, bold: bool = False, marked: bool = False) -> None:
    """Go on with some words."""
    if not text:
        return
    run = paragraph.add_run(tidy(text))
    run.bold = bold or None
    if marked:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), _MARKED)
        run._r.get_or_add_rPr().append(shade)  # noqa: SLF001 - the only way to it


def fill(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Put some words into a cell, in small letters."""
    paragraph.style = FACT
    add(paragraph, one_line(text), bold=bold)


def cite(paragraph: Paragraph, cited: Iterable[tuple[str, str]]) -> None:
    """Numbers that lead to places of the document: each number with the name of its place."""
    for place, (number, name) in enumerate(cited):
        if place:
            paragraph.add_run(",", style=CITATION)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), name)
        _put_link(paragraph, link, number, CITATION)


def lead_out(paragraph: Paragraph, address: str) -> None:
    """A web address that may be followed."""
    link = OxmlElement("w:hyperlink")
    known = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), known)
    _put_link(paragraph, link, address, "")


def _put_link(paragraph: Paragraph, link: BaseOxmlElement, text: str, style: str) -> None:
    run = paragraph.add_run(text, style=style or None)
    if not style:
        run.font.color.rgb = _ACCENT
    link.append(run._r)  # noqa: SLF001 - the only way to it
    paragraph._p.append(link)  # noqa: SLF001 - the only way to it


def _prepare(document: WordDocument) -> None:
    """The page, the styles, the number of the page below; no picture of an empty page."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.4)
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Cambria", Pt(10.5)
    for name, size in ((FACT, 8.5), (EVIDENCE, 9.5)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(3)
    styles[FACT].font.color.rgb = _SOFT
    styles[EVIDENCE].paragraph_format.left_indent = Cm(0.6)
    citation = styles.add_style(CITATION, WD_STYLE_TYPE.CHARACTER)
    citation.font.superscript = True
    citation.font.color.rgb = _ACCENT
    _number_pages(section.footer.paragraphs[0])
    package = document.part.package
    for key in [k for k, each in package.rels.items() if each.reltype.endswith("/thumbnail")]:
        del package.rels[key]


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.style = FACT
    for field, text in (("PAGE", " / "), ("NUMPAGES", "")):
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), field)
        element.append(paragraph.add_run("1")._r)  # noqa: SLF001 - the only way to it
        paragraph._p.append(element)  # noqa: SLF001 - the only way to it
        paragraph.add_run(text)


def _steadied(content: bytes) -> bytes:
    """The same files in one order, without the time at which they were packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    steady = io.BytesIO()
    with zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            packed.writestr(entry, files[name])
    return steady.getvalue()
