import pytest
from hypothesis import given
from tests.group.prints import WIRE, some_prints
from tests.relate.claims import report

from watchword.errors import UnreadableError
from watchword.group.traces import LONGEST, pack_trace, runs_in, trace_of, unpack_trace, whole_of
from watchword.model.report import Report

QUOTED = (
    "“We shall hold the boats until every owner has shown us every paper of his crew,” she said."
)


@given(some_prints())
def test_a_packed_trace_is_the_trace_again(reports: list[Report]) -> None:
    for known in reports:
        trace = trace_of(known)
        assert unpack_trace(pack_trace(trace)) == trace


def test_a_trace_keeps_the_wording_of_quotations_apart() -> None:
    trace = trace_of(report("r1", text=f"{WIRE} {QUOTED}"))
    plain = trace_of(report("r2", text=WIRE))
    assert set(runs_in(plain.own)) <= set(runs_in(trace.own))
    assert len(runs_in(trace.quoted)) > 10
    assert len(whole_of(trace)) == len(runs_in(trace.own)) + len(runs_in(trace.quoted))


def test_a_trace_of_a_news_text_is_no_longer_than_a_few_times_the_text() -> None:
    assert len(pack_trace(trace_of(report("r1", text=WIRE)))) < 3 * len(WIRE)


def test_only_the_beginning_of_an_endless_text_is_kept() -> None:
    text = " ".join(f"word{number}" for number in range(60_000))
    assert len(trace_of(report("r1", text=text)).own) < LONGEST


@pytest.mark.parametrize("packed", [b"", b"no json\n", b"[1]\n", b"[1,2,3,4,5,6,7,8,9,10,11]\n"])
def test_bytes_that_are_no_trace_are_refused(packed: bytes) -> None:
    with pytest.raises(UnreadableError, match="not a packed trace"):
        unpack_trace(packed)
