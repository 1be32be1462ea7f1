"""Who the actors of the record are: seen report by report, proposed, and ruled on by people.

Invariant: each reading is seen once, in the order it was added; what people decided is obeyed.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from watchword.errors import RefusedError
from watchword.flow.running import Stand, Step, Watcher, unwatched
from watchword.flow.situation.turns import Turn, work_in_turn
from watchword.flow.situation.waiting import ACTORS, Pages, ToSee
from watchword.model.decision import Decision, DecisionKind
from watchword.model.identity import Alias, Identity
from watchword.model.proposal import Proposal
from watchword.model.ruling import Ruling, RulingKind
from watchword.resolve.proposals import Proposer
from watchword.resolve.register import Register
from watchword.resolve.rulings import accept, is_refused, refuse
from watchword.store import Store, View
from watchword.store.decisions import each_standing_decision
from watchword.store.identities import (
    add_known,
    each_alias,
    each_identity,
    each_proposal,
    last_known,
)
from watchword.store.progress import progress_of, set_progress
from watchword.store.readings import count_readings_after

_WORK = "actors"
_RULED = {DecisionKind.SAME_ACTOR: RulingKind.SAME, DecisionKind.OTHER_ACTOR: RulingKind.APART}


def see_waiting(store: Store, watch: Watcher = unwatched, pages: Pages[ToSee] | None = None) -> int:
    """See the actors of every reading that waits for it, and give how many readings that were.

    Args:
        store: the record.
        watch: is told how far it has come.
        pages: works out what is seen; this process does unless given.

    Raises:
        StoreError: if the store cannot be written; what was added before is kept.
    """
    return work_in_turn(
        store,
        _WORK,
        lambda: _count(store) == 0,
        lambda turn: _see_all(store, turn, watch, pages or ACTORS.pages()),
    )


def register_as_of(view: View) -> Register:
    """Everybody who is known, as people have ruled; it is shared, so that nobody may add to it."""
    rulings = rulings_as_of(view)
    key = ("register", last_known(view), rulings)
    return view.kept.of(key, lambda: _register(view, rulings))


def _register(view: View, rulings: tuple[Ruling, ...]) -> Register:
    """A register of one's own."""
    return Register(identities=each_identity(view), aliases=each_alias(view), rulings=rulings)


def rulings_as_of(view: View) -> tuple[Ruling, ...]:
    """What people decided about actors, as rulings."""
    decisions = [each for each in each_standing_decision(view) if each.kind in _ABOUT_ACTORS]
    if not decisions:
        return ()
    proposals = {each.key: each for each in each_proposal(view)}
    return tuple(_each_ruling(decisions, proposals))


def open_proposals(view: View, register: Register) -> tuple[Proposal, ...]:
    """What is proposed and nobody has decided on, the surest first."""
    decided = {each.subject for each in each_standing_decision(view)}
    waiting = (
        each
        for each in each_proposal(view)
        if each.key not in decided and not is_refused(each, register)
    )
    return tuple(sorted(waiting, key=lambda each: (-each.confidence, each.key)))


def choose_identity(register: Register, name: str) -> Identity:
    """The identity that a user means by its key, the beginning of one, or a name.

    Raises:
        RefusedError: if nobody is known so, or several are.
    """
    exact = register.identity(name)
    if exact is not None:
        return exact
    keys = [*register.people_named(name), *register.bodies_named(name)]
    found = {each.key: each for key in keys if (each := register.identity(key)) is not None}
    if not found and len(name) >= _LEAST_KEY:
        found = {each.key: each for each in register.identities() if each.key.startswith(name)}
    if len(found) == 1:
        return next(iter(found.values()))
    told = "several are called so" if found else "nobody is known by this name"
    listed = [f"{each.key} ({each.name}, {each.country or '?'})" for each in found.values()]
    mend = f"give a key: {', '.join(listed[:_MOST_NAMED])}" if listed else ""
    raise RefusedError(told, key=name, mend=mend)


def _see_all(store: Store, turn: Turn, watch: Watcher, pages: Pages[ToSee]) -> int:
    with store.viewing() as view:
        proposer = Proposer(_register(view, rulings_as_of(view)))
    done, total = 0, _count(store)
    while True:
        with store.viewing() as view:
            after = progress_of(view, _WORK)
            page = pages(view, after)
        if not page:
            return done
        known = list(_each_known(proposer, page))
        with store.writing() as writing:
            if progress_of(writing, _WORK) != after:
                return done  # another process has taken over
            add_known(writing, known)
            set_progress(writing, _WORK, page[-1].number)
        turn.take()
        done += len(page)
        watch(Stand(step=Step.ACTORS, done=done, total=max(total, done)))


def _each_known(proposer: Proposer, page: Iterable[ToSee]) -> Iterator[Identity | Alias | Proposal]:
    for each in page:
        if each.at is None:
            continue
        for actor in each.actors:
            seen = proposer.see(actor, each.at, around=each.around)
            yield from seen.identities
            yield from seen.aliases
            yield from seen.proposals


def _each_ruling(decisions: Iterable[Decision], proposals: dict[str, Proposal]) -> Iterator[Ruling]:
    for each in decisions:
        if each.kind in _RULED:
            yield Ruling(
                kind=_RULED[each.kind],
                identity=each.subject,
                other=each.value,
                by=each.by,
                at=each.at,
            )
        elif each.subject in proposals:
            yield _answer(proposals[each.subject], each.kind, each.by, each.at)


def _answer(proposal: Proposal, kind: DecisionKind, by: str, at: datetime) -> Ruling:
    decide = accept if kind is DecisionKind.ACCEPT else refuse
    return decide(proposal, by, at)


def _count(store: Store) -> int:
    with store.viewing() as view:
        return count_readings_after(view, progress_of(view, _WORK))


_LEAST_KEY = 4
_MOST_NAMED = 10
_ABOUT_ACTORS = frozenset((*_RULED, DecisionKind.ACCEPT, DecisionKind.REFUSE))
