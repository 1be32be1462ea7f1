"""Pages of what people say to each other."""

from watchword.web.entries import Group, Page

PAGES = (
    Page(
        path="/discussion",
        view="comments",
        template="discussion.html.jinja",
        label="Discussion",
        group=Group.TELL,
        letter="d",
        also=("assignments",),
    ),
    Page(
        path="/discussion/{key}",
        view="comments",
        template="discussed.html.jinja",
        label="Discussion of one thing",
        also=("assignments",),
        parent="/discussion",
    ),
)
