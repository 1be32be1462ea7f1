import re
import sys
from dataclasses import replace

import pypdfium2
import pytest

from watchword.brief.document import each_sentence
from watchword.brief.render.pdf import render_pdf
from watchword.errors import MissingExtraError
from watchword.model.brief import Brief
from watchword.model.plan import Length


def _words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def test_the_pdf_shows_every_sentence(brief: Brief) -> None:
    shown = _words(render_pdf(brief)).replace(" ", "")
    for _, sentence in each_sentence(brief):
        assert sentence.text.replace(" ", "") in shown


def test_the_pdf_is_tagged_titled_and_numbered(brief: Brief) -> None:
    pdf = render_pdf(brief)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    assert b"/MarkInfo" in pdf
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert document.get_metadata_dict()["Title"] == brief.title
        assert document.get_metadata_dict()["CreationDate"] == ""
        assert f"1 / {len(document)}" in " ".join(
            document[0].get_textpage().get_text_bounded().split()
        )
    finally:
        document.close()


def test_the_same_brief_gives_the_same_pdf(brief: Brief) -> None:
    assert render_pdf(brief) == render_pdf(brief)


def test_words_of_a_hostile_brief_set_no_type(hostile_brief: Brief) -> None:
    pdf = render_pdf(hostile_brief)
    shown = _words(pdf).replace(" ", "")
    assert '#link("http://evil.example")[x]' in shown
    assert "<script>alert(1)</script>" in shown
    assert set(re.findall(rb"/URI ?\(([^)]*)\)", pdf)) == {b"https://good.example/a?b=1&c=2#d"}
    assert b"/JavaScript" not in pdf


def test_letters_that_no_font_has_do_not_stop_the_pdf(brief: Brief) -> None:
    title = "\u5317\u671d\u9bae \ubd81\ud55c \u0420\u043e\u0441\u0441\u0438\u044f \U00012000"
    assert render_pdf(replace(brief, title=title)).startswith(b"%PDF-")


def test_an_empty_brief_is_a_page(brief: Brief) -> None:
    empty = replace(
        brief, headline=None, judgments=(), overview=(), sections=(), contests=(), changes=(),
        since=None, watch=(), notices=(), sources=(), claims=(), reports=(), origins=(),
        refused=(), unread=(), panels=(), charts=(),
    )  # fmt: skip
    assert "Everything that was given could be read." in _words(render_pdf(empty))


def test_without_typst_the_error_says_how_to_mend_it(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError) as caught:
        render_pdf(brief)
    assert "pip install 'watchword[print]'" in caught.value.mend


def test_a_short_brief_leads_from_its_tables_to_its_sources(brief: Brief) -> None:
    assert any(row.claims for panel in brief.panels for row in panel.rows)
    shown = _words(render_pdf(replace(brief, length=Length.PAGES, charts=())))
    assert "Sources" in shown
    assert "SHA-256 of the words" not in shown
