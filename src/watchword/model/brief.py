"""The product: sentences, each tied to the claims and the words it stands on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchword.model.chart import Chart
from watchword.model.claim import Claim
from watchword.model.consultation import Consultation
from watchword.model.origin import Origin
from watchword.model.panel import Panel
from watchword.model.plan import FULL, Length, Part
from watchword.model.report import Report, Unread
from watchword.model.sentence import Sentence
from watchword.model.source import Credibility, Reliability
from watchword.model.track import Track


class Confidence(StrEnum):
    """Analytic confidence, apart from likelihood (ICD 203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """An estimate in ICD 203's terms, with the claim whose words it stands on.

    Attributes:
        term: one of ICD 203's terms ("likely").
        low: lower bound in percent.
        high: upper bound in percent.
        claim: key of the claim that makes the estimate.
    """

    term: str
    low: int
    high: int
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """A key judgment.

    Attributes:
        sentence: the judgment.
        confidence: how sure the judgment is.
        basis: why: origins, access, contradictions, assumptions, age.
        likelihood: where it is an estimate, else None.
        credibility: Admiralty 1 to 6 of the finding behind it.
        weighed: who bears it out and who does not, counted, in a sentence; empty where not told.
        would_change: what would raise or lower it, one thing each.
        supports: keys of the claims that bear it out, those it is told from among them; empty
            where it was not weighed.
        denies: keys of the claims that deny it.
    """

    sentence: Sentence
    confidence: Confidence
    basis: str
    likelihood: Likelihood | None
    credibility: Credibility
    weighed: str = ""
    would_change: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of the brief.

    Attributes:
        heading: says something, and is cited like any sentence.
        paragraphs: sentences by paragraph.
        title: what it is about, in a few words; empty where the heading has to do.
    """

    heading: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A contested figure: the sentence that sums it up and the track behind it."""

    summary: Sentence
    track: Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What part of a record a brief was made from, where that is not all of it.

    Attributes:
        reports: how many reports were looked at, the newest of what was asked for.
        of: how many reports there are of what was asked for, older ones too.
        asked: what was asked for, as it follows "reports": "speaking of Kursk"; empty where
            nothing was.
    """

    reports: int
    of: int
    asked: str = ""


class Measure(StrEnum):
    """What a notice counts, so that the count can be done again."""

    REPORTS = "reports"
    NARROWED = "narrowed"
    NEWEST = "newest"
    UNDATED = "undated"
    UNREAD = "unread"
    REFUSED = "refused"
    SINGLE_ORIGIN = "single_origin"
    OWN_VOICE = "own_voice"
    COPIES = "copies"
    WITHDRAWN = "withdrawn"
    NOT_ENGLISH = "not_english"
    UNGRADED = "ungraded"
    WORDED = "worded"
    EDITED = "edited"
    DROPPED = "dropped"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A statement of what the brief cannot tell, with the count it makes.

    Attributes:
        text: the statement.
        measure: what was counted.
        count: how many.
        of: out of how many, None where that makes no sense.
    """

    text: str
    measure: Measure
    count: int
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A numbered report in the list of sources.

    Attributes:
        number: as cited, from 1.
        report: key of the report.
        reliability: grade of the outlet as a source.
        origin: name of whom the text comes from, where not the outlet itself.
        basis: the record that the grade stands on, in words; empty where it is a person's or F.
    """

    number: int
    report: str
    reliability: Reliability
    origin: str | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A machine's part in a brief, as ICD 206 wants it cited.

    Attributes:
        name: name and version.
        did: what it did, in words.
    """

    name: str
    did: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A sentence that a language model worded.

    Attributes:
        pointer: where the sentence stands, as a JSON pointer.
        model: the model's name, as it was asked for.
        prompt: version of what it was asked.
        instead_of: the sentence as it was composed.
        request: content key of what it was asked, which names its recorded answer.
    """

    pointer: str
    model: str
    prompt: str
    instead_of: str
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWording:
    """A sentence that a person worded.

    Attributes:
        pointer: where the sentence stands, as a JSON pointer.
        by: who worded it.
        instead_of: the sentence as it was composed.
    """

    pointer: str
    by: str
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A sentence that was not written because a check failed.

    Attributes:
        text: the sentence.
        reasons: what the check found.
    """

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A cited, verified brief.

    Attributes:
        title: what it is about.
        as_of: nothing learnt later is in it, aware UTC.
        made_by: name and version of what wrote it.
        headline: the one thing to know.
        judgments: three to six, or fewer where the reports bear no more.
        overview: a paragraph.
        sections: titled parts.
        contests: contested figures.
        changes: what changed since the earlier brief; empty without one.
        since: when the earlier brief was as of; None without one.
        watch: implications and open questions, as claimed.
        notices: what the brief cannot tell.
        sources: numbered reports.
        claims: every claim cited.
        reports: every report cited, with its text.
        origins: every origin of those reports.
        refused: sentences that failed the check and were left out.
        unread: what could not be read.
        template: name of the template that it follows.
        length: how long it was asked to be.
        parts: which parts it may hold, in the order of the page.
        headings: what stands above each of them; the usual heading where empty.
        panels: tables of what the record holds beside sentences.
        charts: what is drawn beside the contested figures.
        sourcing: the source summary statement (ICD 206).
        machines: the machines that had a part in it (ICD 206).
        worded: sentences that a language model worded.
        consulted: what came of asking language models, counted.
        edited: sentences that people worded.
        marking: what it bears on every page where it was published: which edition it is, and how
            far it may be handed on (TLP 2.0); empty where it was not.
        looked: what part of the record it was made from; None for all of it.
    """

    title: str
    as_of: datetime
    made_by: str
    headline: Sentence | None
    judgments: tuple[Judgment, ...]
    overview: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    contests: tuple[Contest, ...]
    changes: tuple[Sentence, ...]
    since: datetime | None
    watch: tuple[Sentence, ...]
    notices: tuple[Notice, ...]
    sources: tuple[SourceEntry, ...]
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    refused: tuple[Refusal, ...]
    unread: tuple[Unread, ...]
    template: str = FULL.template
    length: Length = FULL.length
    parts: tuple[Part, ...] = tuple(each.part for each in FULL.parts)
    headings: tuple[str, ...] = tuple(each.heading for each in FULL.parts)
    panels: tuple[Panel, ...] = ()
    charts: tuple[Chart, ...] = ()
    sourcing: str = ""
    machines: tuple[Machine, ...] = ()
    worded: tuple[Wording, ...] = ()
    consulted: tuple[Consultation, ...] = ()
    edited: tuple[PersonWording, ...] = ()
    marking: str = ""
    looked: Looked | None = None
