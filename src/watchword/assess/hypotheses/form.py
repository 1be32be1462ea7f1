"""The form of a matrix as a file that a person edits: short where it may be, strict everywhere.

Invariant: an unknown, missing or ill-typed field is refused. `matrix.schema.json` is this form,
published.
"""

import json
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from watchword.assess.filed_spans import SpanForm
from watchword.assess.hypotheses.changing import (
    MOST_HYPOTHESES,
    MOST_LETTERS,
    MOST_PIECES,
    MOST_RATINGS,
)
from watchword.model.claim import Modality
from watchword.model.hypothesis import Consistency
from watchword.model.piece import PieceKind, Relevance
from watchword.model.source import Credibility, Reliability

SCHEMA_VERSION = 1
MOST_TOLD = 100_000
"""Things in one list of a piece at most: claims that say the same, above all."""

Text = Annotated[str, Field(max_length=MOST_LETTERS)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,15}$")]
Time = Annotated[AwareDatetime, Field(strict=False)]
Keys = Annotated[list[Text], Field(max_length=MOST_TOLD)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class HypothesisForm(_Part):
    """One of several explanations."""

    id: Name
    text: Text
    by: Text = ""
    at: Time | None = None


class ProposalForm(_Part):
    """What the machine proposes for one cell; null: it cannot tell."""

    hypothesis: Name
    consistency: Annotated[Consistency, Field(strict=False)] | None
    why: Text
    made_by: Text


class TellerForm(_Part):
    """One independent source that says it."""

    source: Text
    reliability: Annotated[Reliability, Field(strict=False)]
    origins: Keys
    outlets: Keys
    claims: Keys
    party: bool = False
    counts: bool = True

    @model_validator(mode="after")
    def _names_each(self) -> "TellerForm":
        if len(self.outlets) != len(self.origins):
            raise ValueError("each origin has one outlet")
        return self


class QuotedForm(_Part):
    """The words of one claim that a person picked."""

    claim: Text
    report: Text
    outlet: Text | None
    published: Time | None
    chain: Keys
    modality: Annotated[Modality, Field(strict=False)]
    content: SpanForm


class PieceForm(_Part):
    """A piece of evidence."""

    id: Name
    kind: Annotated[PieceKind, Field(strict=False)]
    text: Text = ""
    by: Text = ""
    at: Time | None = None
    why: Text = ""
    claims: Keys = []
    relevance: Annotated[Relevance, Field(strict=False)] | None = None
    left_out: Text | None = None
    reliability: Annotated[Reliability, Field(strict=False)] = Reliability.F
    credibility: Annotated[Credibility, Field(strict=False)] = Credibility.CANNOT_BE_JUDGED
    reasons: Keys = []
    tellers: Annotated[list[TellerForm], Field(max_length=MOST_TOLD)] = []
    quoted: Annotated[list[QuotedForm], Field(max_length=MOST_TOLD)] = []
    withdrawn: Text = ""
    proposals: Annotated[list[ProposalForm], Field(max_length=MOST_HYPOTHESES)] = []
    made_by: Text = ""


class RatingForm(_Part):
    """What a person says of one cell; null takes back what they said before."""

    evidence: Name
    hypothesis: Name
    consistency: Annotated[Consistency, Field(strict=False)] | None
    by: Annotated[str, Field(min_length=1, max_length=200)]
    at: Time | None = None
    because: Text = ""


class MatrixForm(_Part):
    """Hypotheses held against evidence."""

    schema_version: Literal[1]
    title: Text
    key: Text = ""
    by: Text = ""
    at: Time | None = None
    as_of: Time | None = None
    made_by: Text = ""
    hypotheses: Annotated[list[HypothesisForm], Field(max_length=MOST_HYPOTHESES)] = []
    evidence: Annotated[list[PieceForm], Field(max_length=MOST_PIECES)] = []
    ratings: Annotated[list[RatingForm], Field(max_length=MOST_RATINGS)] = []


def schema_text() -> str:
    """The text of `matrix.schema.json` (JSON Schema, draft 2020-12)."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:watchword:matrix:{SCHEMA_VERSION}",
        **MatrixForm.model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
