"""The tables of a record of accounts: who may come in, what lets them in, what was done.

Invariant: accounts and the audit are rows that are added. What lets somebody in (hashes, tokens,
sessions, failed tries, used forms) changes in place, and what was replaced is forgotten.
"""

import sqlalchemy as sa

from watchword.store.columns import Instant, Number, PackedJson
from watchword.store.schema import known_at, row_number, table

account = table(
    "account",
    row_number(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("payload", PackedJson),
    known_at(),
    sa.Index("account_name", "name"),
)
"""Who may come in, in a record of accounts; without a payload they were removed."""

credential = table(
    "credential",
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("changed_at", Instant, nullable=False),
)
"""Hashes of passwords, by account; one that was replaced is forgotten."""

token = table(
    "token",
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    sa.Index("token_person", "person"),
)

session = table(
    "session",
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    sa.Index("session_person", "person"),
    sa.Index("session_ends", "ends_at"),
)

attempt = table(
    "attempt",
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("failures", Number, nullable=False),
    sa.Column("wait_until", Instant, nullable=False),
    sa.Column("last_at", Instant, nullable=False),
)
"""Failed tries to sign in, by a hash of a name or an address, and until when to wait."""

used_form = table(
    "used_form",
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("until", Instant, nullable=False),
    sa.Index("used_form_until", "until"),
)
"""Form tokens that were used, kept for as long as they would otherwise hold."""

secret = table(
    "secret",
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)

audit = table(
    "audit",
    row_number(),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("deed", sa.Text, nullable=False),
    sa.Column("payload", PackedJson, nullable=False),
    known_at(),
    sa.Index("audit_by", "by"),
)
"""What was done, and what was refused; rows are added only."""

CONFIDENTIAL = (credential, token, session, attempt, used_form, secret)
"""Tables that are copied with a record and never printed."""
