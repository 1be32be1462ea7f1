"""A title says nothing that no claim of its section says."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from watchword.brief.verify import Rule, check_title

sys.path.insert(0, str(Path(__file__).parent / "situations"))
texts = import_module("report_texts")

TEXT = (
    "Uganda sent fuel to Rwanda on Monday. Kenya is considering a mission to Goma, the Kenyan "
    "Foreign Ministry said. Tanzania said 300 Ugandan soldiers were in Bujumbura."
)


@pytest.fixture(scope="module")
def claims() -> tuple[object, ...]:
    _, found = texts.read_text(TEXT)
    return found


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Also reported",
        "What Uganda gives Rwanda",
        "What Uganda gives",
        "Arms and aid for Rwanda",
        "What Kenya weighs",
        "How many Ugandan soldiers",
        "Ugandan soldiers in Bujumbura",
        "What Tanzania says",
        "Forces in Bujumbura",
    ],
)
def test_a_title_that_a_claim_bears_out_passes(title: str, claims: tuple[object, ...]) -> None:
    assert [*check_title(title, claims)] == []


@pytest.mark.parametrize(
    "title",
    [
        "What Rwanda gives Uganda",
        "What Kenya gives",
        "Arms and aid for Uganda",
        "What Uganda weighs",
        "How many Kenyan soldiers",
        "How many Ugandan tanks",
        "Ugandan soldiers in Goma",
        "What Kenya and Peru say",
        "Casualties in Kigali",
        "The victory of Uganda",
        "Uganda triumphs",
    ],
)
def test_a_title_that_no_claim_bears_out_is_found(title: str, claims: tuple[object, ...]) -> None:
    assert [rule for rule, _ in check_title(title, claims)] == [Rule.TITLE]
