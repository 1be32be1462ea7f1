"""What reads sentences: rules, or the language model that is carried along."""

from watchword.engines.engine import Engine
from watchword.engines.reader import ReadingEngine
from watchword.engines.tagging import TaggingEngine

__all__ = ["Engine", "ReadingEngine", "TaggingEngine"]
