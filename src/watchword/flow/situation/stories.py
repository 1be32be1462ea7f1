"""Putting what was read into stories, in the order it was read; rulings before what they speak of.

Invariant: the stories of a record are those of one shelf that met everything in order, whichever
processes did the work and however often they were stopped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from watchword.errors import MissingError, RefusedError
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.story_shelves import (
    OFTEN,
    RULED,
    WORK,
    keep_where_worth_it,
    progress_on,
    restored_shelf,
)
from watchword.flow.situation.turns import Turn, work_in_turn
from watchword.flow.situation.waiting import STORIES, Pages, ToTell
from watchword.group.stories import StoryShelf, story_of
from watchword.group.stories.decisions import parted_by
from watchword.model.decision import Decision, DecisionKind
from watchword.model.page import ByTime
from watchword.model.story import RulingKind, Story, StoryDecision, StoryRuling
from watchword.store import Store, View
from watchword.store.browsing.stories import StoriesAsked
from watchword.store.browsing.stories import newest_stories as outlines
from watchword.store.decisions import each_standing_decision
from watchword.store.members import keys_beginning, members_of
from watchword.store.progress import progress_of, set_progress
from watchword.store.readings import count_readings_after
from watchword.store.stories import (
    Happening,
    add_happenings,
    each_membership,
    features_for,
    steps_of,
    stories_named,
    traced_among,
)
from watchword.store.transactions import BEGINNING

SAME, OTHER = DecisionKind.SAME_STORY, DecisionKind.OTHER_STORY


class StoryKeeper:
    """Keeps the shelf of one process, so that it is restored once and not for every run.

    Args:
        store: the record.
        pages: works out what is told; this process does unless given.
    """

    def __init__(self, store: Store, pages: Pages[ToTell] | None = None) -> None:
        self._store = store
        self._pages = pages or STORIES.pages()
        self._shelf: StoryShelf | None = None
        self._at = (0, 0)
        self._fresh = 0

    def tell_waiting(self, watch: Watcher = unwatched) -> int:
        """Put every reading that waits for it into a story, and give how many that were.

        Args:
            watch: is told how far it has come.

        Raises:
            StoreError: if the store cannot be written; what was added before is kept.
        """
        return work_in_turn(
            self._store,
            WORK,
            lambda: self._waiting() == 0,
            lambda turn: self._tell_all(turn, watch),
        )

    def obey_waiting(self) -> bool:
        """Move reports as people say, and place none; False where another process has the turn.

        A large record's reports are moved in seconds that way: who moves them need not know what
        each report is grouped by.

        Raises:
            StoreError: if the store cannot be written.
        """
        turn = Turn(self._store, WORK)
        if not turn.take():
            return False
        try:
            with self._store.viewing() as view:
                at = progress_on(view)
                rulings = _rulings_after(view, at[1])
                shelf = StoryShelf()
                shelf.restore(each_membership(view) if rulings else ())
                happenings = [_obeyed(shelf, ruling) for _, ruling in rulings]
            if rulings:
                self._add(happenings, (at, (at[0], rulings[-1][0])), {})
        finally:
            turn.end()
        return True

    def _tell_all(self, turn: Turn, watch: Watcher) -> int:
        done, total = 0, self._waiting()
        while True:
            with self._store.viewing() as view:
                at = progress_on(view)
                shelf = self._shelf_at(view, at)
                rulings = _rulings_after(view, at[1])
                page = [] if rulings else self._pages(view, at[0])
                if not rulings and not page:
                    break
                happenings = [_obeyed(shelf, ruling) for _, ruling in rulings]
                happenings += _placed(view, shelf, page)
            self._shelf = None  # until what it has decided is in the record
            then = (page[-1].number if page else at[0], rulings[-1][0] if rulings else at[1])
            packed = {each.features.report: each.packed for each in reversed(page)}
            if not self._add(happenings, (at, then), packed):
                return done
            self._shelf, self._at = shelf, then
            turn.take()
            done += len(page) + len(rulings)
            self._fresh += len(page) + len(rulings)
            self._keep(least=OFTEN)
            watch(Stand(step=Step.STORIES, done=done, total=max(total, done)))
        self._keep(least=1)
        return done

    def _keep(self, *, least: int) -> None:
        """Keep the shelf where that is worth it and so much came since that was looked at last."""
        if self._shelf is not None and self._fresh >= least:
            keep_where_worth_it(self._store, self._shelf, self._at)
            self._fresh = 0

    def _add(
        self,
        happenings: Sequence[Happening | None],
        steps: tuple[tuple[int, int], tuple[int, int]],
        packed: Mapping[str, bytes],
    ) -> bool:
        """Add what was placed and obeyed; False where another process has taken over."""
        at, then = steps
        with self._store.writing() as writing:
            if progress_on(writing) != at:
                return False
            add_happenings(writing, [each for each in happenings if each is not None], packed)
            for work, before, after in zip((WORK, RULED), at, then, strict=True):
                if after != before:
                    set_progress(writing, work, after)
        return True

    def _shelf_at(self, view: View, at: tuple[int, int]) -> StoryShelf:
        """The shelf of this process, or a new one where others have been at work since."""
        if self._shelf is not None and self._at == at:
            return self._shelf
        return restored_shelf(view)

    def _waiting(self) -> int:
        with self._store.viewing() as view:
            rulings = _rulings_after(view, progress_of(view, RULED))
            return len(rulings) + count_readings_after(view, progress_of(view, WORK))


def told_stories(view: View, stories: Mapping[str, tuple[str, ...]]) -> tuple[Story, ...]:
    """Stories with their names and times, as they are shown; in the order given."""
    features = features_for(view, [key for reports in stories.values() for key in reports])
    return tuple(
        story_of(key, [features[each] for each in reports if each in features])
        for key, reports in stories.items()
    )


def newest_stories(view: View, *, most: int, least: int = 1) -> tuple[Story, ...]:
    """The stories with the newest reports, the newest first.

    Args:
        view: the record, as known at an instant.
        most: how many.
        least: fewest reports of a story.
    """
    keys: list[str] = []
    after: ByTime | None = None
    while len(keys) < most:
        page = outlines(view, StoriesAsked(least=least, after=after, most=most - len(keys)))
        keys += [each.key for each in page.rows]
        if not isinstance(page.next, ByTime):
            break
        after = page.next
    return told_stories(view, members_of(view, keys))


def show_story(view: View, name: str) -> tuple[Story, tuple[StoryDecision, ...]]:
    """A story by its key or the beginning of it, with the steps that led to it.

    Raises:
        RefusedError: if there is no such story, or several.
    """
    key = story_named(view, name)
    (story,) = told_stories(view, members_of(view, [key]))
    return story, steps_of(view, key)


def story_named(view: View, name: str) -> str:
    """The key of a story that is there, from the beginning of it.

    Raises:
        RefusedError: if there is no such story, or several.
    """
    found = keys_beginning(view, name)
    if len(found) != 1:
        told = "several stories begin so" if found else "there is no such story"
        raise MissingError(told, key=name, mend="see `watchword stories`")
    return found[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says about stories.

    Attributes:
        kind: that things are on one happening, or on different ones.
        subject: key of a story or of a report.
        value: key of a story; one that a report begins by leaving another may not be there yet.
    """

    kind: DecisionKind
    subject: str
    value: str | None


def check_story_decisions(view: View, said: Sequence[Said]) -> None:
    """See that decisions on stories name stories, or a report and a story.

    Args:
        view: the record.
        said: what is decided at once, in order; a story that one begins may be named by the next.

    Raises:
        RefusedError: if one does not.
    """
    named = _named_in(view, said)
    for each in said:
        if _ruling(each, "", named) is None:
            raise RefusedError(
                "this names no two stories, and no report and a story",
                key=f"{each.subject} {each.value or ''}".strip(),
                mend="see `watchword stories`",
            )


def has_rulings_waiting(view: View) -> bool:
    """Whether people said something about stories that has not been obeyed yet."""
    return bool(_rulings_after(view, progress_of(view, RULED)))


def is_waiting(view: View, made: Decision) -> bool:
    """Whether a decision on stories has not been obeyed yet."""
    return _number_of(made) > progress_of(view, RULED)


def _placed(view: View, shelf: StoryShelf, page: Sequence[ToTell]) -> Iterator[Happening]:
    done = traced_among(view, [each.features.report for each in page])
    for each in page:
        features = each.features
        if features.report in done:
            continue
        done.add(features.report)
        yield features, shelf.place(features)


def _obeyed(shelf: StoryShelf, ruling: StoryRuling | None) -> Happening | None:
    if ruling is None:
        return None
    return ruling, shelf.obey(ruling)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """Which keys are those of stories, and which of reports that are in one."""

    stories: set[str]
    reports: set[str]


def _named_in(view: View, said: Iterable[Said]) -> _Named:
    listed = list(said)
    keys = [key for each in listed for key in (each.subject, each.value) if key]
    stories = stories_named(view, keys)
    reports = traced_among(view, keys) - stories
    begun = {
        parted_by(each.subject, each.value)
        for each in listed
        if each.kind is OTHER and each.subject in reports and each.value
    }
    return _Named(stories=stories | begun, reports=reports)


def _rulings_after(view: View, after: int) -> list[tuple[int, StoryRuling | None]]:
    """What people decided about stories since, each with the number that it is known by."""
    decisions = list(_each_numbered(view, after))
    if not decisions:
        return []
    named = _named_in(view, (_said(each) for _, each in decisions))
    return [(number, _ruling(_said(each), each.by, named)) for number, each in decisions]


def _each_numbered(view: View, after: int) -> Iterator[tuple[int, Decision]]:
    for each in each_standing_decision(view):
        number = _number_of(each)
        if each.kind in {SAME, OTHER} and number > after:
            yield number, each


def _number_of(made: Decision) -> int:
    return (made.at - BEGINNING) // timedelta(microseconds=1)


def _said(made: Decision) -> Said:
    return Said(kind=made.kind, subject=made.subject, value=made.value)


def _ruling(said: Said, by: str, named: _Named) -> StoryRuling | None:
    """A decision on stories as the shelf takes it; None where it names none."""
    value, is_same = said.value, said.kind is SAME
    if value is None or value not in named.stories or value == said.subject:
        return None
    if said.subject in named.stories:
        ruled = RulingKind.ONE if is_same else RulingKind.APART
        return StoryRuling(kind=ruled, story=said.subject, other=value, made_by=by)
    if said.subject not in named.reports:
        return None
    ruled = RulingKind.BELONGS if is_same else RulingKind.STRANGER
    return StoryRuling(kind=ruled, story=value, report=said.subject, made_by=by)
