"""Cutting scripts that are written without spaces, so that a full-text index finds their words."""

import re

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")


def segmented(words: str) -> str:
    """Words with each run of Chinese, Japanese or Thai letters cut into overlapping pairs.

    >>> segmented("in \u5317\u671d\u9c9c today")
    'in \u5317\u671d \u671d\u9c9c today'
    """
    if words.isascii():
        return words
    return _UNSPACED.sub(_pairs, words)


def has_no_spaces(words: str) -> bool:
    """Whether some of the words are in a script that is written without spaces."""
    return _UNSPACED.search(words) is not None


def _pairs(found: re.Match[str]) -> str:
    run = found.group()
    if len(run) < 2:
        return f" {run} "
    return " ".join(run[at : at + 2] for at in range(len(run) - 1))
