"""A shelf that was kept and taken up is the one that met everything."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta
from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.stories.made import FERRY, Kept, features
from tests.group.stories.test_index import in_order
from tests.group.stories.test_shelf import WORDS, happenings, ruled, said

from watchword.errors import StoreError
from watchword.group.stories import bearers, fitting, index, live, stock, taking_up, weights
from watchword.group.stories.kept import COLUMNS, KeptShelf, column_of, numbers_in
from watchword.group.stories.shelf import Happening, StoryShelf
from watchword.group.stories.taking_up import reports_in
from watchword.model.story import (
    RulingKind,
    StoryDecision,
    StoryFeatures,
    StoryRuling,
    StoryStep,
)

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
on_a_day = st.tuples(texts, st.integers(min_value=0, max_value=60) | st.none())
steps = st.lists(st.one_of(on_a_day, on_a_day, on_a_day, on_a_day, said), min_size=1, max_size=40)
Bounds = tuple[int, int, int]


@contextmanager
def small(bounds: Bounds) -> Iterator[None]:
    """A shelf on which few reports are many, few stories crowd a term, and a month is long."""
    days, most, crowded = bounds
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stock, "WINDOW", timedelta(days=days))
        patch.setattr(weights, "COUNTED_FOR", timedelta(days=days // 2))
        for room in (live, fitting, taking_up):
            patch.setattr(room, "KEPT", most)
        patch.setattr(bearers, "FEW", crowded - 1)
        patch.setattr(index, "CROWDED", crowded)
        yield


bounds = st.sampled_from([(180, 20, 400), (30, 20, 4), (30, 4, 2), (10, 3, 1), (400, 5, 2)])


def decided_by(shelf: StoryShelf, what: StoryFeatures | StoryRuling) -> tuple[StoryDecision, ...]:
    return shelf.obey(what) if isinstance(what, StoryRuling) else shelf.place(what)


def found_for(kept: KeptShelf, every: Sequence[Happening]) -> Mapping[str, StoryFeatures]:
    """What the reports that a kept shelf needs are grouped by, and no others."""
    needed = set(reports_in(kept))
    told = (what for what, _ in every if isinstance(what, StoryFeatures))
    return {each.report: each for each in told if each.report in needed}


def held_by(shelf: StoryShelf) -> list[object]:
    """All that a shelf decides on."""
    on = shelf._stock
    key = on.index._slots.key
    rows = {
        (kind, term): [(key(slot), weight) for slot, weight in in_order(row).items()]
        for kind, terms in on.index._bearers.items()
        for term, row in terms.items()
    }
    stories = [
        (
            *(each.key, each.touched, each.last, list(each.reports), list(each.origins)),
            *(each.sums, each.squares, each.lengths, each.directed, each.numbers, each.events),
            *(each.countries, each.country_squares),
            [(member.number, member.features, member.weights) for member in each.members],
            [] if not each.directed or each.direction is None else list(each.direction),
        )
        for each in on.stories.values()
    ]
    return [
        *(rows, stories, on.story_of, on.started, on.origins, on.now, on.rulings.all_said),
        *(on.weigher.weighed, list(on.weigher.counted), on.weigher._counts),
    ]


def rich(step: StoryFeatures, number: int) -> StoryFeatures:
    """With an origin, countries, events and a meaning, of which each some are alike."""
    vector = np.random.default_rng(number % 5).normal(size=8)
    return replace(
        step,
        origin=f"wire {number % 9}" if number % 3 == 0 else None,
        countries=(("KP", 1 + number % 2), ("RU", 1)) if number % 2 else (),
        events=(("PROTEST", 1),) if number % 4 else (),
        vector=(vector / np.sqrt(vector @ vector)).astype("<f2").tobytes() if number % 3 else None,
    )


class Rich(StoryShelf):
    """A shelf whose reports say more than words."""

    def place(self, features: StoryFeatures) -> tuple[StoryDecision, ...]:
        """Put the report, with more, into a story."""
        return super().place(rich(features, int(features.report[1:])))


def all_told(done: list[tuple[object, ...]]) -> list[Happening]:
    told = happenings(Rich(), Kept(), done)
    return [
        (rich(what, int(what.report[1:])) if isinstance(what, StoryFeatures) else what, decided)
        for what, decided in told
    ]


@settings(max_examples=250, deadline=None)
@given(steps, st.integers(0, 40), st.integers(0, 40), bounds)
def test_a_shelf_kept_anywhere_and_taken_up_decides_what_one_that_met_everything_decides(
    done: list[tuple[object, ...]], first: int, second: int, least: Bounds
) -> None:
    with small(least):
        every = all_told(done)
        shelf, at = StoryShelf(), 0
        for cut in sorted((first, second)):
            shelf.restore(every[at:cut])
            at = min(cut, len(every))
            kept, met = shelf.keep(), shelf
            shelf = StoryShelf()
            shelf.take_up(kept, found_for(kept, every))
            assert held_by(shelf) == held_by(met)
            assert shelf.keep() == kept
        assert [decided_by(shelf, what) for what, _ in every[at:]] == [
            tuple(decided) for _, decided in every[at:]
        ]


def told_of(chance: Random, number: int) -> str:
    """A report of one of 30 matters that run into each other and apart again."""
    matter = chance.randrange(30)
    other = (matter + 1 + number // 150) % 30 if chance.random() < 0.5 else matter
    letters = ("abcdefghijklmnopqrstuvwxyzABCD"[each] for each in (matter, other))
    own = [f"{WORDS[chance.randrange(12)]}{letter}{at}x" for letter in letters for at in range(4)]
    return " ".join([*(own[: chance.randrange(3, 9)]), *chance.choices(WORDS, k=4)])


def crowd() -> Iterator[Happening]:
    """Many reports of a few happenings, undated ones among them, with rulings between."""
    shelf, stories, reports = StoryShelf(), list[str](), list[str]()
    chance, say = Random(7), list(RulingKind)  # noqa: S311 - the same each time
    for number in range(600):
        day = None if number % 17 == 0 else number // 8
        found = rich(features(told_of(chance, number), f"r{number}", day=day), number)
        decided = shelf.place(found)
        yield found, decided
        reports.append(found.report)
        stories += [each.story for each in decided if each.story not in stories]
        if number % 11 == 10:
            kind, one, other = say[number % 4], stories[-1], chance.choice(stories)
            pair = kind in {RulingKind.ONE, RulingKind.APART}
            if one != other:
                report = "" if pair else chance.choice(reports[-60:])
                ruling = ruled(kind, one, other=other if pair else "", report=report)
                yield ruling, shelf.obey(ruling)


@cache
def crowded() -> tuple[Happening, ...]:
    with small((30, 5, 3)):
        return tuple(crowd())


def test_where_stories_crowd_merge_split_and_leave_the_order_of_the_index_is_taken_up() -> None:
    every = crowded()
    assert {each.step for _, decided in every for each in decided} == set(StoryStep)
    were_left = set[bool]()
    with small((30, 5, 3)):
        met = StoryShelf()
        for cut in range(3, len(every), 3):
            met.restore(every[cut - 3 : cut])
            kept, shelf = met.keep(), StoryShelf()
            shelf.take_up(kept, found_for(kept, every))
            assert held_by(shelf) == held_by(met)
            were_left |= {bool(each) for each in numbers_in(kept, "puts")[2::3]}
    assert were_left == {False, True}
    assert len(met.stories) < 12


@pytest.mark.parametrize("cut", [60, 180, 311, 433, 590])
def test_what_comes_after_is_decided_in_the_same_way_where_stories_crowd(cut: int) -> None:
    every = crowded()
    with small((30, 5, 3)):
        met, shelf = StoryShelf(), StoryShelf()
        met.restore(every[:cut])
        kept = met.keep()
        shelf.take_up(kept, found_for(kept, every))
        for what, decided in every[cut:]:
            assert decided_by(shelf, what) == tuple(decided)


def kept_and_found() -> tuple[KeptShelf, Mapping[str, StoryFeatures]]:
    every = crowded()[:120]
    with small((30, 5, 3)):
        shelf = StoryShelf()
        shelf.restore(every)
        kept = shelf.keep()
        return kept, found_for(kept, every)


def taken_up(kept: KeptShelf, found: Mapping[str, StoryFeatures]) -> StoryShelf:
    shelf = StoryShelf()
    shelf.take_up(kept, found)
    return shelf


def test_a_shelf_is_not_taken_up_where_a_report_is_missing() -> None:
    kept, found = kept_and_found()
    without = dict(found)
    del without[reports_in(kept)[-1]]
    with pytest.raises(StoreError, match="hold together"):
        taken_up(kept, without)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_that_breaks_off_is_refused(name: str) -> None:
    kept, found = kept_and_found()
    column: bytes = getattr(kept, name)
    for damaged in (column + b"\0", column + column_of(name, (2**31 - 1,))):
        with pytest.raises(StoreError):
            taken_up(replace(kept, **{name: damaged}), found)


names_of_columns = st.sampled_from(COLUMNS)


@settings(max_examples=150, deadline=None)
@given(names_of_columns, st.integers(0, 10_000), st.integers(-3, 2**31 - 1) | st.integers(-3, 40))
def test_whatever_is_damaged_a_shelf_is_refused_or_can_be_worked_with(
    name: str, at: int, number: int
) -> None:
    kept, found = kept_and_found()
    numbers = numbers_in(kept, name)
    if not len(numbers):
        return
    numbers[at % len(numbers)] = number
    damaged = replace(kept, **{name: column_of(name, [int(each) for each in numbers])})
    with small((30, 5, 3)):
        try:
            shelf = taken_up(damaged, found)
        except StoreError:
            return
        for what, _ in crowded()[120:200]:
            decided_by(shelf, what)


@pytest.mark.parametrize("weighed", [-1, 5, 2**62 + 1, 10**40])
def test_a_count_of_reports_that_cannot_be_is_refused(weighed: int) -> None:
    kept, found = kept_and_found()
    with pytest.raises(StoreError, match="hold together"):
        taken_up(replace(kept, weighed=weighed), found)


@pytest.mark.parametrize("now", [2**63, 10**40, -(10**20)])
def test_an_instant_that_no_calendar_has_is_refused(now: int) -> None:
    kept, found = kept_and_found()
    with pytest.raises(StoreError, match="hold together"):
        taken_up(replace(kept, now=now), found)


def test_stories_that_went_into_each_other_in_a_circle_are_refused() -> None:
    kept, found = kept_and_found()
    one, other = (int(each) for each in numbers_in(kept, "stories")[:2])
    circle = column_of("became", (one, other, other, one))
    with pytest.raises(StoreError, match="circle"):
        taken_up(replace(kept, became=circle), found)


def test_every_value_is_a_number_a_key_or_bytes() -> None:
    kept, _ = kept_and_found()
    told = {each.name: type(getattr(kept, each.name)) for each in fields(KeptShelf)}
    assert set(told.values()) == {int, tuple, bytes}


def test_an_empty_shelf_is_kept_and_taken_up() -> None:
    shelf = taken_up(StoryShelf().keep(), {})
    assert shelf.place(features(FERRY, "a")) == StoryShelf().place(features(FERRY, "a"))
