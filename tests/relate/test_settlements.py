from tests.relate.claims import (
    KREMLIN,
    LAWMAKERS,
    NIS,
    PENTAGON,
    PYONGYANG,
    RUTTE,
    claim,
    figure,
    report,
)
from tests.relate.made_known import known

from watchword.model.attribution import Link, LinkKind
from watchword.model.claim import Claim, Modality
from watchword.model.report import Report, Status
from watchword.model.source_record import Outcome, SourceRecord
from watchword.relate.settlements import find_source_records

REPORTS = (report("r1"), report("r2", 19), report("r3", 20), report("r4", 21))
SENT = "North Korea has sent troops to Russia"


def sent(key: str, *sources: object, of: str, **told: object) -> Claim:
    return claim(key, SENT, *sources, of=of, verb="send", **told)  # type: ignore[arg-type]


def counted(key: str, *sources: object, of: str, best: float) -> Claim:
    words = f"North Korea has sent {best:,.0f} troops to Russia"
    return claim(key, words, *sources, of=of, verb="send", figures=(figure(best),))  # type: ignore[arg-type]


def records(claims: list[Claim], *reports: Report) -> dict[str, SourceRecord]:
    found = find_source_records(known(claims, reports or REPORTS), {})
    return {record.name: record for record in found}


def outcomes(record: SourceRecord) -> list[tuple[Outcome, tuple[str, ...]]]:
    return [(each.outcome, each.by) for each in record.settled]


def test_a_claim_is_confirmed_by_an_independent_source_that_tells_it_later() -> None:
    found = records([sent("c1", NIS, of="r1"), sent("c2", PENTAGON, of="r2")])
    assert outcomes(found["National Intelligence Service"]) == [(Outcome.CONFIRMED, ("c2",))]
    assert not found["Pentagon"].settled, "who comes last is confirmed by nobody yet"


def test_a_retelling_of_a_source_confirms_nothing() -> None:
    found = records([sent("c1", NIS, of="r1"), sent("c2", NIS, PENTAGON, of="r2")])
    assert not found["National Intelligence Service"].settled


def test_officials_of_one_state_do_not_confirm_each_other() -> None:
    found = records([sent("c1", NIS, of="r1"), sent("c2", LAWMAKERS, of="r2")])
    assert not found["National Intelligence Service"].settled


def test_a_party_confirms_only_what_it_admits() -> None:
    admitted = records([sent("c1", NIS, of="r1"), sent("c2", PYONGYANG, of="r2")])
    assert outcomes(admitted["National Intelligence Service"]) == [(Outcome.CONFIRMED, ("c2",))]
    echoed = records([sent("c1", NIS, of="r1"), sent("c2", KREMLIN, of="r2")])
    assert not echoed["National Intelligence Service"].settled


def test_a_party_that_denies_contradicts_nobody_and_another_does() -> None:
    told = sent("c1", NIS, of="r1")
    denied = {
        source: records([told, sent("d1", link, of="r2", modality=Modality.DENIED)])
        for source, link in (("party", PYONGYANG), ("other", RUTTE))
    }
    assert not denied["party"]["National Intelligence Service"].settled
    record = denied["other"]["National Intelligence Service"]
    assert outcomes(record) == [(Outcome.CONTRADICTED, ("d1",))]


def test_what_is_confirmed_and_denied_is_open() -> None:
    found = records(
        [
            sent("c1", NIS, of="r1"),
            sent("c2", PENTAGON, of="r2"),
            sent("d1", RUTTE, of="r3", modality=Modality.DENIED),
        ]
    )
    assert not found["National Intelligence Service"].settled


def test_two_lower_figures_that_agree_contradict_a_figure_and_one_does_not() -> None:
    high = counted("c1", NIS, of="r1", best=12_000)
    one = [high, counted("c2", PENTAGON, of="r2", best=3000)]
    assert not records(one)["National Intelligence Service"].settled
    both = records([*one, counted("c3", RUTTE, of="r3", best=3000)])
    assert outcomes(both["National Intelligence Service"]) == [(Outcome.CONTRADICTED, ("c3", "c2"))]


def test_a_thing_said_often_is_settled_once() -> None:
    found = records(
        [sent("c1", NIS, of="r1"), sent("c2", NIS, of="r2"), sent("c3", PENTAGON, of="r3")]
    )
    record = found["National Intelligence Service"]
    assert [each.claim for each in record.settled] == ["c1"]
    assert record.claims == ("c2", "c1")
    assert record.things == 1


def test_an_outlet_that_takes_a_report_back_has_it_in_its_record() -> None:
    reports = (report("r1", status=Status.CANCELED, outlet="Harbour Post"), report("r2", 19))
    found = records([sent("c1", NIS, of="r1"), sent("c2", PENTAGON, of="r2")], *reports)
    assert outcomes(found["Harbour Post"]) == [(Outcome.WITHDRAWN, ())]
    assert not found["National Intelligence Service"].settled


def test_a_correction_counts_against_the_outlet_where_it_touches_the_claim() -> None:
    first = f"{SENT}, officials said in Seoul after a long briefing on the matter."
    second = "North Korea has sent no troops to Russia, officials said in Seoul after a briefing."
    shared = {"address": "https://example.org/one", "outlet": "Harbour Post", "title": "Troops"}
    corrected = [
        report("r1", text=first, **shared),
        report("r2", 19, text=second, note="Correction: an earlier version was wrong.", **shared),
    ]
    found = records([sent("c1", NIS, of="r1")], *corrected)
    assert outcomes(found["Harbour Post"]) == [(Outcome.CORRECTED, ())]


def test_a_nameless_source_has_no_record_and_settles_nothing() -> None:
    agency = Link(name="agency", words="the agency", kind=LinkKind.ORGANISATION)
    found = records([sent("c1", NIS, of="r1"), sent("c2", agency, of="r2")])
    assert "agency" not in found
    assert not found["National Intelligence Service"].settled
