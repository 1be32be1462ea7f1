"""Finding claims and reports in the record: by words, by meaning, by both, under filters.

`words.py` reads what was typed, `filters.py` says which rows count, `indexes.py` and `nearness.py`
rank them, `fusion.py` makes one ranking of two, `hits.py` and `snippets.py` show what was found.
"""

from watchword.store.search.searching import search

__all__ = ["search"]
