"""The form of a scenario as a file that a person edits: short where it may be, strict everywhere.

Invariant: an unknown, missing or ill-typed field is refused. `scenario.schema.json` is this form,
published.
"""

import json
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from watchword.assess.filed_spans import SpanForm, Text
from watchword.model.claim import Modality
from watchword.model.scenario import Gate, Ground
from watchword.model.source import Credibility

SCHEMA_VERSION = 1

Name = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")]
Number = float | Text
"""A probability from 0 to 1, or in words."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class ChanceForm(_Part):
    """A probability and where it comes from."""

    of: Number
    ground: Annotated[Ground, Field(alias="from", strict=False)] = Ground.PERSON
    by: Text = ""
    why: Text = ""
    claims: list[Text] = []


Chance = Number | ChanceForm
"""A probability that says nothing more is a person's."""


class RowForm(_Part):
    """One line of a table: `chance` of the last of two states, or `chances` of every state."""

    given: dict[str, str] = {}
    chance: Chance | None = None
    chances: dict[str, Chance] | None = None

    @model_validator(mode="after")
    def _has_one(self) -> "RowForm":
        if (self.chance is None) == (self.chances is None):
            raise ValueError("a line has either chance or chances")
        return self


class NodeForm(_Part):
    """A state of affairs."""

    id: Name
    text: Text
    states: list[Name] = ["no", "yes"]
    chance: Chance | None = None
    gate: Annotated[Gate, Field(strict=False)] = Gate.OR
    table: list[RowForm] = []


class BackingForm(_Part):
    """A source's claim that one thing would lead to another."""

    implication: Text
    claim: Text
    report: Text
    origin: Text
    outlet: Text | None
    published: Annotated[AwareDatetime, Field(strict=False)] | None
    chain: list[Text]
    modality: Annotated[Modality, Field(strict=False)]
    hedge: Text
    likelihood: Text
    condition: SpanForm
    consequence: SpanForm
    made_by: Text


class ArrowForm(_Part):
    """One state of affairs bears on another."""

    cause: Name
    effect: Name
    when: Name | None = None
    prevents: bool = False
    weight: Chance | None = None
    left_out: Text | None = None
    claimed: list[BackingForm] = []


class EvidenceForm(_Part):
    """What is known of a node."""

    node: Name
    state: Name
    ratio: float | None = None
    ground: Annotated[Ground, Field(alias="from", strict=False)] = Ground.PERSON
    by: Text = ""
    why: Text = ""
    claims: list[Text] = []
    indicator: Text | None = None
    credibility: Annotated[Credibility, Field(strict=False)] | None = None


class ScenarioForm(_Part):
    """A scenario."""

    schema_version: Literal[1]
    title: Text
    as_of: Annotated[AwareDatetime, Field(strict=False)] | None = None
    made_by: Text = ""
    nodes: list[NodeForm]
    arrows: list[ArrowForm] = []
    evidence: list[EvidenceForm] = []


def schema_text() -> str:
    """The text of `scenario.schema.json` (JSON Schema, draft 2020-12)."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:watchword:scenario:{SCHEMA_VERSION}",
        **ScenarioForm.model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
