"""A chronology as Markdown: days, marks, footnotes, and nothing of a report as markup."""

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from watchword.brief.render.chronology import how_dated, render_chronology
from watchword.flow.chronicling import chronicle
from watchword.model.chronology import Dated

sys.path.insert(0, str(Path(__file__).parents[1] / "situations"))
made = import_module("dated_reports")


def test_each_day_has_a_heading_and_each_line_a_footnote_with_the_quoted_words() -> None:
    known = made.ferry()
    page = render_chronology(chronicle(known), known)
    assert page.startswith("# Timeline as of 9 May 2011, 00:00 UTC\n\n## 2011-05-02\n\n- ")
    assert "(Strait Gazette, 9 May).[^4] *(ahead when told)*" in page
    assert "\n\n[^4]: Strait Gazette, 9 May 2011, Strait Gazette 9: “The navy will raise" in page


def test_words_of_a_report_become_no_markup() -> None:
    text = "The army sent *800* troops to [Kastel](http://x) on Monday, the ministry said."
    known = made.known_from(made.report("Gulf <b>Post</b>", 3, "Troops", text))
    page = render_chronology(chronicle(known), known)
    assert "<b>" not in page
    assert "](http" not in page


def test_how_a_day_is_known_is_told_in_words() -> None:
    line = chronicle(made.ferry()).days[0].lines[0]
    assert how_dated(line) == ""
    assert how_dated(replace(line, dated=Dated.SAID)) == "said on that day"
    published = replace(line, dated=Dated.PUBLISHED, denies=("c9",))
    assert how_dated(published) == "day of publication, denied by c9"
