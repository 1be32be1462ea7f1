"""Which countries a report speaks of, by whatever name: what tells whose president is meant."""

from watchword.text.aliases import find_aliases
from watchword.text.gazetteer import NameUse


def countries_around(text: str) -> tuple[str, ...]:
    """Alpha-2 codes of the countries that a text names, those named first first.

    A country counts by its name, adjective, people, capital or seat of government; "the North" and
    the like count for nothing, and neither do the countries of bodies and towns.

    >>> countries_around("Seoul told the Russian ambassador that the Senate was in Paris.")
    ('KR', 'RU', 'FR')
    """
    found: dict[str, None] = {}
    for alias in find_aliases(text):
        for land, use in alias.countries[:1]:
            if use is not NameUse.CONTEXTUAL:
                found.setdefault(land.code)
    return tuple(found)
