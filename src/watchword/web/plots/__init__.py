"""What the plots of the pages show, as Vega-Lite specifications, and small marks in lists."""

from watchword.web.plots.networks import network_of
from watchword.web.plots.positions import position_plot
from watchword.web.plots.relations import relation_plot
from watchword.web.plots.sparks import spark
from watchword.web.plots.tracks import track_plot

__all__ = ["network_of", "position_plot", "relation_plot", "spark", "track_plot"]
