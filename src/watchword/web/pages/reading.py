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
        path="/changes",
        view="changes",
        template="changes.html.jinja",
        label="What changed",
        parent="/",
    ),
    Page(
        path="/claims",
        view="claims",
        template="claims.html.jinja",
        also=("searches",),
        label="Claims",
        group=Group.WATCH,
        letter="c",
    ),
    Page(
        path="/claims/{key}",
        view="claim",
        template="claim.html.jinja",
        also=("comments",),
        label="Claim",
        parent="/claims",
    ),
    Page(
        path="/claims/{key}/bearings",
        view="bearings",
        template="claim-bearings.html.jinja",
        label="Who agrees",
        parent="/claims",
    ),
    Page(
        path="/reports/{key}",
        view="report",
        template="report.html.jinja",
        also=("comments",),
        label="Report",
        parent="/claims",
    ),
    Page(
        path="/decisions",
        view="decisions",
        template="decisions.html.jinja",
        label="Decisions",
        group=Group.WATCH,
        letter="v",
    ),
)
