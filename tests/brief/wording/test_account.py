"""What a model did to a brief is told in words, with the places that it had a hand in."""

from dataclasses import replace

from watchword.brief.notices import notices_of
from watchword.brief.verify import verify
from watchword.brief.wording.account import account_of, place_of
from watchword.model.brief import Brief, Measure
from watchword.model.consultation import Consultation, Dropped

CONSULTED = Consultation(
    model="small 3.2",
    prompt="word/1",
    asked=20,
    unanswered=6,
    offered=7,
    kept=2,
    dropped=(Dropped(reason="loses something of weight", count=4), Dropped(reason="adds", count=1)),
    failed=("it took too long to answer",),
    places=("/judgments/0/sentence",),
)


def test_places_are_told_in_words() -> None:
    assert place_of("/headline") == "the headline"
    assert place_of("/sections/1/paragraphs/0/2") == "section 2, paragraph 1, sentence 3"
    assert place_of("/sections/1") == "section 2"
    assert place_of("/panels/0/rows/0/sentence") == "/panels/0/rows/0/sentence"


def test_what_was_kept_and_what_was_not_is_told() -> None:
    told = account_of(CONSULTED)
    assert "20 sentences" in told
    assert "7 wordings offered, 2 kept" in told
    assert "loses something of weight (4), adds (1)" in told
    assert "6 sentences (it took too long to answer)" in told
    assert told.endswith("It worded key judgment 1")


def test_notices_count_what_was_worded_dropped_and_not_answered(
    written_briefs: tuple[Brief, ...],
) -> None:
    brief = notices_of(replace(written_briefs[0], consulted=(CONSULTED,)))
    counts = {notice.measure: (notice.count, notice.of) for notice in brief.notices}
    assert counts[Measure.DROPPED] == (5, None)
    assert counts[Measure.UNANSWERED] == (6, 20)
    assert Measure.WORDED not in counts
    assert verify(brief).ok
    lying = replace(brief, consulted=())
    assert not verify(lying).ok
