"""What a brief says of its sources and its machines (ICD 206), counted again from the brief.

The source summary statement is put together here, so that the one who writes it and the one who
checks it count the same: each of its sentences has to come out again, word for word. ICD 206,
"Sourcing Requirements for Disseminated Analytic Products", wants the statement to tell the
strengths and weaknesses of the base of sources, and which of them matter most.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from watchword.brief.verify.problem import Rule
from watchword.brief.verify.wording import Found
from watchword.model.brief import Brief
from watchword.model.claim import Claim
from watchword.model.source import Reliability
from watchword.text.languages import language_name
from watchword.text.officials import is_official

MOST_OUTLETS = 3
"""Outlets that are named as those the brief leans on most."""
_FEED = "a feed that "
"""How the reason begins where a feed failed."""


def source_summary(brief: Brief) -> tuple[str, ...]:
    """The sentences of the source summary statement, each of which can be counted again."""
    return tuple(told for tell in _TELLING for told in tell(brief))


def check_sourcing(brief: Brief) -> Iterator[Found]:
    """Find what the source summary statement says that does not come out again."""
    rest = brief.sourcing
    for sentence in sorted(source_summary(brief), key=len, reverse=True):
        rest = rest.replace(sentence, "", 1)
    if rest.strip():
        yield Rule.SOURCING, f"“{' '.join(rest.split())}” is not what the brief's sources come to"


def check_machines(brief: Brief) -> Iterator[Found]:
    """Find machines that had a part in a brief which names some, and not these."""
    if not brief.machines:
        return
    named = {machine.name for machine in brief.machines}
    for maker in dict.fromkeys(each_maker(brief)):
        if maker not in named:
            yield Rule.SOURCING, f"“{maker}” had a part and is not among the machines"


def each_maker(brief: Brief) -> Iterator[str]:
    """The name and version of everything that found or made something in a brief."""
    yield from (claim.made_by for claim in brief.claims)
    yield brief.made_by
    yield from (panel.made_by for panel in brief.panels)
    yield from (chart.made_by for chart in brief.charts)
    yield from (wording.model for wording in brief.worded)


def _reports(brief: Brief) -> Iterator[str]:
    if not brief.reports:
        yield "The brief cites no report."
        return
    outlets = {report.outlet for report in brief.reports if report.outlet}
    unnamed = sum(report.outlet is None for report in brief.reports)
    beside = f" (the outlet of {unnamed} is not named)" if unnamed else ""
    yield (
        f"The brief cites {_many(len(brief.reports), 'report')} by"
        f" {_many(len(outlets), 'outlet')}{beside}, which come to"
        f" {_many(len(brief.origins), 'independent origin')}."
    )


def _leaning(brief: Brief) -> Iterator[str]:
    """On which outlets the brief leans most."""
    outlet = {report.key: report.outlet for report in brief.reports}
    counts = Counter(name for claim in brief.claims if (name := outlet.get(claim.report)))
    most = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_OUTLETS]
    if len(counts) > MOST_OUTLETS:
        share = sum(counts[name] for name in most)
        yield f"It leans most on {_listed(most)}, with {share} of {len(brief.claims)} cited claims."


def _access(brief: Brief) -> Iterator[str]:
    """At which hand the cited claims come."""
    hands = Counter(map(_hand, brief.claims))
    told = [f"{hands[words]} {words}" for words in _HANDS if hands[words]]
    if told:
        yield f"Of the cited claims, {_listed(told)}."


def _judgments(brief: Brief) -> Iterator[str]:
    origin_of = {report: origin.key for origin in brief.origins for report in origin.reports}
    report_of = {claim.key: claim.report for claim in brief.claims}
    single = 0
    for judgment in brief.judgments:
        reports = {report_of[key] for key in judgment.sentence.claims if key in report_of}
        single += len({origin_of.get(report, report) for report in reports}) == 1
    if brief.judgments:
        yield f"{single} of {_many(len(brief.judgments), 'key judgment')} cite a single origin."


def _grades(brief: Brief) -> Iterator[str]:
    grades = Counter(source.reliability for source in brief.sources)
    told = [f"{grade.value} for {grades[grade]}" for grade in Reliability if grades[grade]]
    if told:
        yield f"Of the cited reports, the outlet's reliability is {_listed(told)}."


def _dates(brief: Brief) -> Iterator[str]:
    dates = [at for report in brief.reports if (at := report.published.at) is not None]
    undated = len(brief.reports) - len(dates)
    if dates:
        oldest, newest = (f"{at.day} {at:%B %Y}" for at in (min(dates), max(dates)))
        yield f"The oldest cited report is of {oldest}, the newest of {newest}."
    if undated:
        yield f"{_many(undated, 'cited report')} {'is' if undated == 1 else 'are'} undated."


def _languages(brief: Brief) -> Iterator[str]:
    spoken = Counter((report.language or "").partition("-")[0] for report in brief.reports)
    told = [
        f"{language_name(code)} ({spoken[code]})"
        for code in sorted(spoken, key=lambda code: (-spoken[code], code))
    ]
    if told:
        yield f"The cited reports are in {_listed(told)}."


def _gaps(brief: Brief) -> Iterator[str]:
    unread = sum(each.count for each in brief.unread)
    feeds = sum(each.reason.startswith(_FEED) for each in brief.unread)
    if unread:
        lost = f", {feeds} of them {'a feed' if feeds == 1 else 'feeds'} that failed"
        lost = lost if feeds else ""
        yield f"{_many(unread, 'input')} could not be read{lost}."


_TELLING: tuple[Callable[[Brief], Iterator[str]], ...] = (
    *(_reports, _leaning, _access, _judgments),
    *(_grades, _dates, _languages, _gaps),
)
_FIRST, _SECOND = "come from officials at first hand", "from officials at second hand"
_NAMED, _OWN = "from other sources", "are in an outlet's own voice"
_HANDS = (_FIRST, _SECOND, _NAMED, _OWN)


def _hand(claim: Claim) -> str:
    """At which hand a claim comes: who starts it, and whether another tells it."""
    origin = claim.attribution.origin
    if origin is None:
        return _OWN
    if not is_official(origin):
        return _NAMED
    return _FIRST if len(claim.attribution.links) == 1 else _SECOND


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _listed(pieces: Iterable[str]) -> str:
    *first, last = pieces
    return f"{', '.join(first)} and {last}" if first else last
