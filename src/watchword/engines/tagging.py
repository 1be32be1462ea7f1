"""The engine of rules: parts of speech and dictionary forms, no language model needed."""

from collections.abc import Sequence
from functools import lru_cache

from watchword.engines.repairs import repaired
from watchword.engines.tagger import Tagger, carried_tagger, tag
from watchword.model.reading import Reading, Token, Word

_CLASSES = (
    ("VB", "VERB"),
    ("MD", "AUX"),
    ("NNP", "PROPN"),
    ("NN", "NOUN"),
    ("JJ", "ADJ"),
    ("RB", "ADV"),
)
_CLITICS = {
    "n't": "not",
    "n\u2019t": "not",
    "'ll": "will",
    "\u2019ll": "will",
    "'ve": "have",
    "\u2019ve": "have",
    "'re": "be",
    "\u2019re": "be",
    "'m": "be",
    "\u2019m": "be",
    "wo": "will",
    "ca": "can",
}


class TaggingEngine:
    """Tags words with the carried perceptron and looks up their dictionary forms."""

    def __init__(self, tagger: Tagger | None = None) -> None:
        """Use the given weights, or those that are shipped."""
        self._tagger = tagger or carried_tagger()

    @property
    def name(self) -> str:
        """Name and version, kept with every finding."""
        return "rules/1"

    def read(self, sentences: Sequence[Sequence[Word]]) -> tuple[Reading, ...]:
        """Read each sentence; one reading a sentence, in order."""
        return tuple(self._read_one(sentence) for sentence in sentences)

    def _read_one(self, sentence: Sequence[Word]) -> Reading:
        words = [word.text for word in sentence]
        tags = repaired(words, tag(words, self._tagger))
        tokens = tuple(
            Token(
                text=word.text,
                start=word.start,
                end=word.end,
                tag=label,
                lemma=lemma_of(word.text, label),
            )
            for word, label in zip(sentence, tags, strict=True)
        )
        return Reading(tokens=tokens, made_by=self.name)


@lru_cache(maxsize=50_000)
def lemma_of(word: str, tag: str) -> str:
    """A word's dictionary form in lower case; the word itself where none is known.

    >>> lemma_of("dispatched", "VBD"), lemma_of("forces", "NNS"), lemma_of("Seoul", "NNP")
    ('dispatch', 'force', 'seoul')
    """
    low = word.lower()
    if low in _CLITICS:
        return _CLITICS[low]
    if low == "cannot":
        return "not"
    if tag == "MD":
        return "would" if low in {"'d", "\u2019d"} else low
    if tag in {"VBZ", "VBP", "VBD"} and low in {"'s", "\u2019s", "'d", "\u2019d"}:
        return "be" if low.endswith("s") else "have"
    upos = next((name for start, name in _CLASSES if tag.startswith(start)), None)
    if upos is None or upos == "PROPN" or not word.isascii():
        return low
    from lemminflect import getLemma  # noqa: PLC0415 - loads its dictionary when first asked

    lemmas = getLemma(low, upos=upos)
    return str(lemmas[0]) if lemmas else low
