"""Whatever the text, events are cut from it, told by its claims, and the same every time."""

from case_files import composed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report_events
from watchword.model.event import Event

ENGINE = ReadingEngine()
ACTORS = ("Norway", "Kenyan police", "The rebels", "He", "Rosa Quintero", "a Chadian official")
DEEDS = (
    "accused Chad of piracy",
    "sent 300 drones to Moldova in return for grain",
    "may impose sanctions on Mali",
    "were killed by gunmen",
    "denied that it had shelled the town",
    "and Oman agreed to a truce",
    "will visit",
    "said it must release the prisoners",
)
PIECES = (*ACTORS, *DEEDS, ",", ".", "\n\n", "\u201c", "\u201d", "according to", "said", "if", "- ")
calm = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@calm
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_every_span_of_an_event_is_cut_from_the_report(text: str) -> None:
    report = composed(text)
    read = read_report_events(report, ENGINE)
    claims = {claim.key for claim in read.extraction.claims}
    assert len({event.key for event in read.events}) == len(read.events)
    for event in read.events:
        assert event.claim in claims
        parties = (*event.actors, *event.recipients)
        spans = [event.deed, *(party.span for party in parties)]
        for span in (*spans, *(each.span for each in event.transfers)):
            assert span.report == report.key
            assert report.text[span.start : span.end] == span.quote


@calm
@given(st.sampled_from(ACTORS), st.sampled_from(DEEDS), st.sampled_from(ACTORS))
def test_an_unrelated_sentence_changes_no_event(actor: str, deed: str, other: str) -> None:
    one, two = f"{actor} {deed}.", f"{other} sleeps late in the harbour."
    alone = read_report_events(composed(one), ENGINE).events
    beside = read_report_events(composed(f"{one}\n\n{two}"), ENGINE).events
    assert [_told(each) for each in beside[: len(alone)]] == [_told(each) for each in alone]


def _told(event: Event) -> tuple[object, ...]:
    return event.type, event.modes, event.standing, event.modality
