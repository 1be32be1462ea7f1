"""What a report is grouped by: words, names, places, numbers, events, meaning."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from watchword.model.actor import Actor
from watchword.model.attribution import LinkKind
from watchword.model.claim import Claim
from watchword.model.report import Report
from watchword.model.story import Counted, StoryFeatures
from watchword.model.toponym import LocatedToponym
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem, words_in

WORDS_READ = 1_000
"""Words of a report that are looked at: a long one says what it is about before that."""

_SMALL = lexicon(
    "a an the and or but if of in on at to for from by with as into over under after before "
    "about against between through during is are was were be been being am has have had do does "
    "did will would shall should can could may might must not no nor it its he she they them "
    "his her their this that these those there here who whom which what when where why how than "
    "then so such also more most other some any all each both few many much own same too very "
    "just only up down out off again further once i you we us our your my me him one two said "
    "say says told tell reportedly according a.m p.m mr mrs ms dr"
)
_NAMED = re.compile(
    r"(?<![.!?\"\u201c\u201d\u2019] )(?<!^)(?<![A-Za-z])"
    r"[A-Z][\w'\u2019.-]*\w(?: (?:of |the |de |al-)?[A-Z][\w'\u2019.-]*\w)*"
)
"""Words in capitals inside of a sentence: names of things that no engine looks for."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_NUMBER = 11


def features_of(
    report: Report,
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    toponyms: Sequence[LocatedToponym],
    embeddings: Sequence[bytes],
) -> StoryFeatures:
    """Take from a report what it is grouped by; its title plays no part.

    Args:
        report: the report.
        claims: what it claims.
        actors: who acts or speaks in it.
        toponyms: the names of places in it.
        embeddings: the direction of each sentence's meaning; empty where no engine gave any.
    """
    words = words_in(report.text)[:WORDS_READ]
    stems = [_stem(word) for word in words]
    spelt = _names(report.text, actors, toponyms)
    places = {_called(each).casefold() for each in toponyms}
    names = Counter({name: count for name, (_, count) in spelt.items()})
    return StoryFeatures(
        report=report.key,
        at=report.published.at,
        words=_counted(each for each in stems if each),
        pairs=_counted(_each_pair(stems)),
        names=tuple(sorted(names.items())),
        countries=_countries(actors, toponyms),
        events=_counted(claim.event for claim in claims if claim.event),
        numbers=tuple(sorted({word for word in words if _is_telling_number(word)})),
        places=tuple(sorted(places & set(names))),
        spelt=tuple(spelt[name][0] for name in sorted(names)),
        vector=mean_direction(embeddings),
    )


def mean_direction(embeddings: Sequence[bytes]) -> bytes | None:
    """The mean of some directions, made of length one; None where there is none."""
    if not embeddings:
        return None
    rows = np.frombuffer(b"".join(embeddings), dtype="<f2").reshape(len(embeddings), -1)
    total = rows.astype(np.float64).sum(axis=0)
    length = float(np.sqrt(total @ total))
    return (total / length).astype("<f2").tobytes() if length else None


def _stem(word: str) -> str:
    """The stem of a word, empty for one that says little by itself."""
    if word in _SMALL or word[0].isdigit():
        return ""
    short = stem(word.replace(".", ""))
    return short if len(short) > 1 else ""


def _each_pair(stems: Sequence[str]) -> Iterator[str]:
    for first, second in pairwise(stems):
        if first and second:
            yield f"{first} {second}"


def _is_telling_number(word: str) -> bool:
    return word[0].isdigit() and len(word) <= _LONGEST_NUMBER and not _YEAR.fullmatch(word)


def _names(
    text: str, actors: Sequence[Actor], toponyms: Sequence[LocatedToponym]
) -> Mapping[str, tuple[str, int]]:
    """Each name, case folded, with its first spelling and how often it is spoken of."""
    found: dict[str, tuple[str, int]] = {}
    told = [(actor.name, len(actor.mentions)) for actor in actors]
    told += [(_called(each), 1) for each in toponyms]
    for name, count in told:
        spelt, before = found.get(name.casefold(), (name, 0))
        found[name.casefold()] = (spelt, before + count)
    for name, count in Counter(match.group() for match in _NAMED.finditer(text)).items():
        found.setdefault(name.casefold(), (name, count))
    return found


def _called(toponym: LocatedToponym) -> str:
    return toponym.location.name if toponym.location else toponym.toponym.words


def _countries(actors: Sequence[Actor], toponyms: Sequence[LocatedToponym]) -> Counted:
    """Countries, a state or a place in it counted twice, somebody who belongs to it once."""
    found: Counter[str] = Counter()
    for actor in actors:
        if actor.country:
            weight = 2 if actor.kind is LinkKind.STATE else 1
            found[actor.country] += weight * len(actor.mentions)
    for each in toponyms:
        if each.location and each.location.country:
            found[each.location.country] += 2
    return tuple(sorted(found.items()))


def _counted(terms: Iterable[str]) -> Counted:
    return tuple(sorted(Counter(terms).items()))
