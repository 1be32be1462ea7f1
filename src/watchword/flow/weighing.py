"""Where who agrees and who does not is looked up, with the states that known people speak for."""

from collections.abc import Mapping
from functools import cache

from watchword.model.attribution import LinkKind
from watchword.model.known import Known
from watchword.relate.corroboration import Bench, set_bench
from watchword.resolve.people import person_key
from watchword.resolve.seeding import seed


def bench_of(known: Known) -> Bench:
    """Look up the source behind each claim; officials whose state no report tells are looked up."""
    return set_bench(known, states_of(known))


def states_of(known: Known) -> Mapping[str, str]:
    """For each person named in full as a source, the code of the state that the seed knows."""
    links = (link for claim in known.claims.values() for link in claim.attribution.links)
    names = sorted({link.name for link in links if link.kind is LinkKind.PERSON})
    states = ((name, _states_by_person().get(person_key(name), "")) for name in names)
    return {name: state for name, state in states if state and " " in name}


@cache
def _states_by_person() -> Mapping[str, str]:
    """Codes by what the spellings of a name share; a name that two states know is left out."""
    told: dict[str, set[str]] = {}
    people = {each.key: each.country for each in seed().identities if each.kind is LinkKind.PERSON}
    for alias in seed().aliases:
        country = people.get(alias.identity)
        if country:
            told.setdefault(person_key(alias.words), set()).add(country)
    return {key: min(codes) for key, codes in told.items() if len(codes) == 1}
