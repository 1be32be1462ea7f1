"""Events of composed reports come out as a careful coder writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from case_files import composed

from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report_events
from watchword.model.event import Event, Party

CASES = Path(__file__).parent / "cases.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCase:
    """A composed report and its events, a line each."""

    name: str
    text: str
    events: tuple[str, ...]


def each_case() -> Iterator[EventCase]:
    for block in CASES.read_text(encoding="utf-8").split("== ")[1:]:
        name, *lines = block.strip().splitlines()
        events = tuple(line.removeprefix("=> ") for line in lines if line.startswith("=>"))
        text = " ".join(line for line in lines if not line.startswith("=>"))
        yield EventCase(name=name, text=text, events=events)


def told(event: Event, line: str) -> str:
    """An event in the fields that a line names."""
    known = {
        "from": " > ".join(event.chain),
        "mode": ", ".join(event.modes),
        "is": event.modality.value,
        "standing": ", ".join(each.value for each in event.standing),
        "dead": event.killed.words if event.killed else "",
        "hurt": event.wounded.words if event.wounded else "",
        "moved": ", ".join(
            " ".join(
                filter(
                    None,
                    (
                        each.goods.value,
                        each.figure.words if each.figure else "",
                        "in return" if each.in_return else "",
                    ),
                )
            )
            for each in event.transfers
        ),
    }
    named = re.findall(r"\| (\w+): ", line)
    sides = (parties(event.actors), event.type.value, parties(event.recipients))
    return " | ".join([*sides, *(f"{name}: {known[name]}" for name in named)]).strip()


def parties(sides: tuple[Party, ...]) -> str:
    return "; ".join(" ".join(filter(None, (each.code, each.sector))) for each in sides)


@pytest.mark.parametrize("case", tuple(each_case()), ids=lambda case: case.name)
def test_events_are_coded_as_a_careful_coder_would(case: EventCase, engine: ReadingEngine) -> None:
    events = read_report_events(composed(case.text), engine).events
    lines = case.events or ("",) * len(events)
    found = [" ".join(told(*each).split()) for each in zip(events, lines, strict=False)]
    assert found == [" ".join(line.split()) for line in case.events]
    assert len(events) == len(case.events)
