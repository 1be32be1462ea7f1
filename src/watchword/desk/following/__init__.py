"""What is followed: stories, actors, sources, feeds."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.following.regrouping import MERGE, SPLIT
from watchword.desk.following.stories import REGROUPING, STORIES, STORY, STORY_WEIGHT

VIEWS: tuple[DeskView, ...] = (STORIES, STORY, STORY_WEIGHT, REGROUPING)
ACTIONS: tuple[Action, ...] = (SPLIT, MERGE)
FILES: tuple[DeskFile, ...] = ()
