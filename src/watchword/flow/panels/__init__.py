"""Tables of a brief that hold what is known beside sentences: stands, relations, what is not known.

Invariant: a row stands on claims that are known as of the brief's instant, and a sentence in it has
passed the check; a panel with nothing to tell is not there.
"""

from watchword.flow.panels.finding import Beside, before_of, panels_of
from watchword.flow.panels.forecasts import forecast_gaps, forecast_panel
from watchword.flow.panels.indicators import Watched, indicator_gaps, indicator_panel
from watchword.flow.panels.moved import put_together
from watchword.flow.panels.unknown import gaps_panel

__all__ = [
    "Beside",
    "Watched",
    "before_of",
    "forecast_gaps",
    "forecast_panel",
    "gaps_panel",
    "indicator_gaps",
    "indicator_panel",
    "panels_of",
    "put_together",
]
