"""What a brief says about itself, counted again from the brief."""

from collections.abc import Callable, Iterator, Mapping

from watchword.brief.document import each_sentence
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.wording import Found
from watchword.model.brief import Brief, Measure, Notice
from watchword.model.report import Status
from watchword.model.source import Reliability
from watchword.text.numbers import find_numbers

Count = tuple[int, int | None]


def recount(brief: Brief, measure: Measure) -> Count:
    """How many, and out of how many (None where that makes no sense).

    Of the reports: undated, withdrawn, not in English, and copies of another; of the cited
    claims: those in the outlet's own voice; of the sentences: those on a single origin; of the
    sources: the ungraded; and how many sentences were refused and inputs not read. Which part of
    a record was looked at is what the brief says it is.
    """
    return _COUNTS[measure](brief)


def check_notice(brief: Brief, notice: Notice) -> Iterator[Found]:
    """Find where a notice and the count differ."""
    count, of = recount(brief, notice.measure)
    if notice.count != count:
        yield Rule.COUNT, f"{notice.measure} is {count}, the notice says {notice.count}"
    if notice.of is not None and of is not None and notice.of != of:
        yield Rule.COUNT, f"{notice.measure} is out of {of}, the notice says {notice.of}"
    known = {float(number) for number in (notice.count, notice.of) if number is not None}
    if notice.of:
        known.add(float(round(100 * notice.count / notice.of)))
    asked = brief.looked.asked if brief.looked else ""
    for number in find_numbers(notice.text.replace(asked, "", 1)):
        if number.is_figure and number.best not in known:
            yield Rule.COUNT, f"“{number.words}” is not what was counted"


def _reports(brief: Brief) -> Count:
    return len(brief.reports), None


def _narrowed(brief: Brief) -> Count:
    return (brief.looked.of if brief.looked and brief.looked.asked else 0), None


def _newest(brief: Brief) -> Count:
    looked = brief.looked
    is_part = looked is not None and looked.reports < looked.of
    return (looked.reports, looked.of) if looked is not None and is_part else (0, None)


def _undated(brief: Brief) -> Count:
    return sum(report.published.at is None for report in brief.reports), len(brief.reports)


def _withdrawn(brief: Brief) -> Count:
    return sum(report.status is not Status.USABLE for report in brief.reports), len(brief.reports)


def _not_english(brief: Brief) -> Count:
    others = (r for r in brief.reports if r.language and r.language.partition("-")[0] != "en")
    return sum(1 for _ in others), len(brief.reports)


def _copies(brief: Brief) -> Count:
    return sum(len(origin.reports) - 1 for origin in brief.origins), len(brief.reports)


def _own_voice(brief: Brief) -> Count:
    return sum(not claim.attribution.links for claim in brief.claims), len(brief.claims)


def _single_origin(brief: Brief) -> Count:
    origin_of = {report: origin.key for origin in brief.origins for report in origin.reports}
    report_of = {claim.key: claim.report for claim in brief.claims}
    sentences = [sentence for _, sentence in each_sentence(brief)]
    single = 0
    for sentence in sentences:
        reports = {report_of[key] for key in sentence.claims if key in report_of}
        single += len({origin_of.get(report, report) for report in reports}) == 1
    return single, len(sentences)


def _refused(brief: Brief) -> Count:
    return len(brief.refused), None


def _unread(brief: Brief) -> Count:
    return sum(unread.count for unread in brief.unread), None


def _ungraded(brief: Brief) -> Count:
    return sum(source.reliability is Reliability.F for source in brief.sources), len(brief.sources)


def _worded(brief: Brief) -> Count:
    return len(brief.worded), sum(1 for _ in each_sentence(brief))


def _edited(brief: Brief) -> Count:
    return len(brief.edited), sum(1 for _ in each_sentence(brief))


def _dropped(brief: Brief) -> Count:
    return sum(each.count for asked in brief.consulted for each in asked.dropped), None


def _unanswered(brief: Brief) -> Count:
    asked = sum(each.asked for each in brief.consulted)
    return sum(each.unanswered for each in brief.consulted), asked


_COUNTS: Mapping[Measure, Callable[[Brief], Count]] = {
    Measure.REPORTS: _reports,
    Measure.NARROWED: _narrowed,
    Measure.NEWEST: _newest,
    Measure.UNDATED: _undated,
    Measure.UNREAD: _unread,
    Measure.REFUSED: _refused,
    Measure.SINGLE_ORIGIN: _single_origin,
    Measure.OWN_VOICE: _own_voice,
    Measure.COPIES: _copies,
    Measure.WITHDRAWN: _withdrawn,
    Measure.NOT_ENGLISH: _not_english,
    Measure.UNGRADED: _ungraded,
    Measure.WORDED: _worded,
    Measure.EDITED: _edited,
    Measure.DROPPED: _dropped,
    Measure.UNANSWERED: _unanswered,
}
