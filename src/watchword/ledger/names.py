"""Whether two names, or two phrases, mean the same for scoring.

Two strengths: `same_name` forgives only spelling (case, articles, titles, accents, acronyms,
known aliases, a surname for a full name, a state set before a body); `resembles` also takes
phrases that share most of their words.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

from watchword.text.gazetteer import countries

RESEMBLING = 0.6
"""Least token F1 of two phrases that resemble each other; at 0.5 North resembles South Korea."""

_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
_SPELLING = {"defense": "defence", "organization": "organisation", "presidential": "president"}


def tokens(words: str) -> tuple[str, ...]:
    """Split into lower-case words without accents, possessives and marks.

    >>> tokens("The Kremlin's spokesman, Türkiye")
    ('the', 'kremlin', 'spokesman', 'turkiye')
    """
    plain = unicodedata.normalize("NFKD", words.translate(_APOSTROPHES))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    plain = re.sub(r"(?<=s)'(?!\w)|'s\b|(?<=\w)'(?=\w)", "", plain)
    return tuple(_SPELLING.get(word, word) for word in re.findall(r"\w+", plain))


def token_f1(first: Sequence[str], second: Sequence[str]) -> float:
    """Give the harmonic mean of how much of each is in the other; two empty ones agree."""
    if not first or not second:
        return float(not first and not second)
    shared = sum((Counter(first) & Counter(second)).values())
    return 2 * shared / (len(first) + len(second))


def stems(words: str) -> tuple[str, ...]:
    """Give the telling words of a phrase, cut to what inflection leaves alone.

    >>> stems("deployment of the soldiers") == stems("deploy soldier")
    True
    """
    small = _listed("articles") | _listed("small")
    return tuple(_stem(word) for word in tokens(words) if word not in small)


def name_key(name: str) -> str:
    """Give the form under which a name is compared.

    >>> name_key("The NIS") == name_key("National Intelligence Service")
    True
    """
    words = list(tokens(name))
    while len(words) > 1 and words[0] in _listed("articles"):
        del words[0]
    bare = words[:]
    while bare and bare[0] in _listed("titles"):
        del bare[0]
    if bare and bare[0] not in {"of", "office", "for"}:
        words = bare
    spelt = " ".join(_transliterated(word) for word in words)
    named = _state_first(_aliases().get(spelt, spelt))
    return _aliases().get(named, named)


def same_name(first: str, second: str) -> bool:
    """Whether two names are the same but for spelling.

    >>> same_name("Zelensky", "President Volodymyr Zelenskyy")
    True
    """
    one, other = name_key(first), name_key(second)
    if one == other or _without_state(one) == other or one == _without_state(other):
        return True
    if _is_acronym(one, other) or _is_acronym(other, one):
        return True
    return _is_surname(one, second) or _is_surname(other, first)


def resembles(first: str, second: str) -> bool:
    """Whether two names or phrases share most of their words, or are the same.

    Two states, or two persons, do not resemble each other by a shared word.
    """
    if same_name(first, second):
        return True
    if not first.strip() or not second.strip():
        return False
    states = {name_key(name) in _states() for name in (first, second)}
    if states == {True} or (_is_person(first) and _is_person(second)):
        return False
    return token_f1(stems(name_key(first)), stems(name_key(second))) >= RESEMBLING


def _stem(word: str) -> str:
    for ending in ("ments", "ment", "ations", "ation", "ings", "ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 4 else word


def _transliterated(word: str) -> str:
    return re.sub(r"(?:iy|yy|ii|yi|ij)$", "y", word) if len(word) > 4 else word


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = resources.files("watchword.ledger").joinpath("names.toml").read_text("utf-8")
    table = tomllib.loads(text)
    listed = {name: words.split() for name, words in table["words"].items()}
    return {"bodies": table["bodies"], "words": listed}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_table()["words"][name])


@cache
def _states() -> dict[str, str]:
    states: dict[str, str] = {}
    for country in countries():
        name = " ".join(tokens(country.name))
        named = (country.name, *country.aliases, *country.adjectives, *country.people)
        for alias in (*named, *country.contextual, country.capital):
            states.setdefault(" ".join(tokens(alias)).removeprefix("the "), name)
    return {alias: name for alias, name in states.items() if alias}


@cache
def _aliases() -> dict[str, str]:
    bodies = _table()["bodies"].items()
    return _states() | {alias: name for name, each in bodies for alias in [name, *each]}


def _state_first(key: str) -> str:
    words = key.split()
    for count in range(min(len(words) - 1, 4), 0, -1):
        alias = " ".join(words[:count])
        if alias in _states() and alias not in _listed("not_before_a_body"):
            return " ".join([_states()[alias], *words[count:]])
    return key


def _without_state(key: str) -> str:
    words = key.split()
    for count in range(min(len(words) - 1, 4), 0, -1):
        alias = " ".join(words[:count])
        if _states().get(alias) == alias:
            return " ".join(words[count:])
    return key


def _is_acronym(short: str, long: str) -> bool:
    words = [word for word in long.split() if word not in _listed("small")]
    return len(words) > 1 and " " not in short and short == "".join(word[0] for word in words)


def _is_surname(short: str, full: str) -> bool:
    words = name_key(full).split()
    return " " not in short and _is_person(full) and short in {words[0], words[-1]}


def _is_person(name: str) -> bool:
    words = name_key(name).split()
    written = [
        word for word in re.findall(r"[\w'-]+", name.translate(_APOSTROPHES)) if tokens(word)
    ]
    capital = all(word[0].isupper() for word in written)
    return (
        capital
        and 2 <= len(words) <= 3
        and not _listed("not_in_a_persons_name").intersection(words)
    )
