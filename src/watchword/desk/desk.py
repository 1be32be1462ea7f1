"""The desk: the open situations of a server, what they show, what is done to them, and who may.

Invariant: nobody learns of a situation that they are no member of: it is refused in the same words
as one that is not there.
"""

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256

from watchword import __version__
from watchword.config import Settings, secret
from watchword.desk.ask import Ask, parse
from watchword.desk.catalogue import action_named, file_named, view_named
from watchword.desk.entries import Answer, DeskView, Doing, Made
from watchword.desk.job import Job
from watchword.desk.scoping import shown_by
from watchword.desk.seen import Seen, Shelf
from watchword.desk.working import Worker
from watchword.engines import ReadingEngine
from watchword.errors import ForbiddenError, MissingError
from watchword.flow.running import limits_of
from watchword.flow.situation.hooks import Request, Terms, refused_alike, take_pushed
from watchword.flow.span_records import Record
from watchword.model.hook import Hook, Pushed
from watchword.model.principal import Principal, Right
from watchword.store.opening import is_current
from watchword.workbench import Workbench

KEPT = 400
"""Answers that are kept at once."""
PATIENCE_S = 2.0
"""Seconds that whoever asks waits for a heavy view before they are told that it is worked on."""

AT_ONCE = 2
"""Light views that are made at once; the others wait for their turn. Each row from a database lets
another thread have Python's lock: with twenty at once all of them took five times as long."""

BRIEFLY_S = 0.5
"""Seconds that they wait where an answer that is behind is at hand: on a record of some hundred
reports what was just decided is then seen at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An open situation.

    Attributes:
        bench: the situation.
        location: where its record is, as it was given.
        title: what it is called.
        shelf: parts of it that are kept ready for light views.
    """

    bench: Workbench
    location: str
    title: str
    shelf: Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Whether everything is there that answers depend on.

    Attributes:
        records: whether every record can be read, in the form of tables that is known.
        worker: whether heavy views can be worked out.
    """

    records: bool
    worker: bool

    @property
    def is_ready(self) -> bool:
        """Whether all of it is."""
        return self.records and self.worker


class Desk:
    """The open situations of a server.

    Args:
        situations: by the name that addresses call them.
        worker: works heavy views out.
        settings: what the user set.
        patience_s: seconds that somebody waits for a heavy view.
    """

    def __init__(
        self,
        situations: Mapping[str, Open],
        worker: Worker,
        settings: Settings,
        *,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self.settings = settings
        self._situations = dict(situations)
        self._worker = worker
        self._patience_s = patience_s
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(AT_ONCE)
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._newest: OrderedDict[str, Answer] = OrderedDict()
        self._pending: dict[str, Future[Record]] = {}
        self._engine: ReadingEngine | None = None

    def close(self) -> None:
        """Let go of every record and of the worker."""
        self._worker.close()
        for each in self._situations.values():
            each.bench.close()

    def situations_of(self, principal: Principal) -> dict[str, str]:
        """The titles of the situations that somebody may read, by name."""
        return {
            name: each.title
            for name, each in self._situations.items()
            if principal.may(Right.READ, name)
        }

    def open_for(self, principal: Principal, situation: str, right: Right = Right.READ) -> Open:
        """A situation, for somebody who may do something in it.

        Raises:
            MissingError: if there is none, or they may not even read it.
            ForbiddenError: if they may read it and no more.
        """
        found = self._situations.get(situation)
        if found is None or not principal.may(Right.READ, situation):
            raise MissingError("there is no such situation", key=situation)
        if not principal.may(right, situation):
            raise ForbiddenError(
                f"{principal.name} may not {right.value} here",
                key=situation,
                mend="ask an owner for a role that may",
            )
        return found

    def look(
        self, principal: Principal, situation: str, name: str, given: Mapping[str, object]
    ) -> Answer | None:
        """What a view shows; None while it is worked out.

        An answer that is behind is given where a newer one is not ready.

        Raises:
            MissingError: if there is no such situation or view for them, or nothing of that key.
            ForbiddenError: if they may not look.
            SettingsError: if what is asked for cannot be.
            WatchwordError: if the view cannot be made.
        """
        view = view_named(name)
        found = self.open_for(principal, situation, view.right)
        ask = parse(view.asks, dict(given))
        by = principal.name if view.is_personal else ""
        seen = self._seen(found, situation, by, ask.as_of)
        if view.is_fresh:
            with self._turns:
                record = view.find(seen, ask)
            tag = _digest(name, json.dumps(record, default=str))
            return Answer(record=record, as_of=seen.as_of, tag=tag)
        question = _digest(situation, name, ask.model_dump_json(exclude={"as_of"}), by)
        tag = _digest(question, seen.as_of.isoformat(), __version__)
        ready = self._kept(tag)
        if ready is not None:
            return ready
        if not view.is_heavy:
            with self._turns:
                record = shown_by(view, seen, ask)
            return self._keep(tag, question, seen.as_of, record)
        return self._worked_out(view, ask, (tag, question), seen, found)

    def act(
        self, principal: Principal, situation: str, name: str, given: Mapping[str, object]
    ) -> Record:
        """Do something, and tell what was done.

        Raises:
            MissingError: if there is no such situation or action for them, or nothing of that key.
            ForbiddenError: if they may not do it.
            SettingsError: if too little is said, or what cannot be.
            WatchwordError: if it cannot be done.
        """
        action = action_named(name)
        found = self.open_for(principal, situation, action.right)
        ask = parse(action.asks, dict(given))
        seen = self._seen(found, situation, principal.name, None)
        doing = Doing(bench=found.bench, name=situation, by=principal.name, seen=seen)
        return action.do(doing, ask)

    def make(
        self, principal: Principal, situation: str, name: str, given: Mapping[str, object]
    ) -> Made:
        """A file to be downloaded.

        Raises:
            MissingError: if there is no such situation or file for them, or nothing of that key.
            ForbiddenError: if they may not have it.
            SettingsError: if what is asked for cannot be.
            WatchwordError: if the file cannot be made.
        """
        file = file_named(name)
        found = self.open_for(principal, situation, file.right)
        ask = parse(file.asks, dict(given))
        return file.make(self._seen(found, situation, principal.name, ask.as_of), ask)

    def receive(self, situation: str, key: str, request: Request) -> tuple[Hook, Pushed]:
        """Take the reports that another system pushes, if it can sign for a hook.

        Args:
            situation: what the situation is called.
            key: key of the hook.
            request: what came.

        Raises:
            ForbiddenError: if there is no such situation or hook, or it is not signed for it.
            RefusedError: if it was taken before.
            SettingsError: if it is no JSON of reports.
        """
        found = self._situations.get(situation)
        if found is None:
            raise refused_alike(key)
        terms = Terms(secret=secret, limits=limits_of(self.settings))
        return take_pushed(found.bench.store, key, request, terms)

    def instant_of(self, principal: Principal, situation: str) -> datetime:
        """The last instant of a record: it rises with whatever is added.

        Raises:
            MissingError: if there is no such situation for them.
        """
        found = self.open_for(principal, situation)
        with found.bench.store.viewing() as view:
            return view.as_of

    def check(self) -> Check:
        """Whether everything that answers depends on is there; it names no situation."""
        return Check(
            records=all(is_current(each.bench.store) for each in self._situations.values()),
            worker=self._worker.is_alive(),
        )

    def pending(self) -> int:
        """How many heavy views are being worked out."""
        with self._lock:
            return len(self._pending)

    def engine(self) -> ReadingEngine:
        """The language model, loaded once."""
        with self._lock:
            self._engine = self._engine or ReadingEngine()
            return self._engine

    def _seen(self, found: Open, situation: str, by: str, as_of: datetime | None) -> Seen:
        with found.bench.store.viewing(as_of) as view:
            instant = view.as_of
        return Seen(
            store=found.bench.store,
            name=situation,
            as_of=instant,
            by=by,
            settings=self.settings,
            shelf=found.shelf,
            engine=self.engine,
        )

    def _worked_out(
        self, view: DeskView, ask: Ask, keys: tuple[str, str], seen: Seen, found: Open
    ) -> Answer | None:
        tag, question = keys
        with self._lock:
            pending = self._pending.get(tag)
            is_new = pending is None
            if pending is None:
                pending = self._worker.submit(_job(view, ask, seen, found))
                self._pending[tag] = pending
        if is_new:  # outside the lock: a future that is done calls back at once
            pending.add_done_callback(partial(self._come, tag, question, seen.as_of))
        behind = None if ask.as_of or view.is_awaited else self._last(question)
        try:
            record = pending.result(timeout=BRIEFLY_S if behind else self._patience_s)
        except NotYet:
            return replace(behind, is_behind=True) if behind else None
        return self._kept(tag) or self._keep(tag, question, seen.as_of, record)

    def _come(self, tag: str, question: str, as_of: datetime, done: Future[Record]) -> None:
        """Keep what was worked out, whether or not somebody still waits for it."""
        if not done.cancelled() and done.exception() is None and self._kept(tag) is None:
            self._keep(tag, question, as_of, done.result())
        with self._lock:
            self._pending.pop(tag, None)

    def _kept(self, tag: str) -> Answer | None:
        with self._lock:
            if tag in self._answers:
                self._answers.move_to_end(tag)
            return self._answers.get(tag)

    def _last(self, question: str) -> Answer | None:
        with self._lock:
            return self._newest.get(question)

    def _keep(self, tag: str, question: str, as_of: datetime, record: Record) -> Answer:
        answer = Answer(record=record, as_of=as_of, tag=tag)
        with self._lock:
            for kept, key in ((self._answers, tag), (self._newest, question)):
                kept[key] = answer
                kept.move_to_end(key)
                while len(kept) > KEPT:
                    kept.popitem(last=False)
        return answer


def open_situations(
    locations: Mapping[str, str], settings: Settings, title_of: Callable[[Workbench], str]
) -> dict[str, Open]:
    """Open the records of a server's situations, by the names that addresses call them.

    Args:
        locations: where each record is, by its name.
        settings: what the user set.
        title_of: gives what a situation is called.

    Raises:
        StoreError: if one cannot be opened.
    """
    found: dict[str, Open] = {}
    for name, location in locations.items():
        bench = Workbench.open(location, settings)
        title = title_of(bench) or name
        found[name] = Open(bench=bench, location=location, title=title, shelf=Shelf())
    return found


def _job(view: DeskView, ask: Ask, seen: Seen, found: Open) -> Job:
    return Job(
        location=found.location,
        situation=seen.name,
        view=view.name,
        ask=ask.model_dump_json(),
        as_of=seen.as_of,
        by=seen.by,
    )


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:32]
