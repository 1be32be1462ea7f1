from dataclasses import replace

from tests.relate.claims import LAWMAKERS, NIS, PENTAGON, claim, figure, report, shelf

from watchword.model.claim import Claim
from watchword.model.figure import Approx
from watchword.model.report import DateSource, Published, Status
from watchword.model.track import TrackSum
from watchword.relate.track_sums import sum_track
from watchword.relate.tracks import find_tracks


def sent(key: str, best: float, *sources: object, of: str, **known: object) -> Claim:
    one = figure(best, **known)
    return claim(
        key, f"North Korea sent {best:,.0f} troops", *sources, of=of, verb="send", figures=(one,)
    )  # type: ignore[arg-type]


def summed(*claims: Claim, **statuses: Status) -> TrackSum:
    days = {"r1": 18, "r2": 21, "r3": 23, "r4": 23, "r5": 23}
    known, origins = shelf(
        *(report(key, day, status=statuses.get(key, Status.USABLE)) for key, day in days.items())
    )
    (track,) = find_tracks(claims, known, origins)
    return sum_track(track, {each.key: each for each in claims}, known)


def test_the_range_runs_from_lowest_to_highest_of_what_stands() -> None:
    total = summed(
        sent("c1", 1500, NIS, of="r1"),
        sent("c2", 3000, NIS, of="r3"),
        sent("c3", 12000, PENTAGON, of="r2", approx=Approx.AT_LEAST, high=None),
    )
    assert (total.low, total.high, total.open_above) == (3000, 12000, True)
    assert {point.claim for point in total.newest} == {"c2", "c3"}


def test_what_was_withdrawn_is_not_in_the_range() -> None:
    total = summed(
        sent("c1", 90000, NIS, of="r1"),
        sent("c2", 3000, PENTAGON, of="r2"),
        r1=Status.CANCELED,
    )
    assert (total.low, total.high) == (3000, 3000)


def test_a_briefing_told_elsewhere_otherwise_stands_apart_with_the_other_telling() -> None:
    total = summed(
        sent("c1", 3000, NIS, of="r3", approx=Approx.AT_LEAST, high=None),
        sent("c2", 3000, NIS, of="r4", approx=Approx.AT_LEAST, high=None),
        sent("c3", 1300, NIS, of="r5"),
    )
    (outlier,) = total.outliers
    assert outlier.claim == "c3"
    assert outlier.reason == (
        "the same briefing is told elsewhere as 3,000 (Outlet r3, 23 October 2024)"
    )
    assert outlier.beside == ("c1",)


def test_a_report_without_a_date_is_of_no_briefing() -> None:
    dated, undated = report("r1", 18), report("r2", 21)
    unknown = replace(undated, published=Published(how=DateSource.UNKNOWN))
    known, origins = shelf(dated, unknown)
    claims = (sent("c1", 3000, NIS, of="r1"), sent("c2", 5000, NIS, of="r2"))
    (track,) = find_tracks(claims, known, origins)
    total = sum_track(track, {each.key: each for each in claims}, known)
    assert total.outliers == ()
    assert total.high == 5000


def test_a_figure_within_anothers_bounds_is_told_alike() -> None:
    total = summed(
        sent("c1", 3000, NIS, of="r3", approx=Approx.AT_LEAST, high=None),
        sent("c2", 3500, NIS, of="r4"),
    )
    assert total.outliers == ()


def test_a_figure_far_above_all_others_stands_apart() -> None:
    total = summed(
        sent("c1", 10000, NIS, of="r1"),
        sent("c2", 11000, PENTAGON, of="r2"),
        sent("c3", 12000, LAWMAKERS, of="r3"),
        sent("c4", 100000, replace(NIS, name="A source", country=None), of="r4"),
    )
    (outlier,) = total.outliers
    assert outlier.claim == "c4"
    assert outlier.reason.startswith("far above every other figure; the nearest is 12,000")
