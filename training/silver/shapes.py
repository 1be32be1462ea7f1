"""The same labelled sentence in another shape: in capitals, as a headline, with a dateline.

Labels keep their words. What stands in front shifts them all; a sentence with a tree or with
labels for each word then keeps its shape, since the new words would have none.
"""

import random
from collections.abc import Callable
from dataclasses import replace

from silver.cast import draw, open_scene
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch
from watchword.text.words import find_words

MARKS = frozenset({".", "!", "?", "\u2026"})
NAMING = frozenset({"names", "mentions", "intelligence", "domain"})
"""Schemes of names, of which a dateline and a speaker have some."""

DATELINES = 0.5
"""Share of datelines among what stands in front."""

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
)


def reshaped(sentence: LabelledSentence, rng: random.Random) -> LabelledSentence:
    """Give a sentence another shape, one of all by chance."""
    shape: Callable[[LabelledSentence], LabelledSentence] = rng.choice(
        (in_capitals, as_headline, in_small_letters, without_stop, lambda each: led_in(each, rng))
    )
    return shape(sentence)


def in_capitals(sentence: LabelledSentence) -> LabelledSentence:
    """All letters large: "SEOUL SAYS"."""
    return replace(sentence, words=tuple(word.upper() for word in sentence.words))


def in_small_letters(sentence: LabelledSentence) -> LabelledSentence:
    """All letters small, as in chats."""
    return replace(sentence, words=tuple(word.lower() for word in sentence.words))


def as_headline(sentence: LabelledSentence) -> LabelledSentence:
    """Each word but the small ones with a large letter, and no full stop."""
    words = tuple(
        word if index and word.lower() in _SMALL else word[:1].upper() + word[1:]
        for index, word in enumerate(sentence.words)
    )
    return without_stop(replace(sentence, words=words))


def without_stop(sentence: LabelledSentence) -> LabelledSentence:
    """The sentence without its last mark, where nothing hangs on that mark."""
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[-1] not in MARKS or _is_needed(sentence, last):
        return sentence
    return replace(
        sentence,
        words=sentence.words[:-1],
        tags=sentence.tags and sentence.tags[:-1],
        classes=sentence.classes and sentence.classes[:-1],
        features=sentence.features and sentence.features[:-1],
        lemmas=sentence.lemmas and sentence.lemmas[:-1],
        tree=sentence.tree
        and replace(
            sentence.tree, heads=sentence.tree.heads[:-1], relations=sentence.tree.relations[:-1]
        ),
    )


def led_in(sentence: LabelledSentence, rng: random.Random) -> LabelledSentence:
    """The sentence after a dateline, or after the label of a speaker.

    A sentence whose words are labelled one by one, or whose names are looked for, stays as it is:
    the words in front would have no label, or a wrong one. So does one with attributions get no
    speaker, who would be a source.
    """
    if _is_labelled_by_word(sentence) or sentence.schemes.keys() & NAMING:
        return sentence
    has_sources = "attribution" in sentence.schemes
    line = _dateline(rng) if has_sources or rng.random() < DATELINES else _speaker(rng)
    front = tuple(word.text for word in find_words(line))
    by = len(front)
    return replace(
        sentence,
        words=(*front, *sentence.words),
        schemes={name: _moved_scheme(scheme, by) for name, scheme in sentence.schemes.items()},
        factuality={index + by: value for index, value in sentence.factuality.items()},
        statuses={index + by: value for index, value in sentence.statuses.items()},
        pair=sentence.pair
        and (_moved_side(sentence.pair[0], by), _moved_side(sentence.pair[1], by)),
    )


def _is_needed(sentence: LabelledSentence, last: int) -> bool:
    """Whether a label ends with the last word, or another word hangs on it."""
    ends = {end for scheme in sentence.schemes.values() for _, end, _ in scheme.phrases}
    sides = {end for _, end in sentence.pair or ()}
    heads = sentence.tree.heads if sentence.tree else ()
    is_root = bool(heads) and heads[last] == -1
    labelled = last in sentence.statuses or last in sentence.factuality
    return last + 1 in ends | sides or last in heads or is_root or labelled


def _is_labelled_by_word(sentence: LabelledSentence) -> bool:
    layers = (sentence.tags, sentence.classes, sentence.features, sentence.lemmas, sentence.tree)
    return any(layer is not None for layer in layers)


def _dateline(rng: random.Random) -> str:
    scene = open_scene(rng)
    city = draw("capital", scene.home, scene).words.upper()
    day = f"{rng.choice(('Oct.', 'Jan.', 'March', 'June'))} {rng.randint(1, 28)}"
    wire = rng.choice(("Yonhap", "AP", "Reuters", "AFP", "Xinhua"))
    return rng.choice((f"{city}, {day} ({wire}) --", f"{city} ({wire}) -", f"{city} --"))


def _speaker(rng: random.Random) -> str:
    scene = open_scene(rng)
    family = draw("family", scene.home, scene).words.upper()
    return rng.choice((f"MR. {family}:", f"MS. {family}:", f"{family}:", "Q"))


def _moved_scheme(scheme: Scheme, by: int) -> Scheme:
    return Scheme(
        types=scheme.types,
        phrases=frozenset((start + by, end + by, kind) for start, end, kind in scheme.phrases),
        links=frozenset(
            (kind, _moved(first, by), _moved(second, by)) for kind, first, second in scheme.links
        ),
    )


def _moved_side(side: Stretch, by: int) -> Stretch:
    """A side of a pair; the empty stretch (0, 0) of one that is not said stays."""
    return side if side == (0, 0) else _moved(side, by)


def _moved(stretch: Stretch, by: int) -> Stretch:
    return stretch[0] + by, stretch[1] + by
