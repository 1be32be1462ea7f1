"""What moves: figures, relations, positions, and where it happens."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.moving.days import DAYS
from watchword.desk.moving.places import MAP, OUTLINES
from watchword.desk.moving.positions import POSITION, POSITIONS, QUESTION
from watchword.desk.moving.relations import RELATION, RELATIONS
from watchword.desk.moving.tracks import TRACK, TRACKS

VIEWS: tuple[DeskView, ...] = (
    TRACKS,
    TRACK,
    RELATIONS,
    RELATION,
    MAP,
    POSITIONS,
    POSITION,
    DAYS,
)
ACTIONS: tuple[Action, ...] = (QUESTION,)
FILES: tuple[DeskFile, ...] = (OUTLINES,)
