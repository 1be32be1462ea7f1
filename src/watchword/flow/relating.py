"""Relations from what is known: whom the words name, and what a turn is looked for with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date
from importlib.util import find_spec

from watchword.errors import RefusedError
from watchword.model.known import Known
from watchword.model.relation import Grain, Relation, RelationSummary
from watchword.relate.relations import (
    Finder,
    RelationQuery,
    Text,
    find_pairs,
    find_side,
    find_texts,
    relation_of,
    same_side,
)
from watchword.relate.turning import find_turns


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRequest:
    """What is asked of a relation, in a user's words.

    Attributes:
        one: the one, by any name or code.
        other: the other.
        grain: how long a period is.
        since_event: a day, or the key of an event whose day is day 0; None without one.
        alone: whether a state counts without its officials and forces.
        with_turns: whether turns are looked for.
    """

    one: str
    other: str
    grain: Grain = Grain.WEEK
    since_event: str | None = None
    alone: bool = False
    with_turns: bool = True


def relate_two(
    known: Known, request: RelationRequest, texts: Mapping[str, Text] | None = None
) -> Relation:
    """What passes between two, as far as it is known.

    Args:
        known: what is known of the two at least.
        request: what is asked.
        texts: every text that was printed, by report; those of what is known where None.

    Raises:
        RefusedError: if both names are of one, or day 0 is no day and no event.
    """
    one = find_side(request.one, alone=request.alone)
    other = find_side(request.other, alone=request.alone)
    if same_side(one, other):
        message = f"“{request.one}” and “{request.other}” are both {one.name}"
        raise RefusedError(message, mend="name two")
    query = RelationQuery(
        one=one,
        other=other,
        grain=request.grain,
        zero=day_zero(known, request.since_event),
        find=turn_finder() if request.with_turns else None,
    )
    printed = find_texts(known) if texts is None else named_as_known(texts, known)
    return relation_of(known, printed, query, known.events)


def named_as_known(texts: Mapping[str, Text], known: Known) -> Mapping[str, Text]:
    """Texts under the keys that their origins have in what is known, where they are known."""
    renamed = {
        texts[report].origin: origin.key
        for origin in known.origins
        for report in origin.reports
        if report in texts and texts[report].origin != origin.key
    }
    return {
        report: replace(text, origin=renamed[text.origin]) if text.origin in renamed else text
        for report, text in texts.items()
    }


def relate_all(known: Known, *, grain: Grain, most: int) -> tuple[RelationSummary, ...]:
    """The pairs with most happenings between them, and which turned lately."""
    return find_pairs(known, grain=grain, find=turn_finder(), most=most)


def turn_finder() -> Finder | None:
    """What turns are found with; None where the library for it is not installed."""
    return find_turns if find_spec("ruptures") is not None else None


def day_zero(known: Known, words: str | None) -> date | None:
    """The day that some words name: a day, or that of an event by its key.

    Raises:
        RefusedError: if they name neither.
    """
    if words is None:
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        pass
    found = [event for event in known.events if event.key.startswith(words.strip())]
    if len(found) == 1:
        at = known.reports[found[0].report].published.at
        told = found[0].time.since if found[0].time else None
        if (told or at) is not None:
            return (told or at or known.as_of).astimezone(UTC).date()
    message = f"“{words}” is no day and no event"
    raise RefusedError(message, mend="use a day, as 2024-10-25, or an event's key")
