"""The page on which a situation is handed on, and the files that it leads to."""

import re

import httpx2


def test_the_page_leads_to_a_file_of_every_form(served_example: str) -> None:
    address = f"{served_example}/s/troops/hand-on?tlp=green&actor=Japan"
    page = httpx2.get(address, timeout=60).text
    links = [each.replace("&amp;", "&") for each in re.findall(r'href="([^"]*/files/[^"]*)"', page)]
    assert len(links) == 15
    stix = next(each for each in links if "export.stix" in each)
    assert "actor=Japan" in stix
    assert "actor" not in next(each for each in links if "export.archive" in each)
    found = httpx2.get(served_example + stix, timeout=60)
    assert found.headers["content-type"].startswith("application/stix+json")
    assert "troops.stix.json" in found.headers["content-disposition"]
    assert found.json()["type"] == "bundle"


def test_an_export_above_its_mark_is_refused_in_words(served: str) -> None:
    refused = httpx2.get(f"{served}/s/troops/files/export.opml?actor=Japan", timeout=60)
    assert refused.status_code == 409
    assert "whole situation" in refused.text
