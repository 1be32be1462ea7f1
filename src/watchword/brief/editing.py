"""A person's changes of a brief: each is checked as a sentence that was composed, or left out.

Invariant: a sentence that its claims do not bear out never gets into the brief that is given.
Pointers are those of the composed brief, whatever else is struck.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchword.brief.document import each_sentence
from watchword.brief.notices import notices_of
from watchword.brief.sourcing import sourced
from watchword.brief.verify.problem import Problem, Rule
from watchword.brief.verify.sentence import check_sentence
from watchword.brief.verify.titles import check_title
from watchword.brief.verify.wording import Found
from watchword.brief.wording.replacing import replaced_at, sentence_at
from watchword.errors import MissingError
from watchword.model.brief import (
    Brief,
    Contest,
    Judgment,
    Likelihood,
    PersonWording,
    Section,
)
from watchword.model.claim import Claim
from watchword.model.draft import Edit
from watchword.model.panel import Panel
from watchword.model.sentence import Sentence

TITLE = "/title"
_SECTION_TITLE = re.compile(r"/sections/(\d{1,4})/title")
_JUDGMENT = re.compile(r"/judgments/(\d{1,4})/sentence")


def words_at(brief: Brief, pointer: str) -> str:
    """The words of a sentence or a title as they were composed.

    Raises:
        MissingError: if neither stands there.
    """
    if pointer == TITLE:
        return brief.title
    section = _section_titled(brief, pointer)
    if section is not None:
        return section.title
    sentence = sentence_at(brief, pointer)
    if sentence is None:
        raise MissingError("no sentence stands there in this brief", key=pointer)
    return sentence.text


def check_edit(brief: Brief, edit: Edit) -> tuple[Problem, ...]:
    """What the claims do not bear out in a sentence or a title that a person worded.

    Args:
        brief: the composed brief.
        edit: the change; what is struck has no problems.

    Raises:
        MissingError: if neither a sentence nor a title stands there.
    """
    words_at(brief, edit.pointer)
    if edit.text is None:
        return ()
    section = _section_titled(brief, edit.pointer)
    if edit.pointer == TITLE:
        has_words = any(letter.isalnum() for letter in edit.text)
        found: list[Found] = [] if has_words else [(Rule.WORD, "the title has no words")]
    elif section is not None:
        found = list(check_title(edit.text, _cited_in(section, brief)))
    else:
        return _check_words(brief, edit)
    return tuple(
        Problem(where=edit.pointer, sentence=edit.text, rule=rule, message=message)
        for rule, message in found
    )


def failing(brief: Brief, edits: Iterable[Edit]) -> Mapping[str, tuple[Problem, ...]]:
    """The problems of each change that may not be published, by its pointer."""
    checked = ((each.pointer, check_edit(brief, each)) for each in edits)
    return {pointer: problems for pointer, problems in checked if problems}


def edited(brief: Brief, edits: Sequence[Edit]) -> Brief:
    """The brief with the changes that pass; where one does not, the composed words stand."""
    bad = failing(brief, edits)
    told = [each for each in edits if each.text is not None and each.pointer not in bad]
    struck = {each.pointer for each in edits if each.text is None}
    if not told and not struck:
        return brief
    before = brief
    for each in told:
        brief = _with_words(brief, each)
    brief = _struck(brief, struck)
    return sourced(notices_of(_with_worded(before, brief, told, struck)))


def _check_words(brief: Brief, edit: Edit) -> tuple[Problem, ...]:
    composed = sentence_at(brief, edit.pointer)
    if composed is None or edit.text is None:
        return ()
    sentence = Sentence(text=edit.text, claims=edit.claims or composed.claims)
    found = check_sentence(
        sentence,
        brief.claims,
        {report.key: report for report in brief.reports},
        likelihood=_likelihood_at(brief, edit.pointer),
    )
    return tuple(replace(each, where=edit.pointer) for each in found)


def _likelihood_at(brief: Brief, pointer: str) -> Likelihood | None:
    found = _JUDGMENT.fullmatch(pointer)
    return brief.judgments[int(found[1])].likelihood if found else None


def _section_titled(brief: Brief, pointer: str) -> Section | None:
    found = _SECTION_TITLE.fullmatch(pointer)
    number = int(found[1]) if found else len(brief.sections)
    return brief.sections[number] if number < len(brief.sections) else None


def _cited_in(section: Section, brief: Brief) -> list[Claim]:
    told = (section.heading, *(s for paragraph in section.paragraphs for s in paragraph))
    claims = {claim.key: claim for claim in brief.claims}
    keys = dict.fromkeys(key for sentence in told for key in sentence.claims)
    return [claims[key] for key in keys if key in claims]


def _with_words(brief: Brief, edit: Edit) -> Brief:
    text = edit.text or ""
    if edit.pointer == TITLE:
        return replace(brief, title=text)
    found = _SECTION_TITLE.fullmatch(edit.pointer)
    if found:
        number = int(found[1])
        titled = replace(brief.sections[number], title=text)
        before, after = brief.sections[:number], brief.sections[number + 1 :]
        return replace(brief, sections=(*before, titled, *after))
    composed = sentence_at(brief, edit.pointer)
    claims = edit.claims or (composed.claims if composed else ())
    return replaced_at(brief, edit.pointer, Sentence(text=text, claims=claims))


def _struck(brief: Brief, struck: set[str]) -> Brief:
    """The brief without what is struck, and without what nothing is left of."""
    return replace(
        brief,
        headline=None if "/headline" in struck else brief.headline,
        judgments=tuple(_judgments_left(brief.judgments, struck)),
        overview=_left("/overview", brief.overview, struck),
        sections=tuple(_sections_left(brief.sections, struck)),
        contests=tuple(_contests_left(brief.contests, struck)),
        changes=_left("/changes", brief.changes, struck),
        watch=_left("/watch", brief.watch, struck),
        panels=tuple(_panel_left(f"/panels/{n}", p, struck) for n, p in enumerate(brief.panels)),
    )


def _left(pointer: str, sentences: tuple[Sentence, ...], struck: set[str]) -> tuple[Sentence, ...]:
    return tuple(
        each for number, each in enumerate(sentences) if f"{pointer}/{number}" not in struck
    )


def _judgments_left(judgments: tuple[Judgment, ...], struck: set[str]) -> Iterator[Judgment]:
    for number, each in enumerate(judgments):
        if f"/judgments/{number}/sentence" not in struck:
            yield each


def _contests_left(contests: tuple[Contest, ...], struck: set[str]) -> Iterator[Contest]:
    for number, each in enumerate(contests):
        if f"/contests/{number}/summary" not in struck:
            yield each


def _sections_left(sections: tuple[Section, ...], struck: set[str]) -> Iterator[Section]:
    for number, each in enumerate(sections):
        pointer = f"/sections/{number}"
        if f"{pointer}/heading" in struck:
            continue
        paragraphs = (
            _left(f"{pointer}/paragraphs/{row}", paragraph, struck)
            for row, paragraph in enumerate(each.paragraphs)
        )
        yield replace(each, paragraphs=tuple(filter(None, paragraphs)))


def _panel_left(pointer: str, panel: Panel, struck: set[str]) -> Panel:
    rows = tuple(
        row
        for place, row in enumerate(panel.rows)
        if f"{pointer}/rows/{place}/sentence" not in struck
    )
    return replace(panel, rows=rows)


def _with_worded(before: Brief, after: Brief, told: Sequence[Edit], struck: set[str]) -> Brief:
    """Who worded which sentence, a model or a person, at the places where they stand now."""
    old = [(at, each) for at, each in each_sentence(before) if not _is_gone(at, struck)]
    new = [pointer for pointer, _ in each_sentence(after)]
    places = {at: now for (at, _), now in zip(old, new, strict=True)}
    composed = {at: each.text for at, each in old}
    people = {each.pointer: each for each in told if each.pointer in places}
    return replace(
        after,
        worded=tuple(
            replace(each, pointer=places[each.pointer])
            for each in after.worded
            if each.pointer in places and each.pointer not in people
        ),
        edited=tuple(
            PersonWording(pointer=places[at], by=each.by, instead_of=composed[at])
            for at, each in people.items()
        ),
    )


def _is_gone(pointer: str, struck: set[str]) -> bool:
    """Whether a sentence is struck, or the heading that it stands under."""
    section = re.match(r"/sections/\d+/", pointer)
    return pointer in struck or (section is not None and f"{section[0]}heading" in struck)
