"""The stories near a report: found by arrays, the same as one by one."""

from collections.abc import Sequence
from heapq import nlargest
from itertools import islice
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.stories.made import features

from watchword.group.stories import bearers
from watchword.group.stories import index as index_room
from watchword.group.stories.bearers import FEW, LongRow, Row, change, with_story
from watchword.group.stories.comparing import ROUGH, dot_of, rough_score_of
from watchword.group.stories.dividing import _likeness
from watchword.group.stories.fitting import fit_of, fits_of
from watchword.group.stories.index import CANDIDATES
from watchword.group.stories.live import LiveStory
from watchword.group.stories.shelf import StoryShelf
from watchword.group.stories.stock import Stock
from watchword.group.stories.weights import KINDS, Weighed, Weigher
from watchword.model.story import StoryFeatures

WORDS = (
    *("ferry", "harbour", "strike", "union", "Aurora", "Lindau"),
    *("Belgrade", "Sloga", "diver", "pay", "court", "treaty"),
)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
streams = st.lists(sentences, min_size=1, max_size=30)


def placed(texts: Sequence[str]) -> tuple[Stock, Weighed]:
    """A shelf's stock after all texts but the last, and the last one weighed."""
    shelf = StoryShelf()
    for number, text in enumerate(texts[:-1]):
        shelf.place(features(text, f"r{number}", day=number))
    stock = shelf._stock
    return stock, stock.take_note(features(texts[-1], "asked", day=len(texts)))


def in_order(row: Row) -> dict[int, int]:
    """The stories of a term, the one put there last last."""
    if isinstance(row, dict):
        return row
    places, weights = row.latest(len(row))
    pairs = zip(places.tolist(), weights.tolist(), strict=True)
    return {place: int(weight) for place, weight in pairs if weight}


def nearest_one_by_one(stock: Stock, report: Weighed) -> list[str]:
    """Keys of the nearest stories, term by term, as the index says that it finds them."""
    near: dict[str, float] = {}
    for kind, share in zip(KINDS, (1.0, 0.5, 1.0), strict=True):
        dots: dict[str, int] = {}
        for term, weight in report.weights[kind].items():
            row = in_order(stock.index._bearers[kind].get(term, {}))
            for slot in islice(reversed(row), index_room.CROWDED):
                key = stock.index._slots.key(slot)
                dots[key] = dots.get(key, 0) + weight * row[slot]
        for key, dot in dots.items():
            length = report.lengths[kind] * sqrt(stock.stories[key].squares[kind])
            near[key] = near.get(key, 0.0) + share * dot / length
    return nlargest(CANDIDATES, near, key=lambda key: (near[key], key))


@settings(max_examples=60, deadline=None)
@given(streams, st.sampled_from(((0, 3), (0, 400), (2, 3), (24, 400))))
def test_the_nearest_stories_are_those_that_are_found_one_by_one(
    texts: list[str], bounds: tuple[int, int]
) -> None:
    few, crowded = bounds  # a term of few stories is never a crowded one
    assert few < crowded
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bearers, "FEW", few)
        patch.setattr(index_room, "CROWDED", crowded)
        stock, report = placed(texts)
        near = stock.index.nearest(report, stock.stories)
        assert [each.story.key for each in near] == nearest_one_by_one(stock, report)
        for each in near:
            assert each.dots == tuple(dot_of(report, each.story, kind) for kind in KINDS)


@settings(max_examples=60, deadline=None)
@given(streams)
def test_what_is_left_out_neither_fits_nor_is_the_best(texts: list[str]) -> None:
    stock, report = placed(texts)
    near = stock.index.nearest(report, stock.stories)
    every, some = (fits_of(report, near, every=each) for each in (True, False))
    assert [fit.score for fit in some[:1]] == [fit.score for fit in every[:1]]
    kept = {fit.story.key for fit in some}
    assert all(fit.score < 0 for fit in every if fit.story.key not in kept)
    assert some == [fit for fit in every if fit.story.key in kept]
    for fit in every:
        assert abs(rough_score_of(fit.signs, report.part) - fit.score) < ROUGH


def test_a_fit_is_the_same_whether_its_dots_are_given_or_found() -> None:
    stock, report = placed(["Aurora ferry Lindau", "Sloga strike Belgrade", "Aurora court Lindau"])
    for story, dots in stock.index.nearest(report, stock.stories):
        assert fit_of(report, story, dots) == fit_of(report, story)


@given(st.lists(sentences, min_size=2, max_size=8))
def test_likeness_of_all_pairs_is_that_of_each(texts: list[str]) -> None:
    weigher = Weigher()
    reports = [weigher.weigh(features(text, str(at)), None) for at, text in enumerate(texts)]
    likeness = _likeness(reports)
    for row, one in enumerate(reports):
        story = LiveStory("one")
        story.add(one)
        for column, other in enumerate(reports):
            cosines = [
                dot_of(other, story, kind) / (other.lengths[kind] * one.lengths[kind])
                for kind in KINDS
                if dot_of(other, story, kind)
            ]
            due = sum(cosines) / len(KINDS) if row != column else 0.0
            assert likeness[row, column] == pytest.approx(due, rel=1e-12)


def test_a_story_that_left_leaves_no_term_and_its_number_to_another() -> None:
    shelf = StoryShelf()
    for number in range(40):
        shelf.place(features(f"{WORDS[number % 12]} x{number}abc", f"r{number}", day=200 * number))
    stock = shelf._stock
    assert len(stock.stories) == len(stock.story_of) == len(stock.started) == 1
    assert len(stock.index._slots._keys) <= 2
    (story,) = stock.stories.values()
    assert stock.index._bearers["words"].keys() == story.sums["words"].keys()


def on(texts: Sequence[str], first: int) -> list[StoryFeatures]:
    return [features(text, f"{first}-{at}", day=first + at) for at, text in enumerate(texts)]


@settings(max_examples=60, deadline=None)
@given(streams, streams)
def test_what_has_left_the_shelf_can_never_be_asked_about_again(
    before: list[str], after: list[str]
) -> None:
    old, fresh = StoryShelf(), StoryShelf()
    for each in on(before, 0):
        old.place(each)
    late = on(after, 1_000)
    assert [old.place(each) for each in late] == [fresh.place(each) for each in late]


moves = st.lists(st.tuples(st.sampled_from("pcd"), st.integers(0, 9), st.integers(1, 5)))


@given(moves, st.integers(1, 6))
def test_a_long_row_holds_what_a_dictionary_holds(
    done: list[tuple[str, int, int]], most: int
) -> None:
    long, plain = LongRow({}), dict[int, int]()
    for move, place, weight in done:
        if move == "p":
            assert with_story(long, place, weight) is long
            with_story(plain, place, weight)
            assert len(plain) <= FEW
        elif place in plain:
            for row in (long, plain):
                change(row, place, weight if move == "c" else 0)
    assert in_order(long) == plain
    assert list(in_order(long)) == list(plain)
    places, weights = long.latest(most)
    latest = [pair for pair in zip(places.tolist(), weights.tolist(), strict=True) if pair[1]]
    assert latest == list(plain.items())[-most:]
