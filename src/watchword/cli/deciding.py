"""`watchword decide` and `decisions`: what people decide, and what was decided."""

from watchword.cli.screen import one_line, put_lines, tell
from watchword.config import read_settings
from watchword.errors import SettingsError
from watchword.flow.decision_records import decision_record
from watchword.model.decision import Decision, DecisionKind
from watchword.store.decisions import each_decision
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


def decide(store: str | None, words: tuple[str, str, str | None], why: str) -> None:
    """Write down a decision, and give the key that undoes it."""
    settings = read_settings()
    kind, subject, value = words
    known = _kind(kind)
    with Workbench.open(store or settings.store, settings) as bench:
        made = bench.decide(known, subject, value=value, why=why)
    tell(f"{made.key}: {_told(made)}")


def show(store: str | None, as_of: str | None, *, as_json: bool) -> None:
    """Print every decision, oldest first, with who made it and when."""
    settings = read_settings()
    instant = None if as_of is None else moment_of(as_of)
    with (
        Workbench.open(store or settings.store, settings) as bench,
        bench.store.viewing(instant) as view,
    ):
        found = list(each_decision(view))
    if as_json:
        put_lines(decision_record(each) for each in found)
        return
    for each in found:
        tell(f"{each.key}  {each.at:%Y-%m-%d %H:%M}  {one_line(each.by)}: {_told(each)}")


def _kind(words: str) -> DecisionKind:
    try:
        return DecisionKind(words.replace("-", "_").lower())
    except ValueError as error:
        known = ", ".join(kind.value.replace("_", "-") for kind in DecisionKind)
        raise SettingsError(f"'{words}' is no decision", mend=f"use {known}") from error


def _told(made: Decision) -> str:
    value = f" {one_line(made.value)}" if made.value else ""
    why = f" ({one_line(made.why)})" if made.why else ""
    return f"{made.kind.value.replace('_', '-')} {one_line(made.subject)}{value}{why}"
