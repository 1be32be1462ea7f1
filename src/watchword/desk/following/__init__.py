"""What is followed: stories, actors, sources, feeds."""

from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.following.actors import ACTOR, ACTOR_ACTIONS, ACTORS
from watchword.desk.following.feeding import FEED_ACTIONS
from watchword.desk.following.feeds import COLLECTING, FEED, FEEDS, OPML
from watchword.desk.following.hooks import ADD_HOOK, HOOKS, REMOVE_HOOK
from watchword.desk.following.regrouping import MERGE, SPLIT
from watchword.desk.following.sources import SOURCE, SOURCE_RECORD, SOURCE_RECORDS, SOURCES
from watchword.desk.following.stories import REGROUPING, STORIES, STORY, STORY_WEIGHT

VIEWS: tuple[DeskView, ...] = (
    *(STORIES, STORY, STORY_WEIGHT, REGROUPING),
    *(ACTORS, ACTOR),
    *(SOURCES, SOURCE, SOURCE_RECORDS, SOURCE_RECORD),
    *(FEEDS, FEED, COLLECTING, HOOKS),
)
ACTIONS: tuple[Action, ...] = (
    *(SPLIT, MERGE),
    *ACTOR_ACTIONS,
    *FEED_ACTIONS,
    *(ADD_HOOK, REMOVE_HOOK),
)
FILES: tuple[DeskFile, ...] = (OPML,)
