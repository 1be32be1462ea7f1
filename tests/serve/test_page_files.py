"""The files of the pages: kept where their name tells a change, else asked for anew."""

import re

import httpx2


def test_a_file_named_by_its_content_is_kept_for_good(served_example: str) -> None:
    script = httpx2.get(f"{served_example}/static/app.js")
    assert script.headers["cache-control"] == "public, no-cache"
    name = re.search(r"chunks/[\w-]+\.js", script.text)
    assert name is not None
    chunk = httpx2.get(f"{served_example}/static/{name[0]}")
    assert chunk.status_code == 200
    assert "immutable" in chunk.headers["cache-control"]


def test_a_file_that_has_not_changed_is_not_sent_again(served_example: str) -> None:
    first = httpx2.get(f"{served_example}/static/app.js")
    again = httpx2.get(
        f"{served_example}/static/app.js", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert again.content == b""


def test_files_travel_packed_and_a_first_page_needs_little(served_example: str) -> None:
    def size(path: str) -> int:
        return int(httpx2.get(f"{served_example}/static/{path}").headers["content-length"])

    assert httpx2.get(f"{served_example}/static/app.js").headers["content-encoding"] == "gzip"
    assert size("app.js") + size("theme.js") < 30_000


def test_nothing_beside_the_folder_is_served(served_example: str) -> None:
    for path in ("../templates/base.html.jinja", "..%2fvisit.py", "nothing.js"):
        assert httpx2.get(f"{served_example}/static/{path}").status_code == 404
