"""Pages of what is assessed: indicators, scenarios, hypotheses, forecasts, briefs."""

from watchword.web.entries import Page

PAGES: tuple[Page, ...] = ()
