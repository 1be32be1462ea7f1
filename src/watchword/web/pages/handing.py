"""The page on which a situation is handed on."""

from watchword.web.entries import Group, Page

PAGES = (
    Page(
        path="/hand-on",
        view="exports",
        template="hand-on.html.jinja",
        label="Hand on",
        group=Group.TELL,
    ),
)
