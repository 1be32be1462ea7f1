"""Word lists as they are best read: words in a row."""


def lexicon(words: str) -> frozenset[str]:
    """The words of a line as a set.

    >>> sorted(lexicon("says said"))
    ['said', 'says']
    """
    return frozenset(words.split())
