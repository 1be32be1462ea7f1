"""What people say to each other: comments and dissent, tasks, how far a thing may be handed on."""

from watchword.desk.discussing.assigning import ASSIGN, ASSIGNMENTS
from watchword.desk.discussing.commenting import COMMENT, COMMENTS, TAKE_BACK
from watchword.desk.discussing.marking import MARK, MARKS
from watchword.desk.entries import Action, DeskFile, DeskView

VIEWS: tuple[DeskView, ...] = (COMMENTS, ASSIGNMENTS, MARKS)
ACTIONS: tuple[Action, ...] = (COMMENT, TAKE_BACK, ASSIGN, MARK)
FILES: tuple[DeskFile, ...] = ()
