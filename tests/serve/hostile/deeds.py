"""The deeds of attempts that take more than one request, by the name that `attempts.toml` has."""

import csv
import io
import json
import logging
import re
import socket
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.collect.loopback import gives, sends_to
from tests.collect.loopback import serving as serving_pages
from tests.conftest import serving
from tests.serve.fortress import PASSWORD, Fortress, Heard, cookie_in, csrf_in

from watchword.access.people import set_password, set_role
from watchword.access.sessions import IDLE
from watchword.access.tokens import tokens_of
from watchword.collect import collect
from watchword.collect.fetch import Fetcher
from watchword.collect.limits import Limits
from watchword.collect.opml import read_opml
from watchword.config import Settings
from watchword.deliver.webhook import sign
from watchword.desk.desk import Desk
from watchword.errors import RefusedError
from watchword.exchange.forms import Form
from watchword.flow.situation.discussing import comments_in, mark
from watchword.flow.situation.importing import import_archive
from watchword.flow.situation.standing import keep_brief
from watchword.model.principal import Principal, Role
from watchword.model.report import Report, Unread
from watchword.model.tlp import Tlp
from watchword.serve.app import create_app
from watchword.serve.logs import log_handler
from watchword.serve.safety import check_reach
from watchword.store import open_store
from watchword.store.readings import each_reading
from watchword.store.reports import each_report
from watchword.workbench import Workbench

GRADE = "/s/troops/do/grade"
GRADED = {"source": "Neva Herald", "grade": "D"}
TERMINAL = Principal(name="root", via="terminal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a deed has.

    Attributes:
        server: a server with accounts, paced widely.
        strict: makes another one, paced as usual.
        folder: an empty folder.
        desk: the example's situation, for a server of one's own.
        settings: a user's.
        given: the attempt.
    """

    server: Fortress
    strict: Callable[[], Fortress]
    folder: Path
    desk: Desk
    settings: Settings
    given: Mapping[str, Any]


def form_of_another_session(scene: Scene) -> Heard:
    server = scene.server
    stolen = server.csrf_of(server.cookie_of("ana"))
    return server.send_form(
        GRADE, {**GRADED, "csrf": stolen}, [("Cookie", server.cookie_of("ben"))]
    )


def replayed_form(scene: Scene) -> Heard:
    server = scene.server
    cookie = server.cookie_of("ben")
    form = {**GRADED, "csrf": server.csrf_of(cookie)}
    assert server.send_form(GRADE, form, [("Cookie", cookie)]).status == 303
    return server.send_form(GRADE, form, [("Cookie", cookie)])


def session_fixation(scene: Scene) -> Heard:
    server = scene.server
    chosen = "watchword=a-value-that-somebody-else-chose"
    heard = server.sign_in("ben", left=chosen)
    assert heard.status == 303
    assert cookie_in(heard) != chosen
    return visit(server, chosen)


def after_sign_out(scene: Scene) -> Heard:
    server = scene.server
    cookie = cookie_in(server.sign_in("ben"))
    form = {"csrf": server.csrf_of(cookie)}
    out = server.send_form("/account/sign-out", form, [("Cookie", cookie)])
    assert out.status == 303
    assert any(each.startswith('watchword=""') and "Max-Age=0" in each for each in out.cookies)
    return visit(server, cookie)


def after_another_password(scene: Scene) -> Heard:
    server = scene.server
    cookie = cookie_in(server.sign_in("ben"))
    server.cookies.pop("ben", None)
    form = {"csrf": server.csrf_of(cookie), "old": PASSWORD, "new": "eleven larks over the pass"}
    form["again"] = form["new"]
    done = server.send_form("/account/password", form, [("Cookie", cookie)])
    assert done.status == 303
    set_password(server.accounts, TERMINAL, "ben", PASSWORD)
    return visit(server, cookie)


def after_another_role(scene: Scene) -> Heard:
    server = scene.server
    cookie = cookie_in(server.sign_in("rita"))
    server.cookies.pop("rita", None)
    set_role(server.accounts, TERMINAL, "rita", "troops", Role.READER)
    return visit(server, cookie)


def left_alone(scene: Scene) -> Heard:
    server = scene.server
    cookie = cookie_in(server.sign_in("ben"))
    server.cookies.clear()
    server.clock.ahead += IDLE + timedelta(seconds=1)
    return visit(server, cookie)


def token_in_the_address(scene: Scene) -> Heard:
    token = scene.server.tokens["of ben to read"]
    return scene.server.ask("GET", f"/s/troops/?token={token}&access_token={token}")


def two_tokens(scene: Scene) -> Heard:
    names = ("of ben to read", "of ana to manage")
    bearers = [("Authorization", f"Bearer {scene.server.tokens[name]}") for name in names]
    return scene.server.ask("GET", "/s/troops/", bearers)


def kept_or_missing(scene: Scene) -> Heard:
    server = scene.server
    cookie = [("Cookie", server.cookie_of("ben"))]
    kept, missing = (server.ask("GET", f"/s/{name}/", cookie) for name in ("sealed", "absent"))
    assert kept.status == missing.status
    assert kept.body.replace("sealed", "absent") == missing.body
    return kept


def token_of_another(scene: Scene) -> Heard:
    server = scene.server
    (key,) = [each.key for each in tokens_of(server.accounts, "rita")]
    cookie = server.cookie_of("ben")
    form = {"csrf": server.csrf_of(cookie), "key": key[:16]}
    return server.send_form("/account/revoke", form, [("Cookie", cookie)])


def two_hosts(scene: Scene) -> Heard:
    sent = b"GET /s/troops/ HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n"
    return heard_of(scene.server.raw(sent))


def no_host(scene: Scene) -> Heard:
    return heard_of(scene.server.raw(b"GET /s/troops/ HTTP/1.0\r\n\r\n"))


def alone_behind_a_proxy(scene: Scene) -> Heard:
    with serving(create_app(scene.desk)) as address:
        alone = Fortress(
            address=address,
            accounts=scene.server.accounts,
            tokens={},
            clock=scene.server.clock,
            folder=scene.folder,
        )
        assert alone.ask("GET", "/s/troops/").status == 200
        return alone.ask("GET", "/s/troops/", [("X-Forwarded-For", "198.51.100.7")])


def large_upload(scene: Scene) -> Heard:
    server = scene.server
    head = (
        f"POST {GRADE} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {server.cookie_of('ben')}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999999999\r\n\r\n"
    )
    return heard_of(server.raw(head.encode()))


def large_upload_in_pieces(scene: Scene) -> Heard:
    server = scene.server
    head = (
        f"POST {GRADE} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {server.cookie_of('ben')}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    return heard_of(server.raw(head.encode() + piece * 40 + b"0\r\n\r\n"))


def smuggled(scene: Scene) -> Heard:
    server = scene.server
    head = (
        f"POST {GRADE} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {server.cookie_of('ben')}\r\n"
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        "GET /people HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    )
    return heard_of(server.raw(head.encode()))


def many_fields(scene: Scene) -> Heard:
    server = scene.server
    cookie = server.cookie_of("ben")
    form = {f"field{number}": "x" for number in range(5_000)}
    return server.send_form(GRADE, {"csrf": server.csrf_of(cookie), **form}, [("Cookie", cookie)])


def many_files(scene: Scene) -> Heard:
    server = scene.server
    part = '--x\r\nContent-Disposition: form-data; name="f"; filename="../../a"\r\n\r\na\r\n'
    headers = [
        ("Cookie", server.cookie_of("ben")),
        ("Origin", server.address),
        ("Content-Type", "multipart/form-data; boundary=x"),
    ]
    return server.ask("POST", GRADE, headers, (part * 500 + "--x--\r\n").encode())


def script_in_a_name(scene: Scene) -> Heard:
    return scene.server.sign_in('"><script>alert(1)</script>')


def script_in_a_comment(scene: Scene) -> Heard:
    server = scene.server
    cookie = server.cookie_of("ben")
    words = "<script>alert(9)</script> {{ 7 * 7 }} {% include 'base.html.jinja' %}"
    form = {"csrf": server.csrf_of(cookie), "subject": "c1", "words": words}
    done = server.send_form("/s/troops/do/comment", form, [("Cookie", cookie)])
    assert done.status == 303
    assert words in server.ask("GET", "/s/troops/discussion", [("Cookie", cookie)]).body.replace(
        "&lt;", "<"
    ).replace("&gt;", ">").replace("&#39;", "'")
    return server.ask("GET", "/s/troops/discussion/c1", [("Cookie", cookie)])


def comment_of_another(scene: Scene) -> Heard:
    server = scene.server
    ana, ben = server.cookie_of("ana"), server.cookie_of("ben")
    form = {"csrf": server.csrf_of(ana), "subject": "c2", "words": "of Ana"}
    server.send_form("/s/troops/do/comment", form, [("Cookie", ana)])
    place = str(server.folder / "troops.watchword")
    with closing(open_store(place)) as store, store.viewing() as view:
        (comment,) = comments_in(view, "c2")
    form = {"csrf": server.csrf_of(ben), "comment": comment.key}
    return server.send_form("/s/troops/do/take-comment-back", form, [("Cookie", ben)])


def open_redirect(scene: Scene) -> Heard:
    server = scene.server
    heard = []
    for wanted in ("//evil.example/", "https://evil.example/", "/\\evil.example", "/\tevil"):
        page = server.ask("GET", "/sign-in")
        form = {"csrf": csrf_in(page.body), "name": "ben", "password": PASSWORD, "next": wanted}
        heard.append(server.send_form("/sign-in", form))
    assert {each.headers["location"] for each in heard} == {"/"}
    return heard[0]


def every_answer_has_its_headers(scene: Scene) -> Heard:
    server = scene.server
    cookie = ("Cookie", server.cookie_of("ben"))
    heard = [
        server.ask("GET", "/s/troops/", [cookie]),
        server.ask("GET", "/s/nowhere/", [cookie]),
        server.ask("GET", "/s/troops/"),
        server.ask("GET", "/static/watchword.css"),
        server.ask("GET", "/", [("Host", "evil.example")]),
        server.ask("POST", GRADE, [cookie, ("Content-Length", "99999999")]),
        server.ask("GRADE", "/", [cookie]),
    ]
    assert [each.status for each in heard] == [200, 404, 401, 200, 421, 413, 403]
    for each in heard:
        policy = each.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert each.headers["x-frame-options"] == "DENY"
        assert each.headers["x-content-type-options"] == "nosniff"
        assert each.headers["referrer-policy"] == "same-origin"
        assert each.headers["cross-origin-opener-policy"] == "same-origin"
        assert len(each.headers["x-request-id"]) == 16
    return heard[0]


def guessing(scene: Scene) -> Heard:
    server = scene.strict()
    for number in range(12):
        heard = server.sign_in("ben", f"a wrong password {number}")
        if heard.status != 401:
            break
    assert server.sign_in("ben").status == 429
    return heard


def who_has_an_account(scene: Scene) -> Heard:
    server = scene.server
    known, unknown = (server.sign_in(name, "a wrong password") for name in ("rita", "nobody"))
    assert known.status == unknown.status
    assert len(known.body) == len(unknown.body)
    assert known.headers.keys() == unknown.headers.keys()
    return known


def flooding(scene: Scene) -> Heard:
    server = scene.strict()
    cookie = [("Cookie", server.cookie_of("ben"))]
    return first_refused(lambda: server.ask("GET", "/account", cookie))


def flooding_with_tokens(scene: Scene) -> Heard:
    server = scene.strict()
    wrong = [("Authorization", "Bearer ww_" + "A" * 43)]
    return first_refused(lambda: server.ask("GET", "/s/troops/", wrong))


def first_refused(ask: Callable[[], Heard]) -> Heard:
    for _ in range(600):
        heard = ask()
        if heard.status == 429:
            return heard
    return heard


def visit(server: Fortress, cookie: str) -> Heard:
    return server.ask("GET", "/s/troops/", [("Cookie", cookie), ("Accept", "text/html")])


def heard_of(answer: str) -> Heard:
    head, _, body = answer.partition("\r\n\r\n")
    status = int(head.split(" ", 2)[1])
    return Heard(status=status, headers={}, cookies=(), body=body)


def export_across_a_mark(scene: Scene) -> Heard:
    server = scene.server
    cookie = [("Cookie", server.cookie_of("ana"))]
    place = str(server.folder / "troops.watchword")
    with closing(open_store(place)) as store, store.viewing() as view:
        marked = next(each for each in each_report(view) if each.report_id == "hostile-1")
        claims = [
            each.key
            for reading in each_reading(view)
            if reading.report.key == marked.key
            for each in reading.extraction.claims
        ]
    assert claims
    for action, words in (
        ("comment", {"subject": marked.key, "words": "we know this from X-RAY"}),
        ("comment", {"subject": claims[0], "words": "and this from X-RAY, too"}),
        ("assign", {"subject": marked.key, "task": "ask X-RAY", "to": "ben"}),
        ("mark", {"subject": marked.key, "tlp": "TLP:RED"}),
    ):
        form = {"csrf": server.csrf_of(cookie[0][1]), **words}
        assert server.send_form(f"/s/troops/do/{action}", form, cookie).status == 303
    for form_of in Form:
        place = f"/s/troops/files/export.{form_of.value}?tlp="
        heard = server.fetch(place + "clear", cookie)
        if form_of is Form.PROV:  # of a kept brief: there is none
            continue
        assert heard[0] == 200, (form_of, heard)
        told = unpacked(heard[1])
        for secret in (b"4,321", b"hostile-1", b"Gazette", b"X-RAY", marked.key.encode()):
            assert secret not in told, (form_of, secret)
    whole = unpacked(server.fetch("/s/troops/files/export.archive?tlp=red", cookie)[1])
    assert b"4,321" in whole
    assert b"X-RAY" in whole
    return server.ask("GET", "/s/troops/files/export.csv?tlp=clear", cookie)


def brief_across_a_mark(scene: Scene) -> Heard:
    server = scene.server
    cookie = [("Cookie", server.cookie_of("ana"))]
    with Workbench.open(str(server.folder / "troops.watchword"), scene.settings) as bench:
        brief = bench.brief()
        key = keep_brief(bench.store, brief)
        mark(bench.store, key, Tlp.AMBER, by="Ana")
    allowed = server.ask("GET", f"/s/troops/files/export.prov?tlp=red&brief={key}", cookie)
    assert allowed.status == 200, allowed.body[:200]
    return server.ask("GET", f"/s/troops/files/export.prov?tlp=green&brief={key}", cookie)


def formulas_in_tables(scene: Scene) -> Heard:
    server = scene.server
    with Workbench.open(str(server.folder / "troops.watchword"), scene.settings) as bench:
        file = scene.folder / "formulas.jsonl"
        row = {
            "id": "=HYPERLINK(1)",
            "outlet": "=cmd|' /C calc'!A0",
            "title": "@SUM(1)",
            "date": "2024-10-25",
            "text": "-Kim said that =North Korea= has sent 7,654 troops to +Russia on Friday.",
            "url": "https://example.org/=1",
        }
        file.write_text(json.dumps(row) + "\n", encoding="utf-8")
        bench.collect([str(file)])
        bench.work()
    cookie = [("Cookie", server.cookie_of("ana"))]
    for form_of in (Form.CSV, Form.FIGURES_CSV, Form.EVENTS_CSV):
        place = f"/s/troops/files/export.{form_of.value}?tlp=clear"
        heard = server.ask("GET", place, cookie)
        rows = list(csv.reader(io.StringIO(heard.body.lstrip("\ufeff"))))
        cells = [cell for cells in rows for cell in cells if cell]
        assert any("cmd|" in cell for cell in cells) or form_of is Form.EVENTS_CSV
        for cell in cells:
            is_number = re.fullmatch(r"-?[0-9.]+", cell)
            assert is_number or cell[0] not in "=+-@\t\r", cell
    return heard


def upload_by_path(scene: Scene) -> Heard:
    server = scene.server
    cookie = server.cookie_of("ana")
    parts = (
        f'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{server.csrf_of(cookie)}\r\n'
        '--x\r\nContent-Disposition: form-data; name="files"\r\n\r\n/etc/passwd\r\n'
        '--x\r\nContent-Disposition: form-data; name="files"; filename="/etc/passwd"\r\n\r\n'
        "\r\n--x--\r\n"
    )
    headers = [
        ("Cookie", cookie),
        ("Origin", server.address),
        ("Content-Type", "multipart/form-data; boundary=x"),
    ]
    return server.ask("POST", "/s/troops/do/add-reports", headers, parts.encode())


def archive_bomb(scene: Scene) -> None:
    with archive_of(scene) as packed:
        packed.writestr("tables/report.jsonl", b" " * 300_000_000)
    open_archived(scene)


def archive_that_climbs(scene: Scene) -> None:
    with archive_of(scene) as packed:
        packed.writestr("../../climbed.jsonl", b"{}")
    open_archived(scene)


def altered_archive(scene: Scene) -> None:
    genuine = scene.server.fetch(
        "/s/troops/files/export.archive?tlp=red", [("Cookie", scene.server.cookie_of("ana"))]
    )[1]
    altered = scene.folder / "hostile.zip"
    with (
        zipfile.ZipFile(io.BytesIO(genuine)) as old,
        zipfile.ZipFile(altered, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"North Korea", b"South Korea"))
    open_archived(scene)


def archive_of(scene: Scene) -> zipfile.ZipFile:
    return zipfile.ZipFile(scene.folder / "hostile.zip", "w", zipfile.ZIP_DEFLATED)


def open_archived(scene: Scene) -> None:
    place = scene.folder / "imported.watchword"
    try:
        with (scene.folder / "hostile.zip").open("rb") as stream:
            import_archive(stream, str(place))
    finally:
        assert not place.exists()


def unpacked(content: bytes) -> bytes:
    """What a file holds, an archive's members unpacked."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())


def open_to_all_without_accounts(_scene: Scene) -> None:
    check_reach("0.0.0.0", None)  # noqa: S104 - that is what is tried


def feed(scene: Scene) -> None:
    with Fetcher(Limits(timeout_s=5, host_gap_s=0)) as fetcher:
        fetcher.get(str(scene.given["address"]))


def feed_that_leads_inside(_scene: Scene) -> None:
    def resolve(host: str, *_more: object, **_most: object) -> list[tuple[Any, ...]]:
        number = "127.0.0.1" if host == "public.example" else "10.0.0.7"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 0))]

    with serving_pages() as site, pytest.MonkeyPatch.context() as patch:
        # The first host counts as public here; the one that it sends to does not.
        patch.setattr("watchword.net.addresses.is_public", lambda words: words == "127.0.0.1")
        site.answers["/a"] = sends_to("http://inside.example/secret")
        with Fetcher(Limits(timeout_s=5, host_gap_s=0), resolve=resolve) as fetcher:
            fetcher.get(f"http://public.example:{site.server.server_port}/a")


def feed_that_is_rebound(_scene: Scene) -> None:
    looked: list[str] = []

    def resolve(host: str, *_more: object, **_most: object) -> list[tuple[Any, ...]]:
        looked.append(host)
        number = "192.0.2.1" if len(looked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 0))]

    with serving_pages() as site:
        site.answers["/a"] = gives(b"secret")
        for _ in range(2):
            with (
                pytest.raises(RefusedError) as caught,
                Fetcher(Limits(timeout_s=2, host_gap_s=0), resolve=resolve) as fetcher,
            ):
                fetcher.get(f"http://news.example:{site.server.server_port}/a")
        assert site.asked == []
    raise caught.value


def opml(scene: Scene) -> None:
    read_opml(str(scene.given["content"]).encode())


def zip_bomb(scene: Scene) -> None:
    (told,) = read_archive(scene.folder, {"a.txt": b"a" * 50_000_000})
    assert isinstance(told, Unread)
    raise RefusedError(told.reason)


def zip_that_climbs(scene: Scene) -> None:
    told = b"North Korea has sent troops to Russia, an official said. " * 5
    before = set(scene.folder.parent.rglob("*"))
    (report,) = read_archive(scene.folder, {"../../climbed.txt": told})
    made = {each.name for each in set(scene.folder.parent.rglob("*")) - before}
    assert made == {"archive.zip"}
    assert isinstance(report, Report)
    raise RefusedError("nothing was written")


def read_archive(folder: Path, members: Mapping[str, bytes]) -> list[Report | Unread]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    file = folder / "archive.zip"
    file.write_bytes(packed.getvalue())
    return list(collect([str(file)], limits=Limits()))


def forged_webhook(_scene: Scene) -> None:
    body = b'{"alert": "a"}'
    genuine = sign("whsec_c2VjcmV0", "id", 1_700_000_000, body)
    for secret, key, at, told in (
        ("whsec_b3RoZXI=", "id", 1_700_000_000, body),
        ("whsec_c2VjcmV0", "other", 1_700_000_000, body),
        ("whsec_c2VjcmV0", "id", 1_700_000_001, body),
        ("whsec_c2VjcmV0", "id", 1_700_000_000, body + b" "),
    ):
        assert sign(secret, key, at, told) != genuine
    raise RefusedError("the signature is another one")


def secret_in_the_log(scene: Scene) -> None:
    server = scene.server
    stream = io.StringIO()
    cookie = server.cookie_of("ben")
    handler = log_handler(stream)
    log = logging.getLogger("watchword.serve")
    log.addHandler(handler)
    level = log.level
    log.setLevel(logging.INFO)
    try:
        token = server.tokens["of ben to read"]
        server.ask("GET", f"/s/troops/{token}", [("Authorization", f"Bearer {token}")])
        server.ask("GET", f"/s/troops/claims?password={PASSWORD.replace(' ', '+')}",
                   [("Cookie", cookie)])  # fmt: skip
        until = time.monotonic() + 30
        while stream.getvalue().count("\n") < 2 and time.monotonic() < until:
            time.sleep(0.01)  # a request is logged once its answer has gone out
        log.info("refused", extra={"cookie": cookie, "header": f"Bearer {token}"})
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["request", "request", "refused"]
    assert [line.get("who") for line in lines] == ["ben", "ben", None]
    for secret in (token, cookie.partition("=")[2], PASSWORD, PASSWORD.replace(" ", "+")):
        assert secret not in stream.getvalue()
    raise RefusedError("the log has no secret")
