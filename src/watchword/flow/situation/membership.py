"""Which reports are in which story, as known at an instant."""

from watchword.store.members import members_of, stories_of

__all__ = ["members_of", "stories_of"]
