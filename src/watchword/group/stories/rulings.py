"""What people have said about stories, and what the shelf may therefore not do.

Invariant: a ruling holds for good, through every merge and split after it, until a later ruling
says otherwise. It is about the story that a key stands for now: one that was merged stands for
the story it went into.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from watchword.errors import StoreError

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that rulings hold, as pairs of keys.

    Attributes:
        became: a story that was merged, and the one that it went into.
        apart: two stories that are not one.
        one: two stories that are one.
        home: a report and the story that it belongs in.
        barred: a report and a story that it does not belong in.
    """

    became: Pairs = ()
    apart: Pairs = ()
    one: Pairs = ()
    home: Pairs = ()
    barred: Pairs = ()


class Rulings:
    """Which stories are apart or whole, and where reports belong or do not."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._became: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._one: set[frozenset[str]] = set()
        self._home: dict[str, str] = {}
        self._barred: dict[str, dict[str, None]] = defaultdict(dict)

    @property
    def all_said(self) -> Said:
        """All that they hold."""
        return Said(
            became=tuple(self._became.items()),
            apart=_pairs_of(self._apart),
            one=_pairs_of(self._one),
            home=tuple(self._home.items()),
            barred=tuple(
                (report, story) for report, stories in self._barred.items() for story in stories
            ),
        )

    def take_up(self, said: Said) -> None:
        """Bring new rulings to where others are.

        Raises:
            StoreError: if stories went into each other in a circle.
        """
        self._became = dict(said.became)
        if _goes_round(self._became):
            raise StoreError("stories went into each other in a circle")
        self._apart = set(map(frozenset, said.apart))
        self._one = set(map(frozenset, said.one))
        self._home = dict(said.home)
        for report, story in said.barred:
            self._barred[report][story] = None

    def story_of(self, key: str) -> str:
        """The story that a key stands for now."""
        return list(self._path(key))[-1]

    def home_of(self, report: str) -> str | None:
        """The story that a report belongs in, None where nobody said."""
        return self.story_of(self._home[report]) if report in self._home else None

    def barred_from(self, report: str) -> set[str]:
        """The stories that a report does not belong in."""
        return {self.story_of(story) for story in self._barred.get(report, ())}

    def are_apart(self, story: str, other: str) -> bool:
        """Whether two stories are not one."""
        return frozenset((self.story_of(story), self.story_of(other))) in self._standing_apart()

    def is_whole(self, story: str) -> bool:
        """Whether a story is of two that a person made one."""
        return any({self.story_of(key) for key in pair} == {story} for pair in self._one)

    def say_apart(self, story: str, other: str) -> None:
        """Two stories are not one."""
        pair = frozenset((story, other))
        self._one = {said for said in self._one if said != pair}
        self._apart.add(pair)

    def say_one(self, story: str, other: str) -> None:
        """Two stories are one."""
        kept = frozenset((self.story_of(story), self.story_of(other)))
        self._apart = {said for said in self._apart if frozenset(map(self.story_of, said)) != kept}
        self._one.add(frozenset((story, other)))

    def say_belongs(self, report: str, story: str) -> None:
        """A report belongs in a story."""
        self._home[report] = story
        for barred in list(self._barred.get(report, ())):
            if self.story_of(barred) == self.story_of(story):
                del self._barred[report][barred]

    def say_stranger(self, report: str, story: str) -> None:
        """A report does not belong in a story."""
        if self.home_of(report) == self.story_of(story):
            del self._home[report]
        self._barred[report][story] = None

    def let_in(self, reports: Iterable[str], story: str) -> None:
        """Forget that some reports did not belong in a story."""
        for report in reports:
            for barred in list(self._barred.get(report, ())):
                if self.story_of(barred) == self.story_of(story):
                    del self._barred[report][barred]

    def note_merge(self, other: str, story: str) -> None:
        """The other story went into the story."""
        self._became[other] = story

    def note_return(self, story: str) -> None:
        """A story that had been merged is one of its own again."""
        self._became.pop(story, None)

    def went_through(self, started: str, story: str) -> bool:
        """Whether what started in one story was in another before it came where it is."""
        return story in self._path(started)

    def _standing_apart(self) -> set[frozenset[str]]:
        return {frozenset(map(self.story_of, pair)) for pair in self._apart}

    def _path(self, key: str) -> Iterator[str]:
        yield key
        while key in self._became:
            key = self._became[key]
            yield key


def _pairs_of(pairs: Iterable[frozenset[str]]) -> Pairs:
    """Pairs in the order of the alphabet, a story and itself among them."""
    return tuple(sorted((min(pair), max(pair)) for pair in pairs))


def _goes_round(became: Mapping[str, str]) -> bool:
    """Whether a way along what stories became comes back to where it was."""
    ends: set[str] = set()
    for start in became:
        path: dict[str, None] = {}
        key = start
        while key in became and key not in ends:
            if key in path:
                return True
            path[key] = None
            key = became[key]
        ends.update(path)
    return False
