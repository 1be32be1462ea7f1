"""What is assessed: indicators, scenarios, hypotheses, forecasts, and the briefs that tell it."""

from watchword.desk.entries import Action, DeskFile, DeskView

VIEWS: tuple[DeskView, ...] = ()
ACTIONS: tuple[Action, ...] = ()
FILES: tuple[DeskFile, ...] = ()
