"""A certificate for the tests of sending."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def tls(tmp_path: Path) -> tuple[ssl.SSLContext, Path]:
    """Settings for a server called localhost, and the certificate to trust it by."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    path = tmp_path / "localhost.pem"
    words = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {path}"
    name = ["-addext", "subjectAltName=DNS:localhost"]
    made = subprocess.run(  # noqa: S603 - fixed words
        [openssl, *words.split(), *name], capture_output=True, check=True
    )
    path.write_bytes(path.read_bytes() + made.stdout)
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(path)
    return served, path
