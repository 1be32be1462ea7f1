"""What reads sentences: the carried rules today, the carried language model next."""

from watchword.engines.engine import Engine
from watchword.engines.tagging import TaggingEngine

__all__ = ["Engine", "TaggingEngine"]
