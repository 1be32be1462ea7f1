"""Words that a corpus cut at every mark, put together as `watchword.text.words` keeps them.

Invariant: no joined word reaches over the start or end of a phrase.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchword.text.lexicon import lexicon

_APOSTROPHES = frozenset("'\u2019")
_CLITICS = lexicon("s d m ll re ve")
_AFTER_DASH = lexicon("the a an but and or which who including as it he she they we this that")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledWord:
    """A word and its labels.

    Attributes:
        word: the word as written.
        labels: one label for each layer: `B-type`, `I-type` or `O`.
    """

    word: str
    labels: tuple[str, ...]


def join_marks(words: Sequence[LabelledWord]) -> tuple[LabelledWord, ...]:
    """Join clitics ("'s"), initials ("U.S.") and hyphenated words of a sentence.

    A hyphen joins where a small letter or digit follows, or within a phrase; the corpus does not
    tell a dash from a hyphen, so one before a word such as "the" stays alone.

    >>> cut = [LabelledWord(word=word, labels=("O",)) for word in "so - called U . S . aid".split()]
    >>> [joined.word for joined in join_marks(cut)]
    ['so-called', 'U.S.', 'aid']
    """
    joined: list[LabelledWord] = []
    start = 0
    while start < len(words):
        end = start + max(
            _clitic(words, start), _initials(words, start), _hyphenated(words, start), 1
        )
        while not _is_one(words[start:end]):
            end -= 1
        whole = "".join(each.word for each in words[start:end])
        if end - start == 2 and whole[1:].lower() == "t" and joined:
            joined[-1] = LabelledWord(word=joined[-1].word[:-1], labels=joined[-1].labels)
            whole = "n" + whole
        joined.append(LabelledWord(word=whole, labels=words[start].labels))
        start = end
    return tuple(joined)


def _is_one(words: Sequence[LabelledWord]) -> bool:
    return all(
        label[:2] == "I-" or label == before == "O"
        for word, following in pairwise(words)
        for before, label in zip(word.labels, following.labels, strict=True)
    )


def _clitic(words: Sequence[LabelledWord], start: int) -> int:
    if words[start].word not in _APOSTROPHES or not 0 < start < len(words) - 1:
        return 0
    after = words[start + 1].word.lower()
    before = words[start - 1].word
    denied = after == "t" and before[-1:] == "n" and len(before) > 2
    return 2 if denied or (after in _CLITICS and before[-1:].isalnum()) else 0


def _initials(words: Sequence[LabelledWord], start: int) -> int:
    end = start
    while end < len(words) and len(words[end].word) == 1 and words[end].word.isupper():
        end += 1
        if end == len(words) or words[end].word != ".":
            break
        end += 1
    return end - start if end - start > 2 else 0


def _hyphenated(words: Sequence[LabelledWord], start: int) -> int:
    end = start + 1
    while end + 1 < len(words) and words[end].word == "-" and _goes_on(words, end + 1):
        if end == start + 1 and words[end + 1].word in _AFTER_DASH:
            break
        end += 2
    return end - start


def _goes_on(words: Sequence[LabelledWord], index: int) -> bool:
    before, word = words[index - 2].word, words[index].word
    if not (before[-1].isalnum() and word[0].isalnum()):
        return False
    within = any(label[:2] == "I-" for label in words[index].labels)
    return within or word[0].islower() or (word[0].isdigit() and not before[-1].isdigit())
