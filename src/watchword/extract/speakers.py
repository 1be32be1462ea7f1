"""Who a transcript's labels stand for: "MR. KIRBY" is the John Kirby of the title."""

import re
from functools import lru_cache

from watchword.model.attribution import Link, LinkKind
from watchword.model.report import Report
from watchword.text.gazetteer import country_named
from watchword.text.offices import is_office
from watchword.text.transcripts import find_turns

_TITLES = re.compile(r"^(?:MR|MS|MRS|DR|GEN|ADM|SECRETARY|SENATOR|PRESIDENT|AMBASSADOR|COL)\.?\s+")
_TWICE = re.compile(r"\b(\S+) (\S+) \2 \1.*$")
"""As in "Ivo Berg Berg IvoMinister of Roads": a name with what a page shows beside it."""
ANSWERS_KEPT = 32
"""Names and titles whose answers are kept: a transcript's few speakers come again and again."""

_HEARERS = frozenset({"Q", "Question", "Remark", "REPORTER", "JOURNALIST", "PARTICIPANT"})


def speaker_link(label: str, report: Report) -> Link:
    """The link that a speaker's label stands for.

    A name in the report's title or in its first lines gives the label its full form.
    """
    if label in _HEARERS:
        return Link(name="journalist", words=label, kind=LinkKind.ANONYMOUS)
    surname = _TITLES.sub("", label.split(" (", maxsplit=1)[0]).strip()
    country = _country_of(report)
    if not label.isupper():
        return _named_in_full(label, report)
    if surname.startswith("THE "):
        return _office_holder(surname, label, report)
    places = (report.title or "", report.text[:3000], report.text)
    for place in places:
        name = _full_name(surname, place)
        if name:
            return Link(name=name, words=label, kind=LinkKind.PERSON, country=country)
    return Link(name=surname.title(), words=label, kind=LinkKind.PERSON, country=country)


def _named_in_full(label: str, report: Report) -> Link:
    """The link of a label in mixed case: "President of Russia Vladimir Putin"."""
    words = _TWICE.sub(r"\1 \2", _fullest(label, report.text)).split()
    name = " ".join(words[-2:])
    role = " ".join(words[:-2])
    if len(words) < 2 or not words[-2][:1].isupper():
        return Link(name=label, words=label, kind=LinkKind.PERSON)
    return Link(
        name=name,
        words=label,
        kind=LinkKind.PERSON,
        role=role[:1].lower() + role[1:] if is_office(role) else None,
        country=_country_in(role) if role else None,
    )


@lru_cache(maxsize=ANSWERS_KEPT)
def _fullest(label: str, text: str) -> str:
    """The longest label of a transcript that ends in this one, as where somebody comes first."""
    told = (turn.label for turn in find_turns(text))
    return max((each for each in told if each.endswith(label)), key=len, default=label)


def _office_holder(words: str, label: str, report: Report) -> Link:
    office = words.removeprefix("THE ").title()
    found = re.search(rf"\b{re.escape(office)}\s+([A-Z][\w\u2019'\-]+)", report.title or "")
    name = f"{office} {found.group(1)}" if found else office
    return Link(
        name=name,
        words=label,
        kind=LinkKind.PERSON,
        role=office.lower(),
        country=_country_of(report),
    )


@lru_cache(maxsize=ANSWERS_KEPT)
def _full_name(surname: str, text: str) -> str | None:
    """The first name beside the surname, where the text has both in mixed case."""
    last = surname.rsplit(maxsplit=1)[-1]
    for match in re.finditer(
        rf"([A-Z][\w\u2019'\-]+)\s+({re.escape(last)})\b", text, re.IGNORECASE
    ):
        first, family = match.groups()
        if family.isupper() or not first[:1].isupper() or first.isupper() or is_office(first):
            continue
        return f"{first} {family}"
    return None


def _country_of(report: Report) -> str | None:
    """Whose officials speak: the country of the outlet or of a house named in the title."""
    return _country_in(report.outlet or "") or _country_in(report.title or "")


@lru_cache(maxsize=ANSWERS_KEPT)
def _country_in(words: str) -> str | None:
    pieces = words.replace("(", " ").replace(")", " ").split()
    for size in (3, 2, 1):
        for start in range(len(pieces) - size + 1):
            country = country_named(" ".join(pieces[start : start + size]))
            if country is not None:
                return country.code
    return None
