"""Actors across the reports of a record: seen once, proposed, ruled on, undone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.store.records import engine, report_of

from watchword.errors import RefusedError
from watchword.flow.situation.actors import (
    choose_identity,
    open_proposals,
    register_as_of,
    see_waiting,
)
from watchword.flow.situation.deciding import Wish, decide
from watchword.flow.situation.reading import Reader, read_waiting
from watchword.flow.situation.recording import record
from watchword.model.decision import DecisionKind
from watchword.model.report import DateSource, Published
from watchword.store import Store
from watchword.store.identities import each_identity, each_proposal

TEXTS = (
    "Greek minister Nikos Vastasiadis said on Monday that 40 tanks had been sent.",
    "Nicos Vastasiades, a Greek minister, said on Friday that 60 tanks had been sent.",
    "Ukraine's President Volodymyr Zelenskiy met the minister in Kyiv.",
)


@pytest.fixture
def read(store: Store) -> Store:
    """A record of three reports that name a minister in two spellings."""
    reports = [
        replace(
            report_of(text),
            published=Published(at=datetime(2024, 10, 20 + day, tzinfo=UTC), how=DateSource.HEADER),
        )
        for day, text in enumerate(TEXTS)
    ]
    record(store, reports)
    read_waiting(store, Reader(engine=engine(), events=None, name="reader/1"))
    return store


def test_each_reading_is_seen_once(read: Store) -> None:
    assert see_waiting(read) == 3
    assert see_waiting(read) == 0
    with read.viewing() as view:
        names = [each.name for each in each_identity(view)]
        assert any("Vastasiad" in name for name in names)
        assert not any("Zelensk" in name for name in names)
        register = register_as_of(view)
        assert choose_identity(register, "Volodymyr Zelenskiy").country == "UA"


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_who_is_known_is_worked_out_again_when_somebody_is_added(read: Store) -> None:
    with read.viewing() as view:
        then, before = view.as_of, register_as_of(view)
        assert register_as_of(view) is before
    see_waiting(read)
    with read.viewing() as view:
        now = register_as_of(view)
    assert now is not before
    with read.viewing(then) as view:
        assert register_as_of(view) is before


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_what_is_proposed_is_accepted_or_refused_and_undone(read: Store) -> None:
    see_waiting(read)
    with read.viewing() as view:
        register = register_as_of(view)
        proposals = open_proposals(view, register)
        same = next(each for each in proposals if each.kind.value == "same")
        assert len(list(each_proposal(view))) == len(proposals)
    accepted = decide(
        read, Wish(kind=DecisionKind.ACCEPT, subject=same.key[:10], by="ana", why="met him")
    )
    with read.viewing() as view:
        merged = register_as_of(view)
        assert merged.canonical(same.identity) == merged.canonical(same.other or "")
        assert same.key not in {each.key for each in open_proposals(view, merged)}
    decide(read, Wish(kind=DecisionKind.UNDO, subject=accepted.key, by="ben"))
    with read.viewing() as view:
        parted = register_as_of(view)
        assert parted.canonical(same.identity) != parted.canonical(same.other or "")
        assert same.key in {each.key for each in open_proposals(view, parted)}
    with read.viewing(accepted.at) as view:
        assert register_as_of(view).merges.into


@pytest.mark.parametrize("location", ["file"], indirect=True)
def test_two_names_are_ruled_to_be_one_actor(read: Store) -> None:
    see_waiting(read)
    wish = Wish(
        kind=DecisionKind.SAME_ACTOR, subject="Pentagon", value="Volodymyr Zelensky", by="ana"
    )
    decide(read, wish)
    with read.viewing() as view:
        register = register_as_of(view)
        one = choose_identity(register, "Pentagon")
        assert one == choose_identity(register, "Volodymyr Zelensky")
    with pytest.raises(RefusedError, match="nobody is known"):
        decide(read, replace(wish, subject="Nobody At All"))
