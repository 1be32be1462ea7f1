"""A small real IMAP server on this machine (RFC 3501, as much as a reader needs)."""

import re
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

FLAG = rb"\Seen"


class MailServer(socketserver.ThreadingTCPServer):
    """Holds one mailbox, and notes every command that it is sent.

    Args:
        tls: settings for TLS; None to speak in the clear.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.tls = tls
        self.user, self.password = "reader@news.example", "open sesame"
        self.validity = 7
        self.mails: dict[int, bytes] = {}
        self.seen: set[int] = set()
        self.commands: list[str] = []
        self.drip = False
        self.claims_size: int | None = None
        super().__init__(("127.0.0.1", 0), _Session)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the standard library's form
        """Say nothing on the terminal when the other side hangs up."""


@contextmanager
def serving_mail(tls: ssl.SSLContext | None = None) -> Iterator[MailServer]:
    """Serve while a test runs."""
    server = MailServer(tls)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Session(socketserver.StreamRequestHandler):
    server: MailServer

    def setup(self) -> None:
        if self.server.tls is not None:
            plain = self.request
            try:
                self.request = self.server.tls.wrap_socket(plain, server_side=True)
            finally:
                plain.close()
        super().setup()

    def finish(self) -> None:
        super().finish()
        self.request.close()

    def handle(self) -> None:
        self.wfile.write(b"* OK IMAP4rev1 ready\r\n")
        while line := self.rfile.readline(10_000):
            tag, _space, command = line.decode("latin-1").strip().partition(" ")
            self.server.commands.append(command)
            if not self._answer(tag, command):
                return

    def _answer(self, tag: str, command: str) -> bool:
        name = " ".join(command.upper().split()[: 2 if command.upper().startswith("UID") else 1])
        if name == "CAPABILITY":
            self._say("* CAPABILITY IMAP4rev1", f"{tag} OK done")
        elif name == "LOGIN":
            good = f'LOGIN {self.server.user} "{self.server.password}"'
            self._say(f"{tag} OK in" if command == good else f"{tag} NO [AUTHENTICATIONFAILED] no")
        elif name == "EXAMINE":
            self._examine(tag, command)
        elif name == "UID SEARCH":
            self._search(tag, command)
        elif name == "UID FETCH":
            self._fetch(tag, command)
        elif name == "LOGOUT":
            self._say("* BYE", f"{tag} OK out")
            return False
        else:
            self._say(f"{tag} BAD unknown")
        return True

    def _examine(self, tag: str, command: str) -> None:
        if '"INBOX"' not in command:
            self._say(f"{tag} NO no such mailbox")
            return
        self._say(
            f"* {len(self.server.mails)} EXISTS",
            f"* OK [UIDVALIDITY {self.server.validity}] valid",
            f"{tag} OK [READ-ONLY] done",
        )

    def _search(self, tag: str, command: str) -> None:
        first = int(re.search(r"UID (\d+):", command.removeprefix("UID SEARCH"))[1])  # type: ignore[index]
        known = sorted(self.server.mails)
        found = [uid for uid in known if uid >= first] or known[-1:]
        self._say("* SEARCH " + " ".join(map(str, found)), f"{tag} OK done")

    def _fetch(self, tag: str, command: str) -> None:
        numbers, wanted = re.fullmatch(
            r"UID FETCH ([\d,]+) \((.*)\)", command, re.IGNORECASE
        ).groups()  # type: ignore[union-attr]
        for uid in map(int, numbers.split(",")):
            mail = self.server.mails.get(uid)
            if mail is None:
                continue
            if "RFC822.SIZE" in wanted:
                self._say(f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(mail)})")
                continue
            if "PEEK" not in wanted:
                self.server.seen.add(uid)
            self._send(uid, mail)
        self._say(f"{tag} OK done")

    def _send(self, uid: int, mail: bytes) -> None:
        size = self.server.claims_size or len(mail)
        self.wfile.write(f"* {uid} FETCH (UID {uid} BODY[]<0> {{{size}}}\r\n".encode())
        if self.server.drip:
            threading.Event().wait(5)
        self.wfile.write(mail + b")\r\n")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())
