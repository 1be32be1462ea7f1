"""The words that somebody types into a search, as terms that must, may or must not stand there.

A user cannot write a wrong query: what is no operator is a word, and what has neither letter nor
digit is passed over.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import product
from math import prod

from watchword.store.segments import segmented

MOST_TERMS = 32
"""Further words are passed over: nobody types them, and each costs a walk through the index."""
MOST_BRANCHES = 8
"""Ways to meet a query with OR that are looked up one by one."""
SHORTEST_PREFIX = 3
"""A shorter one is begun by a tenth of all words, and is taken for a whole word."""

_PART = re.compile(
    r"""(?P<no>-(?=["\w]))?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))""", re.VERBOSE
)
_LONGEST = 100
"""Characters of a term; the rest is cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, a phrase, or the beginning of a word.

    Attributes:
        typed: the words as typed.
        words: the same as the indexes have them: in pairs of letters for scripts without spaces.
        prefix: whether the last word goes on.
    """

    typed: str
    words: str
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was typed.

    Attributes:
        groups: of each group one term must stand there.
        barred: none of these may.
        typed: whether there was anything but blanks.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    barred: tuple[Term, ...] = ()
    typed: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that may stand there."""
        return tuple(term for group in self.groups for term in group)

    @property
    def branches(self) -> tuple["Wanted", ...]:
        """The ways to meet it, one term a group; itself where those are too many."""
        if prod(len(group) for group in self.groups) > MOST_BRANCHES:
            return (self,)
        return tuple(
            Wanted(groups=tuple((term,) for term in chosen), barred=self.barred, typed=True)
            for chosen in product(*self.groups)
        )


def parse_words(typed: str) -> Wanted:
    """What somebody typed, as terms.

    >>> wanted = parse_words('"north korea" OR dprk troop* -drill')
    >>> [[term.words for term in group] for group in wanted.groups]
    [['north korea', 'dprk'], ['troop']]
    >>> [term.words for term in wanted.barred]
    ['drill']
    """
    groups: list[tuple[Term, ...]] = []
    barred: list[Term] = []
    joined = False
    for part in _PART.finditer(_clean(typed)):
        if part["word"] in {"OR", "AND"} and not part["no"]:
            joined = part["word"] == "OR" and bool(groups)
            continue
        term = _term(part)
        if term is None:
            continue
        if part["no"]:
            barred += [] if _is_common(term) else [term]
        elif joined:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        joined = False
        if sum(map(len, groups)) + len(barred) == MOST_TERMS:
            break
    told = [group for group in groups if not all(_is_common(term) for term in group)]
    return Wanted(groups=tuple(told or groups), barred=tuple(barred), typed=bool(typed.strip()))


def _clean(typed: str) -> str:
    """Without lone surrogates and control characters, which no database takes."""
    return (
        "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in typed)
        .replace("\u201c", '"')
        .replace("\u201d", '"')
    )


def _term(part: re.Match[str]) -> Term | None:
    """The term of a part, None for one without letter or digit."""
    typed = part["word"] if part["phrase"] is None else part["phrase"]
    words = " ".join(typed.split())[:_LONGEST]
    bare = words.rstrip(".,;:!?)*") if part["phrase"] is None else words
    if not any(unicodedata.category(letter)[0] in "LN" for letter in bare):
        return None
    cut = segmented(bare).strip()
    alone = len(bare) == 1 and segmented(bare) != bare  # the index has it in pairs
    goes_on = "*" in words[len(bare) :] and len(bare) >= SHORTEST_PREFIX and cut == bare
    return Term(typed=bare, words=cut, prefix=part["phrase"] is None and (goes_on or alone))


def _is_common(term: Term) -> bool:
    """Whether a term is a word that stands in most texts; "WHO" in capitals is none."""
    is_name = term.words.isupper() and len(term.words) > 1
    return not term.prefix and not is_name and term.words.lower() in _COMMON


_COMMON = frozenset(
    """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she
    her hers herself it its itself they them their theirs themselves what which who whom this that
    these those am is are was were be been being have has had having do does did doing a an the and
    but if or because as until while of at by for with about against between into through during
    before after above below to from up down in out on off over under again further then once here
    there when where why how all any both each few more most other some such no nor not only own
    same so than too very s t can will just don should now
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""The words that PostgreSQL's English index leaves out; looked for only where nothing else is."""
