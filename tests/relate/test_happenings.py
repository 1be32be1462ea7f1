from tests.relate.claims import NIS, PENTAGON, claim, figure, report, shelf

from watchword.model.claim import Claim
from watchword.model.place import Place, PlaceKind
from watchword.relate.tracks import find_tracks

NEPAL = Place(start=0, end=5, words="Nepal", name="Nepal", kind=PlaceKind.COUNTRY, country="NP")
LATER = {"r4": 30}


def dead(key: str, best: float, *sources: object, of: str, unit: str = "people") -> Claim:
    one = figure(best, unit, counted=unit, fate="killed")
    content = f"{best:,.0f} {unit} were killed in Nepal"
    known = {"verb": "kill", "actor": None, "recipient": None, "place": NEPAL, "figures": (one,)}
    return claim(key, content, *sources, of=of, **known)  # type: ignore[arg-type]


def lines(*claims: Claim) -> list[list[float | None]]:
    known, origins = shelf(report("r1", 1), report("r2", 3), report("r3", 6), report("r4", 30))
    return sorted(
        [point.figure.best for point in track.points]
        for track in find_tracks(claims, known, origins)
    )


def test_a_toll_that_rises_is_one_track() -> None:
    assert lines(
        dead("c1", 1500, NIS, of="r1"),
        dead("c2", 2200, PENTAGON, of="r2"),
        dead("c3", 5000, NIS, of="r3"),
    ) == [[1500, 2200, 5000]]


def test_after_two_weeks_of_silence_the_dead_are_of_another_happening() -> None:
    assert lines(dead("c1", 1500, NIS, of="r1"), dead("c2", 1700, NIS, of="r4")) == [[1500], [1700]]


def test_a_toll_far_below_one_told_days_before_is_of_another_happening() -> None:
    assert lines(dead("c1", 1500, NIS, of="r1"), dead("c2", 8, NIS, of="r3")) == [[8], [1500]]


def test_the_fallen_soldiers_of_a_side_are_one_count_however_long_nobody_tells_it() -> None:
    one = figure(300, fate="killed")
    two = figure(600, fate="killed")
    known = {"verb": "kill", "recipient": None, "actor": None}
    assert lines(
        claim("c1", "300 North Korean troops were killed", NIS, of="r1", figures=(one,), **known),
        claim("c2", "600 North Korean troops were killed", NIS, of="r4", figures=(two,), **known),
    ) == [[300, 600]]
