from datetime import datetime

from tests.relate.claims import KREMLIN, NIS, PENTAGON, claim, figure, on, report, shelf

from watchword.model.change import Change, ChangeKind
from watchword.model.claim import Claim, Modality
from watchword.model.report import Report, Status
from watchword.relate.changes import Earlier, Now, find_changes
from watchword.relate.findings import find_findings
from watchword.relate.tracks import find_tracks


def changes(
    now: list[Claim], before: list[Claim], as_of: datetime, *reports: Report
) -> tuple[Change, ...]:
    known, origins = shelf(*reports)
    return find_changes(
        Now(
            findings=find_findings(now, known, origins),
            tracks=find_tracks(now, known, origins),
            claims={told.key: told for told in now},
            reports=known,
            origins=tuple(origins),
        ),
        Earlier(claims=tuple(before), as_of=as_of),
    )


def sent(key: str, best: float, of: str) -> Claim:
    return claim(
        key,
        f"North Korea sent {best:,.0f} troops to Russia",
        NIS,
        of=of,
        verb="send",
        figures=(figure(best),),
    )


def test_a_newer_figure_is_a_new_finding_and_a_figure_that_moved() -> None:
    old, new = sent("c1", 1500, "r1"), sent("c2", 3000, "r2")
    found = changes([old, new], [old], on(20), report("r1", 18), report("r2", 23))
    assert [change.kind for change in found] == [ChangeKind.NEW, ChangeKind.MOVED]
    moved = found[1]
    assert moved.claims == ("c2",)
    assert moved.earlier == ("c1",)
    assert moved.track is not None


def test_the_same_said_again_by_another_report_is_no_change() -> None:
    old, again = sent("c1", 1500, "r1"), sent("c2", 1500, "r2")
    assert changes([old, again], [old], on(20), report("r1", 18), report("r2", 23)) == ()


def test_the_same_said_in_the_earlier_brief_by_a_claim_not_given_now_is_no_news() -> None:
    earlier = sent("c0", 1500, "r0")
    assert changes([sent("c1", 1500, "r1")], [earlier], on(20), report("r1", 23)) == ()


def test_a_new_denial_of_what_was_told_before_is_a_change() -> None:
    old = sent("c1", 1500, "r1")
    denial = claim(
        "d1",
        "North Korean troops were sent to Russia",
        KREMLIN,
        of="r2",
        verb="send",
        modality=Modality.DENIED,
    )
    (change,) = changes([old, denial], [old], on(20), report("r1", 18), report("r2", 23))
    assert change.kind is ChangeKind.DENIED
    assert change.claims == ("d1",)
    assert change.earlier == ("c1",)


def test_what_was_told_before_and_is_now_withdrawn_is_a_change() -> None:
    old = sent("c1", 1500, "r1")
    killed = report("r1", 18, status=Status.CANCELED)
    (change,) = changes([old], [old], on(20), killed)
    assert change.kind is ChangeKind.WITHDRAWN
    assert change.earlier == ("c1",)


def test_nothing_new_is_nothing_changed() -> None:
    old = [sent("c1", 1500, "r1"), claim("c2", "Washington confirms it", PENTAGON, of="r1")]
    assert changes(old, old, on(20), report("r1", 18)) == ()


def test_what_another_report_still_tells_is_not_withdrawn() -> None:
    old, again = sent("c1", 1500, "r1"), sent("c2", 1500, "r2")
    killed = report("r1", 18, status=Status.CANCELED)
    assert changes([old, again], [old], on(20), killed, report("r2", 19)) == ()


def test_a_correction_withdraws_the_old_figure_and_tells_the_new_one() -> None:
    known = {"address": "https://news.example/1", "title": "Troops", "outlet": "Outlet"}
    old, new = sent("c1", 1500, "r1"), sent("c2", 1300, "r2")
    found = changes([old, new], [old], on(20), report("r1", 18, **known), report("r2", 21, **known))
    assert [change.kind for change in found] == [ChangeKind.NEW, ChangeKind.WITHDRAWN]
    assert found[1].earlier == ("c1",)
