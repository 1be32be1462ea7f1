"""Writing a file whole: nobody sees half of it, and a failure leaves what was there."""

import os
from pathlib import Path

import pytest

from watchword.cli.options import Format
from watchword.cli.outputs import Output, plan_outputs, write_whole
from watchword.errors import SettingsError


def test_the_suffix_tells_the_format_and_the_option_helps_where_it_does_not(
    tmp_path: Path,
) -> None:
    places = [tmp_path / "a.HTM", tmp_path / "b", tmp_path / "a.HTM"]
    assert plan_outputs(places, Format.MD) == (
        Output(place=tmp_path / "a.HTM", form=Format.HTML),
        Output(place=tmp_path / "b", form=Format.MD),
    )


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.html", tmp_path / "link.html"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "brief.html"
    place.write_text("old", encoding="utf-8")

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SettingsError, match="cannot be written"):
        write_whole(place, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["brief.html"]
    assert place.read_text(encoding="utf-8") == "old"


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    plain, written = tmp_path / "plain", tmp_path / "written.html"
    plain.write_bytes(b"")
    write_whole(written, b"")
    assert plain.stat().st_mode == written.stat().st_mode
