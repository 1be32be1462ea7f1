"""One person under several spellings: Zelensky, Zelenskyy and Volodymyr Zelenskiy.

Invariant: nobody is guessed. A surname alone is somebody only where one full name bears it, and
never where it is one that many people share.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from watchword.text.lexicon import lexicon
from watchword.text.mentions import has_family_name_first, surname_of

GENERATIONS = lexicon("Jr Jr. Sr Sr. II III IV")
"""What tells a son from a father of one name."""
WORDS_KEPT = 20_000
"""Words whose folded spelling is kept."""


def same_person(one: str, other: str) -> bool:
    """Whether two full names are spellings of one person's name.

    Romanisation, hyphens, capitals, diacritics and middle names may differ. A surname alone is
    never the same as a full name: who else bears it is not known here.

    >>> same_person("Volodymyr Zelensky", "Volodymyr Zelenskyy")
    True
    >>> same_person("Kim Jong-un", "Kim Jong Un"), same_person("Kim Jong-un", "Kim Yong-hyun")
    (True, False)
    >>> same_person("Yu Yong-weon", "Yoo Yong-won")
    True
    """
    return one == other or person_key(one) == person_key(other)


def canonical_names(names: Iterable[str]) -> dict[str, str]:
    """The name to use for each spelling of a person's name.

    Of the spellings of one name the most frequent wins, then the longest, then the first in the
    alphabet. A surname alone goes to the one full name that bears it, if there is just one and
    the surname is not one that many share.

    Args:
        names: every mention, as often as it occurs.

    >>> found = canonical_names(["Andrii Sybiha", "Andriy Sybiga", "Andrii Sybiha", "Sybiga"])
    >>> found["Andriy Sybiga"], found["Sybiga"]
    ('Andrii Sybiha', 'Andrii Sybiha')
    """
    counts = Counter(names)
    groups: dict[str, list[str]] = {}
    for name in counts:
        groups.setdefault(person_key(name), []).append(name)
    chosen = {
        spelling: min(group, key=lambda name: (-counts[name], -len(name), name))
        for group in groups.values()
        for spelling in group
    }
    bearers: dict[str, set[str]] = {}
    for spelling, canonical in chosen.items():
        if len(spelling.split()) > 1:
            bearers.setdefault(folded(surname_of(spelling)), set()).add(canonical)
    return {name: _filled_out(name, chosen, bearers) for name in sorted(counts)}


@lru_cache(maxsize=WORDS_KEPT)
def person_key(name: str) -> str:
    """What the spellings of one full name share: surname and first given name, evened.

    >>> person_key("Volodymyr Zelenskyy") == person_key("Vladimir Zelensky")
    True
    >>> person_key("Ferdinand Marcos Jr.") == person_key("Ferdinand Marcos")
    False
    """
    parts = [part for part in name.split() if not re.fullmatch(r"[A-Z]\.?", part)]
    if len(parts) < 2:
        return folded(name)
    if len(parts) > 2 and parts[-1] in GENERATIONS:
        return f"{person_key(' '.join(parts[:-1]))} {parts[-1].rstrip('.').lower()}"
    surname = surname_of(name)
    given = [part for part in parts if part != surname] or parts[:1]
    if has_family_name_first(name):
        return f"{folded(surname)} {folded(''.join(given)).replace('eo', 'o')}"
    return f"{folded(surname)} {_given(given[0])}"


@lru_cache(maxsize=WORDS_KEPT)
def folded(word: str) -> str:
    """A word of a name in plain small letters, spellings that romanisation mixes up evened."""
    plain = word.lower()
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = plain.removeprefix("al-" if plain.startswith("al-") else "el-")
    plain = plain.translate(_DROPPED).replace("kh", "h").translate(_EVENED)
    for spelling, evened in _SPELLINGS:
        plain = plain.replace(spelling, evened)
    return _REPEATED.sub(r"\1", plain)


_LETTERS = str.maketrans(
    {"\u0131": "i", "\u0111": "d", "\u0142": "l", "\u00f8": "o", "\u00df": "ss", "\u00e6": "ae"}
)
"""Letters that no decomposition makes plain: dotless i, Serbian d, Polish l, Danish o and ae."""
_EQUAL_GIVEN = (
    lexicon("vladimir volodimir"),
    lexicon("aleksandr oleksandr aleksander aleksandar"),
    lexicon("serhei serhi serh"),
    lexicon("andrei andri"),
    lexicon("dmitri dmitro"),
    lexicon("mikola nikolai"),
    lexicon("aleksei oleksi aleksi"),
    lexicon("ievheni evheni iuheni"),
    lexicon("mikhailo mikhail mihailo mihail"),
    lexicon("muhamad mohamad mohamed muhamed mohamet"),
    lexicon("husein hosein husain hosain hasein"),
    lexicon("iusef iusuf iosef"),
)
_DROPPED = str.maketrans("", "", "-\u2019'`\u02bc")
_EVENED = str.maketrans({"g": "h", "x": "ks", "w": "v", "y": "i", "j": "i"})
_SPELLINGS = (("ph", "f"), ("oo", "u"), ("ou", "u"))
_REPEATED = re.compile(r"(.)\1+")


def _given(word: str) -> str:
    plain = folded(word)
    group = next((group for group in _EQUAL_GIVEN if plain in group), None)
    return min(group) if group else plain


def _filled_out(
    name: str, chosen: Mapping[str, str], bearers: Mapping[str, AbstractSet[str]]
) -> str:
    """The full name that a surname alone stands for, where one person alone bears it."""
    if len(name.split()) > 1 or has_family_name_first(f"{name} x"):
        return chosen[name]
    full = bearers.get(folded(name), frozenset())
    return next(iter(full)) if len(full) == 1 else chosen[name]
