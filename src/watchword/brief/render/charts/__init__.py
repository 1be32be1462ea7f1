"""Pictures of a brief beside its contested figures, each with the table that gives its numbers."""

from watchword.brief.render.charts.drawing import draw_chart, draw_chart_file
from watchword.brief.render.charts.table import chart_columns, chart_rows

__all__ = ["chart_columns", "chart_rows", "draw_chart", "draw_chart_file"]
