"""The pages' scripts in a real browser, under a policy that lets nothing else run."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Position, expect

Opened = Callable[[str], Page]

pytestmark = pytest.mark.browser


def test_a_chart_is_drawn_and_tells_a_point_as_text(opened: Opened) -> None:
    page = opened("chart")
    canvas = page.locator("figure canvas")
    expect(canvas).to_be_visible()
    canvas.hover(position=_point_of(page))
    expect(page.locator(".tip")).to_contain_text("Agency <img src=x>")
    assert page.locator(".tip img").count() == 0


def test_a_click_on_a_point_opens_what_it_stands_for(opened: Opened) -> None:
    page = opened("chart")
    page.locator("figure canvas").click(position=_point_of(page))
    page.wait_for_url("**/pages/keys")


def test_a_chart_is_drawn_anew_when_the_theme_turns(opened: Opened) -> None:
    page = opened("chart")
    before = page.evaluate("document.querySelector('figure canvas').toDataURL()")
    page.locator("[data-theme-toggle]").click()
    page.wait_for_function(
        "(before) => document.querySelector('figure canvas')?.toDataURL() !== before", arg=before
    )
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_network_shows_the_lines_of_whoever_is_picked(opened: Opened) -> None:
    page = opened("network")
    expect(page.locator("[data-network] canvas").first).to_be_visible()
    page.locator("[data-network-pick]").select_option("B")
    expect(page.locator("[data-pair]:visible")).to_have_count(1)
    expect(page.locator("[data-network-said]")).to_have_text("of Borduria")
    page.locator("[data-network-pick]").select_option("")
    expect(page.locator("[data-pair]:visible")).to_have_count(2)


def test_a_network_lies_the_same_way_each_time(opened: Opened) -> None:
    drawn = (
        "[...document.querySelectorAll('[data-network] canvas')].map((each) => each.toDataURL())"
    )
    first = opened("network").evaluate(drawn)
    assert opened("network").evaluate(drawn) == first


def test_a_map_shows_cities_as_dots_regions_as_rings_and_countries_hatched(opened: Opened) -> None:
    page = opened("map")
    expect(page.locator("svg.world .mark.city .dot")).to_have_count(2)
    expect(page.locator("svg.world .mark.region .ring")).to_have_count(1)
    expect(page.locator("svg.world path.mark.country")).to_have_count(1)
    assert page.locator("svg.world .land path").count() > 170


def test_a_map_shows_what_is_told_on_the_days_that_are_chosen(opened: Opened) -> None:
    page = opened("map")
    page.get_by_label("First day").fill("4")
    expect(page.locator("[data-map-days] output")).to_have_text("2024-10-24 to 2024-10-25")
    expect(page.locator("[data-place]:visible")).to_have_count(2)
    expect(page.locator("[data-place='1'] [data-count]")).to_have_text("9")
    expect(page.locator("svg.world path.mark.country")).to_have_count(0)


def test_a_map_moves_and_magnifies_by_buttons_and_keys(opened: Opened) -> None:
    page = opened("map")
    whole = page.locator("svg.world > g")
    page.get_by_label("Show the whole world").click()
    assert whole.get_attribute("transform") == "translate(0 0) scale(1)"
    page.get_by_label("Zoom in").click()
    page.get_by_label("Zoom in").press("ArrowRight")
    assert re.fullmatch(
        r"translate\(-\d[\d.]* -\d[\d.]*\) scale\(1\.4\)", whole.get_attribute("transform")
    )


def test_keys_lead_to_pages_rows_and_the_search(opened: Opened) -> None:
    page = opened("keys")
    page.keyboard.press("/")
    expect(page.locator("[data-search]")).to_be_focused()
    page.keyboard.type("jk")
    expect(page.locator("[data-search]")).to_have_value("jk")
    page.locator("[data-search]").blur()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("[data-rows] > .current")).to_have_text("two")
    page.keyboard.press("Enter")
    page.wait_for_url("**/keys#two")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog#keys")).to_be_hidden()
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/pages/chart")


def test_a_form_is_swapped_and_what_is_said_is_shown_as_text(opened: Opened) -> None:
    page = opened("keys")
    page.locator("#say").click()
    expect(page.locator("#here")).to_have_text("swapped")
    expect(page.locator("#toasts")).to_contain_text("Kept <b>so</b>.")


def test_an_act_that_asks_first_waits_for_a_yes(opened: Opened) -> None:
    page = opened("keys")
    page.locator("#sure").click()
    expect(page.locator("dialog.confirm")).to_contain_text("Take it back?")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#here")).to_be_empty()
    page.locator("#sure").click()
    page.get_by_role("button", name="Yes").click()
    expect(page.locator("#here")).to_have_text("swapped")


def test_a_button_that_acts_on_several_waits_until_they_are_picked(opened: Opened) -> None:
    page = opened("keys")
    expect(page.locator("#merge")).to_be_disabled()
    page.locator("[data-pick-all]").check()
    expect(page.locator("#merge")).to_be_enabled()
    expect(page.locator("[data-pick-count]")).to_have_text("2 picked")


def test_what_is_typed_is_checked_and_marked(opened: Opened) -> None:
    page = opened("keys")
    page.locator("textarea").fill("It is said by nobody at all.")
    expect(page.locator(".verified mark")).to_have_text("nobody")
    expect(page.locator(".verified li")).to_have_text("no claim says so")


def test_new_reports_are_told_while_the_page_is_open_and_shown_when_asked(opened: Opened) -> None:
    page = opened("keys")
    expect(page.locator("[data-live]")).to_contain_text("3 new reports")
    page.evaluate("document.querySelector('[data-live-part]').textContent = 'behind'")
    page.locator("[data-live] button").click()
    expect(page.locator("[data-live-part]")).to_have_text("one part")


def test_a_page_that_is_behind_gives_way_to_the_newest(opened: Opened) -> None:
    page = opened("../behind")
    expect(page.locator("main")).to_have_text("worked out anew")
    expect(page.locator("main")).to_have_text("the newest")


def test_the_slider_opens_the_page_as_it_was(opened: Opened) -> None:
    page = opened("keys")
    page.locator("[data-as-of] summary").click()
    told = page.locator("[data-as-of] output")
    expect(told).to_have_text("now; 2 reports came on 2024-10-21")
    page.get_by_label("As of day").press("ArrowLeft")
    expect(told).to_have_text("as of 2024-10-20, when 4 reports came")
    page.wait_for_url("**as_of=2024-10-20")


def test_brackets_lead_a_day_back_and_a_day_on(opened: Opened) -> None:
    page = opened("keys")
    page.keyboard.press("[")
    page.wait_for_url("**as_of=2024-10-20")
    page.keyboard.press("]")
    page.wait_for_url("**/pages/keys")


def test_times_are_told_from_now(opened: Opened) -> None:
    time = opened("keys").locator("time[data-relative]")
    expect(time).to_have_text(re.compile(r"^\d+ years ago$"))
    expect(time).to_have_attribute("title", "1 January 2020")


def test_a_first_page_loads_less_than_70_kilobytes_of_script(opened: Opened) -> None:
    page = opened("keys")
    sizes: list[int] = []
    page.on(
        "response",
        lambda answer: sizes.append(len(answer.body())) if answer.url.endswith(".js") else None,
    )
    opened("plain")
    assert 0 < sum(sizes) < 70_000


def _point_of(page: Page) -> Position:
    """Where the first point of the chart lies on its canvas."""
    found = page.evaluate(
        """() => {
          const canvas = document.querySelector('figure canvas');
          const paint = canvas.getContext('2d');
          const sharp = canvas.width / canvas.clientWidth;
          const shown = paint.getImageData(0, 0, canvas.width, canvas.height);
          for (let x = 0; x < canvas.width; x++) {
            for (let y = canvas.height - 1; y >= 0; y--) {
              const at = 4 * (y * canvas.width + x);
              const [red, , blue, clear] = shown.data.slice(at, at + 4);
              if (clear > 150 && blue > red + 80) return { x: x / sharp + 4, y: y / sharp };
            }
          }
        }"""
    )
    return Position(x=found["x"], y=found["y"])
