"""How central each of some texts is: how far its words are those that all of them share.

After Radev et al., "Centroid-based summarization of multiple documents", 2004.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from watchword.text.similarity import stem, words_in

SHORT = 3
"""Letters; shorter words ("of", "the") tell nothing of what a text is about."""


def telling_stems(text: str) -> list[str]:
    """The stems of the words that tell what a text is about, in order.

    >>> telling_stems("The troops were sent to Kursk")
    ['troop', 'wer', 'send', 'kursk']
    """
    return [stem(word) for word in words_in(text) if len(word) > SHORT]


def centrality(texts: Sequence[Sequence[str]]) -> list[float]:
    """Cosine of each text with the sum of all, from 0 to 1.

    A word weighs by how often the text has it, and more where few texts have it: the inverse
    frequency is smoothed, as 1 + ln((1 + texts) / (1 + texts that have it)), since in a few
    sentences a word that only one has would otherwise outweigh what all of them speak of.

    Args:
        texts: the words of each.
    """
    bags = [Counter(words) for words in texts]
    holding = Counter(word for bag in bags for word in bag)
    rare = {word: 1 + log((1 + len(bags)) / (1 + count)) for word, count in holding.items()}
    vectors = [{word: count * rare[word] for word, count in bag.items()} for bag in bags]
    total: dict[str, float] = dict.fromkeys(holding, 0.0)
    for vector in vectors:
        for word, value in vector.items():
            total[word] += value
    length = _length(total)
    return [
        sum(value * total[word] for word, value in vector.items()) / (_length(vector) * length or 1)
        for vector in vectors
    ]


def _length(vector: Mapping[str, float]) -> float:
    return sqrt(sum(value * value for value in vector.values()))
