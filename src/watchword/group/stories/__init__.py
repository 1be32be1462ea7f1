"""Stories: reports on the same happening, grouped one after another as they come."""

from watchword.group.stories.features import features_of, mean_direction
from watchword.group.stories.life import life_of
from watchword.group.stories.shelf import StoryShelf
from watchword.group.stories.storylines import find_storylines
from watchword.group.stories.summary import story_of

__all__ = ["StoryShelf", "features_of", "find_storylines", "life_of", "mean_direction", "story_of"]
