"""Pages of what is assessed: indicators, scenarios, hypotheses, forecasts, briefs."""

from watchword.web.entries import Group, Page

PAGES = (
    Page(
        path="/indicators",
        view="indicators",
        template="indicators.html.jinja",
        label="Indicators",
        group=Group.WATCH,
        letter="i",
    ),
    Page(
        path="/indicators/new",
        view="indicator-form",
        template="indicator_form.html.jinja",
        label="Watch for something",
        parent="/indicators",
    ),
    Page(
        path="/indicators/try",
        view="indicator-trial",
        template="indicator_form.html.jinja",
        label="Watch for something",
        parent="/indicators",
    ),
    Page(
        path="/indicators/{key}",
        view="indicator",
        template="indicator.html.jinja",
        label="Indicator",
        parent="/indicators",
    ),
    Page(
        path="/indicators/{key}/change",
        view="indicator-change",
        template="indicator_form.html.jinja",
        label="Change what is watched for",
        parent="/indicators",
    ),
    Page(
        path="/alerts",
        view="alerts",
        template="alerts.html.jinja",
        label="Alerts",
        group=Group.WATCH,
        letter="a",
    ),
    Page(
        path="/channels",
        view="channels",
        template="channels.html.jinja",
        label="Channels",
        parent="/alerts",
    ),
)
