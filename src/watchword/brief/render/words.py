"""Dates, figures, grades and chains in the words a reader of a brief expects."""

from datetime import datetime
from math import isfinite
from pathlib import PurePosixPath

from watchword.brief.render.inert import clip
from watchword.model.attribution import Attribution, Link
from watchword.model.claim import Claim, MarkKind, Modality, Polarity
from watchword.model.correction import Correction
from watchword.model.figure import Approx, Figure
from watchword.model.plan import Part
from watchword.model.report import DateSource, Published, Report, Status
from watchword.model.source import Credibility, Reliability
from watchword.model.track import Standing
from watchword.text.languages import language_name

LONGEST_NAME = 160
"""Characters of a name, an office or a figure's words that are shown before it is cut short."""

LONGEST_CELL = 300
"""Characters of a cell of a panel that are shown before it is cut short."""

HEADINGS = {
    Part.JUDGMENTS: "Key judgments",
    Part.OVERVIEW: "Overview",
    Part.TIMELINE: "Day by day",
    Part.SECTIONS: "",
    Part.CONTESTS: "Contested figures",
    Part.RELATIONS: "Relations and their turns",
    Part.POSITIONS: "Where the actors stand",
    Part.SCENARIOS: "Scenarios",
    Part.HYPOTHESES: "Competing hypotheses",
    Part.INDICATORS: "Indicators",
    Part.FORECASTS: "Forecasts",
    Part.CHANGES: "What changed since",
    Part.WATCH: "What to watch",
}
"""What stands above a part unless its template has words of its own; sections have theirs."""

RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}

CREDIBILITY = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.CANNOT_BE_JUDGED: "truth cannot be judged",
}

STANDING = {
    Standing.STANDS: "stands",
    Standing.SUPERSEDED: "superseded",
    Standing.WITHDRAWN: "withdrawn",
}

_MODALITY = {
    Modality.ASSERTED: "asserted",
    Modality.REPORTED: "reported as hearsay",
    Modality.ESTIMATED: "estimated",
    Modality.PLANNED: "planned or foretold",
    Modality.CONSIDERED: "under consideration",
    Modality.CONDITIONAL: "conditional",
    Modality.DENIED: "denied",
    Modality.UNCONFIRMED: "not confirmed",
}

_HOW_KNOWN = {
    DateSource.HEADER: "date from the report's metadata",
    DateSource.TEXT: "date from a date line in the text",
    DateSource.FILE_NAME: "date from the file's name",
    DateSource.UNKNOWN: "date looked for and not found",
}

_STATUS = {
    Status.USABLE: "",
    Status.WITHHELD: "withheld by the publisher",
    Status.CANCELED: "withdrawn by the publisher",
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def day(at: datetime) -> str:
    """A day as a reader writes it.

    >>> day(datetime(2024, 10, 3))
    '3 October 2024'
    """
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def short_day(at: datetime) -> str:
    """A day in the least room.

    >>> short_day(datetime(2024, 10, 3))
    '3 Oct 2024'
    """
    return f"{at.day} {_MONTHS[at.month - 1][:3]} {at.year}"


def day_and_hour(at: datetime) -> str:
    """A day and the clock time in UTC."""
    return f"{day(at)}, {at:%H:%M} UTC"


def published_words(published: Published) -> str:
    """When a report came out, or that it is undated."""
    if published.at is None:
        return "undated"
    return day(published.at) if published.day_only else day_and_hour(published.at)


def known_words(published: Published) -> str:
    """How the date of a report is known."""
    return _HOW_KNOWN[published.how]


def status_words(status: Status) -> str:
    """What became of a report; empty where its publisher stands by it."""
    return _STATUS[status]


def file_label(found_at: str) -> str:
    """A place something was read from, without the folders of the machine it lay on.

    >>> file_label("/home/kim/reports/a.zip!b/c.txt")
    'a.zip!c.txt'
    """
    if "://" in found_at:
        return found_at
    return "!".join(PurePosixPath(part).name or part for part in found_at.split("!"))


def outlet_label(report: Report) -> str:
    """The outlet's name, or a plain word that it is not known and what the report was."""
    return clip(report.outlet or f"Outlet not named ({file_label(report.found_at)})", LONGEST_NAME)


def language_words(report: Report) -> str:
    """The language that a report is in, empty for English."""
    code = report.language or ""
    return "" if code.partition("-")[0] == "en" else language_name(code)


def how_got_words(report: Report) -> str:
    """What kind of source a report is, and what it was read from, as ICD 206 wants it told.

    Watchword reads nothing but what it is given or may fetch as anybody may: open sources.
    """
    place = clip(file_label(report.found_at), LONGEST_NAME)
    return f"open source, read as {report.form or 'text'} from {place}"


def chain_words(outlet: str, attribution: Attribution) -> tuple[str, ...]:
    """The links from the outlet to the origin, each with the office the report gives."""
    return (outlet, *(_link_words(link) for link in attribution.links))


def correction_words(made: Correction) -> str:
    """What a person put right in a claim, with what the machine had found.

    As in "source put right by Ana on 25 October 2024: Ivo Berg, not a spokesman (misheard)".
    """
    day = f"{made.at.day} {made.at:%B %Y}"
    why = f" ({made.why})" if made.why else ""
    value, was = made.value or "nothing", made.was or "nothing"
    return f"{made.field.value} put right by {made.by} on {day}: {value}, not {was}{why}"


def modality_words(claim: Claim) -> str:
    """How firmly the claim is made, with the words in the report that make it so."""
    words = _MODALITY[claim.modality]
    if claim.polarity is Polarity.NEGATED and claim.modality is not Modality.DENIED:
        words += ", told as not so"
    softeners = dict.fromkeys(
        clip(mark.span.quote, LONGEST_NAME)
        for mark in claim.marks
        if mark.kind is not MarkKind.NEGATION
    )
    if softeners:
        words += ": " + ", ".join(f"“{quote}”" for quote in softeners)
    return words


def more_words(count: int) -> str:
    """What a short brief says of the figures that it has no room for.

    >>> more_words(1)
    '1 more figure is in the full brief.'
    """
    return f"{count:,} more figure{' is' if count == 1 else 's are'} in the full brief."


def figure_words(figure: Figure) -> str:
    """A figure as printed, with its bounds spelt out and what it counts."""
    counted = clip(figure.counted or figure.unit, LONGEST_NAME)
    fate = f", {figure.fate}" if figure.fate else ""
    change = "a change, not a total; " if figure.change else ""
    return f"“{clip(figure.words, LONGEST_NAME)}” ({change}{_bounds(figure)}): {counted}{fate}"


def figure_label(figure: Figure) -> str:
    """A figure in the least room, for a mark in a plot."""
    sign = ("\u2212" if figure.direction == "down" else "+") if figure.change else ""
    low, best, high = figure.low, figure.best, figure.high
    if figure.approx is Approx.RANGE and low is not None and high is not None:
        return f"{sign}{number_words(low)}-{number_words(high)}"
    if figure.approx is Approx.AT_LEAST and low is not None:
        return f"{sign}{number_words(low)} or more"
    if figure.approx is Approx.UP_TO and high is not None:
        return f"up to {sign}{number_words(high)}"
    if best is None:
        return f"“{clip(figure.words, LONGEST_NAME)}”"
    about = "about " if figure.approx is Approx.ABOUT else ""
    return f"{about}{sign}{number_words(best)}"


def number_words(value: float) -> str:
    """A number in figures, with millions and above named.

    >>> number_words(10900.0), number_words(2500000)
    ('10,900', '2.5 million')
    """
    if not isfinite(value):
        return "not a finite number"
    for scale, name in _SCALES:
        if scale <= abs(value) < 1e15:
            return f"{value / scale:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _link_words(link: Link) -> str:
    name = clip(link.name, LONGEST_NAME)
    if link.role and link.role.casefold() not in link.name.casefold():
        return f"{name} ({clip(link.role, LONGEST_NAME)})"
    return name


def _bounds(figure: Figure) -> str:
    low = None if figure.low is None else number_words(figure.low)
    high = None if figure.high is None else number_words(figure.high)
    if figure.approx is Approx.EXACT:
        return "exact"
    if figure.approx is Approx.ABOUT and figure.best is not None:
        return f"about {number_words(figure.best)}"
    if low and high:
        return f"from {low} to {high}" if low != high else low
    if low:
        return f"{low} or more, no upper bound given"
    if high:
        return f"{high} or fewer, no lower bound given"
    return "no bounds given"
