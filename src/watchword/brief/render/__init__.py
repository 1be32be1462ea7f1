"""A brief as a page, as Markdown, as a PDF and as a Word document."""

from watchword.brief.render.html import render_html
from watchword.brief.render.markdown import render_markdown
from watchword.brief.render.pdf import render_pdf
from watchword.brief.render.word import render_docx

__all__ = ["render_docx", "render_html", "render_markdown", "render_pdf"]
