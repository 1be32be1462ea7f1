from pathlib import Path

from watchword.ledger.corpora.statements import FOLDER, OUTLETS, read_statements


def test_statements_of_both_offices_are_read_with_their_outlet(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for name in OUTLETS:
        (folder / f"{name}.csv").write_text(
            "link,headline,date,body\n"
            f"https://{name}.example/1,Talks,2022-01-02T10:00:00Z,The two met.\n",
            encoding="utf-8",
        )
    one, other = read_statements(tmp_path)
    assert (one.statement_id, one.outlet, one.text) == ("putin-0", "Kremlin", "The two met.")
    assert (other.title, other.published) == ("Talks", "2022-01-02T10:00:00Z")


def test_a_statement_as_long_as_a_press_conference_is_read(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    long = "They spoke. " * 20_000
    for name in OUTLETS:
        (folder / f"{name}.csv").write_text(
            f"link,headline,date,body\nx,Talks,2022-01-02,{long}\n", encoding="utf-8"
        )
    assert [each.text for each in read_statements(tmp_path)] == [long, long]
