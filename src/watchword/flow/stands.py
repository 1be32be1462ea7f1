"""Where actors stand on questions, out of what is known: heard once, asked as often as wanted."""

import re
from collections.abc import Iterable, Iterator, Sequence

from watchword.model.known import Known
from watchword.model.question import Question
from watchword.model.stand import StandLine
from watchword.relate.positions import Utterance, find_lines, hear, suggest_questions
from watchword.relate.witnesses import folded
from watchword.resolve.register import Register
from watchword.text.gazetteer import country_named

_HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|President|Prime Minister|Chancellor)\.?\s+", re.IGNORECASE
)


def heard_in(known: Known, register: Register) -> tuple[Utterance, ...]:
    """Everything known that may tell of somebody's stand.

    Args:
        known: what is known.
        register: who is known, so that a president speaks for his state.
    """
    names = dict.fromkeys(_each_name(known))
    countries = {name: code for name in names if (code := country_behind(name, register))}
    shelf = (known.reports, known.origins)
    return hear(known.claims.values(), known.positions, shelf, countries)


def lines_on(
    questions: Iterable[Question],
    heard: Sequence[Utterance],
    register: Register,
    *,
    actor: str | None = None,
) -> tuple[StandLine, ...]:
    """Everybody's line on each question, in the order of the questions.

    Args:
        questions: what is asked; one that names an actor is asked of that one alone.
        heard: everything that may tell of a stand.
        register: who is known.
        actor: whose lines alone are wanted, None for everybody's.
    """
    return tuple(
        line
        for question in questions
        for line in find_lines(question, heard)
        if all(_is_of(line, name, register) for name in (actor, question.actor) if name)
    )


def suggested_in(heard: Sequence[Utterance], most: int) -> tuple[Question, ...]:
    """Questions that what is heard suggests, the most talked of first."""
    return suggest_questions(heard, most)


def _is_of(line: StandLine, name: str, register: Register) -> bool:
    code = country_behind(name, register)
    return line.actor in {f"@{code}", folded(name)}


def country_behind(name: str, register: Register) -> str | None:
    """The country of whoever bears a name, None where nobody or several do.

    A name may stand behind an office ("Her counterpart, Sergei Lavrov"); a surname counts where one
    alone is known by it.
    """
    country = country_named(name, around="")
    if country is not None:
        return country.code
    words = _HONORIFIC.sub("", name).replace(",", " ").split()
    owner = next((word[:-2] for word in words if word.endswith(("'s", "\u2019s"))), None)
    if owner is not None and owner != name:  # "Orban's political director"
        return country_behind(owner, register)
    for start in range(len(words)):
        keys: Iterable[str] = register.people_named(" ".join(words[start:]))
        if not keys and start == len(words) - 1:
            keys = register.people_called(words[start])
        found = {identity.country for key in keys if (identity := register.identity(key))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _each_name(known: Known) -> Iterator[str]:
    for position in known.positions:
        yield position.holder
    for claim in known.claims.values():
        for link in claim.attribution.links:
            yield link.name
