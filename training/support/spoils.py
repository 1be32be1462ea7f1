"""Sentences with something in them that was not said: another number, name or word, a part more."""

import random
import re
from collections.abc import Sequence

from support.drafts import Draft, exchange, stretch_of
from support.pages import Line
from support.stand import Stand

ADDED = frozenset(
    ["obl", "obl:tmod", "nmod", "acl", "acl:relcl", "appos", "advcl", "conj", "parataxis"]
)
"""Relations of what may be put in."""
UNDER_NOUNS = frozenset(["nmod", "acl", "acl:relcl", "appos"])
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "did",
        "does",
        "do",
    ]
)
SOFTER = ("may", "could", "will", "might", "would")
FAILING = ("failed to", "refused to", "planned to", "is expected to", "threatened to", "did not")


def change_number(draft: Draft, rng: random.Random, page: Sequence[Line]) -> bool:
    """Tell another number."""
    line = draft.line
    places = [
        at
        for at, word in enumerate(line.words)
        if (any(letter.isdigit() for letter in word) or word.lower() in SMALL)
        and at not in draft.touched
    ]
    if not places:
        return False
    at = rng.choice(places)
    word = line.words[at]
    if word.lower() in SMALL:
        other = rng.choice([each for each in SMALL if each != word.lower()])
    else:
        other = _other_number(word, rng, page)
    if other == word:
        return False
    draft.put(at, at + 1, [other], said=0)
    return True


def change_time(draft: Draft, rng: random.Random) -> bool:
    """Tell another day or month."""
    for at, word in enumerate(draft.line.words):
        for names in (DAYS, MONTHS):
            if word in names and at not in draft.touched:
                draft.put(at, at + 1, [rng.choice([n for n in names if n != word])], said=0)
                return True
    return False


def change_name(draft: Draft, rng: random.Random, pages: Sequence[Sequence[Line]]) -> bool:
    """Put another name of the same kind in the place of one, mostly from the same page."""
    names = [each for each in draft.line.names if draft.are_free(each[0], each[1])]
    if not names:
        return False
    start, end, kind = rng.choice(names)
    was = set(draft.line.words[start:end])
    lines = pages[0] if rng.random() < 0.6 else rng.choice(pages)
    others = [
        line.words[a:b]
        for line in lines
        for a, b, label in line.names
        if label == kind and was.isdisjoint(line.words[a:b])
    ]
    if not others:
        return False
    draft.put(start, end, rng.choice(others), said=0)
    return True


def change_word(draft: Draft, rng: random.Random, stand: Stand, page: Sequence[Line]) -> bool:
    """Put a word of another meaning in the place of one: its like, its contrary, or any."""
    if rng.random() < 0.6 and exchange(draft, rng, stand, ("other", "against", "against"), said=0):
        return True
    line = draft.line
    places = [at for at in range(len(line.words)) if _is_telling(line, at)]
    places = [at for at in places if at not in draft.touched]
    if not places:
        return False
    at = rng.choice(places)
    there = rng.choice(page)
    same = [b for b in range(len(there.words)) if there.tags[b] == line.tags[at]]
    same = [b for b in same if there.words[b].lower() != line.words[at].lower()]
    if not same:
        return False
    draft.put(at, at + 1, [there.words[rng.choice(same)]], said=0)
    return True


def add_part(draft: Draft, rng: random.Random, pages: Sequence[Sequence[Line]]) -> bool:
    """Put in a part of another sentence."""
    lines = pages[0] if rng.random() < 0.35 else rng.choice(pages)
    for donor in rng.sample(list(lines), min(4, len(lines))):
        if donor.words == draft.line.words:
            continue
        roots = [at for at, each in enumerate(donor.relations) if each in ADDED]
        rng.shuffle(roots)
        for root in roots[:4]:
            stretch = stretch_of(donor, root)
            if stretch is None or not 2 <= stretch[1] - stretch[0] <= 12:
                continue
            place = _place_for(draft, rng, donor.relations[root])
            if place is None:
                continue
            words = list(donor.words[stretch[0] : stretch[1]])
            if donor.relations[root] in {"appos", "acl:relcl", "parataxis"}:
                words = [",", *words, ","]
            draft.behind[place] += [(word, 0) for word in words]
            return True
    return False


def deny(draft: Draft, rng: random.Random) -> bool:
    """Turn a verb into its contrary, or make it less or more than it was."""
    line = draft.line
    for at, word in enumerate(line.words):
        if word.lower() in {"not", "n't", "never"} and at not in draft.touched and at:
            draft.put(at, at + 1, [], said=0)
            draft.said[line.heads[at]] = 0
            return True
    verbs = [
        at
        for at, tag in enumerate(line.tags)
        if tag in {"VBD", "VBZ", "VBP"} and at not in draft.touched
    ]
    if not verbs:
        return False
    at = rng.choice(verbs)
    word = line.words[at]
    if word.lower() in AUXILIARIES:
        draft.behind[at].append(("not", 0))
        draft.said[line.heads[at]] = 0
    else:
        lemma = line.lemmas[at] or word
        told = rng.choice(FAILING if rng.random() < 0.6 else SOFTER)
        draft.put(at, at + 1, [*told.split(), lemma], said=0)
    return True


def swap_sides(draft: Draft) -> bool:
    """Let who acts and whom it is done to change places."""
    line = draft.line
    for at, relation in enumerate(line.relations):
        if relation not in {"obj", "obl", "obl:agent"}:
            continue
        subjects = [
            b
            for b, other in enumerate(line.relations)
            if other.startswith("nsubj") and line.heads[b] == line.heads[at]
        ]
        if not subjects or line.tags[at][:1] != "N" or line.tags[subjects[0]][:1] != "N":
            continue
        one, other = stretch_of(line, subjects[0]), _bare(line, at)
        if one is None or other is None or one[1] > other[0]:
            continue
        if not (draft.are_free(*one) and draft.are_free(*other)):
            continue
        first, second = line.words[one[0] : one[1]], line.words[other[0] : other[1]]
        draft.put(*one, second, said=0)
        draft.put(*other, first, said=0)
        return True
    return False


def _bare(line: Line, root: int) -> tuple[int, int] | None:
    """A stretch without its preposition."""
    stretch = stretch_of(line, root)
    if stretch is None:
        return None
    start, end = stretch
    while start < root and line.tags[start] in {"IN", "TO"}:
        start += 1
    return start, end


def _place_for(draft: Draft, rng: random.Random, relation: str) -> int | None:
    line = draft.line
    if relation in UNDER_NOUNS or relation == "conj":
        places = [at for at, tag in enumerate(line.tags) if tag[:2] == "NN"]
    else:
        places = [len(line.words) - 2] if len(line.words) > 3 else []
    places = [at for at in places if at not in draft.touched and draft.text[at]]
    return rng.choice(places) if places else None


def _is_telling(line: Line, at: int) -> bool:
    return line.tags[at][:2] in {"NN", "VB", "JJ", "RB"} and len(line.words[at]) > 3


def _other_number(word: str, rng: random.Random, page: Sequence[Line]) -> str:
    if rng.random() < 0.4:
        there = [
            each
            for line in page
            for each in line.words
            if each[:1].isdigit() and len(each) == len(word) and each != word
        ]
        if there:
            return rng.choice(there)
    digits = [at for at, letter in enumerate(word) if letter.isdigit()]
    at = rng.choice(digits[:2] if rng.random() < 0.7 else digits)
    least = "1" if at == 0 else "0"
    other = rng.choice([each for each in "0123456789" if each != word[at] and each >= least])
    return re.sub(r"^0+(?=\d)", "", word[:at] + other + word[at + 1 :]) or other
