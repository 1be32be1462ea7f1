"""Pages of what is followed: stories, actors, sources, feeds."""

from watchword.web.entries import Page

PAGES: tuple[Page, ...] = ()
