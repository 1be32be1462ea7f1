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
    Page(
        path="/figures/{key}",
        view="track",
        template="figure.html.jinja",
        label="A figure",
        parent="/figures",
    ),
    Page(
        path="/relations",
        view="relations",
        template="relations.html.jinja",
        label="Relations",
        group=Group.WHO,
        letter="r",
    ),
    Page(
        path="/relations/two",
        view="relation",
        template="relation.html.jinja",
        label="Two actors",
        parent="/relations",
    ),
    Page(
        path="/map",
        view="map",
        template="map.html.jinja",
        label="Map",
        group=Group.WHO,
        letter="m",
    ),
    Page(
        path="/positions",
        view="positions",
        template="positions.html.jinja",
        label="Positions",
        group=Group.WHO,
        letter="p",
    ),
    Page(
        path="/positions/{key}",
        view="position",
        template="position.html.jinja",
        label="A question",
        parent="/positions",
    ),
)
