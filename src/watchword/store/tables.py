"""The tables: reports, what was found in them, how they were grouped, what people decided.

Invariant: rows of findings and decisions are added and never changed; each carries the instant
from which Watchword could know it (`known_at`), which only rises. What changes in place is the
state of machines alone: the clock, leases, how the next visit of a feed is to go, how sending
an alert goes, and what lets somebody in (passwords, tokens, sessions).
"""

import sqlalchemy as sa

from watchword.store.columns import Flag, Instant, Number, PackedJson, PackedText
from watchword.store.schema import known_at, row_number, table


def _report(*, unique: bool = False) -> sa.Column[int]:
    to = sa.ForeignKey("report.id")
    return sa.Column("report_id", Number, to, nullable=False, unique=unique, index=not unique)


meta = table(
    "meta",
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

clock = table(
    "clock",
    sa.Column("id", Number, primary_key=True),
    sa.Column("at", Number, nullable=False),
)

lease = table(
    "lease",
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("until", Instant, nullable=False),
)

feed = table(
    "feed",
    row_number(),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("payload", PackedJson),
    known_at(),
    sa.Index("feed_key", "key"),
)
"""What a feed is told to be; without a payload it was removed."""

feed_state = table(
    "feed_state",
    sa.Column("feed", sa.Text, primary_key=True),
    sa.Column("due_at", Instant),
    sa.Column("payload", PackedJson, nullable=False),
)

visit = table(
    "visit",
    row_number(),
    sa.Column("feed", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.Index("visit_feed", "feed", "known_at"),
)

entry = table(
    "entry",
    sa.Column("feed", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
)
"""Entries of feeds that were kept."""

report = table(
    "report",
    row_number(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("report_id", sa.Text, nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("found_at", sa.Text, nullable=False),
    sa.Column("outlet", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("bylines", sa.Text, nullable=False),
    sa.Column("published_at", Instant),
    sa.Column("published_how", sa.Text, nullable=False),
    sa.Column("day_only", Flag, nullable=False),
    sa.Column("language", sa.Text),
    sa.Column("address", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("version", sa.Text),
    sa.Column("text_sha256", sa.LargeBinary, nullable=False),
    sa.Column("raw_sha256", sa.LargeBinary, nullable=False),
    sa.Column("text", PackedText, nullable=False),
    sa.Column("feed", sa.Text),
    known_at(),
    sa.Index("report_published", "published_at"),
    sa.Index("report_known", "known_at"),
    sa.Index("report_address", "address"),
    sa.Index("report_given", "report_id", "outlet"),
    sa.Index("report_outlet", "outlet"),
    sa.Index("report_feed", "feed"),
)

unread = table(
    "unread",
    row_number(),
    sa.Column("found_at", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("count", Number, nullable=False),
    sa.Column("feed", sa.Text),
    known_at(),
    sa.Index("unread_feed", "feed", "known_at"),
)

reading = table(
    "reading",
    row_number(),
    _report(),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("failure", sa.Text),
    sa.Column("payload", sa.LargeBinary),
    sa.Column("claims", Number, nullable=False),
    known_at(),
    sa.UniqueConstraint("report_id", "made_by", name="reading_once"),
    sa.Index("reading_known", "known_at"),
)

claim = table(
    "claim",
    row_number(),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("reading_id", Number, sa.ForeignKey("reading.id"), nullable=False),
    _report(),
    sa.Column("ordinal", Number, nullable=False),
    sa.Column("sentence_start", Number, nullable=False),
    sa.Column("start", Number, nullable=False),
    sa.Column("end", Number, nullable=False),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("event", sa.Text),
    sa.Column("actor", sa.Text),
    sa.Column("recipient", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("country", sa.Text),
    sa.Column("since", Instant),
    sa.Column("until", Instant),
    sa.UniqueConstraint("reading_id", "ordinal", name="claim_once"),
    sa.Index("claim_key", "key"),
    sa.Index("claim_actor", "actor"),
    sa.Index("claim_source", "source"),
    sa.Index("claim_place", "place"),
    sa.Index("claim_modality", "modality"),
    sa.Index("claim_event", "event"),
)

mention = table(
    "mention",
    row_number(),
    sa.Column("reading_id", Number, sa.ForeignKey("reading.id"), nullable=False),
    _report(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("geonames_id", Number),
    sa.Index("mention_name", "name", "kind"),
)
"""Who and where a report speaks of: one row a name (`kind` is actor or place)."""

vector = table(
    "vector",
    row_number(),
    sa.Column("reading_id", Number, sa.ForeignKey("reading.id"), nullable=False),
    sa.Column("report_id", Number, sa.ForeignKey("report.id"), nullable=False),
    sa.Column("sentence_start", Number),
    sa.Column("codes", sa.LargeBinary, nullable=False),
    sa.Index("vector_place", "report_id", "reading_id", "sentence_start"),
)
"""Directions of meaning, 384 signed bytes each: of a sentence, or of the report (no start)."""

sign = table(
    "sign",
    sa.Column("id", Number, sa.ForeignKey("vector.id"), primary_key=True),
    sa.Column("bits", sa.LargeBinary, nullable=False),
)
"""The signs of a vector's 384 numbers, packed into 48 bytes, to be loaded at once."""

copy_trace = table(
    "copy_trace",
    row_number(),
    _report(unique=True),
    sa.Column("day", Number),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("trace", sa.LargeBinary, nullable=False),
    sa.Index("copy_trace_day", "day"),
    sa.Index("copy_trace_digest", "digest"),
)
"""What is needed to find copies of a report, by the day that they lie around (none: undated)."""

placement = table(
    "placement",
    row_number(),
    _report(),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.Index("placement_origin", "origin"),
)
"""Which origin a report was put into; the last row of a report stands."""

succession = table(
    "succession",
    row_number(),
    _report(unique=True),
    sa.Column("older", sa.Text),
    sa.Column("newer", sa.Text),
    sa.Column("payload", sa.LargeBinary, nullable=False),
    known_at(),
    sa.Index("succession_older", "older"),
    sa.Index("succession_newer", "newer"),
)
"""Which version a report follows on, and what differs."""

story_trace = table(
    "story_trace",
    row_number(),
    sa.Column("report_id", Number, sa.ForeignKey("report.id"), unique=True),
    sa.Column("trace", sa.LargeBinary, nullable=False),
)
"""What stories are made of, in the order it was met: what a report is grouped by, or a ruling."""

story_step = table(
    "story_step",
    row_number(),
    sa.Column("trace_id", Number, sa.ForeignKey("story_trace.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("story", sa.Text, nullable=False),
    sa.Column("report", sa.Text),
    sa.Column("other", sa.Text),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.Index("story_step_trace", "trace_id"),
    sa.Index("story_step_story", "story"),
    sa.Index("story_step_report", "report"),
)
"""What was decided of stories, in order."""

identity = table(
    "identity",
    row_number(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.Index("identity_key", "key"),
    sa.Index("identity_subject", "subject"),
)
"""Identities, aliases, tenures and proposals beyond the seed (`kind` tells which)."""

decision = table(
    "decision",
    row_number(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("undoes", sa.Text),
    known_at(),
    sa.Index("decision_subject", "subject", "kind"),
)
"""What a person decided; an undoing is a row of its own."""

brief = table(
    "brief",
    row_number(),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("as_of", Instant, nullable=False),
    sa.Column("request", PackedJson, nullable=False),
    sa.Column("document", PackedText, nullable=False),
    known_at(),
    sa.Index("brief_key", "key"),
)

indicator = table(
    "indicator",
    row_number(),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("payload", PackedJson),
    known_at(),
    sa.Index("indicator_key", "key"),
)
"""What an indicator is told to be; without a payload it was removed."""

sighting = table(
    "sighting",
    row_number(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("indicator", sa.Text, nullable=False),
    sa.Column("claim", sa.Text, nullable=False),
    sa.Column("report", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.Index("sighting_indicator", "indicator"),
    sa.Index("sighting_report", "report"),
)
"""Claims that show an indicator, deny it, or cease to show it."""

alert = table(
    "alert",
    row_number(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("indicator", sa.Text, nullable=False),
    sa.Column("number", Number, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.UniqueConstraint("indicator", "number", name="alert_once"),
)
"""The turns of an indicator, numbered from 1."""

channel = table(
    "channel",
    row_number(),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("payload", PackedJson),
    known_at(),
    sa.Index("channel_key", "key"),
)
"""Where alerts are sent; without a payload it was removed."""

delivery = table(
    "delivery",
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("alert", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("due_at", Instant),
    sa.Column("payload", PackedJson, nullable=False),
    sa.Index("delivery_due", "channel", "due_at"),
)
"""How sending an alert to a channel goes; without an instant nothing is due any more."""

assessment = table(
    "assessment",
    row_number(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    known_at(),
    sa.Index("assessment_subject", "kind", "subject"),
)
"""What people hold likely: questions, predictions, answers; the last of a kind holds."""
