"""Make the pictures of the tutorial: the example situation, served here, in Debian's chromium.

    python docs/shoot.py

The pictures are written to `docs/images`. A record is made for it in a folder that is thrown away.
"""

import socket
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from watchword.config import read_settings
from watchword.desk.desk import Desk, open_situations
from watchword.desk.working import WorkerHere
from watchword.serve.app import create_app
from watchword.store.opening import title_of
from watchword.workbench import Workbench

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "examples" / "troops-to-russia"
CHROMIUM = "/usr/bin/chromium"
PATIENCE_S = 120.0
WIDE, HIGH = 1200, 760
WORKED_OUT = """() => {
    const told = document.querySelector("section[aria-labelledby=changed]").textContent;
    return !told.includes("worked out");
}"""
"""That what changed is there, and not the word that it is being worked out."""
QUALITY = 70
"""Of JPEG: about 80 kB a picture, and small type can be read."""


def main() -> int:
    """Make the pictures and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "troops.watchword"
        settings = replace(read_settings(), user="Ana")
        with Workbench.create(str(place), settings, title="Troops to Russia"):
            pass
        with Workbench.open(str(place), settings) as bench:
            bench.replay([str(EXAMPLE)])
        opened = open_situations({"troops": str(place)}, settings, lambda one: title_of(one.store))
        desk = Desk(opened, WorkerHere(settings), settings, patience_s=PATIENCE_S)
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="warning"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.05)
            shoot(f"http://127.0.0.1:{bound.getsockname()[1]}/s/troops")
            server.should_exit = True
            thread.join(PATIENCE_S)
    return 0


def shoot(address: str) -> None:
    """Walk the way of the tutorial, with a picture of each stop."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, color_scheme="light")
        page.set_default_timeout(PATIENCE_S * 1_000)
        page.goto(f"{address}/")
        page.wait_for_function(WORKED_OUT)
        take(page, "today")
        page.goto(f"{address}/claims?q=%2210,900%22")
        take(page, "claims")
        page.locator('a[href*="/claims/"]').first.click()
        take(page, "claim")
        page.goto(f"{address}/figures")
        page.locator('main a[href*="/figures/"]').first.click()
        take(page, "figure")
        browser.close()


def take(page: Page, name: str) -> None:
    """Take one picture, once nothing is loaded any more."""
    page.wait_for_load_state("load")
    page.wait_for_timeout(2_500)
    page.screenshot(path=IMAGES / f"tutorial-{name}.jpg", type="jpeg", quality=QUALITY)


if __name__ == "__main__":
    sys.exit(main())
