"""What the views of the main nouns show, as typed models, and which view shows which."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic.json_schema import models_json_schema

from watchword.api.fields import Schema, words_of
from watchword.api.nouns import (
    Done,
    DoneRecord,
    FoundClaims,
    Hit,
    Looked,
    Noun,
    Problem,
    Pushed,
    RefusedRow,
    Situation,
    Text,
    TrackShown,
    TracksShown,
    Working,
)

_REFERENCES = "#/components/schemas/{model}"


class Claim(Noun):
    """A claim, as docs/reference/claims-json.md says.

    Attributes:
        claim_id: content key of the claim.
        report_id: the id that the report came with, else its key.
        sentence: the sentence, verbatim.
        source_chain: who says it, outermost named speaker first, origin last; empty for the outlet.
        cue: the word that says so; null where there is none.
        modality: how firmly it is claimed.
        actor: who acts, in the report's words.
        action: what they do.
        recipient: to whom.
        content: the words of the claim.
        marks: what is said of how it was said.
        figures: quantities, each with its bounds and its raw words.
        location: the place resolved; null where it could not be told.
        when: the time resolved; null where none is told.
        spans: where the words stand, each with its quote and its digest.
        made_by: name and version of what found it.
    """

    claim_id: str
    report_id: str
    sentence: Text
    source_chain: list[str]
    cue: str | None
    modality: str
    actor: Text | None
    action: Text | None
    recipient: Text | None
    content: Text
    marks: list[str]
    figures: list[dict[str, Any]]
    location: dict[str, Any] | None
    when: dict[str, Any] | None
    spans: dict[str, Any]
    made_by: str


class ClaimShown(Noun):
    """One claim, with what people decided on it.

    Attributes:
        key: key of the claim.
        claim: the claim, as corrected.
        machine: the claim, as it was found.
    """

    key: str
    claim: Claim
    machine: Claim


class Report(Noun):
    """What a report is, without its text.

    Attributes:
        key: content key.
        report_id: the id that it came with, else its key.
        title: its title.
        outlet: who published it.
        published: when; null where that is not known.
        status: whether it stands.
        address: where it was; null where that is not known.
        text_sha256: digest of its text.
    """

    key: str
    report_id: str
    title: Text | None
    outlet: str | None
    published: datetime | None
    status: str
    address: str | None
    text_sha256: str


class ReportShown(Noun):
    """One report, with its text and its claims.

    Attributes:
        report: what it is.
        claims: its claims, in the order of its text.
    """

    report: Report
    claims: list[Claim]


class StoryRow(Noun):
    """A story of a list.

    Attributes:
        key: content key.
        name: what it is called.
        since: when its first report was published; null where that is not known.
        until: when its last one was.
        reports: how many reports it has.
        origins: how many independent texts those are.
    """

    key: str
    name: Text | None
    since: datetime | None
    until: datetime | None
    reports: int
    origins: int


class StoriesShown(Noun):
    """Stories, a page at a time.

    Attributes:
        stories: the stories.
    """

    stories: list[StoryRow]


class ActorRow(Noun):
    """An actor of a list.

    Attributes:
        key: content key.
        name: the name that it is known by.
        kind: person, organisation, media or state.
        country: ISO 3166-1 code of whom it belongs to; null where that is not known.
        reports: how many reports name it.
    """

    key: str
    name: str
    kind: str | None
    country: str | None
    reports: int


class ActorsShown(Noun):
    """Actors, a page at a time.

    Attributes:
        actors: the actors, those first that the most reports name.
    """

    actors: list[ActorRow]


RECORDS: Mapping[str, type[Noun]] = {
    "claims": FoundClaims,
    "claim": ClaimShown,
    "report": ReportShown,
    "stories": StoriesShown,
    "actors": ActorsShown,
    "tracks": TracksShown,
    "track": TrackShown,
}
"""The model of what a view shows, by the view's name; other views show an object."""


def schemas() -> dict[str, Schema]:
    """The schemas of all models, by name, with the words of their docstrings."""
    models: list[type[Noun]] = [Situation, Looked, Working, Done, Problem, Pushed]
    models += RECORDS.values()
    _, whole = models_json_schema(
        [(model, "serialization") for model in models], ref_template=_REFERENCES
    )
    models += [DoneRecord, Hit, Claim, Report, StoryRow, ActorRow, RefusedRow]
    named = {model.__name__: model for model in models}
    found: dict[str, Schema] = dict(sorted(whole["$defs"].items()))
    for name, schema in found.items():
        schema.pop("title", None)
        if name in named:
            _tell(schema, named[name])
    return found


def _tell(schema: Schema, model: type[Noun]) -> None:
    told = words_of(model)
    schema["description"] = (model.__doc__ or "").split("\n", 1)[0]
    for field, about in schema.get("properties", {}).items():
        about.pop("title", None)
        if field in told:
            about["description"] = told[field]
