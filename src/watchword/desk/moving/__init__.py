"""What moves: figures, relations, positions, and where it happens."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.moving.tracks import TRACK, TRACKS

VIEWS: tuple[DeskView, ...] = (TRACKS, TRACK)
ACTIONS: tuple[Action, ...] = ()
FILES: tuple[DeskFile, ...] = ()
