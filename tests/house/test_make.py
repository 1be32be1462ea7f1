"""make.py works with nothing but Python, and knows when `.venv` is out of date."""

import ast
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
OLDEST_THAT_IS_TOLD_OFF = (3, 8)


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """make.py, at work in an empty folder with two small locks and a bare `.venv`."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "requirements").mkdir()
    for name in module.LOCKED:
        module_lock = tmp_path / "requirements" / f"{name}.txt"
        module_lock.write_text(f"{name}==1\n", encoding="utf-8")
    venv = tmp_path / ".venv"
    for attribute, value in {
        "ROOT": tmp_path,
        "VENV": venv,
        "UNFINISHED": venv / "watchword-unfinished",
    }.items():
        monkeypatch.setattr(module, attribute, value)
    python = module.python_of(venv)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    return module


def stamp_all(make: ModuleType) -> dict[str, Path]:
    stamps = {name: make.VENV / f"watchword-locked-{name}" for name in make.LOCKED}
    for name, stamp in stamps.items():
        stamp.write_text(make.digest_of(make.lock_of(name)), encoding="utf-8")
    return stamps


def test_it_reads_as_an_old_python_so_that_it_can_say_so() -> None:
    ast.parse((ROOT / "make.py").read_bytes(), feature_version=OLDEST_THAT_IS_TOLD_OFF)


def test_it_imports_nothing_beyond_the_standard_library() -> None:
    tree = ast.parse((ROOT / "make.py").read_bytes())
    named = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names


def test_a_current_environment_is_kept(make: ModuleType) -> None:
    assert not make.is_outdated(stamp_all(make))


def test_an_environment_of_another_lock_is_made_anew(make: ModuleType) -> None:
    stamps = stamp_all(make)
    make.lock_of("run").write_text("run==2\n", encoding="utf-8")
    assert make.is_outdated(stamps)


def test_an_environment_that_was_moved_is_made_anew(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = stamp_all(make)
    moved = make.ROOT / "moved"
    (make.ROOT / "requirements").rename(make.ROOT / "kept")
    moved.mkdir()
    (make.ROOT / "kept").rename(moved / "requirements")
    monkeypatch.setattr(make, "ROOT", moved)
    assert make.is_outdated(stamps)


def test_an_installation_that_did_not_end_is_begun_anew(make: ModuleType) -> None:
    stamps = stamp_all(make)
    make.UNFINISHED.touch()
    assert make.is_outdated(stamps)


def test_an_environment_without_its_interpreter_is_made_anew(make: ModuleType) -> None:
    stamps = stamp_all(make)
    make.python_of(make.VENV).unlink()
    assert make.is_outdated(stamps)


def test_a_current_environment_is_left_alone(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp_all(make)
    (make.ROOT / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    installed = make.VENV / "watchword-installed"
    installed.write_text(make.digest_of(make.ROOT / "pyproject.toml"), encoding="utf-8")
    monkeypatch.setattr(make, "install", lambda *_: pytest.fail("something was installed"))
    make.prepare("test")


def test_a_python_without_ensurepip_is_told_which_package_to_install(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(make.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(make.StopError, match="sudo apt install python3-venv"):
        make.make_venv(tmp_path / "fresh")


def test_an_index_out_of_reach_is_named_as_such(make: ModuleType) -> None:
    told = make.explain_failure("... NewConnectionError: Temporary failure ...\n")
    assert "the package index cannot be reached" in told
    assert "Run the same command again" in told


def test_another_failure_leaves_the_word_to_pip(make: ModuleType) -> None:
    told = make.explain_failure("THESE PACKAGES DO NOT MATCH THE HASHES\n")
    assert told.startswith("THESE PACKAGES DO NOT MATCH THE HASHES")
    assert "cannot be reached" not in told


def test_an_unknown_command_is_wrong_use(
    make: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        make.main(["brew"])
    assert left.value.code == 2
    assert "brew" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_the_check_of_a_fresh_clone_is_runnable_and_calls_the_test_command() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "python3 make.py test" in script.read_text(encoding="utf-8")
    assert "python3 make.py test" in (ROOT / "README.md").read_text(encoding="utf-8")
