"""Who and what appears in composed sentences: states, leaders, armed groups, crowds, reasons.

Patterns stand in `lists/` (`cast.tsv` actors with their number, `sources.tsv` who says something,
`phrases.tsv` the rest, `outlets.txt`, `offices.txt`): a slot in braces is filled by another
pattern or a fact of the actor's country, brackets with a bar in them hold alternatives.
"""

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from watchword.text.gazetteer import Country, countries, rows

LISTS = Path(__file__).parent / "lists"
FEWEST_CITIES = 2
"""Countries with fewer cities in the gazetteer are too small to act in the news."""

IN_THE_NEWS = 0.6
"""Share of sentences whose countries are all among those that the news speaks of often."""

_SLOT = re.compile(r"\{([a-z/]+)(\^?)\}")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_BAR = re.compile(r"\|(?![^<]*>)")
_WITH_ARTICLE = re.compile(
    r"^(?:United (?:States|Kingdom|Arab)|Netherlands|Philippines|Bahamas|Gambia|Maldives|"
    r"Central African|Democratic Republic|Republic of|Czech Republic|Dominican Republic|"
    r"Solomon|Marshall|Comoros)"
)
_VOWEL = re.compile(
    r"\b([Aa]) (?=[AEIOaeio]|Ug?[zm]|un[^i]|up|11\b|8\d*\b|18\b)(?!Eu|eu|one\b|One\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Words that fill a slot, and whether verbs after them are singular, plural or of a person.

    Attributes:
        words: the words; a comma at the end closes an apposition.
        number: `s`, `p`, or `h` for one human being; empty for what is no actor.
    """

    words: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Chance and the countries of one sentence.

    Attributes:
        rng: what decides.
        home: the country of the source.
        abroad: the country of the target.
        third: another country.
    """

    rng: random.Random
    home: Country
    abroad: Country
    third: Country


def open_scene(rng: random.Random) -> Scene:
    """Draw three different countries."""
    acting = _acting_countries()
    known = [country for country in acting if country.code in _country_codes("newsworthy")]
    home, abroad, third = rng.sample(known if rng.random() < IN_THE_NEWS else acting, 3)
    return Scene(rng=rng, home=home, abroad=abroad, third=third)


def draw(kinds: str, country: Country, scene: Scene) -> Actor:
    """Fill a slot.

    Args:
        kinds: name of a pattern or of a fact; several, parted by strokes, leave the choice.
        country: the country whose names, cities and people are used.
        scene: chance, and the third country that slots with `^` turn to.
    """
    kind = scene.rng.choice(kinds.split("/"))
    fact = _fact(kind, country, scene.rng)
    if fact is not None:
        return Actor(words=fact, number="s")
    number, pattern = scene.rng.choice(_patterns()[kind])
    return _filled(pattern, number, country, scene)


def choose(pattern: str, rng: random.Random) -> str:
    """Take one of the alternatives of each pair of brackets."""
    return re.sub(r" +", " ", _CHOICE.sub(lambda match: rng.choice(_BAR.split(match[1])), pattern))


def filled(template: str, scene: Scene) -> str:
    """A template of several actors: brackets chosen from, slots filled, markup left as it is."""
    return _filled(template, "", scene.home, scene).words


def invented_name(country: Country, rng: random.Random) -> str:
    """A person's name as it could stand in that country."""
    given, family = _names_of(country.code, rng)
    return f"{rng.choice(given)} {rng.choice(family)}"


def country_words(country: Country) -> str:
    """A country's name with its article, where it takes one."""
    return f"the {country.name}" if _WITH_ARTICLE.match(country.name) else country.name


def with_right_articles(text: str) -> str:
    """Turn "a" into "an" where a vowel follows."""
    return _VOWEL.sub(r"\1n ", text)


def _filled(pattern: str, number: str, country: Country, scene: Scene) -> Actor:
    chosen = choose(pattern, scene.rng)
    inner = [number]

    def fill(match: re.Match[str]) -> str:
        actor = draw(match[1], scene.third if match[2] else country, scene)
        if match.group() == chosen:
            inner[0] = actor.number if number else ""
            return actor.words
        return actor.words.rstrip(",") if chosen[match.end() :][:1] in "',." else actor.words

    words = with_right_articles(re.sub(r" +", " ", _SLOT.sub(fill, chosen)).strip())
    words = re.sub(r"\bthe the\b", "the", words)
    return Actor(words=re.sub(r"(s'|s)'s\b", r"s'", words), number=inner[0])


def _fact(kind: str, country: Country, rng: random.Random) -> str | None:
    facts = {
        "country": lambda: country_words(country),
        "land": lambda: country.name,
        "adj": lambda: country.adjectives[0],
        "capital": lambda: country.capital or country.name,
        "city": lambda: rng.choice(_cities()[country.code][:40]),
        "name": lambda: invented_name(country, rng),
        "family": lambda: rng.choice(_names_of(country.code, rng)[1]),
        "number": lambda: f"{rng.choice((1, 2, 3, 5, 12, 40, 150)) * rng.randint(2, 99) * 10:,}",
        "money": lambda: _money(rng),
        "day": lambda: str(rng.randint(1, 28)),
        "year": lambda: str(rng.randint(1985, 2026)),
    }
    fact = facts.get(kind)
    return None if fact is None else fact()


def _money(rng: random.Random) -> str:
    amount = rng.choice(("2", "3.5", "12", "40", "75", "120", "300", "650"))
    scale = rng.choice(("million", "billion"))
    return rng.choice(
        (f"${amount} {scale}", f"{amount} {scale} euros", f"{amount} {scale} dollars")
    )


@cache
def _patterns() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in ("outlet", "office", "clause"):
        lines = (LISTS / f"{kind}s.txt").read_text(encoding="utf-8").splitlines()
        found[kind] = [("s", line) for line in lines]
    for file in ("cast.tsv", "phrases.tsv", "sources.tsv"):
        for line in (LISTS / file).read_text(encoding="utf-8").splitlines():
            kind, number, pattern = line.split("\t")
            found.setdefault(kind, []).append((number, pattern))
    return {kind: tuple(patterns) for kind, patterns in found.items()}


@cache
def _people() -> tuple[tuple[frozenset[str], tuple[str, ...], tuple[str, ...]], ...]:
    lines = (LISTS / "people.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines]
    return tuple(
        (frozenset(codes.split()), tuple(given.split("|")), tuple(family.split("|")))
        for codes, given, family in fields
    )


def _names_of(code: str, rng: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = [(given, family) for codes, given, family in _people() if code in codes]
    return known[0] if known else rng.choice(_people())[1:]


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, _, code, *_ in rows("cities"):
        found.setdefault(code, []).append(name)
    return {code: tuple(names) for code, names in found.items()}


@cache
def _country_codes(group: str) -> frozenset[str]:
    lines = (LISTS / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(dict(line.split("\t") for line in lines)[group].split())


@cache
def _acting_countries() -> tuple[Country, ...]:
    return tuple(
        country
        for country in countries()
        if country.code not in _country_codes("territories")
        and country.adjectives
        and len(_cities().get(country.code, ())) >= FEWEST_CITIES
    )
