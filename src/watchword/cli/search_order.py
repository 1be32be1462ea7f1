"""What `watchword search` was asked for, as typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOrder:
    """What was asked for, as typed.

    Attributes:
        store: where the record is.
        words: what to look for.
        reports: whether reports are looked for instead of claims.
        actor: who acts, or is spoken of.
        place: where.
        since: first day of publication.
        until: last day of publication.
        source: whom the claim comes from.
        outlet: who published it.
        modality: how firmly it is claimed.
        event: PLOVER event type.
        story: key of a story.
        exact: whether meaning is left out.
        limit: how many to print at most.
        as_of: a day or a time.
        as_json: whether to print JSON lines.
    """

    store: str | None
    words: tuple[str, ...] = ()
    reports: bool = False
    actor: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    outlet: str | None = None
    modality: str | None = None
    event: str | None = None
    story: str | None = None
    exact: bool = False
    limit: int = 20
    as_of: str | None = None
    as_json: bool = False
