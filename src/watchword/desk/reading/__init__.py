"""What is read: what is new, claims, reports and their words, and how they are put right."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.reading.bearings import BEARINGS
from watchword.desk.reading.changes import CHANGES
from watchword.desk.reading.claim import CLAIM
from watchword.desk.reading.claims import CLAIMS
from watchword.desk.reading.correcting import COPY, CORRECT, NOT_COPY, WITHDRAW
from watchword.desk.reading.deciding import GRADE, UNDO
from watchword.desk.reading.decisions import DECISIONS
from watchword.desk.reading.report import REPORT
from watchword.desk.reading.saving import DROP, LOOK, SAVE, SEARCHES, SHARE
from watchword.desk.reading.today import LOOKED, TODAY

VIEWS: tuple[DeskView, ...] = (TODAY, CHANGES, CLAIMS, SEARCHES, CLAIM, BEARINGS, REPORT, DECISIONS)
ACTIONS: tuple[Action, ...] = (
    GRADE,
    UNDO,
    CORRECT,
    WITHDRAW,
    COPY,
    NOT_COPY,
    SAVE,
    SHARE,
    DROP,
    LOOK,
    LOOKED,
)
FILES: tuple[DeskFile, ...] = ()
