"""A brief as a page, as Markdown and as a PDF."""

from watchword.brief.render.html import render_html
from watchword.brief.render.markdown import render_markdown
from watchword.brief.render.pdf import render_pdf

__all__ = ["render_html", "render_markdown", "render_pdf"]
