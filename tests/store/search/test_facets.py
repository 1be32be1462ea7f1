"""What a search could be narrowed to."""

from collections import Counter

import pytest
from tests.store.listed import fill, told
from tests.store.search.records import keep

from watchword.model.claim import Modality
from watchword.model.facet import Facet, Facets
from watchword.model.search import Query, Sought
from watchword.store import Store
from watchword.store.search import facets, search
from watchword.store.search.facets import find_facets


def values(found: Facets, facet: Facet) -> dict[str, int]:
    return {each.value: each.count for each in found.counts[facet]}


def test_the_hits_of_a_query_are_counted(store: Store) -> None:
    fill(store)
    for query in (Query(words="envoy OR troops"), Query(outlet="Gulf Post"), Query()):
        found = find_facets(store, query)
        hits = search(store, Query(words=query.words, outlet=query.outlet, limit=200))
        assert found.is_exact
        assert found.sampled == len(hits)
        assert values(found, Facet.MODALITY) == Counter(str(hit.modality) for hit in hits)
        assert values(found, Facet.SOURCE) == Counter(hit.source for hit in hits if hit.source)
        assert values(found, Facet.MONTH) == {"2024-10": len(hits)}


def test_a_report_counts_once_a_value(store: Store) -> None:
    fill(store)
    for words in ("", "-nothing"):
        found = find_facets(store, Query(words=words, kind=Sought.REPORTS))
        assert found.sampled == 24
        assert values(found, Facet.COUNTRY) == {"RU": 21}
        assert values(found, Facet.OUTLET) == {"Gulf Post": 8, "Strait Gazette": 8}


def test_reports_are_narrowed_by_what_they_claim(store: Store) -> None:
    fill(store)
    found = find_facets(store, Query(modality=Modality.DENIED, kind=Sought.REPORTS))
    assert found.sampled == len(search(store, Query(modality=Modality.DENIED, kind=Sought.REPORTS)))


def test_of_many_hits_the_newest_are_counted_and_that_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    monkeypatch.setattr(facets, "COUNTED", {Sought.CLAIMS: 6, Sought.REPORTS: 6})
    found = find_facets(store, Query(words="troops"))
    assert (found.sampled, found.is_exact) == (6, False)


def test_nothing_learnt_later_is_counted(store: Store) -> None:
    fill(store)
    with store.viewing() as view:
        then = view.as_of
    before = find_facets(store, Query())
    keep(store, told(99))
    assert (
        find_facets(store, Query(), as_of=then).counts[Facet.SOURCE] == before.counts[Facet.SOURCE]
    )
    assert find_facets(store, Query()).sampled == before.sampled + 2
