"""The tables that others can be worked out into anew: they are kept so that pages come at once.

Invariant: they say nothing that the other tables do not say, and change in the transaction that
adds what they are worked out from; the shelf alone tells how far it has come, and lags behind.
"""

import sqlalchemy as sa

from watchword.store.columns import Instant, Number
from watchword.store.schema import table

_Exact = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Compared byte by byte on either database, so that the beginning of a name finds it by index."""

tally = table(
    "tally",
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("name", _Exact, primary_key=True),
    sa.Column("mark", _Exact, primary_key=True),
    sa.Column("folded", _Exact, nullable=False),
    sa.Column("reports", Number, nullable=False),
    sa.Column("claims", Number, nullable=False),
    sa.Index("tally_reports", "kind", sa.desc("reports"), "name"),
    sa.Index("tally_claims", "kind", sa.desc("claims"), "name"),
    sa.Index("tally_folded", "kind", "folded"),
)
"""How many reports and claims have a name as things are now (`model/tally.py`)."""

story_member = table(
    "story_member",
    sa.Column("id", Number, primary_key=True),
    sa.Column("report_id", Number, sa.ForeignKey("report.id"), nullable=False),
    sa.Column("story", sa.Text, nullable=False),
    sa.Column("known_at", Instant, nullable=False),
    sa.Column("until", Instant),
    sa.Index("story_member_story", "story", "report_id"),
    sa.Index("story_member_report", "report_id", "known_at"),
)
"""From when and until when a report was in a story; without an end it still is."""

story_shelf = table(
    "story_shelf",
    sa.Column(
        "trace_id",
        Number,
        sa.ForeignKey("story_trace.id"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("told", Number, nullable=False),
    sa.Column("ruled", Number, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("payload", sa.LargeBinary, nullable=False),
)
"""The story shelf after something was placed or obeyed; one row, kept now and then, or none."""

DERIVED = frozenset({tally, story_member, story_shelf})
