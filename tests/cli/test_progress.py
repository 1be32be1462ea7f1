"""Progress: nothing where nobody watches, and counts in words where somebody does."""

import sys

import pytest

from watchword.cli import progress
from watchword.cli.progress import counts_of, watching
from watchword.flow.running import Stand, Step, unwatched


def test_nothing_is_shown_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with watching() as watch:
        assert watch is unwatched
        watch(Stand(step=Step.READING, done=3))
    assert capsys.readouterr() == ("", "")


def test_a_watcher_is_shown_the_steps_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "is_watched", lambda: True)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with watching() as watch:
        watch(Stand(step=Step.COLLECTING, done=2))
        watch(Stand(step=Step.READING, done=1, total=2, claims=4))
    shown = capsys.readouterr()
    assert shown.out == ""


def test_output_on_a_terminal_is_its_own_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "is_watched", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with watching(beside_output=True) as watch:
        assert watch is unwatched


@pytest.mark.parametrize(
    ("stand", "words"),
    [
        (Stand(step=Step.WRITING), ""),
        (Stand(step=Step.COLLECTING, done=1200, unread=3), "1,200, 3 unread"),
        (Stand(step=Step.READING, done=5, total=38, claims=61), "5 of 38, 61 claims"),
    ],
)
def test_counts_of_nothing_are_left_out(stand: Stand, words: str) -> None:
    assert counts_of(stand) == words
