"""Pages of what moves: figures, relations, positions, the map."""

from watchword.web.entries import Group, Page

PAGES = (
    Page(
        path="/figures",
        view="tracks",
        template="figures.html.jinja",
        label="Figures",
        group=Group.WATCH,
        letter="f",
    ),
)
