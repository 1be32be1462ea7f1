"""Titled sections: what each is about, its lead, and the rest in the order of time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from watchword.brief.chapters import Chapter, chapters_of
from watchword.brief.clarity import clear_keys
from watchword.brief.histories import each_history
from watchword.brief.material import Desk
from watchword.brief.seams import Told, each_joined, each_shorter, each_undated
from watchword.brief.subjects import Aspect
from watchword.brief.titles import each_title
from watchword.brief.verify import check_title
from watchword.model.brief import Section
from watchword.model.finding import Finding
from watchword.model.plan import PlannedPart
from watchword.model.sentence import Sentence

PARAGRAPH = 4
"""Sentences in a paragraph."""
SHORTEST = 2
"""Sentences that make a section, its lead among them."""
HISTORIES = 2
"""Sentences on how a source's figure changed, in one section."""
LONGEST_LEAD = 34
"""Words; a longer sentence does not lead where a shorter one of the first three can."""


def sections_of(desk: Desk, planned: PlannedPart) -> Iterator[Section]:
    """The sections: the best one of each aspect first, then the others, what is left over last."""
    groups = [list(group) for group in chapters_of(desk.material)]
    for group in groups:
        is_rest = group[0].subject.aspect is Aspect.OTHER
        section = None if is_rest else _first_told(desk, group, planned.each)
        if section is not None:
            yield section
    for chapter in (chapter for group in groups for chapter in group):
        section = _section(desk, chapter, planned.each)
        if section is not None:
            yield section


def _first_told(desk: Desk, group: list[Chapter], most: int) -> Section | None:
    """The first of some chapters that can be told; those up to it are taken from the group."""
    while group:
        section = _section(desk, group.pop(0), most)
        if section is not None:
            return section
    return None


def told_in_turn(
    desk: Desk, findings: Iterable[Finding], *, with_outlet: bool = False
) -> Iterator[Told]:
    """Each finding, and after it who denies it."""
    for finding in findings:
        sentence = desk.tell(
            clear_keys(finding.supports, desk.material.claims), with_outlet=with_outlet
        )
        if sentence is None:
            continue
        yield _told(desk, sentence)
        denial = desk.tell_denial(
            clear_keys(finding.denies, desk.material.claims), with_outlet=with_outlet
        )
        if denial is not None:
            yield replace(_told(desk, denial), after=True)


def run_together(desk: Desk, told: Sequence[Told]) -> list[Sentence]:
    """Sentences in their order without the names and dates that the ones before have told."""
    joined: list[Told] = []
    named: set[str] = set()
    for each in told:
        short = desk.sounder(each_shorter(each, named), each.sentence)
        link = each.speaker
        named |= {link.name} if link is not None else set()
        joined.append(replace(each, sentence=short))
        if len(joined) > 1:
            pair = desk.sounder(each_joined(joined[-2], joined[-1]), joined[-2].sentence)
            if pair != joined[-2].sentence:
                joined[-2:] = [replace(joined[-2], sentence=pair)]
    return [
        desk.sounder(each_undated(each, before), each.sentence) if before else each.sentence
        for before, each in zip([None, *joined], joined, strict=False)
    ]


def _section(desk: Desk, chapter: Chapter, most: int) -> Section | None:
    told: list[Told] = []
    if chapter.subject.aspect is Aspect.COUNTED:
        keys = frozenset(key for finding in chapter.findings for key in finding.supports)
        histories = islice(each_history(desk, keys), HISTORIES)
        told = [_told(desk, sentence) for sentence in histories]
    untold = [each for each in chapter.findings if desk.used.isdisjoint(each.supports[:1])]
    if chapter.subject.aspect is Aspect.COUNTED:
        untold = _by_source(desk, untold)
    told += islice(told_in_turn(desk, untold), max(0, most - len(told)))
    if len(told) < SHORTEST:
        return None
    lead = _lead(told)
    sentences = run_together(desk, [lead, *_in_time(told, lead)])
    paragraphs = [
        tuple(sentences[start : start + PARAGRAPH]) for start in range(1, len(sentences), PARAGRAPH)
    ]
    return Section(
        heading=sentences[0],
        paragraphs=tuple(paragraphs),
        title=_title(desk, chapter, sentences),
    )


def _by_source(desk: Desk, findings: Sequence[Finding]) -> list[Finding]:
    """One figure of each source first, those told with their parts before the others."""
    claims = desk.material.claims
    parted = sorted(findings, key=lambda finding: len(claims[finding.lead].figures) < 2)
    first: dict[str, Finding] = {}
    for finding in parted:
        origin = claims[finding.lead].attribution.origin
        first.setdefault(origin.name if origin else finding.lead, finding)
    return [*first.values(), *(finding for finding in parted if finding not in first.values())]


def _lead(told: Sequence[Told]) -> Told:
    """The weightiest sentence that is short enough to stand first, and needs none before it."""
    free = [each for each in told if not each.after]
    short = (each for each in free[:3] if len(each.sentence.text.split()) <= LONGEST_LEAD)
    return next(short, free[0])


def _in_time(told: Sequence[Told], lead: Told) -> Iterator[Told]:
    """The others by their day, a denial behind what it denies."""
    groups: list[list[Told]] = []
    for each in told:
        if each.after and groups:
            groups[-1].append(each)
        else:
            groups.append([each])
    first = next(group for group in groups if group[0] is lead)
    yield from first[1:]
    others = (group for group in groups if group is not first)
    for group in sorted(others, key=lambda group: group[0].day.isoformat() if group[0].day else ""):
        yield from group


def _told(desk: Desk, sentence: Sentence) -> Told:
    claim = desk.material.claims[sentence.claims[0]]
    return Told(
        sentence=sentence, claim=claim, day=desk.material.reports[claim.report].published.at
    )


def _title(desk: Desk, chapter: Chapter, sentences: Sequence[Sentence]) -> str:
    keys = dict.fromkeys(key for sentence in sentences for key in sentence.claims)
    claims = [desk.material.claims[key] for key in keys]
    borne_out = (
        title for title in each_title(chapter.subject, claims) if not [*check_title(title, claims)]
    )
    return next(borne_out, "")
