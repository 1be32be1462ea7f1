"""Whether a place's name stands for the place, for its government or for its people."""

from collections.abc import Sequence

from watchword.model.reading import Reading, Token
from watchword.model.toponym import ToponymUse
from watchword.text.gazetteer import NameUse, country_uses
from watchword.text.places import find_places
from watchword.text.wide_names import wide_names

ACTORS = frozenset({"nsubj", "nsubj:outer", "obl:agent", "iobj"})
"""Relations of whoever does something, or to whom something is given or told."""


class Uses:
    """Tells the uses of names in one report."""

    def __init__(self, text: str, readings: Sequence[Reading]) -> None:
        """Read where the text uses places as places, and which word stands where."""
        self._text = text
        self._places = [(place.start, place.end) for place in find_places(text)]
        self._words: dict[int, tuple[Token, Reading]] = {}
        for reading in readings:
            for token in reading.tokens:
                self._words[token.end] = (token, reading)

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

    def _acts(self, end: int) -> bool:
        """Whether the word that ends here does something, or owns what is done."""
        if end not in self._words:
            return False
        token, reading = self._words[end]
        if token.head is None or token.head < 0 or token.relation is None:
            return False
        if token.relation == "nmod:poss":
            return not reading.tokens[token.head].text[0].isupper()
        return token.relation in ACTORS and reading.tokens[token.head].word_class == "VERB"
