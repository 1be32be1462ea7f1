"""What is built is what runs: the wheel holds every file of the package and nothing else."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder


@pytest.fixture(scope="module")
def wheel_names(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_file_of_the_package(
    root: Path, project_files: list[Path], wheel_names: set[str]
) -> None:
    source = root / "src"
    kept = {file.relative_to(source).as_posix() for file in project_files if source in file.parents}
    assert kept - wheel_names == set()
    assert "watchword/py.typed" in wheel_names


def test_the_wheel_holds_nothing_beside_the_package_and_its_licence(wheel_names: set[str]) -> None:
    folders = {name.split("/")[0] for name in wheel_names}
    assert {folder for folder in folders if not folder.startswith("watchword")} == set()
    licences = {name.rsplit("/", 1)[1] for name in wheel_names if "/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}
