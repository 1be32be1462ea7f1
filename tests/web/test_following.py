"""Stories, actors, sources and feeds in a real Chromium, as somebody works with them."""

import re
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import looking

pytestmark = pytest.mark.browser


def reports_in(page: Page) -> int:
    found = re.search(r"(\d+) reports? from", page.locator("main").inner_text())
    assert found is not None
    return int(found[1])


def open_largest(page: Page) -> None:
    page.get_by_label("Order").select_option("largest")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator("[data-rows] a").first.click()


def test_a_story_is_split_with_what_would_change_told_first_and_made_whole_again(
    served: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served}/s/troops/stories") as page:
        open_largest(page)
        before, story = reports_in(page), page.url
        boxes = page.locator(".print > .pick input")
        boxes.nth(0).check()
        boxes.nth(1).check()
        page.get_by_role("button", name="Show what would change").click()
        expect(page.get_by_role("heading", name="Split a story")).to_be_visible()
        expect(page.locator("main")).to_contain_text(f"{before - 2} reports stay")
        page.get_by_label("Why").fill("they are on something else")
        page.get_by_role("button", name="Split it").click()
        expect(page.get_by_role("status")).to_contain_text("2 reports are in another story now")
        assert reports_in(page) == 2
        page.get_by_role("link", name="History").click()
        expect(page.locator("main")).to_contain_text("they are on something else")
        page.goto(story)
        assert reports_in(page) == before - 2
        page.get_by_role("link", name="History").click()
        page.get_by_role("button", name="Undo").first.click()
        page.goto(story)
        assert reports_in(page) == before


def test_two_stories_are_merged_and_parted_by_the_undo_that_is_offered(
    served: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served}/s/troops/stories") as page:
        stories = page.locator("[data-rows] > li").count()
        open_largest(page)
        before = reports_in(page)
        page.locator(".aside").get_by_role("link").filter(has_not_text="claims").last.click()
        expect(page.get_by_role("heading", name="Merge two stories")).to_be_visible()
        page.get_by_role("button", name="Merge them").click()
        expect(page.get_by_role("status")).to_contain_text("the two stories are one now")
        assert reports_in(page) > before
        page.get_by_role("button", name="Undo").first.click()
        expect(page.get_by_role("status")).to_contain_text("undone")
        page.goto(f"{served}/s/troops/stories")
        assert page.locator("[data-rows] > li").count() == stories


def test_a_source_is_graded_with_a_reason_and_its_history_tells_it(
    served: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served}/s/troops/sources") as page:
        page.get_by_role("link", name="Neva Herald").click()
        page.get_by_label("Grade").select_option("D")
        page.get_by_label("Why").fill("owned by a party")
        page.get_by_role("button", name="Grade it").click()
        expect(page.get_by_role("status")).to_contain_text("Neva Herald is graded D")
        expect(page.locator("main")).to_contain_text("owned by a party")
        page.get_by_role("link", name="What became of its claims").click()
        expect(page.locator(".grade").first).to_have_text("D")
        page.get_by_role("link", name="Claims and grades").click()
        page.locator(".aside").get_by_role("button", name="Undo").click()
        expect(page.locator("main")).to_contain_text("nobody has graded it")
        expect(page.locator(".undone")).to_contain_text("owned by a party")


def test_a_feed_that_points_into_a_private_network_is_refused_with_the_reason(
    served: str, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(f"{served}/s/troops/feeds")
    page.get_by_label("Address of a feed").fill("http://169.254.169.254/latest/meta-data")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("main")).to_contain_text("inside a private network")
    expect(page.locator("main")).to_contain_text("give an address on the public internet")
    page.goto(f"{served}/s/troops/feeds")
    assert "169.254" not in page.locator("main").inner_text()
    page.close()


def test_reports_of_ones_own_are_sent_and_what_is_none_is_told(
    served: str, chromium: Browser, tmp_path: Path
) -> None:
    report, broken = tmp_path / "seoul.txt", tmp_path / "broken.pdf"
    report.write_text("Title: Seoul counts again\n\nThe spy agency said on Monday that 2,000 came.")
    broken.write_bytes(b"%PDF-1.7 nothing")
    with looking(chromium, f"{served}/s/troops/feeds") as page:
        page.get_by_label("Files").set_input_files([report, broken])
        page.get_by_role("button", name="Send them").click()
        expect(page.get_by_role("status")).to_contain_text("1 new report, 1 not read")
        expect(page.get_by_role("cell", name="sent: broken.pdf")).to_be_visible()


def test_an_actor_is_found_by_the_beginning_of_a_name(
    served_example: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served_example}/s/troops/actors") as page:
        page.get_by_label("Name begins with").fill("zelen")
        page.get_by_role("button", name="Show", exact=True).click()
        page.locator("[data-rows] a").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Volodymyr Zelenskyy")
        expect(page.locator(".aside")).to_contain_text("president of Ukraine")


def test_names_of_feeds_and_reasons_of_decisions_are_escaped(served: str) -> None:
    words = '<img src=x onerror="alert(1)">'
    with httpx2.Client(base_url=served, timeout=60) as visitor:
        page = visitor.get("/s/troops/sources/Neva Herald").text
        tokens = re.findall(r'name="csrf" (?:content|value)="([^"]+)"', page)
        asked = {"source": words, "grade": "D", "why": words, "csrf": tokens[1]}
        assert visitor.post("/s/troops/do/grade", data=asked).status_code == 303
        for path in ("/sources", "/sources/" + words):
            shown = visitor.get(f"/s/troops{path}").text
            assert "<img src=x" not in shown
            assert "&lt;img src=x" in shown
