"""What changed between two instants is told once, ranked, and with its reasons."""

from collections.abc import Sequence
from datetime import datetime

from tests.relate.claims import KREMLIN, NIS, PENTAGON, claim, figure, on, report

from watchword.group.copies import find_origins
from watchword.model.change import Change, ChangeKind
from watchword.model.claim import Claim, Modality
from watchword.model.known import Known
from watchword.model.report import Report, Status
from watchword.relate.since import changes_since


def known(claims: Sequence[Claim], reports: Sequence[Report], as_of: datetime) -> Known:
    published = {
        each.key: each for each in reports if each.published.at and each.published.at <= as_of
    }
    return Known(
        as_of=as_of,
        reports=published,
        claims={each.key: each for each in claims if each.report in published},
        events=(),
        positions=(),
        implications=(),
        origins=tuple(find_origins(tuple(published.values()))),
        grades={},
    )


def changes(claims: Sequence[Claim], reports: Sequence[Report], since: int) -> tuple[Change, ...]:
    before = known(claims, reports, on(since))
    return changes_since(before, known(claims, reports, on(31)))


def of_kind(found: Sequence[Change], *kinds: ChangeKind) -> list[Change]:
    return [each for each in found if each.kind in kinds]


def sent(key: str, of: str, best: float, *sources: object) -> Claim:
    words = f"North Korea sent {best:,.0f} troops to Russia"
    return claim(key, words, *sources, of=of, verb="send", figures=(figure(best),))  # type: ignore[arg-type]


def test_a_figure_that_moved_is_told_once_with_what_it_was_before() -> None:
    reports = [report("r1", 10), report("r2", 20)]
    claims = [sent("c1", "r1", 1_500, NIS), sent("c2", "r2", 3_000, PENTAGON)]
    (moved,) = of_kind(changes(claims, reports, 15), ChangeKind.NEW, ChangeKind.MOVED)
    assert moved.kind is ChangeKind.MOVED
    assert moved.claims == ("c2",)
    assert moved.earlier == ("c1",)
    assert moved.about.endswith("3,000 (before: 1,500)")


def test_what_another_origin_tells_too_is_told_as_confirmed() -> None:
    reports = [report("r1", 10), report("r2", 20)]
    words = "missile parts were shipped to Vladivostok"
    claims = [claim("c1", words, NIS, of="r1"), claim("c2", words, PENTAGON, of="r2")]
    (confirmed,) = of_kind(changes(claims, reports, 15), ChangeKind.CONFIRMED, ChangeKind.NEW)
    assert confirmed.kind is ChangeKind.CONFIRMED
    assert confirmed.claims == ("c2",)
    assert confirmed.reasons[0] == "credibility 3 before, 2 now"


def test_a_copy_confirms_nothing() -> None:
    text = "Seoul's spy agency said on Friday that parts had been shipped. " * 3
    reports = [report("r1", 10, text=text), report("r2", 20, text=text)]
    words = "missile parts were shipped to Vladivostok"
    claims = [claim("c1", words, NIS, of="r1"), claim("c2", words, NIS, of="r2")]
    assert of_kind(changes(claims, reports, 15), ChangeKind.CONFIRMED, ChangeKind.NEW) == []


def test_a_corrected_report_is_told_as_corrected_and_as_nothing_else() -> None:
    page = "https://gulf.example/troops"
    reports = [
        report("r1", 10, address=page, text="Seoul says that 300 tanks were moved to the border."),
        report("r2", 20, address=page, text="Seoul says that 30 tanks were moved to the border."),
    ]
    first = claim("c1", "300 tanks were moved", NIS, of="r1", figures=(figure(300, "tanks"),))
    second = claim("c2", "30 tanks were moved", NIS, of="r2", figures=(figure(30, "tanks"),))
    told = of_kind(changes([first, second], reports, 15), *ChangeKind)
    assert [(each.kind, each.claims, each.earlier) for each in told] == [
        (ChangeKind.CORRECTED, ("c2",), ("c1",))
    ]


def test_what_was_withdrawn_before_is_no_change() -> None:
    reports = [report("r1", 10, status=Status.CANCELED), report("r2", 20)]
    claims = [claim("c1", "the border was closed", NIS, of="r1")]
    assert changes(claims, reports, 15) == ()


def test_a_denial_tells_what_is_denied() -> None:
    reports = [report("r1", 10), report("r2", 20)]
    words = "North Korea sent troops to Russia"
    claims = [
        claim("c1", words, NIS, of="r1", verb="send"),
        claim("c2", words, KREMLIN, of="r2", verb="send", modality=Modality.DENIED),
    ]
    (denied,) = of_kind(changes(claims, reports, 15), ChangeKind.DENIED)
    assert (denied.about, denied.claims) == (words, ("c2",))


def test_the_weightiest_change_comes_first_and_says_why() -> None:
    reports = [report("r1", 10), report("r2", 20), report("r3", 20)]
    shelled = claim("c2", "shells struck a bridge", PENTAGON, of="r2", event="ASSAULT")
    talked = claim("c3", "ministers spoke by telephone", of="r3", event="CONSULT")
    found = of_kind(changes([talked, shelled], reports, 15), ChangeKind.NEW)
    assert [each.claims for each in found] == [("c2",), ("c3",)]
    assert found[0].reasons == ("1 independent source", "ASSAULT, a matter of force")
