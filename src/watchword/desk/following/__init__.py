"""What is followed: stories, actors, sources, feeds."""

from watchword.desk.entries import Action, DeskFile, DeskView

VIEWS: tuple[DeskView, ...] = ()
ACTIONS: tuple[Action, ...] = ()
FILES: tuple[DeskFile, ...] = ()
