"""Alter what a judgment says of itself, and what stands above a section."""

import re
from collections.abc import Iterator

from watchword.brief.document_form import JsonValue
from watchword.brief.mutate_words import Cast
from watchword.brief.verify.tokens import read_wording
from watchword.model.brief import Brief, Judgment
from watchword.text.gazetteer import country_by_code

Change = tuple[str, JsonValue, JsonValue, str]
"""Where, what stood there, what stands there now, and the kind."""

STRANGER = "Pedro Alarc\u00f3n"
"""Somebody in no report."""

_COUNT = re.compile(r"^(?:One text alone bears|\w+ independent texts bear)")
_BASIS = re.compile(r"A single origin|\d+ independent texts")
_NOBODY = "nobody denies it in these reports"
_DENYING = re.compile(r"(?<=; ).+ den(?:y|ies) it(?=\.$)")


def each_judging_change(brief: Brief) -> Iterator[Change]:
    """Other counts, other sources, a denial dropped or made up, and a change nobody can follow."""
    for number, judgment in enumerate(brief.judgments):
        where = f"/judgments/{number}"
        for kind, words in _each_weighing(judgment.weighed):
            yield f"{where}/weighed", judgment.weighed, words, kind
        yield from _each_side(where, judgment)
        more = _BASIS.sub("9 independent texts", judgment.basis)
        if judgment.supports and more != judgment.basis:
            yield f"{where}/basis", judgment.basis, more, "basis_count"
        changes: list[JsonValue] = list(judgment.would_change)
        if changes:
            invented: list[JsonValue] = [*changes[:-1], f"a second source beside {STRANGER}"]
            yield f"{where}/would_change", changes, invented, "change_invented"
            aged: list[JsonValue] = [*changes[:-1], "a newer report: the newest is 4711 days old"]
            yield f"{where}/would_change", changes, aged, "age_altered"


def each_title_change(brief: Brief, cast: Cast) -> Iterator[Change]:
    """A title of another country, of two that change places, and one that judges."""
    for number, section in enumerate(brief.sections):
        title = section.title
        if not title:
            continue
        where = f"/sections/{number}/title"
        named = [token for token in read_wording(title).tokens if token.country]
        absent = [code for code in cast.countries if f"@{code}" not in {t.country for t in named}]
        for token in named:
            other = country_by_code()[absent[-1]]
            is_adjective = token.text in country_by_code()[token.country[1:]].adjectives
            words = other.adjectives[0] if is_adjective and other.adjectives else other.name
            yield where, title, title[: token.start] + words + title[token.end :], "title_swapped"
        yield where, title, f"The victory of {title}", "title_invented"


def _each_weighing(words: str) -> Iterator[tuple[str, str]]:
    if not words:
        return
    yield "weighed_count", _COUNT.sub("Nine independent texts bear", words)
    saying = re.search(r"on the word of ([^;]+);", words)
    if saying:
        yield "weighed_source", words.replace(saying[1], STRANGER, 1)
    if _NOBODY in words:
        yield "denial_invented", words.replace(_NOBODY, f"{STRANGER} denies it")
    else:
        yield "denial_hidden", _DENYING.sub(_NOBODY, words)


def _each_side(where: str, judgment: Judgment) -> Iterator[Change]:
    """Those who deny it counted among those who say it; what is cited not counted at all."""
    supports: list[JsonValue] = list(judgment.supports)
    cited = set(judgment.sentence.claims)
    if judgment.denies:
        yield f"{where}/supports", supports, [*supports, *judgment.denies], "sides_mixed"
    if supports:
        kept: list[JsonValue] = [key for key in judgment.supports if key not in cited]
        yield f"{where}/supports", supports, kept, "support_dropped"
