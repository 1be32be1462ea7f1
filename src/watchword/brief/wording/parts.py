"""What of a sentence may be left out: a whole part, never a word out of one.

"Russia stopped sending troops" may not become "Russia sending troops". A part stands between
commas, or begins with a preposition; whoever leaves one out leaves all of it out. What stands at
the beginning, or right behind a word of reporting, is no such part: it may be who does it.
"""

from collections import Counter
from collections.abc import Iterator

from watchword.brief.verify.tokens import Kind, Token, Wording
from watchword.brief.wording.small_words import REPORTING
from watchword.text.lexicon import lexicon

_PREPOSITIONS = lexicon(
    "of in on at by for with into onto over among between during since until amid within toward "
    "towards upon"
)
_CARRYING = frozenset({Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE})

Part = tuple[tuple[Token, ...], bool]
"""The words of weight of a part, and whether it may be left out."""


def check_parts(new: Wording, old: Wording) -> Iterator[str]:
    """Find parts of a sentence of which a wording leaves out some words, or all that it may not.

    Args:
        new: the wording.
        old: the sentence that it is to replace.
    """
    has = Counter(token.key for token in new.tokens)
    for tokens, may_go in _each_part(old):
        has.subtract(token.key for token in tokens)
        missing = [token for token in tokens if has[token.key] < 0]
        has += Counter()
        if missing and not (may_go and len(missing) == len(tokens)):
            yield f"“{missing[0].text}” out of “{' '.join(token.text for token in tokens)}”"


def _each_part(wording: Wording) -> Iterator[Part]:
    words: list[Token] = []
    may_go = False
    for token in wording.tokens:
        low = token.text.lower()
        is_joint = token.kind is Kind.JOINT
        is_preposition = low in _PREPOSITIONS and token.kind is not Kind.NAME
        if (is_joint or is_preposition or low in REPORTING) and words:
            yield tuple(words), may_go
            words = []
        if is_joint or is_preposition:
            may_go = True
        elif low in REPORTING:
            may_go = False
        elif token.kind in _CARRYING:
            words.append(token)
    if words:
        yield tuple(words), may_go
