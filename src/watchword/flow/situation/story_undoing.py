"""What takes a decision on stories back: further decisions, so that what it moved returns.

What a person says about stories holds for good and binds what comes later. To take it back is
therefore to say the opposite, of whatever it moved, and to note that the first holds no more.
"""

from collections.abc import Iterable, Iterator, Sequence

from watchword.flow.situation.stories import OTHER, SAME, Said
from watchword.model.decision import Decision, DecisionKind
from watchword.store import View
from watchword.store.members import members_of, stories_of
from watchword.store.stories import stories_named

_ON_STORIES = frozenset((SAME, OTHER))


def made_with(decisions: Iterable[Decision], key: str) -> tuple[Decision, ...]:
    """The decisions on stories that were made at once with one, or that undid others with it.

    Empty where it is neither on stories nor an undoing of what was.
    """
    known = list(decisions)
    found = next((each for each in known if each.key == key), None)
    if found is None or found.kind not in {*_ON_STORIES, DecisionKind.UNDO}:
        return ()
    return tuple(each for each in known if each.at == found.at and each.kind in _ON_STORIES)


def opposite_of(view: View, made: Sequence[Decision]) -> tuple[Said, ...]:
    """What to say so that whatever some decisions moved returns; empty where nothing would.

    Args:
        view: the record as it is now.
        made: decisions on stories that were made at once.
    """
    before = View(connection=view.connection, as_of=made[0].at)
    stories = stories_named(view, [each.subject for each in made])
    on_reports = [each.subject for each in made if each.subject not in stories]
    on_pairs = [each for each in made if each.subject in stories]
    return (*_each_return(before, view, on_reports), *_each_pair(before, view, on_pairs))


def _each_return(before: View, now: View, reports: Sequence[str]) -> Iterator[Said]:
    if not reports:
        return
    was, stands = stories_of(before, reports), stories_of(now, reports)
    for report in dict.fromkeys(reports):
        if report in was and was[report] != stands.get(report):
            yield Said(kind=SAME, subject=report, value=was[report])


def _each_pair(before: View, now: View, made: Sequence[Decision]) -> Iterator[Said]:
    for each in made:
        pair = (each.subject, each.value or "")
        was, stands = members_of(before, pair), members_of(now, pair)
        if each.kind is SAME and len(was) == 2 and len(stands) == 1:
            yield Said(kind=OTHER, subject=each.subject, value=each.value)
        elif each.kind is OTHER and len(was) == 1 and len(stands) == 2:
            (kept,) = was
            (gone,) = set(pair) - {kept}
            yield Said(kind=SAME, subject=kept, value=gone)
