"""What a person watches for: which claims show it, how it stands, and which alert is due."""

from watchword.assess.indicators.lens import Lens, Told, make_lens, told_of
from watchword.assess.indicators.lookout import Lookout
from watchword.assess.indicators.showing import Showing, find_showing

__all__ = ["Lens", "Lookout", "Showing", "Told", "find_showing", "make_lens", "told_of"]
