"""One ranking of several: by ranks alone."""

from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from watchword.store.search.fusion import RANKS_SOFTENED_BY, fuse

ranking = st.lists(st.integers(1, 30), unique=True, max_size=20)


def test_what_stands_in_both_lists_comes_before_what_leads_one() -> None:
    assert [found.row for found in fuse({"words": [1, 2], "meaning": [3, 2]})] == [2, 3, 1]


@settings(deadline=None)
@given(ranking, ranking)
def test_each_row_scores_the_sum_of_its_places(words: list[int], meaning: list[int]) -> None:
    found = fuse({"words": words, "meaning": meaning})
    assert {each.row for each in found} == set(words) | set(meaning)
    for each in found:
        places = [rows.index(each.row) + 1 for rows in (words, meaning) if each.row in rows]
        assert isclose(each.score, sum(1 / (RANKS_SOFTENED_BY + place) for place in places))
        assert [rank for _, rank in each.ranks] == places
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


@settings(deadline=None)
@given(ranking)
def test_one_list_keeps_its_order(rows: list[int]) -> None:
    assert [each.row for each in fuse({"words": rows})] == rows
