"""PDF: the words of its pages, without running heads, with broken lines mended."""

from collections.abc import Iterator
from typing import Any

from watchword.collect.formats.page_lines import mend_pages
from watchword.collect.formats.quiet import quiet
from watchword.collect.front_matter import split_names
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError

MOST_PAGES = 5_000


def read_pdf(piece: Piece, terms: Terms) -> Iterator[Found]:
    """Read a PDF's text layer; scanned pages without one have no words."""
    quiet("pypdfium2", "pypdfium2_raw")
    import pypdfium2  # noqa: PLC0415 - slow import

    try:
        paged = pypdfium2.PdfDocument(piece.content)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    try:
        yield _draft(paged, terms.limits.max_characters)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("a damaged PDF") from error
    finally:
        paged.close()


def _draft(paged: Any, most_characters: int) -> Draft:  # noqa: ANN401 - pdfium's, untyped
    if len(paged) > MOST_PAGES:
        raise UnreadableError(f"a PDF of more than {MOST_PAGES:,} pages")
    pages: list[str] = []
    characters = 0
    for page in paged:
        sheet = page.get_textpage()
        pages.append(sheet.get_text_bounded())
        characters += len(pages[-1])
        sheet.close()
        page.close()
        if characters > 2 * most_characters:
            raise UnreadableError(f"its text is longer than {most_characters:,} characters")
    said = paged.get_metadata_dict()
    return Draft(
        text=mend_pages(pages),
        title=said.get("Title", ""),
        bylines=split_names(said.get("Author", "")),
        published=said.get("CreationDate", ""),
    )


def _reason(message: str) -> str:
    if "password" in message.lower() or "security" in message.lower():
        return "an encrypted PDF: it needs a password"
    return "not a PDF that can be opened"
