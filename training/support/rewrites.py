"""Sentences told otherwise: faithfully, or with something in them that was not said.

A draft keeps, for each word, whether it is still what was said (1) or not (0). Every change looks
at the tree of the sentence as it was; what two changes would both touch is changed once.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from support.pages import Line
from support.stand import Stand

DROPPED = frozenset(
    [
        "advmod",
        "obl",
        "obl:tmod",
        "obl:npmod",
        "acl",
        "acl:relcl",
        "appos",
        "advcl",
        "parataxis",
        "nmod",
        "amod",
        "discourse",
    ]
)
"""Relations of what may be left out."""
ADDED = frozenset(
    ["obl", "obl:tmod", "nmod", "acl", "acl:relcl", "appos", "advcl", "conj", "parataxis"]
)
"""Relations of what may be put in."""
UNDER_NOUNS = frozenset(["nmod", "acl", "acl:relcl", "appos"])
NEGATIVE = frozenset(
    [
        "not",
        "n't",
        "never",
        "no",
        "nobody",
        "nothing",
        "without",
        "hardly",
        "neither",
        "nor",
        "if",
        "unless",
    ]
)
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

Words = list[tuple[str, int]]


@dataclass
class Draft:
    """A sentence that is being rewritten.

    Attributes:
        line: as it was.
        text: each word as it is now: none, one or several.
        said: whether each word is still what was said.
        behind: what stands behind each word, new.
        touched: words that were changed.
        front: words that are told first.
    """

    line: Line
    text: list[list[str]] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    behind: list[Words] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    front: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, line: Line) -> "Draft":
        """A sentence before it is changed."""
        size = len(line.words)
        return cls(
            line=line,
            text=[[word] for word in line.words],
            said=[1] * size,
            behind=[[] for _ in range(size)],
        )

    def words(self) -> Words:
        """The words as they are now, each with whether it was said."""
        size = len(self.line.words)
        start, end = self.front
        order = [*range(start, end), *range(start), *range(end, size)] if end else range(size)
        found: Words = []
        for place in order:
            found += [(word, self.said[place]) for word in self.text[place]]
            found += self.behind[place]
            if end and place == end - 1:
                found.append((",", 1))
        return found

    def are_free(self, start: int, end: int) -> bool:
        """Whether no word of a stretch was changed."""
        return self.touched.isdisjoint(range(start, end))

    def put(self, start: int, end: int, words: Sequence[str], *, said: int) -> None:
        """Put words in the place of a stretch."""
        for place in range(start, end):
            self.text[place] = []
            self.touched.add(place)
        self.text[start] = list(words)
        self.said[start] = said


def stretch_of(line: Line, root: int) -> tuple[int, int] | None:
    """The words below a word, where they stand together."""
    inside = {root}
    grown = True
    while grown:
        more = {at for at, head in enumerate(line.heads) if head in inside} - inside
        inside |= more
        grown = bool(more)
    start, end = min(inside), max(inside) + 1
    return (start, end) if len(inside) == end - start else None


# -- faithful


def shorten(draft: Draft, rng: random.Random) -> bool:
    """Leave out a part that the rest stands without."""
    line = draft.line
    roots = [at for at, relation in enumerate(line.relations) if relation in DROPPED]
    rng.shuffle(roots)
    for root in roots[:6]:
        stretch = stretch_of(line, root)
        if stretch is None or not draft.are_free(*stretch):
            continue
        if _is_part(line, stretch):
            draft.put(*_with_commas(line, stretch), [], said=1)
            return True
    return False


def rid_of_untold(draft: Draft, rng: random.Random) -> None:
    """Leave out the parts that hold a word that is not borne out, where the rest stands alone."""
    line = draft.line
    for _ in range(6):
        places = [at for at, said in enumerate(draft.said) if not said and draft.text[at]]
        roots = {
            root
            for at in places
            for root in _above(line, at)
            if line.relations[root] in DROPPED | {"conj"}
        }
        for root in sorted(roots, key=lambda each: (rng.random(), each)):
            stretch = stretch_of(line, root)
            if stretch and draft.are_free(*stretch) and _is_part(line, stretch):
                draft.put(*_with_commas(line, stretch), [], said=1)
                break
        else:
            return


def reword(draft: Draft, rng: random.Random, stand: Stand) -> bool:
    """Put a word of the same or a wider meaning in the place of one."""
    return _exchange(draft, rng, stand, ("same", "same", "wider"), said=1)


def shorten_name(draft: Draft, rng: random.Random) -> bool:
    """Leave a person's last name."""
    names = [each for each in draft.line.names if each[2] == "PER" and each[1] - each[0] > 1]
    names = [each for each in names if draft.are_free(each[0], each[1])]
    if not names:
        return False
    start, end, _ = rng.choice(names)
    draft.put(start, end, draft.line.words[end - 1 : end], said=1)
    return True


def tell_first(draft: Draft, rng: random.Random) -> bool:
    """Tell the last circumstance first."""
    line = draft.line
    roots = [at for at, each in enumerate(line.relations) if each in {"obl", "advcl", "obl:tmod"}]
    for root in reversed(roots):
        stretch = stretch_of(line, root)
        whole = stretch is not None and stretch[0] > 2
        if whole and stretch is not None and stretch[1] >= len(line.words) - 1:
            draft.front = stretch
            return True
    return rng.random() < 0


# -- unfaithful


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
    if rng.random() < 0.6 and _exchange(draft, rng, stand, ("other", "against", "against"), said=0):
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


def swap_sides(draft: Draft, rng: random.Random) -> bool:
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
        return rng.random() < 1
    return False


Change = Callable[[Draft], bool]


def _is_part(line: Line, stretch: tuple[int, int]) -> bool:
    """Whether a stretch may be left out without turning the rest into its contrary."""
    lowered = {word.lower() for word in line.words[stretch[0] : stretch[1]]}
    return not lowered & NEGATIVE and stretch[1] - stretch[0] <= 0.5 * len(line.words)


def _with_commas(line: Line, stretch: tuple[int, int]) -> tuple[int, int]:
    start, end = stretch
    if start and line.words[start - 1] in {",", "-", "(", "--"}:
        start -= 1
        if end < len(line.words) and line.words[end] in {",", "-", ")", "--"}:
            end += 1
    return start, end


def _above(line: Line, at: int) -> list[int]:
    """A word and those that it depends on, up to the root."""
    found: list[int] = []
    while at >= 0 and len(found) < len(line.words):
        found.append(at)
        at = line.heads[at]
    return found


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


def _exchange(
    draft: Draft, rng: random.Random, stand: Stand, kinds: Sequence[str], *, said: int
) -> bool:
    line = draft.line
    places = [
        at
        for at in range(len(line.words))
        if at not in draft.touched and f"{line.words[at].lower()}|{line.tags[at]}" in stand
    ]
    rng.shuffle(places)
    for at in places[:5]:
        found = stand[f"{line.words[at].lower()}|{line.tags[at]}"]
        words = found.get(rng.choice(kinds), ())
        if words:
            draft.put(at, at + 1, [rng.choice(words)], said=said)
            return True
    return False


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
