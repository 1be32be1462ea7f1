"""A mail is plain text with the claims, its headers are ours, and a repeat bears the same id."""

import ssl
from base64 import b64decode
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from tests.deliver.letters import QUOTE, letter
from tests.deliver.receiver import taking_mail

from watchword.deliver.bounds import Bounds
from watchword.deliver.channels import make_channel
from watchword.deliver.mail import Postman, mail_of
from watchword.errors import UndeliveredError
from watchword.model.channel import Channel, ChannelKind

HERE = Bounds(timeout_s=2.0, allow_private=True)
DESK: Channel = replace(
    make_channel(ChannelKind.EMAIL, "desk@example.org"), sender="watch@example.org"
)


def test_a_mail_tells_why_and_quotes_the_claims() -> None:
    with (
        taking_mail() as server,
        Postman(f"smtp://ana@127.0.0.1:{server.port}", "open sesame", HERE) as postman,
    ):
        postman.send(mail_of(letter(), DESK))
        postman.send(mail_of(letter(), DESK))
    one, two = (message_from_bytes(mail.content, policy=policy.default) for mail in server.mails)
    body = one.get_content()
    assert QUOTE in body
    assert "https://example.org/a" in body
    assert "Seoul (a party to it), in Gulf Post, 2024-10-25" in body
    assert one["Subject"] == "SEEN: Troops to Kursk"
    assert one["Message-ID"] == two["Message-ID"]
    assert server.mails[0].receivers == ["TO:<desk@example.org>"]
    assert b"open sesame" in b64decode(server.logged_in[0].split()[1])


def test_what_a_person_or_a_report_writes_becomes_no_header() -> None:
    evil = letter("Troops\r\nBcc: all@example.org\r\n\r\nHello", quote="a\r\n.\r\nQUIT\r\n")
    mail = mail_of(evil, DESK)
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    with taking_mail() as server, Postman(f"smtp://127.0.0.1:{server.port}", None, HERE) as postman:
        postman.send(mail)
    (taken,) = server.mails
    assert taken.receivers == ["TO:<desk@example.org>"]
    with pytest.raises(UndeliveredError):
        mail_of(letter(), replace(DESK, address="a@example.org\r\nBcc: b@example.org"))


def test_a_server_that_takes_it_later_is_told_so() -> None:
    with taking_mail() as server, Postman(f"smtp://127.0.0.1:{server.port}", None, HERE) as postman:
        server.refuses = 1
        with pytest.raises(UndeliveredError, match="gives an error"):
            postman.send(mail_of(letter(), DESK))
        postman.send(mail_of(letter(), DESK))
    assert len(server.mails) == 1


def test_nobody_there_and_a_private_address_are_told() -> None:
    with taking_mail() as server:
        address = f"smtp://127.0.0.1:{server.port}"
        with pytest.raises(UndeliveredError, match="private network"):
            Postman(address, None, Bounds(timeout_s=2.0))
    with pytest.raises(UndeliveredError, match="does not answer"):
        Postman(address, None, HERE)


def test_a_server_without_tls_is_not_spoken_to_in_public() -> None:
    with taking_mail() as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr("watchword.net.addresses.is_public", "127.0.0.1".__eq__)
        with pytest.raises(UndeliveredError, match="offers no TLS"):
            Postman(f"smtp://127.0.0.1:{server.port}", None, Bounds(timeout_s=2.0))
    assert server.mails == []


def test_tls_is_checked_against_the_name_of_the_server(tls: tuple[ssl.SSLContext, Path]) -> None:
    context, certificate = tls
    trusting = ssl.create_default_context(cafile=str(certificate))
    with taking_mail(context) as server:
        with Postman(f"smtps://localhost:{server.port}", None, HERE, tls=trusting) as postman:
            postman.send(mail_of(letter(), DESK))
        with pytest.raises(UndeliveredError):
            Postman(f"smtps://127.0.0.1:{server.port}", None, HERE, tls=trusting)
    assert len(server.mails) == 1
