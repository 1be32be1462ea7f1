"""Who and what is told most, a page at a time."""

from tests.store.listed import fill, told

from watchword.model.page import ByCount
from watchword.model.tally import Tally, TallyKind
from watchword.store import Store
from watchword.store.browsing.names import NamesAsked, most_told, tallies_of
from watchword.store.readings import add_readings
from watchword.store.reports import add_reports


def test_pages_follow_each_other_without_a_gap_and_without_overlap(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        whole = most_told(view, NamesAsked(kind=TallyKind.ACTOR, most=100))
        paged: list[Tally] = []
        after: ByCount | None = None
        while len(paged) < 100:
            page = most_told(view, NamesAsked(kind=TallyKind.ACTOR, after=after, most=3))
            paged += page.rows
            assert page.next is None or isinstance(page.next, ByCount)
            after = page.next
            if after is None:
                break
    assert tuple(paged) == whole.rows
    assert whole.next is None
    assert whole.rows[0] == Tally(kind=TallyKind.ACTOR, name="North Korea", mark="KP", reports=21)


def test_a_name_is_found_by_its_beginning_in_any_case(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        found = most_told(view, NamesAsked(kind=TallyKind.ACTOR, opening="NORTH k"))
    assert [each.name for each in found.rows] == ["North Korea"]


def test_the_past_is_paged_like_the_present(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        then, now = view.as_of, most_told(view, NamesAsked(kind=TallyKind.SOURCE, most=1))
    with store.writing() as writing:
        add_reports(writing, [told(99).report])
        add_readings(writing, [told(99)], made_by="reader/1")
    with store.viewing(then) as view:
        assert most_told(view, NamesAsked(kind=TallyKind.SOURCE, most=1)) == now
    assert now.next == ByCount(count=now.rows[0].reports, name=now.rows[0].name)


def test_the_most_claims_may_come_first(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        page = most_told(view, NamesAsked(kind=TallyKind.MODALITY, by_claims=True))
    counts = [each.claims for each in page.rows]
    assert counts == sorted(counts, reverse=True)


def test_names_are_told_with_each_mark(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        (kursk,) = tallies_of(view, TallyKind.WHERE, ["Kursk", "Nowhere"])
    assert (kursk.name, kursk.mark, kursk.claims) == ("Kursk", "RU", 21)
