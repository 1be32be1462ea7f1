"""Pages of what is read: what is new, claims, reports."""

from watchword.web.entries import Group, Page

PAGES = (
    Page(
        path="/",
        view="today",
        template="today.html.jinja",
        label="Today",
        group=Group.WATCH,
        letter="t",
    ),
    Page(
        path="/claims",
        view="claims",
        template="claims.html.jinja",
        label="Claims",
        group=Group.WATCH,
        letter="c",
    ),
)
