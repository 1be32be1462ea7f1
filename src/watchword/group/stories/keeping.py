"""Telling what a shelf holds, in values that can be kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from watchword.group.stories.kept import COLUMNS, KeptShelf, column_of, count_of
from watchword.group.stories.live import LiveStory
from watchword.group.stories.rulings import Pairs, Rulings
from watchword.group.stories.stock import Stock
from watchword.group.stories.weights import KINDS, Weighed, Weigher, terms_of


def kept_of(stock: Stock) -> KeptShelf:
    """What a stock holds, as `taking_up.stock_of` takes it up."""
    told = _Told()
    told.tell_counted(stock.weigher)
    stories = tuple(stock.stories.values())
    for story in stories:
        told.tell_story(story, stock)
    told.add("homes", (told.place(key) for pair in stock.origins.items() for key in pair))
    told.tell_puts(stories)
    told.tell_rulings(stock.rulings)
    return told.kept(stock)


class _Told:
    """What has been told so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._names: dict[str, int] = {}
        self._columns: dict[str, list[int]] = defaultdict(list)

    def place(self, key: str) -> int:
        """The place of a key among the names."""
        return self._names.setdefault(key, len(self._names))

    def add(self, column: str, numbers: Iterable[int]) -> None:
        """Tell numbers."""
        self._columns[column].extend(numbers)

    def tell_counted(self, weigher: Weigher) -> None:
        """Tell which reports count."""
        for at, report in weigher.counted:
            self.add("counted", (self.place(report),))
            self.add("counted_at", (count_of(at),))

    def tell_story(self, story: LiveStory, stock: Stock) -> None:
        """Tell a story's reports and origins."""
        self.add("stories", (self.place(story.key),))
        self.add("touched", (count_of(story.touched),))
        self.add("last", (count_of(story.last),))
        self.add("sizes", (len(story.reports),))
        self.add("reports", map(self.place, story.reports))
        self.add("started", (self.place(stock.started[each]) for each in story.reports))
        self.add("printed", (len(story.origins),))
        self.add("origins", map(self.place, story.origins))

    def tell_puts(self, stories: Iterable[LiveStory]) -> None:
        """Tell which reports were put into the stories, in which order, and what they weigh."""
        puts = sorted(
            ((put, place) for place, story in enumerate(stories) for put in story.puts),
            key=lambda entry: entry[0].turn,
        )
        held = {put.report.number: put.report for put, _ in puts}
        numbers = sorted(held)
        for number in numbers:
            report = held[number]
            self.add("held", (self.place(report.features.report),))
            self.add("weights", _each_weight(report))
        self.add("numbers", numbers)
        at = {number: place for place, number in enumerate(numbers)}
        for put, place in puts:
            self.add("puts", (place, at[put.report.number], put.is_left))

    def tell_rulings(self, rulings: Rulings) -> None:
        """Tell what people said."""
        said = rulings.all_said
        pairs: dict[str, Pairs] = {
            "became": said.became,
            "apart": said.apart,
            "one": said.one,
            "home": said.home,
            "barred": said.barred,
        }
        for column, each in pairs.items():
            self.add(column, (self.place(key) for pair in each for key in pair))

    def kept(self, stock: Stock) -> KeptShelf:
        """All that was told."""
        columns = {name: column_of(name, self._columns[name]) for name in COLUMNS}
        return KeptShelf(
            now=count_of(stock.now),
            weighed=stock.weigher.weighed,
            names=tuple(self._names),
            **columns,
        )


def _each_weight(report: Weighed) -> Iterator[int]:
    for kind in KINDS:
        weights = report.weights[kind]
        for term, _ in terms_of(report.features, kind):
            yield weights.get(term, 0)
