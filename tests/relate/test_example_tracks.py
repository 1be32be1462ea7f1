"""The contested figures of the example situation, as a person put them into tracks."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from watchword.collect import Limits, collect
from watchword.engines import ReadingEngine
from watchword.flow.reading import read_report
from watchword.group.copies import find_origins
from watchword.model.report import Report
from watchword.model.track import Standing, Track
from watchword.relate.tracks import find_tracks

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "troops-to-russia"
SENT = """
17 Oct 10,000; 18 Oct about 1,500; 18 Oct nearly 11,000; 21 Oct 1,500; 23 Oct 3,000;
23 Oct About 10,000; 23 Oct at least 3,000; 24 Oct 3,000; 24 Oct at least 3,000;
24 Oct about 12,000; 25 Oct about 3,000; 26 Oct About 2,000; 26 Oct at least 3,000;
28 Oct about 10,000; 28 Oct 10,000; 29 Oct 10,900; 29 Oct 10,000;
30 Oct up to 12,000; 30 Oct some 11,000;
31 Oct about 10,000; 05 Nov between 11,000 and 12,000; 06 Nov between 11,000 and 12,000;
06 Nov 12,000; 06 Nov 1,500; 06 Nov 3,000; 13 Nov Over 10,000
"""
KURSK = """
28 Oct 10,000; 31 Oct As many as 8,000; 01 Nov 8,000; 05 Nov 11,000; 05 Nov at least 10,000;
06 Nov at least 10,000; 20 Nov Some 10,900
"""
FOUND_AT_LEAST = 0.95


@pytest.fixture(scope="module")
def tracks() -> Mapping[str, Track]:
    engine = ReadingEngine()
    reports = [each for each in collect([str(FOLDER)], limits=Limits()) if isinstance(each, Report)]
    read = [read_report(each, engine) for each in reports]
    claims = [claim for each in read for claim in each.extraction.claims]
    known = {each.key: each for each in reports}
    return {each.title: each for each in find_tracks(claims, known, find_origins(tuple(reports)))}


def labelled(key: str) -> set[str]:
    return {" ".join(each.split()) for each in key.split(";")}


def told(track: Track) -> set[str]:
    return {
        f"{point.said_at:%d %b} {point.figure.words}" for point in track.points if point.said_at
    }


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("North Korean troops sent or to be sent to Russia", SENT),
        ("North Korean soldiers in Kursk region", KURSK),
        ("North Korean containers supplied to Russia", "18 Oct more than 13,000"),
        ("additional North Korean troops sent to Russia", "23 Oct 1,500"),
        ("North Korean officers killed", "08 Oct six"),
    ],
)
def test_the_points_that_a_person_put_in_a_track_are_in_it(
    tracks: Mapping[str, Track], title: str, key: str
) -> None:
    wanted = labelled(key)
    assert len(wanted & told(tracks[title])) / len(wanted) >= FOUND_AT_LEAST


def test_hardly_any_point_is_in_a_track_wrongly(tracks: Mapping[str, Track]) -> None:
    for title, key in (
        ("North Korean troops sent or to be sent to Russia", SENT),
        ("North Korean soldiers in Kursk region", KURSK),
    ):
        found = told(tracks[title])
        assert len(found - labelled(key)) / len(found) <= 0.10


def test_the_mistake_that_was_corrected_does_not_stand_in_any_print(
    tracks: Mapping[str, Track],
) -> None:
    standing = {
        point.standing
        for point in tracks["North Korean soldiers in Kursk region"].points
        if point.figure.words == "10,000"
    }
    assert standing == {Standing.WITHDRAWN, Standing.SUPERSEDED}
