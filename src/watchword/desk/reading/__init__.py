"""What is read: what is new, claims, reports and their words, and how they are put right."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.reading.claims import CLAIMS
from watchword.desk.reading.deciding import GRADE, UNDO
from watchword.desk.reading.today import TODAY

VIEWS: tuple[DeskView, ...] = (TODAY, CLAIMS)
ACTIONS: tuple[Action, ...] = (GRADE, UNDO)
FILES: tuple[DeskFile, ...] = ()
