"""Scores on held-out sets as a table for a terminal and as JSON."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

from watchword.ledger.held_out_floors import HeldOutCheck
from watchword.ledger.measurement import Form, Measurement, Score
from watchword.ledger.measuring import HeldOutOutcome
from watchword.ledger.table import WIDTH

_AIMS = {Form.SHARE: ".0%", Form.DEGREE: ".4g", Form.RATE: ",.0f", Form.SECONDS: ".2f"}
"""How aims are written, and least scores."""


def write_held_out_report(outcome: HeldOutOutcome) -> str:
    """Give the scores as plain text: the table, then the floors."""
    return "\n".join([*_table_lines(outcome), *_floor_lines(outcome.check)]) + "\n"


def held_out_to_json(outcome: HeldOutOutcome, measured: str = "model") -> dict[str, Any]:
    """Give the scores as a JSON object, each with its counts and the digest of its data.

    Args:
        outcome: the scores.
        measured: the field that names what was measured.
    """
    return {
        measured: outcome.engine,
        "beside": outcome.beside,
        "measurements": [_row_to_json(each, outcome) for each in outcome.measurements],
        "floors": {
            "passed": outcome.check.passed,
            "sunk": [str(each) for each in outcome.check.sunk],
            "other_data": list(outcome.check.other_data),
            "without": list(outcome.check.without),
        },
    }


def _table_lines(outcome: HeldOutOutcome) -> Iterator[str]:
    from rich import box  # noqa: PLC0415 - slow import
    from rich.console import Console  # noqa: PLC0415 - slow import
    from rich.table import Table  # noqa: PLC0415 - slow import

    table = Table(box=box.SIMPLE_HEAD, title=f"Scores of {outcome.engine} on held-out data")
    for name in ("head", "data", "metric"):
        table.add_column(name, no_wrap=True)
    beside = () if outcome.beside is None else ("beside",)
    for name in ("score", *beside, "floor", "least", "aim"):
        table.add_column(name, justify="right", no_wrap=True)
    for each in outcome.measurements:
        table.add_row(*_cells(each, outcome))
    out = StringIO()
    Console(file=out, width=WIDTH, color_system=None, force_terminal=False).print(table)
    yield from (line.rstrip() for line in out.getvalue().rstrip().splitlines())
    if outcome.beside is not None:
        yield f"Beside: {outcome.beside}."


def _cells(each: Measurement, outcome: HeldOutOutcome) -> Iterator[str]:
    yield from each.place
    yield _written(each.score)
    if outcome.beside is not None:
        yield "-" if each.beside is None else _written(each.beside)
    form = each.score.form
    least = outcome.floors.floor_of(each.place) if each.score.floored else None
    yield "-" if least is None else format(least, ".1%" if form is Form.SHARE else ".3f")
    aim = outcome.aims.get(each.place)
    yield "-" if aim is None else format(aim.least, _AIMS[form])
    yield "-" if aim is None else format(aim.aim, _AIMS[form])


def _written(score: Score) -> str:
    return "-" if score.value is None else format(score.value, score.form.value)


def _floor_lines(check: HeldOutCheck) -> Iterator[str]:
    for each in check.other_data:
        yield (
            f"Floors of {each}: not checked. They were measured on other data than this;"
            " --update sets them anew."
        )
    if check.sunk:
        yield "Floors: SUNK"
        yield from (f"  {each}" for each in check.sunk)
    else:
        yield f"Floors: kept; {len(check.without)} scores that could have one have none."


def _row_to_json(each: Measurement, outcome: HeldOutOutcome) -> dict[str, Any]:
    aim = outcome.aims.get(each.place)
    return {
        "head": each.head,
        "data": each.data,
        "digest": each.digest,
        "metric": each.score.metric,
        "value": each.score.value,
        "counts": dict(each.score.counts),
        "beside": None if each.beside is None else each.beside.value,
        "floor": outcome.floors.floor_of(each.place) if each.score.floored else None,
        "least": None if aim is None else aim.least,
        "aim": None if aim is None else aim.aim,
    }
