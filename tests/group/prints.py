"""Reports that print a few composed texts, whole, cut or changed, and a record that keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from tests.relate.claims import report

from watchword.group.shelf import OriginShelf
from watchword.group.traces import pack_trace, trace_of, unpack_trace
from watchword.model.copy_trace import CopyTrace
from watchword.model.origin import OriginDecision
from watchword.model.report import DateSource, Published, Report

WIRE = (
    "Officials in the harbour town of Oster said on Tuesday that 40 fishing boats had been held "
    "for three days at the northern pier. The harbour master, Mira Holt, told the council that "
    "papers were missing for most of the crews. She added that nobody had been charged so far. "
    "Owners of the boats said the papers had been sent by post in the spring and were lost. "
    "A lawyer for the owners, Jon Vesely, called the measure out of all proportion and asked "
    "the court in Lindau to lift it before the herring season opens next month. "
    "The court has not set a date, and the council will meet again on Friday to hear both sides."
)
FIRE = (
    "A fire broke out in a grain store in the river port of Tarn early on Monday, and 12 people "
    "were taken to hospital with burns. The mayor, Ilse Brandt, said that the cause was unknown "
    "and that two more stores had been emptied as a precaution. Barges were turned away for the "
    "day. A spokesman for the port said that the loss could not be told before the weekend, as "
    "the roof had come down and nobody was allowed inside. Schools near the port stayed shut."
)
SHORT = "The air alert in the northern districts is over."
TEXTS = (WIRE, FIRE, SHORT, "")
OUTLETS = ("Post", "Gazette", "Reuters", "Courier (Reuters)", None)
EPOCH = datetime(2024, 10, 18, tzinfo=UTC)


@dataclass
class Record:
    """What a store keeps: packed traces by day, standing decisions, origins by text."""

    days: dict[date, dict[str, bytes]] = field(default_factory=dict)
    decisions: dict[str, OriginDecision] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def keep(self, trace: CopyTrace, decision: OriginDecision) -> None:
        """Keep a report's trace, and its decision as the one that stands."""
        if trace.at is not None:
            self.days.setdefault(trace.at.date(), {})[trace.report] = pack_trace(trace)
        self.decisions[trace.report] = decision
        self.texts.setdefault(trace.digest, trace.report)

    def of_day(self, day: date) -> list[tuple[CopyTrace, OriginDecision]]:
        """Give the traces of a day with the decisions that stand, the last first."""
        kept = reversed(self.days.get(day, {}).items())
        return [(unpack_trace(packed), self.decisions[key]) for key, packed in kept]


def put(shelf: OriginShelf, record: Record, known: Report) -> OriginDecision:
    """Place a report as the flow does."""
    trace = trace_of(known)
    for day in shelf.days_wanted(trace.at):
        shelf.restore(day, record.of_day(day))
    same = record.decisions.get(record.texts.get(trace.digest, ""))
    decision = shelf.place(trace, same_text=same)
    record.keep(trace, decision)
    if decision.also:
        changed = shelf.join(decision, record.decisions.values())
        record.decisions |= {each.report: each for each in changed}
    return decision


def put_all(reports: Iterable[Report], *, most_kept: int | None = None) -> Record:
    """Place reports on a new shelf in the order given."""
    shelf, record = OriginShelf(most_kept=most_kept), Record()
    for known in reports:
        put(shelf, record, known)
    return record


@st.composite
def a_print(draw: st.DrawFn, number: int) -> Report:
    """One report that prints one of the texts, from its beginning or its end, on some day."""
    text = draw(st.sampled_from(TEXTS))
    sentences = text.split(". ")
    kept = draw(st.integers(1, len(sentences)))
    told = ". ".join(sentences[:kept] if draw(st.booleans()) else sentences[-kept:])
    text = told.replace("40 fishing", "43 fishing") if draw(st.booleans()) else told
    at = EPOCH + timedelta(hours=draw(st.integers(0, 24 * 12)))
    made = report(f"r{number:02}", text=text, outlet=draw(st.sampled_from(OUTLETS)))
    return with_time(made, at)


def with_time(made: Report, at: datetime | None) -> Report:
    """Date a report."""
    return replace(made, published=Published(at=at, how=DateSource.HEADER))


@st.composite
def some_prints(draw: st.DrawFn) -> list[Report]:
    """Up to a dozen prints, in any order of time."""
    return [draw(a_print(number)) for number in range(draw(st.integers(1, 12)))]
