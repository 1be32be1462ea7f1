"""Claims as Web Annotations (W3C, 2017): words by quote and by position, what is claimed as tags.

One AnnotationPage in JSON-LD. An annotation's target is the report's address, or a URN where it has
none; the positions count Unicode characters of the text that Watchword read from it.
"""

from collections.abc import Iterator

from watchword.exchange.identifiers import HOME, urn_of
from watchword.exchange.lines import Json, json_file, stamp
from watchword.exchange.rows import each_claim
from watchword.model.claim import Claim
from watchword.model.handover import Handover, is_withdrawn
from watchword.model.read_report import ReadReport

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write_annotations(handover: Handover) -> bytes:
    """Write one page with an annotation a claim."""
    annotations = [_annotation(handover, *each) for each in each_claim(handover)]
    page = urn_of("annotations", handover.title, handover.as_of.isoformat())
    return json_file(
        {
            "@context": CONTEXT,
            "id": page,
            "type": "AnnotationPage",
            "partOf": {
                "id": f"{page}#all",
                "type": "AnnotationCollection",
                "label": handover.title,
                "total": len(annotations),
                "modified": stamp(handover.as_of),
            },
            "startIndex": 0,
            "items": annotations,
        }
    )


def _annotation(handover: Handover, read: ReadReport, claim: Claim) -> Json:
    at = read.report.published.at
    made: dict[str, object] = {
        "id": urn_of("annotation", claim.key),
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"id": f"{HOME}/", "type": "Software", "name": claim.made_by},
        "body": list(_each_body(handover, read, claim)),
        "target": _target(read, claim),
    }
    return {**made, "created": stamp(at)} if at else made


def _each_body(handover: Handover, read: ReadReport, claim: Claim) -> Iterator[Json]:
    chain = " < ".join(link.name for link in claim.attribution.links)
    yield _text(chain or read.report.outlet or "the outlet itself", purpose="describing")
    tags = [claim.modality.value, handover.mark_of(read.report.key).value]
    tags += [claim.event] if claim.event else []
    tags += ["withdrawn"] if is_withdrawn(read) else []
    for tag in tags:
        yield _text(tag, purpose="tagging")


def _text(value: str, *, purpose: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(read: ReadReport, claim: Claim) -> Json:
    report, span = read.report, claim.content
    source = report.address or urn_of("report", report.key)
    return {
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.quote,
                "prefix": span.prefix,
                "suffix": span.suffix,
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
