"""`watchword sources`: how reliable each source is, by whose word, and what that stands on."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from watchword.cli.claim_lines import claim_line
from watchword.cli.printing import print_table
from watchword.cli.screen import many, one_line, put_lines, tell, tell_json, warn
from watchword.cli.viewing import ViewOrder, see
from watchword.flow.corroboration_records import source_record
from watchword.flow.grading import find_source, grades_of
from watchword.model.known import Known
from watchword.model.source_record import Outcome, SourceGrade

_SHOWN_CLAIMS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesOrder:
    """What was asked for, as typed.

    Attributes:
        view: what is looked at.
        name: a source's name, None for all.
        limit: how many to print at most.
    """

    view: ViewOrder
    name: str | None = None
    limit: int = 40


def show(order: SourcesOrder) -> None:
    """Print the grades of sources, or one source with its whole record."""
    known = see(order.view)
    grades = grades_of(known)
    if order.name is not None:
        _show_one(find_source(grades, order.name), known, as_json=order.view.as_json)
        return
    shown = grades[: order.limit]
    if order.view.as_json:
        put_lines(source_record(each, known) for each in shown)
    elif shown:
        names = ("grade", "source", *(outcome.value for outcome in Outcome), "claims", "basis")
        print_table(names, (_row(each) for each in shown))
    if not grades:
        warn("no source is known")
        return
    left = f"; {len(grades) - len(shown):,} more with --limit" if len(grades) > len(shown) else ""
    warn(f"{len(grades):,} sources{left}")


def _show_one(found: SourceGrade, known: Known, *, as_json: bool) -> None:
    if as_json:
        tell_json(source_record(found, known))
        return
    for line in _each_of(found, known):
        tell(line)


def _each_of(found: SourceGrade, known: Known) -> Iterator[str]:
    yield f"{one_line(found.record.name)}: {found.reliability.value}"
    given = found.given.value if found.given else "none"
    yield f"  {one_line(found.basis)}"
    yield f"  a person's grade: {given}; its record's: {found.earned.value}"
    settled = {each.claim for each in found.record.settled}
    for each in found.record.settled:
        yield f"{each.outcome.value}: {one_line(each.reason)}"
        yield f"  {claim_line(each.claim, known)}"
        yield from (f"    {claim_line(key, known)}" for key in each.by)
    still_open = [key for key in found.record.claims if key not in settled]
    if still_open:
        yield f"open: {many(len(still_open), 'claim')}, the newest first"
    yield from (f"  {claim_line(key, known)}" for key in still_open[:_SHOWN_CLAIMS])


def _row(found: SourceGrade) -> tuple[Text, ...]:
    counts = (str(found.record.count(outcome) or "") for outcome in Outcome)
    claims = str(len(found.record.claims))
    cells = (found.reliability.value, found.record.name, *counts, claims, found.basis)
    return tuple(Text(one_line(cell)) for cell in cells)
