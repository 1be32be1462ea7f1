import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from watchword.brief.document import each_sentence
from watchword.brief.render import plot
from watchword.brief.render.html import render_html
from watchword.errors import InvalidBriefError, MissingExtraError
from watchword.model.brief import Brief
from watchword.model.sentence import Sentence

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Page(HTMLParser):
    """What a page holds: elements with their attributes, sentences by pointer, its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.sentences: dict[str, str] = {}
        self.parts: dict[str, str] = {}
        self.open: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and open it."""
        known = dict(attrs)
        self.elements.append((tag, known))
        if tag not in VOID and tag not in {"rect", "line", "path"}:
            self.open.append((tag, known.get("data-sentence")))

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        if tag not in {"rect", "line", "path"}:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Give text to every open sentence, script and style."""
        for _, pointer in self.open:
            if pointer:
                self.sentences[pointer] = self.sentences.get(pointer, "") + data
        if self.open and self.open[-1][0] in {"script", "style"}:
            name = self.open[-1][0] + str(sum(tag == "script" for tag, _ in self.elements))
            self.parts[name] = self.parts.get(name, "") + data


def _expected(brief: Brief) -> dict[str, str]:
    found = {"/headline": brief.headline} if brief.headline else {}
    lists: list[tuple[str, tuple[Sentence, ...]]] = [
        ("/overview", brief.overview),
        ("/changes", brief.changes),
        ("/watch", brief.watch),
    ]
    for number, section in enumerate(brief.sections):
        found[f"/sections/{number}/heading"] = section.heading
        lists += [
            (f"/sections/{number}/paragraphs/{place}", one)
            for place, one in enumerate(section.paragraphs)
        ]
    for number, judgment in enumerate(brief.judgments):
        found[f"/judgments/{number}/sentence"] = judgment.sentence
    for number, contest in enumerate(brief.contests):
        found[f"/contests/{number}/summary"] = contest.summary
    for number, panel in enumerate(brief.panels):
        found |= {
            f"/panels/{number}/rows/{place}/sentence": row.sentence
            for place, row in enumerate(panel.rows)
            if row.sentence
        }
    for pointer, sentences in lists:
        found |= {f"{pointer}/{place}": one for place, one in enumerate(sentences)}
    return {pointer: sentence.text for pointer, sentence in found.items()}


def test_every_sentence_stands_whole_under_its_pointer(brief: Brief) -> None:
    page = Page(render_html(brief, data_json="{}"))
    assert page.sentences == _expected(brief)
    assert len(page.sentences) == len(list(each_sentence(brief)))


def test_a_hostile_brief_keeps_its_sentences_and_adds_no_element(hostile_brief: Brief) -> None:
    written = render_html(hostile_brief, data_json="{}")
    page = Page(written)
    expected = {
        pointer: re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", text)
        for pointer, text in _expected(hostile_brief).items()
    }
    assert page.sentences == expected
    assert not any(name.startswith("on") for _, known in page.elements for name in known)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == 2
    assert tags.count("style") == 1
    assert not {"img", "iframe", "object", "link", "base", "form"} & set(tags)


def test_only_http_addresses_become_links_and_they_leak_nothing(hostile_brief: Brief) -> None:
    page = Page(render_html(hostile_brief, data_json="{}"))
    away = [
        known for tag, known in page.elements if tag == "a" and "#" not in (known["href"] or "")[:1]
    ]
    assert {known["href"] for known in away} == {"https://good.example/a?b=1&c=2#d"}
    assert all(known["rel"] == "noopener noreferrer nofollow" for known in away)


def test_the_policy_allows_the_page_its_own_style_and_script_only(brief: Brief) -> None:
    page = Page(render_html(brief, data_json='{"a":1}'))
    policy = next(
        known["content"] for tag, known in page.elements if tag == "meta" and "http-equiv" in known
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for kind, part in (("style", page.parts["style0"]), ("script", page.parts["script2"])):
        digest = b64encode(sha256(part.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_the_json_in_the_page_cannot_end_its_script(brief: Brief) -> None:
    page = Page(render_html(brief, data_json='{"a":"</script><!--<script>"}'))
    assert page.parts["script1"] == ('{"a":"\\u003c/script>\\u003c!--\\u003cscript>"}')


def test_several_claims_of_one_source_give_one_number(brief: Brief) -> None:
    written = render_html(brief, data_json="{}")
    after = written.split('data-sentence="/sections/0/paragraphs/0/0"')[1].split("</span>")[0]
    assert re.findall(r'data-quotes="([^"]*)"[^>]*>(\d+)<', after) == [("4-1 4-2 4-3", "4")]


def test_every_citation_leads_to_a_quotation_that_is_there(brief: Brief) -> None:
    page = Page(render_html(brief, data_json="{}"))
    ids = [known["id"] for _, known in page.elements if "id" in known]
    assert len(ids) == len(set(ids))
    cites = [known for tag, known in page.elements if tag == "a" and known.get("class") == "cite"]
    assert len(cites) > 20
    for cite in cites:
        labels = (cite["data-quotes"] or "").split()
        assert cite["href"] == f"#quote-{labels[0]}"
        assert {f"quote-{label}" for label in labels} <= set(ids)


def test_a_reader_sees_no_keys(brief: Brief) -> None:
    written = render_html(brief, data_json="{}")
    assert "claim-" not in written
    assert "report-0" not in written
    assert "/home/analyst" not in written


def test_the_evidence_tells_chain_date_modality_figure_and_digest(brief: Brief) -> None:
    written = re.sub("<[^>]+>", "", render_html(brief, data_json="{}"))
    assert "Han River Post citing Park Jin-ho (member of parliament) citing National" in written
    assert "date from the report&#39;s metadata" in written or "date from the report's" in written
    assert "reported as hearsay: “reportedly”" in written
    assert "“At least 8,000” (8,000 or more, no upper bound given)" in written
    assert brief.claims[0].content.digest in written
    assert "Same text also printed by: Pacific Monitor." in written


def test_only_what_is_cited_is_embedded(brief: Brief) -> None:
    spare = tuple(replace(brief.claims[0], key=f"spare-{number}") for number in range(2_000))
    crowded = replace(brief, claims=brief.claims + spare)
    assert render_html(crowded, data_json="{}") == render_html(brief, data_json="{}")


def test_a_sentence_that_cites_an_unknown_claim_stops_the_page(brief: Brief) -> None:
    lost = replace(brief, headline=Sentence(text="Something.", claims=("nowhere",)))
    with pytest.raises(InvalidBriefError, match="nowhere"):
        render_html(lost, data_json="{}")


def test_without_the_drawing_library_the_table_stands_alone(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise MissingExtraError("drawing a plot needs vl-convert", key="vl_convert")

    monkeypatch.setattr(plot, "load_vl_convert", fail)
    written = render_html(replace(brief, charts=()), data_json="{}")
    assert "the drawing library was not installed" in written
    assert 'class="plot"' not in written
    assert "10,900 or more" in written


def test_an_empty_brief_still_says_what_it_cannot_tell(brief: Brief) -> None:
    empty = replace(
        brief, headline=None, judgments=(), overview=(), sections=(), contests=(), changes=(),
        since=None, watch=(), notices=(), sources=(), claims=(), reports=(), origins=(),
        refused=(), unread=(), panels=(), charts=(),
    )  # fmt: skip
    written = render_html(empty, data_json="{}")
    assert "Everything that was given could be read." in written
    assert "Key judgments" not in written


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    assert render_html(brief, data_json="{}") == render_html(brief, data_json="{}")
