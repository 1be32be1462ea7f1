"""What people have said about stories, and what the shelf may therefore not do.

Invariant: a ruling holds for good, through every merge and split after it, until a later ruling
says otherwise. It is about the story that a key stands for now: one that was merged stands for
the story it went into.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator


class Rulings:
    """Which stories are apart or whole, and where reports belong or do not."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._became: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._one: set[frozenset[str]] = set()
        self._home: dict[str, str] = {}
        self._barred: dict[str, dict[str, None]] = defaultdict(dict)

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
