"""Attributions within attributions, made from corpora that label flat ones.

A sentence that is one attribution ("The minister denied that ...") becomes what somebody else
reports, in forms that `lists/nesting.txt` (the whole sentence) and `lists/rewording.txt` (its
content, with a new source) give. Outlets and offices are mostly real, people are invented.
"""

import random
import re
from collections.abc import Iterable, Iterator
from functools import cache

from silver.cast import LISTS, Scene, filled, open_scene
from silver.markup import Mark, Marked, labelled, read_marked
from watchword.ledger.corpora.sentence import LabelledSentence, Stretch

TYPES = ("source", "cue", "content")
REWORDED = 0.35
"""Share of sentences whose content is given to a new source, instead of wrapping them whole."""

SHORTEST_CLAUSE = 4
"""Words of a content that is surely a clause, given that its cue can take one."""

LONGEST = 45
"""Words of a sentence that is wrapped; what is made of it stays readable."""

_PLACE = "INNERSENTENCE"
_SAYS = re.compile(
    r"^(?:sa(?:id|ys?|ying)|t(?:ells?|old)|(?:re)?claim|warn|announc|argu|add(?:s|ed)|insist|den(?:y|ied)|"
    r"confirm|report|writ|wrote|suggest|state[sd]|believ|estimat|accus|acknowledg|admit|allege|"
    r"assert|conced|conclud|contend|declar|describ|disclos|explain|indicat|maintain|mention|not(?:ed|es)|"
    r"predict|promis|recall|reiterat|reveal|stress|think|thought|vow|to$|show|found|finds?$|argu|urg|"
    r"call|criticiz|condemn|prais|propos|reject|expect|hop(?:es|ed)|want|fear|saw|see|ask)",
    re.IGNORECASE,
)
_SAYS_CLAUSE = re.compile(
    r"said|says?|saying|told|tells|claim(?:s|ed)|warn(?:s|ed)|announced|argue[sd]|insist(?:s|ed)|"
    r"added|adds|reported|wrote|writes|stated|believe[sd]?|estimate[sd]|acknowledged|admitted|to",
)


def each_nested(
    sentences: Iterable[LabelledSentence], seed: int, count: int
) -> Iterator[LabelledSentence]:
    """Wrap sentences that are one simple attribution, over and over until enough are made.

    Args:
        sentences: labelled in the scheme `attribution`, with links; others are passed over.
        seed: decides all.
        count: how many to make; none where no sentence is simple.
    """
    rng = random.Random(seed)  # noqa: S311 - composes examples, no secret
    simple = [sentence for sentence in sentences if is_one_attribution(sentence)]
    rng.shuffle(simple)
    for index in range(count if simple else 0):
        yield nest(simple[index % len(simple)], rng)


def is_one_attribution(sentence: LabelledSentence) -> bool:
    """Whether source, cue and content follow each other and leave out little but the stop."""
    if "attribution" not in sentence.schemes or not 5 <= len(sentence.words) <= LONGEST:
        return False
    scheme = sentence.schemes["attribution"]
    parts = sorted(scheme.phrases)
    if [kind for *_, kind in parts] != ["source", "cue", "content"] or len(scheme.links) < 2:
        return False
    source, cue, content = parts
    rest = sentence.words[content[1] :]
    return (
        source[0] == 0
        and cue[0] - source[1] <= 1
        and content[0] - cue[1] <= 4
        and rest in {(), (".",)}
        and _SAYS.search(sentence.words[cue[1] - 1]) is not None
        and _is_even(sentence.words)
    )


def nest(sentence: LabelledSentence, rng: random.Random) -> LabelledSentence:
    """Wrap one attribution in another."""
    scene = open_scene(rng)
    source, cue, content = sorted(sentence.schemes["attribution"].phrases)
    says_clause = _SAYS_CLAUSE.fullmatch(sentence.words[cue[1] - 1]) is not None
    if says_clause and content[1] - content[0] >= SHORTEST_CLAUSE and rng.random() < REWORDED:
        inner = (content[0], content[1])
        kept: tuple[Mark, ...] = ()
        if sentence.words[inner[0]].lower() == "that":
            inner = (inner[0] + 1, inner[1])
        marked = _read_form(rng.choice(_forms("rewording")), scene)
    else:
        inner = (0, content[1])
        kept = tuple(
            Mark(start=start, end=end, label=kind, group="9")
            for start, end, kind in (source, cue, content)
        )
        marked = _read_form(rng.choice(_forms("nesting")), scene)
    return labelled(
        _spliced(marked, sentence.words[slice(*inner)], kept),
        TYPES,
        document=sentence.document,
        corpus=f"{sentence.corpus}-nested",
    )


def _is_even(words: tuple[str, ...]) -> bool:
    opening = sum(word in {"\u201c", "``"} for word in words)
    closing = sum(word in {"\u201d", "''"} for word in words)
    return opening == closing and words.count('"') % 2 == 0


@cache
def _forms(name: str) -> tuple[str, ...]:
    return tuple((LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


@cache
def _small_at_start() -> frozenset[str]:
    return frozenset((LISTS / "small_at_start.txt").read_text(encoding="utf-8").splitlines())


def _read_form(form: str, scene: Scene) -> Marked:
    form = form.replace("{inner}", _PLACE).replace("{content}", _PLACE)
    marked = read_marked(filled(form, scene))
    first = marked.words[0]
    if first == _PLACE:
        return marked
    words = (first[0].upper() + first[1:], *marked.words[1:])
    return Marked(words=words, marks=marked.marks)


def _spliced(form: Marked, inner: tuple[str, ...], kept: tuple[Mark, ...]) -> Marked:
    """Put the inner words where the form has their place, and shift what is marked."""
    place = form.words.index(_PLACE)
    first = inner[0]
    if place and first in _small_at_start():
        first = first.lower()
    elif not place:
        first = first[0].upper() + first[1:]
    by = len(inner) - 1
    words = (*form.words[:place], first, *inner[1:], *form.words[place + 1 :])
    outer = tuple(_moved(mark, (place, by)) for mark in form.marks)
    moved = tuple(
        Mark(start=mark.start + place, end=mark.end + place, label=mark.label, group=mark.group)
        for mark in kept
    )
    return Marked(words=words, marks=(*outer, *moved))


def _moved(mark: Mark, grown: Stretch) -> Mark:
    place, by = grown
    start = mark.start + by if mark.start > place else mark.start
    end = mark.end + by if mark.end > place else mark.end
    return Mark(start=start, end=end, label=mark.label, group=mark.group)
