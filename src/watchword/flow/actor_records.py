"""An actor as the plain record that `watchword read --actors --json` prints."""

from watchword.flow.span_records import Record, span_record
from watchword.model.actor import Actor
from watchword.model.report import Report


def actor_record_of(actor: Actor, report: Report) -> Record:
    """The record of an actor, with everything the report calls it by."""
    return {
        "actor_id": actor.key,
        "report_id": report.report_id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "offices": list(actor.offices),
        "aliases": list(actor.aliases),
        "mentions": [span_record(span) for span in actor.mentions],
    }
