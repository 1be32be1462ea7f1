"""What is handed out to run a server with: the unit, the container, the proxies."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from watchword.cli.door import app

DEPLOY = Path(__file__).parents[2] / "deploy"
ANALYZE = shutil.which("systemd-analyze")
EXPOSURE = "20"
"""Of 100 in `systemd-analyze security`: what stays is the network, which it is there for."""


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def words_of(name: str, pattern: str) -> list[str]:
    found = re.search(pattern, read(name), re.MULTILINE)
    assert found is not None
    return re.findall(r"[\w./-]+", found[1])


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    command = [str(ANALYZE), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze")
def test_the_unit_is_one_and_is_hardened(tmp_path: Path) -> None:
    unit = tmp_path / "watchword.service"
    told = read(unit.name).replace("/opt/watchword/bin/watchword", sys.executable)
    unit.write_text(told.replace("User=watchword", "User=root").replace("Group=watchword\n", ""))
    verified = analyze("verify", "--recursive-errors=no", str(unit))
    complaints = [line for line in verified.stderr.splitlines() if "watchword.service" in line]
    assert complaints == []
    shown = DEPLOY / "watchword.service"
    judged = analyze("security", "--offline=yes", f"--threshold={EXPOSURE}", str(shown))
    assert judged.returncode == 0, judged.stdout[-500:] + judged.stderr[-500:]


def test_what_the_unit_and_the_container_run_are_commands_that_are_there() -> None:
    options = CliRunner().invoke(app, ["serve", "--help"], env={"COLUMNS": "200"}).output
    unit = words_of("watchword.service", r"^ExecStart=/opt/watchword/bin/watchword (.*)$")
    container = words_of("Containerfile", r'^CMD \["watchword", (.*)\]$')
    assert unit == ["serve"]
    assert container[0] == "serve"
    assert [word for word in container[1:] if word.startswith("--") and word not in options] == []


def test_the_container_runs_as_nobody_in_particular_and_says_whether_it_is_well() -> None:
    lines = read("Containerfile").splitlines()
    last = len(lines) - 1 - [line.startswith("FROM ") for line in lines][::-1].index(True)
    stage = lines[last:]
    assert "USER 10001:10001" in stage
    assert any("HEALTHCHECK" in line for line in stage)
    assert not any(line.startswith("RUN") for line in stage[stage.index("USER 10001:10001") :])
    assert any("--require-hashes" in line for line in lines)


def test_a_proxy_passes_on_who_asks_and_not_what_it_was_told() -> None:
    nginx = read("nginx.conf")
    assert "X-Forwarded-For   $remote_addr" in nginx
    assert "$proxy_add_x_forwarded_for" not in nginx
    assert 'Forwarded         ""' in nginx
    assert "reverse_proxy 127.0.0.1:8750" in read("Caddyfile")
    assert "header_up" not in read("Caddyfile")
