"""What is handed on, and what an assistant asks: exports, questions, sentences to be checked."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.handing.answering import ASK
from watchword.desk.handing.checking import CHECK
from watchword.desk.handing.exports import EXPORTS
from watchword.desk.handing.offering import OFFERS

VIEWS: tuple[DeskView, ...] = (ASK, CHECK, OFFERS)
ACTIONS: tuple[Action, ...] = ()
FILES: tuple[DeskFile, ...] = EXPORTS
