"""What a brief cannot tell, counted from the brief itself so that it can be counted again."""

from dataclasses import replace

from watchword.brief.verify import recount
from watchword.model.brief import Brief, Measure, Notice
from watchword.model.plan import Length

_ALWAYS = frozenset({Measure.REPORTS, Measure.SINGLE_ORIGIN, Measure.UNGRADED})
_ON_A_SCREEN = frozenset(
    {
        Measure.REPORTS,
        Measure.NARROWED,
        Measure.NEWEST,
        Measure.SINGLE_ORIGIN,
        Measure.WITHDRAWN,
        Measure.REFUSED,
        Measure.UNREAD,
    }
)
"""What is told even where there is room for little; the source summary tells more."""


def notices_of(brief: Brief) -> Brief:
    """The brief with its notices; a count of nothing is left out, but for the standing ones."""
    notices = []
    for measure, wording in _WORDINGS.items():
        if brief.length is Length.SCREEN and measure not in _ON_A_SCREEN:
            continue
        count, of = recount(brief, measure)
        if count or measure in _ALWAYS:
            text = wording.format(
                count=count,
                of=of,
                are="is" if count == 1 else "are",
                s="" if count == 1 else "s",
                were="was" if count == 1 else "were",
                asked=brief.looked.asked if brief.looked else "",
            )
            notices.append(Notice(text=text, measure=measure, count=count, of=of))
    return replace(brief, notices=tuple(notices))


_WORDINGS = {
    Measure.REPORTS: "The brief rests on {count} report{s}; what no report tells is not in it.",
    Measure.NARROWED: "It was asked for the {count:,} report{s} {asked}; what others tell is not "
    "in it.",
    Measure.NEWEST: "It was made from the newest {count:,} of {of:,} reports; what older ones tell "
    "is not in it.",
    Measure.SINGLE_ORIGIN: "{count} of {of} sentences rest on a single origin.",
    Measure.OWN_VOICE: "{count} of {of} claims name no source but the outlet itself.",
    Measure.COPIES: "{count} of {of} reports print a text that another report has too, "
    "and count for nothing more.",
    Measure.UNDATED: "{count} of {of} reports {are} undated, so their place in time is not known.",
    Measure.WITHDRAWN: "{count} of {of} reports {were} withdrawn by the publisher.",
    Measure.NOT_ENGLISH: "{count} of {of} reports {are} not in English and may be misread.",
    Measure.UNGRADED: "{count} of {of} outlets have no reliability grade (F): nobody has "
    "graded them, and there is no record to judge them by.",
    Measure.REFUSED: "{count} sentence{s} {were} left out because the check found them not "
    "borne out.",
    Measure.UNREAD: "{count} input{s} could not be read.",
    Measure.WORDED: "{count} of {of} sentences {were} worded by a language model; each passed the "
    "check that every sentence passes, and more.",
    Measure.EDITED: "{count} of {of} sentences {were} worded by a person; each passed the check "
    "that every sentence passes.",
    Measure.DROPPED: "{count} offer{s} of a language model {were} not used.",
    Measure.UNANSWERED: "{count} of {of} sentences that a language model was to be asked about "
    "stand as they were composed: it gave no answer.",
}
