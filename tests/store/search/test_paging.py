"""The newest claims and reports under any filter, a page after the other."""

import pytest
from tests.store.listed import fill, told
from tests.store.search.records import keep

from watchword.errors import StoreError
from watchword.model.claim import Modality
from watchword.model.page import ByTime
from watchword.model.search import Hit, Query, Sought
from watchword.store import Store
from watchword.store.search import search
from watchword.store.search.paging import newest_page

QUERIES = (
    Query(),
    Query(modality=Modality.DENIED),
    Query(outlet="Gulf Post"),
    Query(actors=("North Korea",)),
    Query(words="-nothing"),
)


def paged(store: Store, query: Query) -> list[str]:
    found: list[Hit] = []
    after: ByTime | None = None
    for _ in range(100):
        page = newest_page(store, query, after=after)
        found += page.rows
        assert page.next is None or isinstance(page.next, ByTime)
        after = page.next
        if after is None:
            break
    return [hit.claim or hit.report for hit in found]


@pytest.mark.parametrize("kind", Sought)
def test_pages_follow_each_other_as_a_search_lists_them(store: Store, kind: Sought) -> None:
    fill(store)
    for query in QUERIES:
        asked = {"words": query.words, "modality": query.modality, "outlet": query.outlet}
        whole = search(store, Query(**asked, actors=query.actors, kind=kind, limit=200))  # type: ignore[arg-type]
        pages = paged(store, Query(**asked, actors=query.actors, kind=kind, limit=7))  # type: ignore[arg-type]
        assert pages == [hit.claim or hit.report for hit in whole]
        assert pages


def test_what_is_added_meanwhile_moves_no_page(store: Store) -> None:
    fill(store)
    first = newest_page(store, Query(limit=5))
    assert isinstance(first.next, ByTime)
    second = newest_page(store, Query(limit=5), after=first.next)
    keep(store, told(19 + 20 * 5))
    assert newest_page(store, Query(limit=5), after=first.next) == second


def test_words_are_ranked_and_not_paged(store: Store) -> None:
    with pytest.raises(StoreError, match="no place in time"):
        newest_page(store, Query(words="troops"))
