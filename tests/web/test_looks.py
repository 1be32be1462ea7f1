"""Every page in a real Chromium: at three widths, in both themes, by the rules of axe."""

import re
from collections import Counter
from collections.abc import Sequence

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.web.conftest import looking

from watchword.web.catalogue import PAGES

pytestmark = pytest.mark.browser

WIDTHS = ((1440, 900, "light"), (900, 1100, "dark"), (390, 844, "light"))
BY_FORMS = {"/indicators/try": "words=troops+sent+to+Russia"}
ASKED = {"/forecasts/{key}/base-rate": "?words=troops+sent+to+Russia&days=7"}
"""Pages that a form leads to, with what it asks."""
EACH = 2
"""Pages of a kind that are looked through for links."""
GRAVE = frozenset(("serious", "critical"))


def pattern_of(path: str) -> re.Pattern[str]:
    """What an address of a page looks like below the situation's."""
    return re.compile("/s/troops" + re.sub(r"\{\w+(:path)?\}", "[^/?#]+", path))


def found_pages(served: str) -> dict[str, str]:
    """An address of each page that can be reached by links, by the page's path."""
    found = {path: f"/s/troops{path}?{asked}" for path, asked in BY_FORMS.items()}
    waiting, seen = ["/s/troops/"], {"/s/troops/"}
    visits: Counter[str | None] = Counter()
    while waiting and len(seen) < 9_000:
        at = waiting.pop(0)
        kind = kind_of(at)
        if kind is None or visits[kind] == EACH:
            continue
        at = at if "?" in at else at + ASKED.get(kind, "")
        page = httpx2.get(served + at, timeout=60)
        if page.status_code != 200:  # the address of a form that was not filled in
            continue
        visits[kind] += 1
        found.setdefault(kind, at)
        for link in re.findall(r'(?:href|action)="(/s/troops/[^"#]*)', page.text):
            address = link.replace("&amp;", "&")
            if address not in seen:
                seen.add(address)
                waiting.append(address)
    return found


def kind_of(address: str) -> str | None:
    """The path of the page that an address leads to: a fixed path before one with a key."""
    fitting = [p.path for p in PAGES if pattern_of(p.path).fullmatch(address.partition("?")[0])]
    return min(fitting, key=lambda path: path.count("{"), default=None)


def test_every_page_can_be_reached_by_links(served_furnished: str) -> None:
    assert {page.path for page in PAGES} - set(found_pages(served_furnished)) == set()


def test_every_page_is_accessible_and_asks_nothing_of_another_host(
    served_furnished: str, chromium: Browser
) -> None:
    faults: list[str] = []
    for path, address in found_pages(served_furnished).items():
        for width, height, theme in WIDTHS:
            size = {"width": width, "height": height}
            tab = looking(chromium, served_furnished + address, viewport=size, color_scheme=theme)
            with tab as page:
                page.wait_for_load_state("networkidle")
                faults += [f"{path} at {width}: {fault}" for fault in faults_of(page)]
    assert "\n".join(faults) == ""


def faults_of(page: Page) -> Sequence[str]:
    """What is wrong with a page: grave findings of axe, and what sticks out to the side."""
    found = Axe().run(page).response["violations"]
    grave = [
        f"{each['id']}: {each['nodes'][0]['html'][:160]}"
        for each in found
        if each["impact"] in GRAVE
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*grave, *([f"{wide} px too wide"] if wide > 0 else [])]
