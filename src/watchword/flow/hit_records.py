"""What a search found as a plain record: one line a hit, stable names."""

from watchword.flow.span_records import Record
from watchword.model.search import Hit


def hit_record(hit: Hit) -> Record:
    """The record of a report or a claim that was found."""
    return {
        "kind": hit.kind.value,
        "report": hit.report,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": hit.published.isoformat() if hit.published else None,
        "status": hit.status.value,
        "claim": hit.claim,
        "content": hit.content.quote if hit.content else None,
        "source": hit.source,
        "modality": hit.modality.value if hit.modality else None,
        "score": hit.score,
        "reasons": list(hit.reasons),
        "snippet": hit.snippet.quote,
        "snippet_start": hit.snippet.start,
        "marked": [[each.start, each.end] for each in hit.marked],
    }
