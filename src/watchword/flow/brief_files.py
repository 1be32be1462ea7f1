"""A brief as the bytes of a file, in each format that it can be had in."""

from collections.abc import Mapping

from watchword.brief.document import to_json
from watchword.brief.render import render_docx, render_html, render_markdown, render_pdf
from watchword.errors import SettingsError
from watchword.model.brief import Brief

MEDIA: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}
"""The media type of each format."""


def bytes_of_brief(brief: Brief, form: str, *, with_texts: bool = True) -> bytes:
    """The bytes of a brief in a format.

    Args:
        brief: the brief.
        form: one of `MEDIA`.
        with_texts: whether the reports' texts are in HTML and JSON.

    Raises:
        SettingsError: if there is no such format.
        MissingExtraError: if what sets a PDF is not installed.
    """
    if form not in MEDIA:
        raise SettingsError(f"'{form}' is no format of a brief", mend=f"use {', '.join(MEDIA)}")
    if form == "pdf":
        return render_pdf(brief)
    if form == "docx":
        return render_docx(brief)
    if form == "md":
        return render_markdown(brief).encode(errors="replace")
    document = to_json(brief, with_texts=with_texts)
    if form == "json":
        return document.encode()
    return render_html(brief, data_json=document).encode(errors="replace")
