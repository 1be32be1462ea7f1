"""What the words that describe a source tell of it: its sort, and whose it is."""

from collections.abc import Sequence

from watchword.model.attribution import LinkKind
from watchword.model.reading import Token
from watchword.text.gazetteer import country_named, plain_words, split_owner
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office

_FORCES = lexicon(
    "force forces troop troops army military navy police staff command corps agency service "
    "ministry government office committee party group council department mission embassy "
    "delegation parliament court"
)


def unnamed_kind(words: Sequence[Token]) -> LinkKind:
    """What sort of source a description without a name is."""
    head = _head(words)
    if is_office(head.lemma) or is_office(head.text):
        return LinkKind.COLLECTIVE if head.tag in {"NNS", "NNPS"} else LinkKind.ANONYMOUS
    if head.lemma in _FORCES:
        return LinkKind.ORGANISATION
    return LinkKind.COLLECTIVE if head.tag in {"NNS", "NNPS"} else LinkKind.ANONYMOUS


def _head(words: Sequence[Token]) -> Token:
    """The noun that a description hangs on: "a spokesman for the Council"."""
    cut = next((i for i, token in enumerate(words) if i and token.tag in {"IN", "WP", "WDT"}), 0)
    return words[cut - 1] if cut else words[-1]


def owner_code(words: str) -> str | None:
    """Code of the country that a description names ("Ukrainian President" is Ukraine's)."""
    country, _ = split_owner(words)
    if country is not None:
        return country.code
    pieces = plain_words(words).replace(",", "").split()
    for size in (3, 2, 1):
        for first in range(len(pieces) - size + 1):
            found = country_named(" ".join(pieces[first : first + size]))
            if found is not None:
                return found.code
    return None
