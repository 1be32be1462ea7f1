"""What reads sentences: rules, or one of the language models that are carried along."""

from watchword.engines.carried import Carried
from watchword.engines.engine import Engine
from watchword.engines.reader import ReadingEngine
from watchword.engines.tagging import TaggingEngine

__all__ = ["Carried", "Engine", "ReadingEngine", "TaggingEngine"]
