"""Reports into stories: where they go, why, and that a restart changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.stories.made import FERRY, FIRST_DAY, STRIKE, Kept, features

from watchword.collect.piece import Draft
from watchword.engines import ReadingEngine
from watchword.errors import RefusedError
from watchword.flow.reading import read_report
from watchword.group.stories import StoryShelf, features_of
from watchword.group.stories.live import KEPT
from watchword.group.stories.shelf import Happening
from watchword.ledger.reader import finish_labelled
from watchword.model.story import (
    RulingKind,
    StoryDecision,
    StoryFeatures,
    StoryRuling,
    StoryStep,
)

CASES = Path(__file__).with_name("cases")
WORDS = [
    "ferry",
    "harbour",
    "strike",
    "union",
    "Aurora",
    "Lindau",
    "Belgrade",
    "Sloga",
    "diver",
    "pay",
    "court",
    "treaty",
]


@pytest.fixture(scope="module")
def engine() -> ReadingEngine:
    return ReadingEngine(threads=1)


def read(text: str, key: str, day: str, engine: ReadingEngine) -> StoryFeatures:
    found = read_report(finish_labelled(Draft(text=text, report_id=key, published=day)), engine)
    return features_of(
        found.report,
        found.extraction.claims,
        found.actors,
        found.toponyms,
        [half for _, half in found.vectors],
    )


def each_case(name: str) -> Iterator[list[str]]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.glob("*.tsv")))
def test_look_alike_happenings_are_told_apart(name: str, engine: ReadingEngine) -> None:
    shelf = StoryShelf()
    kept, labels = Kept(), {}
    for number, (label, day, text) in enumerate(each_case(name)):
        found = read(text, f"{name}-{number}", day, engine)
        labels[found.report] = label
        kept.apply(*shelf.place(found))
    together = {(label, kept.story_of[key]) for key, label in labels.items()}
    assert len(together) == len(set(labels.values())) == len(set(kept.story_of.values()))


def test_every_composed_case_on_one_shelf_stays_apart(engine: ReadingEngine) -> None:
    shelf, kept = StoryShelf(), Kept()
    labels: dict[str, str] = {}
    rows = [row for path in sorted(CASES.glob("*.tsv")) for row in each_case(path.name)]
    for number, (label, day, text) in enumerate(sorted(rows, key=lambda row: row[1])):
        found = read(text, f"all-{number}", day, engine)
        labels[found.report] = label
        kept.apply(*shelf.place(found))
    together = {(label, kept.story_of[key]) for key, label in labels.items()}
    assert len(together) == len(set(labels.values()))


def test_the_first_report_starts_a_story_and_says_that_none_is_near() -> None:
    (decision,) = StoryShelf().place(features(FERRY, "a"))
    assert (decision.step, decision.report, decision.score) == (StoryStep.START, "a", None)
    assert [reason.words for reason in decision.reasons] == ["no story is near"]


def test_a_report_that_says_the_same_joins_and_tells_names_and_days() -> None:
    shelf = StoryShelf()
    (start,) = shelf.place(features(FERRY, "a"))
    (join,) = shelf.place(features(FERRY, "b", day=2))
    assert (join.step, join.story) == (StoryStep.JOIN, start.story)
    told = " ".join(reason.words for reason in join.reasons)
    assert "Lindau" in told
    assert "with the story (1.00)" in told
    assert "2 days apart" in told


def test_the_shares_of_the_reasons_are_the_score() -> None:
    shelf = StoryShelf()
    decisions = [
        decision
        for number, text in enumerate((FERRY, STRIKE, FERRY, f"{STRIKE} {FERRY}"))
        for decision in shelf.place(features(text, str(number), day=number))
    ]
    scored = [each for each in decisions if each.score is not None]
    assert len(scored) >= 2
    assert all(
        isclose(sum(reason.share for reason in each.reasons), each.score or 0.0, abs_tol=1e-9)
        for each in scored
    )


def test_a_start_tells_the_nearest_story_and_what_it_lacks() -> None:
    shelf = StoryShelf()
    (first,) = shelf.place(features(FERRY, "a"))
    (second,) = shelf.place(features("The union asked the Lindau court for more pay.", "b", day=30))
    assert (second.step, second.other) == (StoryStep.START, first.story)
    assert second.score is not None
    assert second.score < 0


def test_a_report_is_placed_once() -> None:
    shelf = StoryShelf()
    assert len(shelf.place(features(FERRY, "a"))) == 1
    assert shelf.place(features(FERRY, "a")) == ()


def test_prints_of_one_origin_are_in_one_story_whatever_else_they_say() -> None:
    shelf = StoryShelf()
    (start,) = shelf.place(replace(features(FERRY, "a"), origin="wire"))
    (join,) = shelf.place(replace(features(STRIKE, "b"), origin="wire"))
    assert (join.step, join.story, join.score) == (StoryStep.JOIN, start.story, None)


def test_a_story_that_was_quiet_for_long_leaves_the_shelf() -> None:
    shelf = StoryShelf()
    (old,) = shelf.place(features(FERRY, "a"))
    (new,) = shelf.place(features(FERRY, "b", day=400))
    assert new.step is StoryStep.START
    assert old.story not in shelf.stories
    assert shelf.story_of("a") is None


def test_undated_reports_are_grouped_by_what_they_say() -> None:
    shelf = StoryShelf()
    (start,) = shelf.place(features(FERRY, "a", day=None))
    (join,) = shelf.place(features(FERRY, "b", day=None))
    assert join.story == start.story
    assert not any("apart" in reason.words for reason in join.reasons)


def ruled(kind: RulingKind, story: str, *, other: str = "", report: str = "") -> StoryRuling:
    return StoryRuling(
        kind=kind, story=story, other=other or None, report=report or None, made_by="Mira"
    )


def shelf_of_two() -> tuple[StoryShelf, Kept, str, str]:
    shelf, kept = StoryShelf(), Kept()
    for key, text in (("a", FERRY), ("b", STRIKE), ("c", FERRY), ("d", STRIKE)):
        kept.apply(*shelf.place(features(text, key)))
    return shelf, kept, kept.story_of["a"], kept.story_of["b"]


def test_two_stories_that_a_person_made_one_stay_one() -> None:
    shelf, kept, ferry, strike = shelf_of_two()
    kept.apply(*shelf.obey(ruled(RulingKind.ONE, ferry, other=strike)))
    kept.apply(*(each for key in "efgh" for each in shelf.place(features(STRIKE, key))))
    assert set(kept.story_of.values()) == {ferry}


def test_a_merge_can_be_undone_for_good_and_later_reports_keep_apart() -> None:
    shelf, kept, ferry, strike = shelf_of_two()
    kept.apply(*shelf.obey(ruled(RulingKind.ONE, ferry, other=strike)))
    kept.apply(*shelf.obey(ruled(RulingKind.APART, ferry, other=strike)))
    assert kept.story_of == {"a": ferry, "b": strike, "c": ferry, "d": strike}
    bridge = f"{FERRY} {STRIKE} {FERRY} {STRIKE}"
    kept.apply(*(each for key in "efgh" for each in shelf.place(features(bridge, key))))
    assert kept.story_of["a"] != kept.story_of["b"]


def test_a_report_that_belongs_elsewhere_goes_there_and_stays() -> None:
    shelf, kept, _, strike = shelf_of_two()
    (moved,) = shelf.obey(ruled(RulingKind.BELONGS, strike, report="c"))
    kept.apply(moved)
    assert (moved.step, moved.made_by, kept.story_of["c"]) == (StoryStep.SPLIT, "Mira", strike)
    kept.apply(*(each for key in "efghijkl" for each in shelf.place(features(STRIKE, key))))
    assert kept.story_of["c"] == kept.story_of["b"]


def test_a_report_may_belong_in_a_story_that_has_many_later_ones() -> None:
    shelf, kept = StoryShelf(), Kept()
    kept.apply(*shelf.place(features(STRIKE, "old")))
    for number in range(KEPT + 1):
        kept.apply(*shelf.place(features(FERRY, f"r{number}")))
    kept.apply(*shelf.obey(ruled(RulingKind.BELONGS, kept.story_of["r0"], report="old")))
    assert kept.story_of["old"] == kept.story_of["r0"]
    kept.apply(*shelf.place(features(STRIKE, "new")))
    assert kept.story_of["new"] != kept.story_of["old"]


def test_a_ruling_on_a_report_that_has_not_come_yet_is_obeyed_when_it_comes() -> None:
    shelf, kept, ferry, strike = shelf_of_two()
    assert shelf.obey(ruled(RulingKind.BELONGS, strike, report="e")) == ()
    assert shelf.obey(ruled(RulingKind.STRANGER, ferry, report="f")) == ()
    kept.apply(*shelf.place(features(FERRY, "e")), *shelf.place(features(FERRY, "f")))
    assert kept.story_of["e"] == strike
    assert kept.story_of["f"] != ferry


def test_a_stranger_leaves_and_its_story_is_never_merged_with_that_one() -> None:
    shelf, kept, ferry, _ = shelf_of_two()
    kept.apply(*shelf.obey(ruled(RulingKind.STRANGER, ferry, report="c")))
    kept.apply(*(each for key in "efghijkl" for each in shelf.place(features(FERRY, key))))
    assert kept.story_of["c"] != kept.story_of["a"]


def test_the_only_report_of_a_story_takes_the_story_with_it() -> None:
    shelf, kept, ferry, _ = shelf_of_two()
    kept.apply(*shelf.place(features("Snow closed the pass of Arl.", "e")))
    lone = kept.story_of["e"]
    kept.apply(*shelf.obey(ruled(RulingKind.BELONGS, ferry, report="e")))
    assert lone not in shelf.stories
    assert "e" in shelf.stories[ferry]


@pytest.mark.parametrize("kind", list(RulingKind))
def test_a_ruling_that_does_not_say_about_what_is_refused(kind: RulingKind) -> None:
    with pytest.raises(RefusedError, match="needs"):
        StoryShelf().obey(ruled(kind, "s"))


def test_a_story_is_not_ruled_on_with_itself() -> None:
    with pytest.raises(RefusedError, match="with itself"):
        StoryShelf().obey(ruled(RulingKind.ONE, "s", other="s"))


texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
placed = st.tuples(texts, st.integers(min_value=0, max_value=400) | st.none())
said = st.tuples(
    st.sampled_from(list(RulingKind)),
    st.integers(min_value=0, max_value=30),
    st.integers(min_value=0, max_value=30),
)
steps = st.lists(st.one_of(placed, placed, placed, said), max_size=30)


def happenings(
    shelf: StoryShelf, kept: Kept, done: list[tuple[object, ...]]
) -> Iterator[Happening]:
    """Place and rule as told; rulings are on stories and reports that were there once."""
    reports: list[str] = []
    stories: list[str] = []
    for number, step in enumerate(done):
        if isinstance(step[0], RulingKind):
            if len(stories) < 2:
                continue
            ruling = made_ruling(step, stories, reports)
            decided = shelf.obey(ruling) if ruling.other != ruling.story else ()
            if ruling.other == ruling.story:
                continue
            yield ruling, decided
        else:
            text, day = step
            found = features(str(text), f"r{number}", day=day if isinstance(day, int) else None)
            decided = shelf.place(found)
            reports.append(found.report)
            yield found, decided
        kept.apply(*decided)
        stories += [each.story for each in decided if each.story not in stories]


def made_ruling(step: tuple[object, ...], stories: list[str], reports: list[str]) -> StoryRuling:
    kind, first, second = step
    assert isinstance(kind, RulingKind)
    assert isinstance(first, int)
    assert isinstance(second, int)
    story = stories[first % len(stories)]
    if kind in {RulingKind.ONE, RulingKind.APART}:
        return ruled(kind, story, other=stories[second % len(stories)])
    return ruled(kind, story, report=reports[second % len(reports)])


@settings(max_examples=60, deadline=None)
@given(steps)
def test_every_report_is_in_exactly_one_story(done: list[tuple[object, ...]]) -> None:
    shelf, kept = StoryShelf(), Kept()
    every = list(happenings(shelf, kept, done))
    placed_ones = [what.report for what, _ in every if isinstance(what, StoryFeatures)]
    assert sorted(kept.story_of) == sorted(placed_ones)
    on_shelf = [(key, story) for story, keys in shelf.stories.items() for key in keys]
    assert len(on_shelf) == len(dict(on_shelf))
    assert all(shelf.story_of(key) == story for key, story in on_shelf)
    assert all(kept.story_of[key] == story for key, story in on_shelf)


@settings(max_examples=60, deadline=None)
@given(steps, st.integers(min_value=0, max_value=30))
def test_a_restart_changes_nothing(done: list[tuple[object, ...]], at: int) -> None:
    straight = list(happenings(StoryShelf(), Kept(), done))
    restarted = StoryShelf()
    restarted.restore(straight[:at])
    after: list[tuple[StoryDecision, ...]] = []
    for what, _ in straight[at:]:
        obeyed = isinstance(what, StoryRuling)
        after.append(
            restarted.obey(what) if isinstance(what, StoryRuling) else restarted.place(what)
        )
        assert obeyed == isinstance(what, StoryRuling)
    assert after == [tuple(decided) for _, decided in straight[at:]]


@settings(max_examples=60, deadline=None)
@given(steps, st.lists(texts, max_size=12))
def test_what_a_person_said_last_holds_for_good(
    done: list[tuple[object, ...]], later: list[str]
) -> None:
    shelf, kept = StoryShelf(), Kept()
    for each in ("a", "b", "c", "d"):
        kept.apply(*shelf.place(features(FERRY if each in "ac" else STRIKE, each, day=500)))
    list(happenings(shelf, kept, done))
    apart, bound = kept.story_of["a"], kept.story_of["b"]
    if apart != bound:
        kept.apply(*shelf.obey(ruled(RulingKind.APART, apart, other=bound)))
    kept.apply(*shelf.obey(ruled(RulingKind.BELONGS, kept.story_of["b"], report="d")))
    for number, text in enumerate(later):
        kept.apply(*shelf.place(features(f"{text} {FERRY}", f"later{number}", day=500)))
    assert apart == bound or kept.story_of["a"] != kept.story_of["b"]
    assert kept.story_of["d"] == kept.story_of["b"]


def test_the_shelf_looks_at_the_clock_of_reports_alone() -> None:
    first, second = StoryShelf(), StoryShelf()
    for shelf in (first, second):
        shelf.place(replace(features(FERRY, "a"), at=FIRST_DAY))
    assert first.stories == second.stories
