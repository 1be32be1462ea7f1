"""A brief as a Word document: everything is in it, it leads inside, and it is the same always."""

import io
import re
import sys
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from watchword.brief.document import each_sentence
from watchword.brief.render import render_docx
from watchword.model.brief import Brief
from watchword.model.plan import Length


def files_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {
            name: packed.read(name).decode("utf-8", errors="replace") for name in packed.namelist()
        }


def words_of(content: bytes) -> str:
    return re.sub(r"<[^>]*>", "", files_of(content)["word/document.xml"].replace("</w:p>", " "))


def test_it_shows_every_sentence_every_panel_and_every_source(brief: Brief) -> None:
    content = render_docx(brief)
    shown = words_of(content).replace("&amp;", "&")
    for _, sentence in each_sentence(brief):
        assert sentence.text in shown
    document = Document(io.BytesIO(content))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert cells >= {cell for panel in brief.panels for row in panel.rows for cell in row.cells}
    for report in brief.reports:
        assert (report.title or "") in shown


def test_its_headings_lists_and_citations_have_styles_that_can_be_changed(brief: Brief) -> None:
    document = Document(io.BytesIO(render_docx(brief)))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles >= {"Title", "Heading 1", "Heading 2", "List Number", "List Bullet", "Brief Fact"}
    assert "Citation" in {style.name for style in document.styles}
    assert document.paragraphs[0].text == brief.title


@pytest.mark.parametrize("length", [Length.FULL, Length.PAGES])
def test_every_number_leads_to_a_place_that_is_there(brief: Brief, length: Length) -> None:
    text = files_of(render_docx(replace(brief, length=length)))["word/document.xml"]
    places = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]*)"', text)
    links = set(re.findall(r'w:anchor="([^"]*)"', text))
    assert len(places) == len(set(places))
    assert links
    assert links <= set(places)
    assert all(re.fullmatch(r"[a-z]\w{0,39}", place) for place in places)
    assert any(link.startswith("quote") for link in links) is (length is Length.FULL)


def test_it_bears_its_title_its_time_and_no_other(brief: Brief) -> None:
    document = Document(io.BytesIO(render_docx(brief)))
    core = document.core_properties
    assert core.title == brief.title
    assert core.author == "Watchword"
    assert core.language == "en"
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.date() == brief.as_of.date()


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    content = render_docx(brief)
    assert render_docx(brief) == content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"


def test_hostile_words_are_words(hostile_brief: Brief) -> None:
    content = render_docx(hostile_brief)
    files = files_of(content)
    assert not [name for name in files if "vba" in name.lower() or name.endswith(".bin")]
    text = files["word/document.xml"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\u202e" not in text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    assert set(re.findall(r'w:instr="([^"]*)"', text)) == set()
    assert "<w:instrText" not in text
    led = re.findall(
        r'Target="([^"]*)" TargetMode="External"', files["word/_rels/document.xml.rels"]
    )
    assert led == ["https://good.example/a?b=1&amp;c=2#d"]
    assert Document(io.BytesIO(content)).paragraphs


def test_a_short_one_leaves_the_evidence_out_and_says_where_it_is(brief: Brief) -> None:
    shown = words_of(render_docx(replace(brief, length=Length.SCREEN)))
    assert "Evidence" not in shown
    assert "The words that each sentence stands on are in this brief's HTML and JSON." in shown


def test_plots_are_pictures_with_words_for_them(brief: Brief) -> None:
    files = files_of(render_docx(brief))
    pictures = [name for name in files if name.startswith("word/media/")]
    assert pictures
    assert len(
        re.findall(
            'descr="[^"]+(?:who said how many|The table below gives)', files["word/document.xml"]
        )
    ) == len(re.findall("<pic:pic[ >]", files["word/document.xml"]))


def test_without_the_drawing_library_it_says_so(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert "No plot: the drawing library was not installed" in words_of(render_docx(brief))


def test_an_empty_brief_is_a_document(brief: Brief) -> None:
    empty = replace(
        brief, headline=None, judgments=(), overview=(), sections=(), contests=(), changes=(),
        since=None, watch=(), notices=(), sources=(), claims=(), reports=(), origins=(),
        refused=(), unread=(), panels=(), charts=(),
    )  # fmt: skip
    assert "What this brief cannot tell" in words_of(render_docx(empty))
