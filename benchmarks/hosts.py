"""Three hosts on one machine read an archive, one is cut off on the way: is the result the same?

    sudo python benchmarks/hosts.py

Makes three network namespaces on a bridge, begins a Ray cluster in them with one processor each,
reads a made archive from the first, takes the third one's link down once some shards are done, and
compares the parts with those that one process gives. Needs root and `ip`; says so and stops where
namespaces cannot be made. Everything that it began is ended, and the namespaces are taken away.
"""

import argparse
import json
import logging
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from watchword.config import read_settings
from watchword.flow.archive.cluster import RayExecutor
from watchword.flow.archive.driving import Headway, Order, read_archive, reader_here
from watchword.flow.archive.executors import Executor
from watchword.flow.archive.processes import ProcessExecutor
from watchword.flow.archive.shards import Size
from watchword.flow.archive.working import Terms
from watchword.flow.running import limits_of

HOSTS = ("ww-first", "ww-second", "ww-third")
NET = "10.231.77"
PORT = 6399
HEALTH = {
    "health_check_initial_delay_ms": 5_000,
    "health_check_period_ms": 2_000,
    "health_check_timeout_ms": 5_000,
    "health_check_failure_threshold": 3,
}
"""A host that says nothing is given up after about 15 seconds."""
SENTENCES = (
    "The defence minister said on Monday that about {n} troops had been sent to the border.",
    "A spokesman for the intelligence service denied that {n} shells were shipped to Russia.",
    "If the talks fail, the president warned, {n} tanks may be supplied to Ukraine.",
    "Officials in Seoul estimate that at least {n} soldiers were killed in Kursk.",
)


def main() -> None:
    """Do it, and tell what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=240)
    parser.add_argument("--shard", type=int, default=10)
    parser.add_argument("--inside", nargs=2, metavar=("SOURCE", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        source, folder = (Path(each) for each in arguments.inside)
        read(source, folder, arguments.shard, address=f"{NET}.1:{PORT}")
        return
    with tempfile.TemporaryDirectory() as scratch:
        compare(Path(scratch), arguments.reports, arguments.shard)


def compare(scratch: Path, reports: int, shard: int) -> None:
    """Read once with hosts of which one is cut off, and once with one process."""
    source = scratch / "archive.jsonl"
    source.write_text("".join(each_line(reports)), encoding="utf-8")
    with ExitStack() as held:
        held.enter_context(namespaces())
        held.enter_context(cluster(scratch))
        there = scratch / "hosts"
        seconds, cut = read_there(source, there, shard)
    if cut is None:
        raise SystemExit("the run ended before a host could be cut off: give more --reports")
    print(f"three hosts: {seconds:.0f} s, {HOSTS[-1]} cut off after {cut} parts")
    here = scratch / "here"
    headway = read(source, here, shard)
    one, many = parts_of(here), parts_of(there)
    print(f"one process: {len(one)} parts, {headway.counts.reports} reports")
    print(f"three hosts: {len(many)} parts, {'the same bytes' if one == many else 'OTHER BYTES'}")
    if one != many:
        raise SystemExit(1)


def read(source: Path, folder: Path, shard: int, *, address: str | None = None) -> Headway:
    """Read the archive, on a cluster or in one process, and print how it goes."""
    logging.basicConfig(format="  %(message)s", level=logging.WARNING)
    terms = Terms(limits=limits_of(read_settings()))
    order = Order(sources=(str(source),), folder=folder, terms=terms, size=Size(records=shard))
    executor: Executor = ProcessExecutor(1, terms)
    if address:
        executor = RayExecutor(address, terms, reader_here())
    began = time.monotonic()

    def tell(headway: Headway) -> None:
        if address:
            print(f"  {time.monotonic() - began:4.0f} s: {headway.done} of {headway.shards} parts")
            sys.stdout.flush()

    return read_archive(order, executor, tell)


def read_there(source: Path, folder: Path, shard: int) -> tuple[float, int | None]:
    """Read in the first host; seconds, and after how many parts the third one was cut off."""
    began = time.monotonic()
    cut: int | None = None
    inside = [sys.executable, __file__, "--shard", str(shard), "--inside", str(source), str(folder)]
    driver = started(HOSTS[0], inside)
    while driver.poll() is None:
        done = len(parts_of(folder))
        if cut is None and done >= len(HOSTS):
            run("ip", "-n", HOSTS[-1], "link", "set", "eth0", "down")
            cut = done
            print(f"  {HOSTS[-1]} is cut off")
        time.sleep(0.1)
    if driver.returncode:
        raise SystemExit(f"the run on three hosts ended with {driver.returncode}")
    return time.monotonic() - began, cut


@contextmanager
def namespaces() -> Iterator[None]:
    """Three hosts on a bridge."""
    if shutil.which("ip") is None or os.geteuid() != 0:
        raise SystemExit("needs root and `ip` to make network namespaces")
    try:
        _make_namespaces()
        yield
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode(errors="replace").strip()
        raise SystemExit(f"no network namespace can be made here: {told}") from error
    finally:
        for host in HOSTS:
            run("ip", "netns", "del", host, check=False)
        run("ip", "link", "del", "ww-bridge", check=False)


def _make_namespaces() -> None:
    run("ip", "link", "add", "ww-bridge", "type", "bridge")
    run("ip", "link", "set", "ww-bridge", "up")
    for number, host in enumerate(HOSTS, start=1):
        run("ip", "netns", "add", host)
        link = f"ww-veth{number}"
        run("ip", "link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", host)
        run("ip", "link", "set", link, "master", "ww-bridge", "up")
        run("ip", "-n", host, "addr", "add", f"{NET}.{number}/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            run("ip", "-n", host, "link", "set", device, "up")


@contextmanager
def cluster(scratch: Path) -> Iterator[None]:
    """A Ray cluster with one processor a host."""
    ray = str(Path(sys.executable).with_name("ray"))
    token = scratch / "token"
    token.write_text(secrets.token_hex(32), encoding="ascii")
    os.environ.update(
        RAY_AUTH_MODE="token",
        RAY_AUTH_TOKEN_PATH=str(token),
        RAY_USAGE_STATS_ENABLED="0",
        RAY_ENABLE_UV_RUN_RUNTIME_ENV="0",
        PYTHONPATH=str(Path(__file__).resolve().parents[1] / "src"),
    )
    store = f"--object-store-memory={200_000_000}"
    common = ["--num-cpus=1", "--disable-usage-stats", "--block", store]
    head = ["--head", f"--port={PORT}", "--include-dashboard=false", f"--temp-dir={scratch}/ray"]
    config = f"--system-config={json.dumps(HEALTH)}"
    try:
        started(HOSTS[0], [ray, "start", *head, config, f"--node-ip-address={NET}.1", *common])
        _await_head()
        for number, host in enumerate(HOSTS[1:], start=2):
            address = [f"--address={NET}.1:{PORT}", f"--node-ip-address={NET}.{number}"]
            _await_host(host, started(host, [ray, "start", *address, *common]))
        yield
    finally:
        for host in HOSTS:
            _end_all_in(host)


def _await_head() -> None:
    """Wait until the head listens."""
    probe = f"import socket; socket.create_connection(('{NET}.1', {PORT}), 1)"
    until = time.monotonic() + 180
    while time.monotonic() < until:
        command = ["ip", "netns", "exec", HOSTS[0], sys.executable, "-c", probe]
        if subprocess.run(command, check=False, capture_output=True).returncode == 0:  # noqa: S603 - fixed words
            return
        time.sleep(1)
    raise SystemExit("the head of the cluster does not listen")


def _await_host(host: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a host has begun: two that begin at once on one file system get in their way."""
    until = time.monotonic() + 180
    while time.monotonic() < until and process.poll() is None:
        listed = subprocess.run(["ip", "netns", "pids", host], check=False, capture_output=True)  # noqa: S603, S607 - fixed words
        places = (Path(f"/proc/{number}/cmdline") for number in listed.stdout.decode().split())
        if any(b"ray::DashboardAgent" in each.read_bytes() for each in places if each.exists()):
            return
        time.sleep(0.5)
    raise SystemExit(f"{host} does not join the cluster")


def _end_all_in(host: str) -> None:
    """End what runs in a namespace of ours, and nothing else."""
    listed = subprocess.run(["ip", "netns", "pids", host], check=False, capture_output=True)  # noqa: S603, S607 - fixed words
    for number in listed.stdout.split():
        with suppress(ProcessLookupError):
            os.kill(int(number), signal.SIGKILL)


def started(host: str, command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """A program that runs in a host."""
    quiet = None if "--inside" in command else subprocess.DEVNULL
    words = ["ip", "netns", "exec", host, *command]
    return subprocess.Popen(words, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - fixed words


def run(*command: str, check: bool = True) -> None:
    """Run a command to its end."""
    subprocess.run(command, check=check, capture_output=True)  # noqa: S603 - fixed words


def parts_of(folder: Path) -> dict[str, bytes]:
    """The parts in a folder."""
    return {each.name: each.read_bytes() for each in sorted(folder.glob("part-*"))}


def each_line(reports: int) -> Iterator[str]:
    """Reports that differ from one another, as JSON lines."""
    for number in range(reports):
        given = (SENTENCES[at % len(SENTENCES)] for at in range(number, number + 8))
        text = " ".join(words.format(n=1000 + 7 * number + at) for at, words in enumerate(given))
        yield json.dumps({"id": f"r{number}", "outlet": "Example Wire", "text": text}) + "\n"


if __name__ == "__main__":
    main()
