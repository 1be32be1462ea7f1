"""Taking up a shelf that was kept, from its values and what its reports are grouped by.

Invariant: the shelf decides what the one that was kept would have decided. Values that do not hold
together are refused: a record may come from anybody.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from watchword.errors import StoreError
from watchword.group.stories.kept import KeptShelf, Numbers, instant_of, numbers_in
from watchword.group.stories.live import KEPT, LiveStory
from watchword.group.stories.rulings import Pairs, Said
from watchword.group.stories.stock import Stock
from watchword.group.stories.weights import KINDS, Weighed, weighed_as
from watchword.model.story import StoryFeatures

Features = Mapping[str, StoryFeatures]
MOST_WEIGHED = 2**62
"""Reports that were weighed, at most, so that those to come can be numbered in 64 bits."""


def reports_in(kept: KeptShelf) -> tuple[str, ...]:
    """Keys of the reports that a shelf cannot be taken up without.

    Raises:
        StoreError: if the values do not hold together.
    """
    columns = _Columns(kept)
    return tuple(dict.fromkeys((*columns.keys("counted"), *columns.keys("held"))))


def stock_of(kept: KeptShelf, features: Features) -> Stock:
    """The stock that `keeping.kept_of` told the values of.

    Args:
        kept: the values.
        features: what the reports that `reports_in` names are grouped by, by their keys.

    Raises:
        StoreError: if the values do not hold together, or a report is missing.
    """
    try:
        return _stock(_Columns(kept), features)
    except (IndexError, KeyError, ValueError, OverflowError) as error:
        raise StoreError("what is kept of the shelf does not hold together") from error


class _Columns:
    """The values, column by column."""

    def __init__(self, kept: KeptShelf) -> None:
        """Take them as they are."""
        self.kept = kept
        _refuse("a key stands there twice", where=len(set(kept.names)) != len(kept.names))

    def numbers(self, column: str, below: int, *, least: int = 0) -> list[int]:
        """Numbers in a range, its end excluded."""
        numbers = numbers_in(self.kept, column)
        _refuse(f"{column} out of range", where=_leaves(numbers, least, below))
        found: list[int] = numbers.tolist()
        return found

    def keys(self, column: str) -> list[str]:
        """Keys."""
        names = self.kept.names
        return [names[each] for each in self.numbers(column, len(names))]

    def pairs(self, column: str) -> Pairs:
        """Pairs of keys."""
        keys = self.keys(column)
        return tuple(zip(keys[::2], keys[1::2], strict=True))

    def parts(self, sizes: str, *columns: str) -> Iterator[tuple[list[str], ...]]:
        """Columns of keys cut into parts of the sizes that another one tells."""
        keys = [self.keys(column) for column in columns]
        counts = self.numbers(sizes, 2**31)
        _refuse(f"{sizes} do not add up", where={len(each) for each in keys} != {sum(counts)})
        at = 0
        for count in counts:
            yield tuple(each[at : at + count] for each in keys)
            at += count


def _stock(columns: _Columns, features: Features) -> Stock:
    kept, stock = columns.kept, Stock()
    _refuse("so many are never weighed", where=not 0 <= kept.weighed <= MOST_WEIGHED)
    stock.now = instant_of(kept.now)
    counted = zip(numbers_in(kept, "counted_at"), columns.keys("counted"), strict=True)
    stock.weigher.take_up(
        kept.weighed, ((instant_of(int(at)), features[key]) for at, key in counted)
    )
    stories = list(_each_story(columns, stock))
    stock.origins.update(columns.pairs("homes"))
    _put_in(columns, stories, _held(columns, features), stock)
    stock.rulings.take_up(
        Said(
            became=columns.pairs("became"),
            apart=columns.pairs("apart"),
            one=columns.pairs("one"),
            home=columns.pairs("home"),
            barred=columns.pairs("barred"),
        )
    )
    return stock


def _each_story(columns: _Columns, stock: Stock) -> Iterator[LiveStory]:
    """The stories with the keys of their reports, put into the stock, without what those say."""
    rows = zip(
        columns.keys("stories"),
        numbers_in(columns.kept, "touched"),
        columns.parts("sizes", "reports", "started"),
        columns.parts("printed", "origins"),
        strict=True,
    )
    for key, touched, (reports, started), (origins,) in rows:
        _refuse("a story stands there twice", where=key in stock.stories)
        story = stock.stories[key] = LiveStory(key)
        story.touched = instant_of(int(touched))
        story.origins.update(dict.fromkeys(origins))
        story.reports.update(dict.fromkeys(reports))
        for report, first in zip(reports, started, strict=True):
            _refuse("a report is in two stories", where=report in stock.story_of)
            stock.story_of[report], stock.started[report] = key, first
        yield story


def _held(columns: _Columns, features: Features) -> list[Weighed]:
    """The reports that were put into stories, with their weights."""
    numbers = columns.numbers("numbers", columns.kept.weighed + 1, least=1)
    _refuse("reports are out of order", where=numbers != sorted(set(numbers)))
    weights = iter(columns.numbers("weights", 2**31))
    held = [
        weighed_as(number, features[key], _weights(features[key], weights))
        for number, key in zip(numbers, columns.keys("held"), strict=True)
    ]
    _refuse("there are more weights than terms", where=next(weights, None) is not None)
    return held


def _weights(features: StoryFeatures, weights: Iterator[int]) -> dict[str, dict[str, int]]:
    """By kind, what the terms of a report weigh; takes as many weights as it has terms."""
    terms = zip(KINDS, (features.words, features.pairs, features.names), strict=True)
    return {
        kind: {
            term: weight
            for (term, _), weight in ((each, next(weights, -1)) for each in counted)
            if _is_weight(weight)
        }
        for kind, counted in terms
    }


def _is_weight(weight: int) -> bool:
    _refuse("there are fewer weights than terms", where=weight < 0)
    return weight > 0


def _put_in(
    columns: _Columns, stories: Sequence[LiveStory], held: Sequence[Weighed], stock: Stock
) -> None:
    """Put the reports into their stories, and the terms of these into the index, in order."""
    flat = iter(columns.numbers("puts", max(len(stories), len(held), 2)))
    rows = list(zip(flat, flat, flat, strict=True))
    members: dict[int, list[int]] = defaultdict(list)
    for place, report, left in rows:
        if not left:
            key = held[report].features.report
            home = stock.story_of.get(key)
            _refuse("a report is put elsewhere", where=home != stories[place].key)
            members[place].append(report)
    for place, reports in members.items():
        _refuse("a report is put into a story twice", where=len(set(reports)) != len(reports))
        _refuse("too many reports of a story are held", where=len(reports) > KEPT)
        stories[place].add(*(held[each] for each in sorted(reports)))
    for story, last in zip(stories, numbers_in(columns.kept, "last"), strict=True):
        story.last = instant_of(int(last))
    for place, report, left in rows:
        stock.index.add(held[report], stories[place], is_left=bool(left))


def _leaves(numbers: Numbers, least: int, below: int) -> bool:
    return bool(numbers.size) and not least <= numbers.min() <= numbers.max() < below


def _refuse(what: str, *, where: bool) -> None:
    if where:
        raise StoreError(f"what is kept of the shelf does not hold together: {what}")
