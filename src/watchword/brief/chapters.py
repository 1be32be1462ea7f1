"""Findings into the sections that a person would make: few, each about one thing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from watchword.brief.material import Material
from watchword.brief.outline import ranked, weights_of
from watchword.brief.subjects import Aspect, Subject, each_subject, tells_of_forces
from watchword.model.finding import Finding

LEAST = 3
"""Findings that make a section: of fewer, what a judgment has told leaves one line or none."""
FEW = 30
"""Findings below which two make a section: a dozen short reports give no more on one thing."""
MOST = 1_000
"""Findings that are put into sections: ten times what the longest brief has told."""
LEADING = 4
"""Findings by which sections are ordered: more would put the longest first."""


MATTERS = 0.03
"""Share of the weightiest finding's weight below which a finding stands in no section: of a month
of statements by two presidents it leaves out about half, which tell of other business;
at 0.05 the running example's sections leave out the policy that a step would change."""
CLOSE = 2.0
"""What a close subject weighs beside a wide one when sections are put in order; set by reading the
briefs of the running example, not by a trial."""

_JOINED = frozenset(
    {Aspect.FORCES, Aspect.COUNTED, Aspect.GIVEN, Aspect.FIGHTING, Aspect.CASUALTIES}
)
_REST = Subject(aspect=Aspect.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A section before it is told.

    Attributes:
        subject: what it is about.
        findings: the most important first.
    """

    subject: Subject
    findings: tuple[Finding, ...]


def chapters_of(material: Material) -> tuple[tuple[Chapter, ...], ...]:
    """Put each finding under the closest subject that makes a section.

    A subject with too few findings gives them up to the next wider one.

    Returns:
        Chapters of one aspect together, the weightiest aspect first; what nothing else takes last.
    """
    weights = weights_of(material)
    most = max(weights.values(), default=0.0)
    findings = tuple(f for f in islice(ranked(material), MOST) if weights[f.key] >= MATTERS * most)
    least = LEAST if len(findings) >= FEW else LEAST - 1
    open_to = {f.key: list(each_subject(material.claims[f.lead])) for f in findings}
    _weigh_with_own(open_to, findings, material)
    _give_with_weighed(open_to)
    while (small := _smallest(open_to, least)) is not None:
        for subjects in open_to.values():
            if subjects[0] == small and len(subjects) > 1:
                del subjects[0]
    placed = {key: subjects[0] for key, subjects in open_to.items()}
    counts = Counter(placed.values())
    for finding in findings:
        placed[finding.key] = _adopted(placed[finding.key], counts, finding, material)
    counts = Counter(placed.values())
    chapters = [
        Chapter(subject=subject, findings=tuple(f for f in findings if placed[f.key] == subject))
        for subject in dict.fromkeys(placed.values())
        if counts[subject] >= least or subject == _REST
    ]
    return tuple(_arranged(_said_together(chapters, weights), weights))


def _weigh_with_own(
    open_to: Mapping[str, list[Subject]], findings: Sequence[Finding], material: Material
) -> None:
    """Put what somebody weighs whose country is not told with what the same source weighs.

    "A senior official" who says what South Korea may do speaks of South Korea when he says what
    "the government" would do.
    """
    wide = Subject(aspect=Aspect.WEIGHED)
    sources = {f.key: material.claims[f.lead].attribution.origin for f in findings}
    known: dict[str, Subject] = {}
    for key, origin in sources.items():
        first = open_to[key][0]
        if origin is not None and first.aspect is Aspect.WEIGHED and first != wide:
            known.setdefault(origin.name, first)
    for key, origin in sources.items():
        if origin is not None and open_to[key][0] == wide and origin.name in known:
            open_to[key].insert(0, known[origin.name])


def _give_with_weighed(open_to: Mapping[str, list[Subject]]) -> None:
    """Put what a country gives with what it weighs, where it weighs more than it gives."""
    first = [subjects[0] for subjects in open_to.values()]
    given = Counter(each.who for each in first if each.aspect is Aspect.GIVEN)
    weighed = Counter(each.who for each in first if each.aspect is Aspect.WEIGHED)
    for subjects in open_to.values():
        who = subjects[0].who
        if who and subjects[0].aspect is Aspect.GIVEN and given[who] <= weighed[who]:
            subjects.insert(0, Subject(aspect=Aspect.WEIGHED, who=who))


def _smallest(open_to: Mapping[str, Sequence[Subject]], least: int) -> Subject | None:
    """The smallest subject that is too small and not the widest of all its findings."""
    counts = Counter(subjects[0] for subjects in open_to.values())
    yielding = {subjects[0] for subjects in open_to.values() if len(subjects) > 1}
    small = [(counts[s], s) for s in yielding if counts[s] < least]
    return min(small)[1] if small else None


def _adopted(
    subject: Subject, counts: Mapping[Subject, int], finding: Finding, material: Material
) -> Subject:
    """Where a finding goes whose subject is wide: to the closest one that tells of the same.

    "The soldiers" are those that the situation tells most of; what a country gives goes with what
    it gives to the one it gives most.
    """
    if subject.aspect not in _JOINED or subject.whom or _is_forceless(subject, finding, material):
        return subject
    closer = [other for other in counts if _is_closer(other, subject)]
    wider = subject.aspect is Aspect.GIVEN and not subject.who
    return subject if wider or not closer else min(closer, key=lambda s: (-counts[s], s))


def _is_closer(other: Subject, subject: Subject) -> bool:
    if other.aspect is not subject.aspect or other == subject:
        return False
    if subject.aspect in {Aspect.FIGHTING, Aspect.CASUALTIES}:
        return bool(other.where) and not subject.where
    is_same = subject.who in {"", other.who} and subject.where in {"", other.where}
    return bool(other.who) and is_same


def _is_forceless(subject: Subject, finding: Finding, material: Material) -> bool:
    """Whether it stands under forces and tells of none."""
    if subject.aspect is not Aspect.FORCES or subject.who:
        return False
    return not tells_of_forces(material.claims[finding.lead])


def _arranged(
    chapters: Sequence[Chapter], weights: Mapping[str, float]
) -> Iterator[tuple[Chapter, ...]]:
    """Chapters by aspect, the weightiest aspect first and what is left over last.

    Of an aspect those of one country or place come before the wide one, which has everybody's.
    """
    ranks = sorted(chapters, key=lambda chapter: (-_weight(chapter, weights), chapter.subject))
    aspects = dict.fromkeys(chapter.subject.aspect for chapter in ranks)
    for aspect in sorted(aspects, key=lambda aspect: aspect is Aspect.OTHER):
        group = [chapter for chapter in ranks if chapter.subject.aspect is aspect]
        yield tuple(sorted(group, key=lambda chapter: not _is_close(chapter)))


def _weight(chapter: Chapter, weights: Mapping[str, float]) -> float:
    weight = sum(weights[finding.key] for finding in chapter.findings[:LEADING])
    return weight * (CLOSE if _is_close(chapter) else 1.0)


def _is_close(chapter: Chapter) -> bool:
    """Whether it is of somebody or of some place."""
    return bool(chapter.subject.who or chapter.subject.where)


def _said_together(chapters: Sequence[Chapter], weights: Mapping[str, float]) -> list[Chapter]:
    """With the two countries that deny or doubt most under one head."""
    said = [c for c in chapters if c.subject.aspect is Aspect.SAID and c.subject.who]
    pair = sorted(said, key=lambda chapter: (-len(chapter.findings), chapter.subject))[:2]
    if len(pair) < 2:
        return list(chapters)
    both = Chapter(
        subject=Subject(aspect=Aspect.SAID, who=pair[0].subject.who, whom=pair[1].subject.who),
        findings=tuple(
            sorted(
                (f for chapter in pair for f in chapter.findings),
                key=lambda finding: (-weights[finding.key], finding.key),
            )
        ),
    )
    return [both, *(chapter for chapter in chapters if chapter not in pair)]
