import pytest
from tests.relate.claims import (
    KURSK,
    LAWMAKERS,
    NIS,
    PENTAGON,
    PYONGYANG,
    RUSSIA,
    claim,
    figure,
    report,
    shelf,
)

from watchword.model.claim import Claim, Modality
from watchword.model.figure import Approx
from watchword.model.report import Report, Status
from watchword.model.track import Standing, Track
from watchword.relate.tracks import find_tracks, is_contested


def track(claims: list[Claim], *reports: Report) -> tuple[Track, ...]:
    known = reports or (report("r1", 18), report("r2", 21), report("r3", 23), report("r4", 28))
    return find_tracks(claims, *shelf(*known))


def sent(key: str, best: float, *sources: object, of: str = "r1", **known: object) -> Claim:
    fields = {"verb": "send", "figures": (figure(best),), **known}
    return claim(key, f"North Korea sent {best:,.0f} troops to Russia", *sources, of=of, **fields)  # type: ignore[arg-type]


def test_sent_readied_and_training_troops_are_one_track_in_order_of_publication() -> None:
    (line,) = track(
        [
            sent("c3", 3000, NIS, of="r3"),
            sent("c1", 1500, NIS, of="r1"),
            sent(
                "c2",
                11000,
                PENTAGON,
                of="r2",
                verb="train",
                action="train",
                recipient=None,
                place=RUSSIA,
                figures=(figure(11000, "soldiers"),),
            ),
            sent("c4", 10000, NIS, of="r3", modality=Modality.PLANNED),
        ]
    )
    assert [point.figure.best for point in line.points] == [1500, 11000, 3000, 10000]
    assert line.title == "North Korean troops sent or to be sent to Russia"
    assert line.unit == "troops"
    assert is_contested(line)
    assert len({point.source for point in line.points}) > 1


def test_a_sources_newer_count_supersedes_its_older_one_but_not_its_plan() -> None:
    (line,) = track(
        [
            sent("c1", 1500, NIS, of="r1"),
            sent("c2", 12000, NIS, of="r1", modality=Modality.PLANNED),
            sent("c3", 3000, LAWMAKERS, NIS, of="r3"),
        ]
    )
    standings = {point.claim: point.standing for point in line.points}
    assert standings == {
        "c1": Standing.SUPERSEDED,
        "c2": Standing.STANDS,
        "c3": Standing.STANDS,
    }


def test_another_sources_count_supersedes_nothing_and_nothing_is_averaged() -> None:
    (line,) = track([sent("c1", 1500, NIS, of="r1"), sent("c2", 3000, PENTAGON, of="r2")])
    assert all(point.standing is Standing.STANDS for point in line.points)
    assert {point.figure.best for point in line.points} == {1500, 3000}


def test_two_counts_of_one_source_in_one_report_supersede_neither() -> None:
    (line,) = track([sent("c1", 1500, NIS), sent("c2", 3000, NIS)])
    assert all(point.standing is Standing.STANDS for point in line.points)


@pytest.mark.parametrize(
    ("other", "title"),
    [
        ({"figures": (figure(15000, "workers"),)}, "North Korean workers sent to Russia"),
        (
            {"figures": (figure(15000, fate="killed"),), "place": KURSK},
            "North Korean troops killed",
        ),
        (
            {"figures": (figure(15000, fate="wounded"),)},
            "North Korean troops wounded",
        ),
        (
            {"figures": (figure(15000, change=True),)},
            "additional North Korean troops sent to Russia",
        ),
        ({"place": KURSK}, "North Korean troops in Kursk region"),
        (
            {"figures": (figure(15000, counted="Ruritanian troops"),), "actor": "China"},
            "Chinese troops sent to Russia",
        ),
    ],
)
def test_workers_dead_wounded_additions_and_regions_have_tracks_of_their_own(
    other: dict[str, object], title: str
) -> None:
    lines = track([sent("c1", 15000, NIS), sent("c2", 15000, NIS, of="r2", **other)])
    assert {line.title for line in lines} == {"North Korean troops sent to Russia", title}


def test_a_figure_told_without_a_place_joins_the_only_country_told() -> None:
    (line,) = track([sent("c1", 1500, NIS), sent("c2", 3000, PENTAGON, of="r2", recipient=None)])
    assert len(line.points) == 2


def test_a_copy_of_a_text_adds_no_point() -> None:
    text = "One wire story in the same words. " * 3
    first = report("r1", 18, text=text)
    copy = report("r2", 19, text=text)
    (line,) = track([sent("c1", 1500, NIS, of="r1"), sent("c2", 1500, NIS, of="r2")], first, copy)
    assert [point.claim for point in line.points] == ["c1"]


def test_a_withdrawn_reports_point_is_kept_and_marked() -> None:
    killed = report("r1", 18, status=Status.CANCELED)
    (line,) = track(
        [sent("c1", 1500, NIS), sent("c2", 3000, NIS, of="r2")], killed, report("r2", 21)
    )
    assert [point.standing for point in line.points] == [Standing.WITHDRAWN, Standing.STANDS]
    assert not is_contested(line)


def test_a_denied_figure_is_no_point() -> None:
    assert track([sent("c1", 1500, PYONGYANG, modality=Modality.DENIED)]) == ()


def test_about_and_exactly_the_same_number_do_not_contest() -> None:
    (line,) = track(
        [
            sent("c1", 1500, NIS),
            sent("c2", 1500, PENTAGON, of="r2", figures=(figure(1500, approx=Approx.ABOUT),)),
        ]
    )
    assert not is_contested(line)
    assert len({point.source for point in line.points}) > 1


def test_parts_of_a_whole_are_tracked_apart_by_what_they_count() -> None:
    whole = figure(12000)
    officers = figure(500, "officers", part_of=0)
    lines = track([sent("c1", 12000, NIS, figures=(whole, officers))])
    assert {line.unit for line in lines} == {"troops", "officers"}


def test_the_order_of_the_input_does_not_matter() -> None:
    claims = [
        sent("c1", 1500, NIS),
        sent("c2", 3000, PENTAGON, of="r2"),
        sent("c3", 8000, NIS, of="r3"),
    ]
    assert track(claims) == track(claims[::-1])


def test_sent_against_a_country_is_not_sent_to_it() -> None:
    against = claim(
        "c2",
        "10,000 North Korean troops are readied to be sent against Ukraine",
        NIS,
        of="r2",
        verb="send",
        recipient="Ukraine",
        figures=(figure(10000),),
    )
    (line,) = track([sent("c1", 1500, NIS), against])
    assert line.title == "North Korean troops sent to Russia"


def test_those_killed_are_not_the_killers() -> None:
    (line,) = track(
        [
            claim(
                "c1",
                "a Ukrainian strike killed six people near the border",
                NIS,
                verb="kill",
                actor="Ukraine",
                recipient=None,
                figures=(figure(6, "people", counted="people"),),
            )
        ]
    )
    assert line.title == "people killed"


def test_a_figure_told_without_its_side_joins_the_only_side_told() -> None:
    bare = figure(1500, "special forces", counted="special forces")
    (line,) = track(
        [sent("c1", 3000, NIS), sent("c2", 1500, NIS, of="r2", actor=None, figures=(bare,))]
    )
    assert len(line.points) == 2
