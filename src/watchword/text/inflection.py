"""Verbs into the past, for telling what was said."""

from functools import lru_cache

_PAST = {
    "according": "said",
    "citing": "said",
    "quoting": "said",
    "told": "said",
    "tells": "said",
    "quoted": "said",
    "cited": "said",
}


@lru_cache(maxsize=5_000)
def is_common_word(word: str) -> bool:
    """Whether a word is in the dictionary as other than a name.

    >>> is_common_word("Ships"), is_common_word("Zamzam")
    (True, False)
    """
    from lemminflect import getAllLemmas  # noqa: PLC0415 - loads its dictionary

    return word.isascii() and any(kind != "PROPN" for kind in getAllLemmas(word.lower()))


@lru_cache(maxsize=2_000)
def past_of(verb: str) -> str:
    """A reporting verb in the past tense; "said" where it is no single verb.

    >>> past_of("claims"), past_of("estimates"), past_of("told"), past_of("according to")
    ('claimed', 'estimated', 'said', 'said')
    """
    words = verb.lower().split()
    if len(words) != 1 or words[0] in _PAST or not verb.isascii():
        return _PAST.get(words[0], "said") if words else "said"
    first = words[0]
    from lemminflect import getInflection, getLemma  # noqa: PLC0415 - loads its dictionary

    lemmas = getLemma(first, upos="VERB")
    forms = getInflection(lemmas[0], tag="VBD") if lemmas else ()
    return str(forms[0]) if forms else "said"
