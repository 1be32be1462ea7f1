from pathlib import Path

import pytest

from watchword.errors import RefusedError, UnreadableError
from watchword.ledger.changelog import record_reason
from watchword.ledger.floors import (
    Floors,
    check_floors,
    raise_floors,
    read_floors,
    write_floors,
)
from watchword.ledger.floors_file import Sinking
from watchword.ledger.record import ClaimRecord
from watchword.ledger.scores import ClaimScores, score_claims
from watchword.model.claim import Modality

CLAIMS = [
    ClaimRecord(
        report_id="r1",
        sentence=f"Line {at} of the notice was read out.",
        modality=Modality.ASSERTED,
        source_chain=("clerk",),
        kind="reworded",
    )
    for at in range(3)
]


def scores(right: int) -> ClaimScores:
    wrong = ClaimRecord(report_id="r1", sentence="", modality=Modality.ASSERTED)
    found = [
        claim
        if at < right
        else ClaimRecord(
            report_id="r1", sentence=claim.sentence, modality=wrong.modality, source_chain=()
        )
        for at, claim in enumerate(CLAIMS)
    ]
    return score_claims(CLAIMS, found)


def test_a_score_under_its_floor_is_named() -> None:
    floors = Floors(digest="d", by_group={"reworded": {"chain_exact": 0.9, "modality": 1.0}})
    check = check_floors(scores(2), "d", floors)
    assert not check.passed
    assert [str(each) for each in check.sunk] == [
        "reworded chain_exact: 0.667, floor 0.900",
    ]
    assert "all chain_exact" in check.without


def test_a_score_at_its_floor_is_kept() -> None:
    raised, lowered = raise_floors(scores(2), "d", Floors(by_group={}))
    assert lowered == ()
    assert raised.by_group["reworded"]["chain_exact"] == 0.666
    assert check_floors(scores(2), "d", raised).passed
    assert check_floors(scores(3), "d", raised).passed


def test_other_data_is_neither_a_pass_nor_a_failure() -> None:
    floors = Floors(digest="d", by_group={"all": {"chain_exact": 1.0}})
    check = check_floors(scores(0), "e", floors)
    assert (check.same_data, check.sunk, check.passed) == (False, (), False)


def test_a_floor_whose_score_is_gone_has_sunk() -> None:
    floors = Floors(digest="d", by_group={"transcript": {"modality": 0.5}})
    check = check_floors(scores(3), "d", floors)
    assert str(check.sunk[0]) == "transcript modality: nothing to judge, floor 0.500"


def test_a_floor_is_lowered_only_with_a_reason() -> None:
    high, _ = raise_floors(scores(3), "d", Floors(by_group={}))
    with pytest.raises(RefusedError, match=r"all chain_exact: 0.333, floor 1.000.*--reason"):
        raise_floors(scores(1), "d", high, reason="  ")
    low, lowered = raise_floors(scores(1), "d", high, reason="labels were mended")
    assert low.by_group["all"]["chain_exact"] == 0.333
    assert {each.metric for each in lowered} >= {"chain_exact", "chain_relaxed", "whole"}


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors, _ = raise_floors(scores(2), "abc", Floors(by_group={}))
    path.write_text(write_floors(floors), "utf-8")
    assert read_floors(path) == floors


def test_the_floors_that_come_with_watchword_can_be_read() -> None:
    assert len(read_floors().digest) == 64


@pytest.mark.parametrize(
    "text", ["[all", "digest = 3", "all = 3", '[all]\nwhole = "x"', "[all]\na = 2"]
)
def test_a_floors_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableError, match=r"floors\.toml"):
        read_floors(path)


LOWERED = (Sinking(group="all", metric="whole", floor=0.5, score=0.4),)
ENTRY = "- The labels were mended: all whole from 0.500 to 0.400."


def test_the_reason_stands_under_floors_in_the_newest_part() -> None:
    before = "# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1\n\n### Floors\n\n- Old.\n"
    after = record_reason(before, "The labels\nwere mended", LOWERED)
    assert after == (
        "# Changelog\n\n## Unreleased\n\n- New.\n\n### Floors\n\n"
        f"{ENTRY}\n\n## 0.1\n\n### Floors\n\n- Old.\n"
    )


def test_a_second_reason_joins_the_first() -> None:
    once = record_reason("# Changelog\n\n## Unreleased\n", "The labels were mended", LOWERED)
    twice = record_reason(once, "Other", LOWERED)
    assert once == f"# Changelog\n\n## Unreleased\n\n### Floors\n\n{ENTRY}\n"
    assert twice.endswith(f"### Floors\n\n- Other: all whole from 0.500 to 0.400.\n{ENTRY}\n")


def test_a_changelog_is_begun_where_there_is_none() -> None:
    assert record_reason("", "The labels were mended", LOWERED) == (
        f"# Changelog\n\n## Unreleased\n\n### Floors\n\n{ENTRY}\n"
    )


def test_text_after_the_list_keeps_its_distance() -> None:
    before = "## 1\n\n### Floors\n\n### Fixed\n\n- A.\n"
    after = record_reason(before, "The labels were mended", LOWERED)
    assert after == f"## 1\n\n### Floors\n\n{ENTRY}\n\n### Fixed\n\n- A.\n"
