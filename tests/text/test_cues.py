"""Reporting verbs do what they are listed to do, and no list has a word in the wrong form."""

import pytest

from watchword.text.cues import DOCUMENTS, IMAGERY, Cue, cues_of


@pytest.mark.parametrize(
    ("verb", "does"),
    [
        ("say", Cue.SAY),
        ("believe", Cue.ESTIMATE),
        ("forecast", Cue.EXPECT),
        ("dismiss", Cue.DENY),
        ("accuse", Cue.ACCUSE),
        ("vow", Cue.PROMISE),
        ("plan", Cue.INTEND),
        ("weigh", Cue.CONSIDER),
        ("depict", Cue.SHOW),
    ],
)
def test_a_verb_does_what_it_says(verb: str, does: Cue) -> None:
    assert does in cues_of(verb)


def test_a_verb_may_do_two_things() -> None:
    assert cues_of("suggest") == {Cue.SAY, Cue.SHOW}
    assert cues_of("suspect") == {Cue.ESTIMATE, Cue.ACCUSE}


def test_a_verb_of_deeds_reports_nothing() -> None:
    for verb in ("send", "shell", "be", "have", ""):
        assert cues_of(verb) == frozenset()


def test_lists_of_one_kind_agree() -> None:
    assert IMAGERY <= DOCUMENTS
