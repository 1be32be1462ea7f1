"""`--plot FILE`: a chart as a picture beside what a command prints."""

from pathlib import Path

from watchword.brief.render.charts import draw_chart_file
from watchword.brief.render.charts.drawing import FORMS
from watchword.cli.outputs import write_whole
from watchword.cli.screen import warn
from watchword.errors import SettingsError
from watchword.model.chart import Chart


def form_of(plot: Path | None) -> str | None:
    """What a picture is written as, before anything is read; None where none is asked for.

    Raises:
        SettingsError: if the suffix tells no picture.
    """
    if plot is None:
        return None
    form = plot.suffix.lower().removeprefix(".")
    if form not in FORMS:
        mend = f"use {', '.join(f'.{one}' for one in FORMS)}"
        raise SettingsError("its suffix tells no picture", key=str(plot), mend=mend)
    return form


def draw_to(plot: Path | None, chart: Chart) -> None:
    """Write a chart to a file, where one is asked for, and say so where there is nothing in it."""
    form = form_of(plot)
    if plot is None or form is None:
        return
    picture = draw_chart_file(chart, form=form)
    if picture is None:
        warn(f"{plot} was not written: there is nothing to draw, or too much to be read")
    else:
        write_whole(plot, picture)
