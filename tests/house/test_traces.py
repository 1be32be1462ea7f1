"""Nothing of the machine it was made on stays in the project: no index host, no local path."""

from pathlib import Path

TRACES = tuple(
    "".join(parts).encode()
    for parts in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("--index", "-url "),
        ("--extra", "-index-url"),
        ("--find", "-links"),
        ("/wo", "rk/"),
        ("/ro", "ot/"),
    )
)


def traces_in(content: bytes) -> list[str]:
    return [trace.decode() for trace in TRACES if trace in content]


def test_no_file_names_a_package_index_or_a_path_of_one_machine(project_files: list[Path]) -> None:
    found = {str(file): traces_in(file.read_bytes()) for file in project_files}
    assert {file: traces for file, traces in found.items() if traces} == {}


def test_a_trace_would_be_found() -> None:
    assert traces_in(b"see " + TRACES[0]) == [TRACES[0].decode()]


def test_the_lock_files_hold_no_address_at_all(root: Path) -> None:
    for lock in (root / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8")
