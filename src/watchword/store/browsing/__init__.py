"""Listing what a record holds, a page at a time: no list is gone through to show its beginning.

`names.py` tells who and what is told most, `days.py` how much a day, `stories.py` the newest and
the largest stories, `places.py` what is told where, `news.py` what came since an instant. The
newest claims and reports are listed by `store/search/paging.py`, under any filter.
"""
