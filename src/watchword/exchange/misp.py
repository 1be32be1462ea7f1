"""What is handed on as a MISP event: a report a text, an attribute a claim, opinions on claims.

Taxonomies: `tlp`, `admiralty-scale`, `estimative-language`, as misp-taxonomies has them. The form
is that of MISP 2.5's JSON; analyst data (opinions) are read since 2.4.185.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from watchword.exchange.identifiers import uuid_of
from watchword.exchange.lines import Json, json_file
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.handover import Handover, is_withdrawn
from watchword.model.read_report import ReadReport
from watchword.model.source import Credibility
from watchword.model.tlp import Tlp, strictest
from watchword.text.estimative import band_of

_WORTH: Mapping[Credibility, int] = MappingProxyType(
    {
        Credibility.CONFIRMED: 100,
        Credibility.PROBABLY_TRUE: 75,
        Credibility.POSSIBLY_TRUE: 50,
        Credibility.DOUBTFUL: 25,
        Credibility.IMPROBABLE: 0,
    }
)
"""A grade as MISP counts agreement; what cannot be judged (6) is no opinion."""
_ONLY_HERE = "0"
_UNDEFINED = "4"
_COMPLETED = "2"
_INHERIT = "5"
_NAME_LENGTH = 200


def write_misp(handover: Handover) -> bytes:
    """Write one event; it is distributed to nobody until somebody who reads it says so."""
    return json_file({"Event": event_of(handover)})


def event_of(handover: Handover) -> Json:
    """The event, without its wrapper."""
    at = handover.as_of
    mark = strictest(*(handover.mark_of(read.report.key) for read in handover.read))
    left = "; ".join(filter(None, (handover.left_out.told, handover.ungraded_told)))
    return {
        "uuid": uuid_of("misp", "event", handover.title, at.isoformat()),
        "info": handover.title + (f" ({left})" if left else ""),
        "date": at.date().isoformat(),
        "timestamp": _seconds(at),
        "published": False,
        "analysis": _COMPLETED,
        "threat_level_id": _UNDEFINED,
        "distribution": _ONLY_HERE,
        "Tag": [_tlp(mark)],
        "Attribute": [
            _attribute(handover, read, claim)
            for read in handover.read
            for claim in read.extraction.claims
        ],
        "EventReport": [_report(handover, read) for read in handover.read],
    }


def _report(handover: Handover, read: ReadReport) -> Json:
    report = read.report
    return {
        "uuid": uuid_of("misp", "report", report.key),
        "name": (report.title or report.report_id)[:_NAME_LENGTH],
        "content": "\n\n".join(_each_paragraph(handover, read)),
        "distribution": _INHERIT,
        "timestamp": _seconds(report.published.at or handover.as_of),
        "deleted": False,
    }


def _each_paragraph(handover: Handover, read: ReadReport) -> Iterator[str]:
    """A report as Markdown: where it is from, and its text with nothing in it that is Markdown."""
    report = read.report
    at = report.published.at
    told = [
        report.outlet or "outlet not named",
        at.date().isoformat() if at else "undated",
        report.address or "",
        handover.mark_of(report.key).value,
        f"source reliability {handover.grade_of(report.outlet).value}",
        "WITHDRAWN" if is_withdrawn(read) else "",
    ]
    yield _inert(" · ".join(filter(None, told)))
    for paragraph in report.text.split("\n\n"):
        yield _inert(paragraph)


def _attribute(handover: Handover, read: ReadReport, claim: Claim) -> Json:
    report, span = read.report, claim.content
    chain = " < ".join(link.name for link in claim.attribution.links)
    identifier = uuid_of("misp", "claim", claim.key)
    told = f"{chain or report.outlet or 'the outlet'}: {claim.modality.value}"
    told += f"; report {report.key}, characters {span.start} to {span.end}; claim {claim.key}"
    told += "; WITHDRAWN" if is_withdrawn(read) else ""
    return {
        "uuid": identifier,
        "type": "text",
        "category": "External analysis",
        "value": claim.sentence.quote,
        "comment": told,
        "to_ids": False,
        "distribution": _INHERIT,
        "timestamp": _seconds(report.published.at or handover.as_of),
        "Tag": list(_each_tag(handover, read, claim)),
        "Opinion": list(_opinions(handover, claim, identifier)),
    }


def _each_tag(handover: Handover, read: ReadReport, claim: Claim) -> Iterator[Json]:
    report = read.report
    yield _tlp(handover.mark_of(report.key))
    reliability = handover.grade_of(report.outlet)
    yield _tag(f'admiralty-scale:source-reliability="{reliability.value.lower()}"')
    credibility = handover.credibilities.get(claim.key)
    if credibility is not None:
        yield _tag(f'admiralty-scale:information-credibility="{credibility.value}"')
    likelihood = _likelihood(claim)
    if likelihood:
        yield _tag(f'estimative-language:likelihood-probability="{likelihood}"')


def _likelihood(claim: Claim) -> str:
    """The band of likelihood that a claim's own words state, as MISP writes it; mostly empty."""
    if claim.modality not in {Modality.ESTIMATED, Modality.PLANNED}:
        return ""
    marks = [mark for mark in claim.marks if mark.kind is MarkKind.LIKELIHOOD]
    bands = (band_of(mark.span.quote) for mark in marks)
    return next((band.terms[0].replace(" ", "-") for band in bands if band is not None), "")


def _opinions(handover: Handover, claim: Claim, identifier: str) -> Iterator[Json]:
    credibility = handover.credibilities.get(claim.key)
    if credibility is None or credibility not in _WORTH:
        return
    at = handover.as_of.strftime("%Y-%m-%d %H:%M:%S")
    yield {
        "uuid": uuid_of("misp", "opinion", claim.key),
        "object_uuid": identifier,
        "object_type": "Attribute",
        "opinion": _WORTH[credibility],
        "comment": f"Admiralty {credibility.value}, counted from independent sources and denials",
        "authors": "Watchword",
        "created": at,
        "modified": at,
        "distribution": _INHERIT,
    }


def _tlp(mark: Tlp) -> Json:
    return _tag(mark.value.lower())


def _tag(name: str) -> Json:
    return {"name": name}


def _seconds(at: datetime) -> str:
    return str(int(at.timestamp()))


def _inert(words: str) -> str:
    r"""Words that Markdown takes for words.

    >>> _inert("[a](javascript:b) <i>")
    '\\[a\\](javascript:b) \\<i\\>'
    """
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#!|~@" else letter for letter in words)
