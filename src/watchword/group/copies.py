"""Which reports print one text: wire copies, cut or partly rewritten copies, later versions.

Invariant: every report is in exactly one origin, and the order of the input does not matter.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from watchword.group.credits import Credit, agency_named, find_credit
from watchword.group.details import Details, agreement, find_details, is_one_number, swapped
from watchword.model.origin import Origin
from watchword.model.report import Report
from watchword.text.similarity import (
    containment,
    quotations,
    resemblance,
    shingles,
    without_quotations,
)
from watchword.text.versions import find_versions

CONTAINED = 0.4
"""Share of the shorter text's wording that a copy has in common with another outlet's text.

Trial: 1,796 templated statements of two presidents' offices, each held to be from another outlet,
and copies made of 400 of them. At 0.4, 98 % of copies cut to half, 96 % of those with a tenth and
86 % of those with a seventh of the words changed are found, and 6 of 1.6 million pairs are joined
(one text on two brigades, two visits told before and after, two laws of one day, and a reprint and
an excerpt, which are copies indeed). At 0.5 the shares are 97, 90 and 62 %, with 5 pairs; at 0.35
98, 97 and 91 %, with 7.
"""

CONTAINED_AT_HOME = 0.9
"""The same within one outlet, whose own texts repeat set phrases.

Trial: with every statement under its own office, only letter-for-letter reprints are joined.
"""

AGREED = 0.8
"""Share of the fewer names, and of the fewer numbers, that a copy has in common.

Trial: measured on the shorter text's details instead, copies with a new opening fell from 99 %
to 87 %.
"""

LONG, VERBATIM = 60, 0.85
"""Shingles of a text, and resemblance of two, from which one other number makes no other text.

Trial: `benchmarks/copies.py` on 5,791 reports. With it 0.97 of the copies with one number changed
are found, without it 0.47; of the joined pairs 0.995 are right, without it 0.996.
"""

DAYS_APART = 3
"""Longest time between a text and its copy, in days."""

LEAST_SHARED = 15
"""Fewest shared shingles that can make a copy: in under twenty words, alike may be chance."""

SHORTEST_OWN = 4
"""Shingles outside of quotations from which a text has words of its own to compare."""

CROWDED = 200
"""Origins after which a shingle is a set phrase and brings no candidates."""

_CANDIDATES = 12
_UNDATED = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    report: Report
    credit: Credit | None
    own: frozenset[int]
    whole: frozenset[int]
    quoted: frozenset[int]
    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    text: _Text
    reason: str


def find_origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """Group reports by the text they print.

    A report joins an origin as a later version of a report in it (see `text.versions`), as the
    same text letter for letter, or as a copy: most of the shorter text's wording outside of long
    quotations is in the other, names and numbers agree, and the two lie days apart at most.
    A long quotation in common makes no copy; the reason says so.
    """
    earlier = {
        newer.key: older.key for chain in find_versions(reports) for older, newer in pairwise(chain)
    }
    shelf = _Shelf()
    for report in sorted(_distinct(reports), key=_by_time):
        shelf.place(_read(report), version_of=earlier.get(report.key))
    return tuple(_origin(members) for members in shelf.groups)


class _Shelf:
    """The origins found so far, with an index of their wording."""

    def __init__(self) -> None:
        self.groups: list[list[_Member]] = []
        self._home: dict[str, int] = {}
        self._texts: list[_Text] = []
        self._index: dict[int, dict[int, int]] = {}

    def place(self, text: _Text, *, version_of: str | None) -> None:
        """Put a report into the origin whose text it prints, or into one of its own."""
        if version_of in self._home:
            older = next(
                member.text.report
                for member in self.groups[self._home[version_of]]
                if member.text.report.key == version_of
            )
            self._join(text, self._home[version_of], f"a later version of {_name(older)}")
            return
        quoting = ""
        for candidate in self._candidates(text):
            reason = _copy_reason(text, candidate)
            if reason:
                self._join(text, self._home[candidate.report.key], reason)
                return
            quoting = quoting or _quotation_reason(text, candidate)
        self.groups.append([])
        self._join(text, len(self.groups) - 1, _own_reason(text, quoting))

    def _join(self, text: _Text, group: int, reason: str) -> None:
        self.groups[group].append(_Member(text=text, reason=reason))
        self._home[text.report.key] = group
        place = len(self._texts)
        self._texts.append(text)
        for shingle in text.whole:
            # The first text of an origin stands for it, so that copies never crowd a shingle.
            self._index.setdefault(shingle, {}).setdefault(group, place)

    def _candidates(self, text: _Text) -> Iterable[_Text]:
        shared: Counter[int] = Counter()
        for shingle in text.whole:
            places = self._index.get(shingle, {})
            if len(places) <= CROWDED:
                shared.update(places.values())
        ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        return [self._texts[place] for place, _ in ranked[:_CANDIDATES]]


def _distinct(reports: Iterable[Report]) -> Iterable[Report]:
    return {report.key: report for report in reports}.values()


def _by_time(report: Report) -> tuple[datetime, str]:
    return (report.published.at or _UNDATED, report.key)


def _read(report: Report) -> _Text:
    own = without_quotations(report.text)
    return _Text(
        report=report,
        credit=find_credit(report),
        own=shingles(own),
        whole=shingles(report.text),
        quoted=shingles(quotations(report.text)),
        details=find_details(report.text, report.title or ""),
    )


def _copy_reason(text: _Text, earlier: _Text) -> str:
    """Why a text is held to be a copy of an earlier one, empty where it is not."""
    if text.report.text_sha256 == earlier.report.text_sha256 and text.report.text.strip():
        return f"the same text as {_name(earlier.report)}"
    one, other = (text.own, earlier.own) if _has_own(text, earlier) else (text.whole, earlier.whole)
    shared = min(containment(one, other), _share_of_own(text, earlier))
    at_home = text.report.outlet == earlier.report.outlet
    if shared < (CONTAINED_AT_HOME if at_home else CONTAINED) or len(one & other) < LEAST_SHARED:
        return ""
    if not _are_near(text.report, earlier.report) or not _agree(text, earlier):
        return ""
    manner = _manner(shared, resemblance(one, other))
    return f"{shared:.0%} of its wording is in {_name(earlier.report)} ({manner})"


def _has_own(text: _Text, earlier: _Text) -> bool:
    return min(len(text.own), len(earlier.own)) >= LEAST_SHARED


def _share_of_own(text: _Text, earlier: _Text) -> float:
    """What two texts share outside of quotations; all of it where a text is all quotation."""
    if min(len(text.own), len(earlier.own)) < SHORTEST_OWN:
        return 1.0
    return containment(text.own, earlier.own)


def _manner(shared: float, alike: float) -> str:
    if shared < 0.7:
        return "partly rewritten"
    return "cut or extended" if alike < 0.6 else "almost word for word"


def _are_near(one: Report, other: Report) -> bool:
    if one.published.at is None or other.published.at is None:
        return True
    return abs(one.published.at - other.published.at) <= timedelta(days=DAYS_APART)


def _agree(one: _Text, other: _Text) -> bool:
    if _is_corrected(one, other):
        return True
    return (
        agreement(one.details.names, other.details.names) >= AGREED
        and agreement(one.details.numbers, other.details.numbers) >= AGREED
        and swapped(one.details, other.details) is None
    )


def _is_corrected(one: _Text, other: _Text) -> bool:
    """Whether a text is another's word for word but for one number, as after a correction."""
    long = min(len(one.own), len(other.own)) >= LONG
    return (
        long
        and resemblance(one.own, other.own) >= VERBATIM
        and is_one_number(one.details, other.details)
    )


def _quotation_reason(text: _Text, earlier: _Text) -> str:
    common = len(text.quoted & earlier.quoted)
    if common < LEAST_SHARED:
        return ""
    return f"shares a long quotation with {_name(earlier.report)}, which makes no copy"


def _own_reason(text: _Text, quoting: str) -> str:
    credit = text.credit
    own = (
        f"credits {credit.agency} in its {credit.where} ({credit.words})"
        if credit
        else "no other report has this text"
    )
    return f"{own}; {quoting}" if quoting else own


def _origin(members: list[_Member]) -> Origin:
    """Put the agency's own print first, else the earliest."""
    credit = next((member.text.credit for member in members if member.text.credit), None)
    agency = credit.agency if credit else None
    own = next((member for member in members if agency and _outlet_is(member, agency)), None)
    first = own or members[0]
    ordered = [first, *(member for member in members if member is not first)]
    report = first.text.report
    return Origin(
        key=report.key,
        name=agency or report.outlet or "outlet not named",
        reports=tuple(member.text.report.key for member in ordered),
        reasons=tuple(
            f"{agency}'s own print" if member is own else member.reason for member in ordered
        ),
    )


def _outlet_is(member: _Member, agency: str) -> bool:
    return agency_named(member.text.report.outlet or "") == agency


def _name(report: Report) -> str:
    day = f" of {report.published.at:%Y-%m-%d}" if report.published.at else ""
    return f"{report.outlet or report.report_id}{day}"
