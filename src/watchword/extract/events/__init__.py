"""Who did what to whom, in the terms of PLOVER: the face of the room.

`find_told_dyads` says which pairs of a sentence an engine is asked about, `find_events` makes
events of its answers and of the claims around them.
"""

from watchword.extract.events.assembly import ReadDyad, find_events, find_told_dyads
from watchword.extract.events.dyads import Dyad

__all__ = ["Dyad", "ReadDyad", "find_events", "find_told_dyads"]
