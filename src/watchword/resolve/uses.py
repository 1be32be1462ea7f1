"""Whether a place's name stands for the place, for its government or for its people."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from watchword.model.reading import Reading
from watchword.model.toponym import ToponymUse
from watchword.text.gazetteer import NameUse, country_uses
from watchword.text.places import find_places
from watchword.text.wide_names import wide_names

ACTORS = frozenset({"nsubj", "nsubj:outer", "obl:agent", "iobj"})
"""Relations of whoever does something, or to whom something is given or told."""


class Uses:
    """Tells the uses of names in one report."""

    def __init__(self, text: str, readings: Sequence[Reading]) -> None:
        """Keep the text, and the sentences that have words."""
        self._text = text
        self._readings = [reading for reading in readings if reading.tokens]

    def of(self, start: int, end: int) -> ToponymUse:
        """What the name between two places of the text stands for."""
        words = self._text[start:end]
        wide = wide_names().get(words)
        if wide and wide.tells_people:
            return ToponymUse.PEOPLE
        if any(first <= start and end <= last for first, last in self._places):
            return ToponymUse.PLACE
        is_seat = any(use is NameUse.CAPITAL for _, use in country_uses().get(words, ()))
        if (wide or is_seat) and self._acts(end):
            return ToponymUse.GOVERNMENT
        return ToponymUse.PLACE

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where the text uses places as places: looked for with the first name that may be one."""
        return [(place.start, place.end) for place in find_places(self._text)]

    def _acts(self, end: int) -> bool:
        """Whether the word that ends here does something, or owns what is done."""
        index = bisect_left(self._readings, end, key=lambda each: each.tokens[-1].end)
        if index == len(self._readings):
            return False
        reading = self._readings[index]
        token = next((each for each in reading.tokens if each.end == end), None)
        if token is None or token.head is None or token.head < 0 or token.relation is None:
            return False
        if token.relation == "nmod:poss":
            return not reading.tokens[token.head].text[0].isupper()
        return token.relation in ACTORS and reading.tokens[token.head].word_class == "VERB"
