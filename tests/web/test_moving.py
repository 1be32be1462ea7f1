"""Figures, relations, the map and positions in a browser: seen, clicked, and without scripts."""

import re

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from tests.web.conftest import looking

SEVEN = (
    "/figures",
    "/figures/troops%20sent%20to%20russia",
    "/relations",
    "/relations/two?one=PRK&other=Russia",
    "/map",
    "/positions",
    "/positions/asked?question=sending+troops",
)


@pytest.mark.parametrize("path", SEVEN)
def test_a_page_tells_all_of_it_without_scripts(served_example: str, path: str) -> None:
    page = httpx2.get(f"{served_example}/s/troops{path}", timeout=60)
    assert page.status_code == 200
    assert len(re.findall(r"<(?:tr|li)[ >]", page.text)) > 5
    assert (
        len(re.findall(r'href="/s/troops/(?:claims|figures|relations|positions)/', page.text)) > 2
    )


def test_what_is_asked_is_escaped_and_what_nobody_says_is_told(served_example: str) -> None:
    words = "<script>alert(1)</script>"
    for path in ("/positions/asked?question=", "/map?place=", "/figures?place="):
        page = httpx2.get(f"{served_example}/s/troops{path}{words}", timeout=60)
        assert page.status_code == 200
        assert words not in page.text
        assert 'class="empty"' in page.text


def test_a_filter_keeps_the_instant_that_is_shown(served_example: str) -> None:
    page = httpx2.get(f"{served_example}/s/troops/figures?as_of=2024-10-25", timeout=60).text
    form = page[page.index('class="filters"') :]
    assert 'name="as_of" value="2024-10-25"' in form[: form.index("</form>")]


@pytest.mark.browser
def test_a_figure_is_plotted_and_a_row_leads_to_its_claim(
    served_example: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served_example}/s/troops/figures") as page:
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/figures/*")
        expect(page.locator("figure canvas")).to_be_visible()
        links = page.locator("tbody tr td:nth-child(2) a")
        expect(links).to_have_count(29)
        assert "/claims/" in (links.first.get_attribute("href") or "")


@pytest.mark.browser
def test_a_plot_is_drawn_light_for_paper_and_dark_again_after(
    served_example: str, chromium: Browser
) -> None:
    address = f"{served_example}/s/troops/figures/troops%20sent%20to%20russia"
    with looking(chromium, address, color_scheme="dark") as page:
        expect(page.locator("figure canvas")).to_be_visible()
        drawn = "document.querySelector('figure canvas').toDataURL()"
        dark = page.evaluate(drawn)
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(drawn) != dark
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(drawn) == dark


@pytest.mark.browser
def test_a_mark_of_a_plot_tells_its_words(served_example: str, chromium: Browser) -> None:
    address = f"{served_example}/s/troops/positions/asked?question=sending+troops"
    with looking(chromium, address) as page:
        canvas = page.locator("figure canvas")
        expect(canvas).to_be_visible()
        box = canvas.bounding_box()
        assert box is not None
        for step in range(80):
            page.mouse.move(box["x"] + box["width"] * step / 80, box["y"] + 22)
            if page.locator(".tip:visible").count():
                break
        expect(page.locator(".tip")).to_contain_text("Said by")


@pytest.mark.browser
def test_whoever_is_picked_in_the_network_keeps_their_pairs(
    served_example: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served_example}/s/troops/relations") as page:
        expect(page.locator("[data-network] canvas").first).to_be_visible()
        every = page.locator("tr[data-pair]:visible").count()
        page.locator("[data-network-pick]").select_option("China")
        expect(page.locator("tr[data-pair]:visible")).to_have_count(1)
        page.locator("[data-network-pick]").select_option("")
        expect(page.locator("tr[data-pair]:visible")).to_have_count(every)
        page.get_by_role("link", name="North Korea and Russia").click()
        expect(page.locator("figure canvas")).to_have_count(2)


@pytest.mark.browser
def test_the_map_shows_what_is_told_on_the_days_that_are_pulled_over(
    served_example: str, chromium: Browser
) -> None:
    with looking(chromium, f"{served_example}/s/troops/map") as page:
        expect(page.locator("svg.world .mark.city").first).to_be_visible()
        every = page.locator("tr[data-place]:visible").count()
        bars = page.locator("svg.days")
        box = bars.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 2, box["y"] + 5)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 5)
        page.mouse.up()
        expect(page.locator("[data-map-days] output")).to_contain_text(" to 2024-10-")
        assert 0 < page.locator("tr[data-place]:visible").count() < every


@pytest.mark.browser
def test_a_question_is_kept_and_that_is_undone(served: str, chromium: Browser) -> None:
    with looking(chromium, f"{served}/s/troops/positions") as page:
        suggested = page.locator(".chip", has_text="suggested").count()
        page.get_by_role("button", name="Keep").first.click()
        expect(page.locator(".said")).to_contain_text("is kept")
        expect(page.locator(".chip", has_text="suggested")).to_have_count(suggested - 1)
        page.keyboard.press("u")
        expect(page.locator(".chip", has_text="suggested")).to_have_count(suggested)


@pytest.mark.browser
def test_a_page_is_shown_as_of_a_day_by_its_slider(served_example: str, chromium: Browser) -> None:
    with looking(chromium, f"{served_example}/s/troops/figures?contested=true") as page:
        page.locator("details.as-of summary").click()
        slider = page.get_by_label("As of day")
        expect(slider).to_be_visible()
        slider.press("ArrowLeft")
        page.wait_for_url("**/figures?contested=true&as_of=2024-11-*")
        expect(page.locator(".past")).to_contain_text("nothing learnt later is shown")
        page.keyboard.press("]")
        page.wait_for_url(re.compile("as_of=2024-11-"))


def test_a_day_is_chosen_without_scripts_and_what_was_asked_is_kept(served_example: str) -> None:
    page = httpx2.get(f"{served_example}/s/troops/figures?contested=true&actor=Russia").text
    form = page[page.index('class="as-of"') :]
    form = form[: form.index("</form>")]
    assert 'name="contested" value="true"' in form
    assert 'name="actor" value="Russia"' in form
    assert 'type="date" name="as_of"' in form
