"""Pairs of a sentence and what may bear it out, composed from pages, with what is borne out.

Invariant: a pair depends on the pages and on its number alone.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from support.drafts import Draft, Words
from support.pages import Line, Page
from support.rewrites import reword, rid_of_untold, shorten, shorten_name, tell_first
from support.spoils import (
    add_part,
    change_name,
    change_number,
    change_time,
    change_word,
    deny,
    swap_sides,
)
from support.stand import Stand
from watchword.text.evidence import telling_words, words_covered

UNKNOWN = -1
SHARES: Mapping[str, float] = {
    "copied": 0.18,
    "fused": 0.16,
    "summed": 0.20,
    "told": 0.16,
    "led": 0.08,
    "recurring": 0.22,
}
"""How often a pair of each kind comes."""
COVERED, MISSED = 0.9, 0.75
"""Shares of words, by weight, from which a sentence told elsewhere counts as borne out, and below
which it does not."""
SAYING = frozenset(["say", "tell", "report", "announce", "state", "add", "note"])
"""What a text says of itself: whether another says so too is not asked."""
SHORTEST, LONGEST = 6, 60
"""Words of a sentence that is judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence and its evidence.

    Attributes:
        kind: how it was composed.
        words: the words of the sentence.
        borne: for each, 1 borne out, 0 not, -1 not known.
        whole: the same for the whole sentence.
        evidence: words of each sentence of the evidence, in order.
        weight: how far the labels are to be believed.
        wanted: places of those that the evidence must not lose.
    """

    kind: str
    words: tuple[str, ...]
    borne: tuple[int, ...]
    whole: int
    evidence: tuple[tuple[str, ...], ...]
    weight: float = 1.0
    wanted: tuple[int, ...] = ()


class Composer:
    """Composes pairs."""

    def __init__(self, pages: Sequence[Page], stand: Stand) -> None:
        self.stand = stand
        self.pages = [page for page in pages if len(page.lines) >= 2]
        self.by_look: dict[str, list[Page]] = defaultdict(list)
        self.by_group: dict[str, list[Page]] = defaultdict(list)
        for page in self.pages:
            self.by_look[f"{page.corpus} {page.look}"].append(page)
            self.by_group[f"{page.corpus} {page.group}"].append(page)
        self.summed = [page for page in self.pages if page.claims]
        self.summed += 2 * [page for page in self.summed if page.corpus == "gum"]
        self.told = [
            page
            for page in self.pages
            if page.corpus == "ecb" and any(line.told for line in page.lines)
        ]
        self.led = [page for page in self.pages if page.corpus in {"polnear", "worldwide", "ecb"}]
        self.kinds = [kind for kind in SHARES if getattr(self, kind, True)]

    def pair(self, number: int) -> Pair:
        """The pair of a number."""
        rng = random.Random(number)  # noqa: S311 - a fixed draw
        while True:
            kind = rng.choices(self.kinds, [SHARES[each] for each in self.kinds])[0]
            found = getattr(self, f"pair_{kind}")(rng)
            if found is not None and SHORTEST <= len(found.words) <= LONGEST + 15:
                return found

    # -- a sentence of the page itself

    def pair_copied(self, rng: random.Random) -> Pair | None:
        """A sentence of the page, told otherwise; half of them with something not said."""
        page = rng.choice(self.pages)
        at = _chosen(page, rng)
        if at is None:
            return None
        draft = self.faithful(page.lines[at], rng, most=4)
        if rng.random() < 0.55:
            self.spoil(draft, page, rng)
        words = draft.words()
        evidence = [line.words for line in page.lines]
        if rng.random() < 0.4:
            evidence = _with_pronouns(page, rng, upto=at)
        return replace(self.made("copied", words, evidence), wanted=(at,))

    def pair_recurring(self, rng: random.Random) -> Pair | None:
        """A sentence of a page that is told without it: most of what is said may stand elsewhere.

        What stands nowhere else is left out where that can be done. What is left counts as borne
        out by how much of it stands there, which is mostly true and nothing more.
        """
        page = rng.choice(self.pages)
        at = _chosen(page, rng)
        if at is None:
            return None
        lines = self.without(page, at, rng)
        if not lines:
            return None
        there = {key for words in lines for key in telling_words(words)}
        draft = self.faithful(page.lines[at], rng, most=1)
        draft.said = [self.stands(page.lines[at], place, there) for place in range(len(draft.said))]
        if rng.random() < 0.7:
            rid_of_untold(draft, rng)
        share = words_covered([word for word, _ in draft.words()], lines)
        whole = 1 if share >= COVERED else 0 if share < MISSED else UNKNOWN
        if not whole and rng.random() < 0.5:
            return None
        if whole == 1 and rng.random() < 0.35 and self.spoil(draft, page, rng):
            return replace(self.made("recurring", draft.words(), lines), whole=0, weight=0.8)
        return replace(self.made("recurring", draft.words(), lines), whole=whole, weight=0.5)

    def without(self, page: Page, at: int, rng: random.Random) -> list[tuple[str, ...]]:
        """A page without a sentence; of what several texts tell, mostly other texts."""
        others = [p for p in self.by_group[f"{page.corpus} {page.group}"] if p is not page]
        if others and rng.random() < 0.8:
            chosen = rng.sample(others, min(len(others), rng.randint(1, 4)))
            return [line.words for p in chosen for line in p.lines[:20]]
        return [line.words for place, line in enumerate(page.lines) if place != at]

    def stands(self, line: Line, place: int, there: set[str]) -> int:
        """Whether a word stands in the evidence; not known where a word of its meaning does."""
        word = line.words[place]
        key = telling_words([word])[0]
        if not key or key in there:
            return 1
        kin = self.stand.get(f"{word.lower()}|{line.tags[place]}", {}) if line.tags else {}
        like = (each for kind in ("same", "wider") for each in kin.get(kind, ()))
        return UNKNOWN if any(telling_words([each])[0] in there for each in like) else 0

    def pair_fused(self, rng: random.Random) -> Pair | None:
        """Two sentences of a page told as one; the page may lack the second."""
        page = rng.choice(self.pages)
        one, other = _chosen(page, rng), _chosen(page, rng)
        if one is None or other is None or one == other:
            return None
        first, second = (self.shortened(page.lines[at], rng) for at in (one, other))
        if rng.random() < 0.3:
            self.spoil(rng.choice((first, second)), page, rng)
        lacks = rng.random() < 0.4
        lines = [line.words for at, line in enumerate(page.lines) if not lacks or at != other]
        told = second.words()
        if lacks:
            there = {key for words in lines for key in telling_words(words)}
            told = [
                (word, 1 if said and key in there else 0 if key else UNKNOWN)
                for (word, said), key in _keyed(told)
            ]
            if all(said for _, said in told):
                return None
        words = _joined(first.words(), told, rng)
        wanted = (one - (lacks and other < one),) if lacks else (one, other)
        return replace(self.made("fused", words, lines), wanted=wanted)

    def shortened(self, line: Line, rng: random.Random) -> Draft:
        """A draft that is made as short as some of its parts allow."""
        draft = self.faithful(line, rng, most=2)
        for _ in range(4):
            if len(draft.words()) > 14 and line.heads:
                shorten(draft, rng)
        return draft

    # -- what people wrote of the whole

    def pair_summed(self, rng: random.Random) -> Pair | None:
        """A summary or a headline and its text, or what could be its text."""
        page = rng.choice(self.summed)
        line = rng.choice(page.claims)
        lines = [each.words for each in page.lines]
        weight = 1.0 if page.corpus == "gum" else 0.6
        if rng.random() < 0.2:
            other = rng.choice(self.by_look[f"{page.corpus} {page.look}"])
            if other is page:
                return None
            lines = [each.words for each in other.lines]
            there = {key for words in lines for key in telling_words(words)}
            words = [
                (word, 0 if key and key not in there else UNKNOWN)
                for (word, _), key in _keyed(Draft.of(line).words())
            ]
            return replace(self.made("summed", words, lines), whole=0, weight=weight)
        draft = self.faithful(line, rng, most=2)
        if rng.random() < 0.4:
            self.spoil(draft, page, rng)
        return replace(self.made("summed", draft.words(), lines), weight=weight)

    def pair_led(self, rng: random.Random) -> Pair | None:
        """The first sentence of a report and the rest; what was not spoilt is mostly borne out."""
        page = rng.choice(self.led)
        line = rng.choice(page.lines[:3])
        if not line.heads or not 10 <= len(line.words) <= LONGEST:
            return None
        lines = [each.words for each in page.lines if each is not line]
        there = {key for words in lines for key in telling_words(words)}
        draft = self.faithful(line, rng, most=2)
        is_spoilt = rng.random() < 0.6 and self.spoil(draft, page, rng)
        words = [
            (word, said if not said or not key else (1 if key in there else UNKNOWN))
            for (word, said), key in _keyed(draft.words())
        ]
        return replace(
            self.made("led", words, lines), whole=0 if is_spoilt else UNKNOWN, weight=0.4
        )

    # -- what several texts tell of one thing

    def pair_told(self, rng: random.Random) -> Pair | None:
        """A sentence whose happenings are tracked, and sentences of other texts, tracked too."""
        page = rng.choice(self.told)
        line = rng.choice([each for each in page.lines if each.told])
        if not SHORTEST <= len(line.words) <= LONGEST or len(line.told) < 3:
            return None
        others = [p for p in self.by_group[f"ecb {page.group}"] if p is not page]
        if rng.random() < 0.15:
            others = self.by_look[f"ecb {page.look}"]
            others = [p for p in others if p.group != page.group] or others
        chosen = rng.sample(others, min(len(others), rng.randint(1, 8)))
        lines = [each for p in chosen for each in p.lines if each.told]
        if not lines:
            return None
        there = {name for each in lines for _, _, name in each.told}
        told = {key for each in lines for key in telling_words(each.words)}
        draft = Draft.of(line)
        draft.said = _tracked(line, there, told)
        if rng.random() < 0.8:
            rid_of_untold(draft, rng)
        known = [said for _, said in draft.words() if said != UNKNOWN]
        if (0 in known and rng.random() < 0.6) or (0 not in known and sum(known) < 3):
            return None
        if 0 not in known and rng.random() < 0.3:
            self.spoil(draft, page, rng)
        return self.made("told", draft.words(), [each.words for each in lines])

    # -- rewriting

    def faithful(self, line: Line, rng: random.Random, most: int) -> Draft:
        """A draft, some of it told otherwise and nothing else told."""
        draft = Draft.of(line)
        if not line.heads:
            return draft
        for _ in range(rng.randint(0, most)):
            lot = rng.random()
            if lot < 0.4 and len(draft.words()) > 12:
                shorten(draft, rng)
            elif lot < 0.8:
                reword(draft, rng, self.stand)
            elif lot < 0.9:
                shorten_name(draft, rng)
            elif not draft.front[1]:
                tell_first(draft)
        return draft

    def spoil(self, draft: Draft, page: Page, rng: random.Random) -> bool:
        """Put in one thing or two that were not said."""
        line = draft.line
        if not line.heads:
            return False
        near = self.by_look[f"{page.corpus} {page.look}"]
        pages = [page.lines, *(rng.choice(near).lines for _ in range(3))]
        ways: Mapping[Callable[[], bool], float] = {
            partial(change_number, draft, rng, page.lines): 0.2,
            partial(change_time, draft, rng): 0.04,
            partial(change_name, draft, rng, pages): 0.18,
            partial(change_word, draft, rng, self.stand, page.lines): 0.16,
            partial(add_part, draft, rng, pages): 0.28,
            partial(deny, draft, rng): 0.08,
            partial(swap_sides, draft): 0.06,
        }
        done = False
        for _ in range(8):
            (way,) = rng.choices(list(ways), list(ways.values()))
            done = way() or done
            if done and rng.random() < 0.75:
                break
        return done

    def made(
        self,
        kind: str,
        words: Words,
        evidence: Sequence[tuple[str, ...]],
    ) -> Pair:
        """A pair of words, each with whether it is borne out."""
        borne = tuple(said for _, said in words)
        return Pair(
            kind=kind,
            words=tuple(word for word, _ in words),
            borne=borne,
            whole=int(0 not in borne),
            evidence=tuple(evidence),
        )


def _chosen(page: Page, rng: random.Random) -> int | None:
    places = [
        at
        for at, line in enumerate(page.lines)
        if SHORTEST <= len(line.words) <= LONGEST and line.heads
    ]
    return rng.choice(places) if places else None


def _joined(first: Words, second: Words, rng: random.Random) -> Words:
    """Two sentences as one."""
    begin = first[:-1] if first and first[-1][0] in {".", "!", "?"} else first
    link = rng.choice((", and", ", while", ";", " and", ", after which"))
    return [*begin, *((word, 1) for word in link.replace(",", ", ").split()), *second]


def _keyed(words: Words) -> list[tuple[tuple[str, int], str]]:
    keys = telling_words([word for word, _ in words])
    return list(zip(words, keys, strict=True))


def _tracked(line: Line, there: set[str], told: set[str]) -> list[int]:
    """Whether each word is borne out: what is tracked is told there, or no such number is."""
    said = [UNKNOWN] * len(line.words)
    for start, end, name in sorted(line.told, key=lambda each: each[0] - each[1]):
        for place in range(start, end):
            said[place] = int(name in there)
    for place, key in enumerate(telling_words(line.words)):
        if not key or (line.heads and line.lemmas[place] in SAYING):
            said[place] = UNKNOWN
        elif said[place] == UNKNOWN and key not in told and line.words[place][:1].isdigit():
            said[place] = 0
    return said


def _with_pronouns(page: Page, rng: random.Random, upto: int) -> list[tuple[str, ...]]:
    """The page with a person's name told as a pronoun where it came shortly before."""
    found = []
    known: set[str] = set()
    pronoun = rng.choice(("he", "she"))
    for place, line in enumerate(page.lines):
        words = list(line.words)
        for start, end, kind in sorted(line.names, reverse=True):
            last = line.words[end - 1]
            is_subject = line.relations[end - 1].startswith("nsubj") or any(
                line.relations[at].startswith("nsubj") for at in range(start, end)
            )
            if kind == "PER" and last in known and is_subject and place >= upto - 1:
                words[start:end] = [pronoun if start else pronoun.title()]
        known |= {line.words[end - 1] for _, end, kind in line.names if kind == "PER"}
        found.append(tuple(words))
    return found
