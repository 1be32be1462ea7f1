"""What is followed: stories, actors, sources, feeds."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.following.feeding import FEED_ACTIONS
from watchword.desk.following.feeds import COLLECTING, FEED, FEEDS, OPML
from watchword.desk.following.regrouping import MERGE, SPLIT
from watchword.desk.following.stories import REGROUPING, STORIES, STORY, STORY_WEIGHT

VIEWS: tuple[DeskView, ...] = (
    *(STORIES, STORY, STORY_WEIGHT, REGROUPING),
    *(FEEDS, FEED, COLLECTING),
)
ACTIONS: tuple[Action, ...] = (SPLIT, MERGE, *FEED_ACTIONS)
FILES: tuple[DeskFile, ...] = (OPML,)
