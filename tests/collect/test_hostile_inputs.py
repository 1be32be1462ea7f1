import resource
import time
from pathlib import Path

from hostile_files import each_hostile

from watchword.collect import Limits, collect
from watchword.collect.piece import Piece
from watchword.collect.reading import ReadingRoom
from watchword.model.report import Report, Unread

LIMITS = Limits(max_bytes=20_000_000, parse_s=3)
WHOLE_S = 600


def test_every_hostile_input_is_read_or_named_with_a_reason() -> None:
    count, began = 0, time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with ReadingRoom(LIMITS, None) as room:
        for place, content in each_hostile():
            name = place.rpartition("/")[2]
            results = list(room.read(Piece(content=content, found_at=place, name=name)))
            assert results, place
            for result in results:
                assert result.found_at.startswith(place), place
                assert _is_sound(result), (place, result)
            count += 1
    assert count >= 200
    assert time.monotonic() - began < WHOLE_S
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 1_000_000, f"{grown:,} kilobytes more than before"


def test_a_folder_of_hostile_files_ends_and_names_each(tmp_path: Path) -> None:
    names = set()
    for number, (place, content) in enumerate(each_hostile()):
        if number % 7 == 0 and len(content) < 100_000:
            path = tmp_path / f"{number}-{place.rpartition('/')[2]}"
            path.write_bytes(content)
            names.add(path.name)
    results = list(collect([str(tmp_path)], limits=LIMITS))
    told = {Path(r.found_at.partition("!")[0].partition(":")[0]).name for r in results}
    assert names <= told


def _is_sound(result: Report | Unread) -> bool:
    if isinstance(result, Unread):
        return bool(result.reason.strip()) and result.count > 0 and "Traceback" not in result.reason
    whole = "\0" not in result.text and result.text == result.text.strip() != ""
    at = result.published.at
    return whole and bool(result.text.encode()) and (at is None or at.tzinfo is not None)
