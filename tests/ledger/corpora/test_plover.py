"""PLOVER's gold records come in the terms of 2022, and PLV's sentences without their marks."""

import json
from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.plover import CodedText, read_plover_gold, read_plv_texts


def lay_gold(data: Path, **record: object) -> None:
    path = data / "events" / "plover-gsr" / "PLOVER_GSR_CAMEO.txt"
    path.parent.mkdir(parents=True)
    whole = {"id": "7", "event": "FIGHT", "text": "{The Vale shelled Orla.}", **record}
    path.write_text(json.dumps([{"id": "0", "event": "DOCUMENT"}, whole]), "utf-8")


def gold(data: Path) -> CodedText:
    (coded,) = read_plover_gold(data)
    return coded


def words(coded: CodedText, side: int) -> list[str]:
    (party,) = (coded.actors, coded.recipients)[side]
    return [coded.text[start:end] for start, end in party.pieces]


def test_older_types_modes_and_contexts_have_their_later_names(tmp_path: Path) -> None:
    lay_gold(tmp_path, event="PROTEST", mode="strike-hun", context="rights, refugee, historical")
    coded = gold(tmp_path)
    assert (coded.type, coded.mode) == ("PROTEST", "hunger")
    assert coded.contexts == ("human rights", "migration")


def test_what_was_a_type_is_a_mode(tmp_path: Path) -> None:
    lay_gold(tmp_path, event="INVESTIGATE", mode=None)
    assert (gold(tmp_path).type, gold(tmp_path).mode) == ("ACCUSE", "investigate")


def test_parties_stand_where_their_words_do(tmp_path: Path) -> None:
    lay_gold(
        tmp_path,
        source=[{"actorText": "The Vale", "code": "JAP", "sector": "CVLalb"}],
        target=[{"actorText": "Orla ... shelled", "sector": "***"}],
    )
    coded = gold(tmp_path)
    assert coded.text == "The Vale shelled Orla."
    assert (words(coded, 0), words(coded, 1)) == (["The Vale"], ["Orla", "shelled"])
    assert (coded.actors[0].code, coded.actors[0].sector) == ("JPN", "CVL")
    assert (coded.recipients[0].code, coded.recipients[0].sector) == (None, None)


def test_records_that_are_no_json_are_named(tmp_path: Path) -> None:
    lay_gold(tmp_path)
    (path,) = tmp_path.rglob("*.txt")
    path.write_text("[", "utf-8")
    with pytest.raises(UnreadableError, match="not JSON"):
        list(read_plover_gold(tmp_path))


def test_a_sentence_of_plv_loses_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "events" / "plv" / "PLV_test.tsv"
    path.parent.mkdir(parents=True)
    row = "3\tToday <s>Orla</s> stepped down.\tYIELD\t2\n"
    path.write_text("sentence_id\tmarked_sentence\tgold_root\tgold_penta\n" + row, "utf-8")
    (coded,) = read_plv_texts(tmp_path, "test")
    assert coded.text == "Today Orla stepped down."
    assert words(coded, 0) == ["Orla"]
    assert (coded.type, coded.quad, coded.recipients) == ("YIELD", 2, ())
