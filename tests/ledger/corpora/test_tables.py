from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.tables import read_field, read_objects, read_table, read_text


def write(folder: Path, content: str) -> Path:
    path = folder / "rows.csv"
    path.write_bytes(content.encode())
    return path


def test_a_missing_file_is_told_with_its_path_and_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_text(tmp_path / "absent.csv")
    assert "absent.csv" in caught.value.key
    assert caught.value.mend


def test_bytes_that_are_not_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match="UTF-8"):
        read_text(path)


def test_columns_come_in_the_order_asked_for_and_quotes_are_taken_off(tmp_path: Path) -> None:
    path = write(tmp_path, '\ufeffname,text\r\na,"Rain, ""heavy"",\r\nfell"\r\n')
    assert list(read_table(path, ("text", "name"))) == [('Rain, "heavy",\nfell', "a")]


def test_a_lacking_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="label"):
        list(read_table(write(tmp_path, "name\na\n"), ("name", "label")))


def test_a_short_row_and_an_open_quote_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="length"):
        list(read_table(write(tmp_path, "name\ttext\na\n"), ("name",), delimiter="\t"))
    with pytest.raises(UnreadableError, match="not a table"):
        list(read_table(write(tmp_path, 'name\n"a\n'), ("name",)))


def test_objects_are_one_a_line_with_their_place(tmp_path: Path) -> None:
    path = write(tmp_path, '{"a": "1"}\n\n{"a": 2}\n')
    (first, one), (second, two) = read_objects(path)
    assert (first[-2:], one["a"], second[-2:]) == (":1", "1", ":3")
    assert read_field(one, "a", first) == "1"
    with pytest.raises(UnreadableError, match="not text"):
        read_field(two, "a", second)


@pytest.mark.parametrize("line", ["{", "[1]"])
def test_a_line_that_is_no_object_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(UnreadableError, match="JSON"):
        list(read_objects(write(tmp_path, line)))
