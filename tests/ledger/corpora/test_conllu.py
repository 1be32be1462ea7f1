import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.conllu import each_block

TEXT = """\
# newdoc id = harbour
# sent_id = harbour-1
# text = We don't wait.
1\tWe\twe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\twait\twait\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Gloss=stay
4.1\twaited\twait\tVERB\tVBD\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = harbour-2
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_
"""


def test_ranges_and_empty_nodes_are_left_out() -> None:
    first, second = each_block(TEXT, "x")
    assert [row.word for row in first.rows] == ["We", "do", "n't", "wait", "."]
    assert [row.head for row in first.rows] == [3, 3, 3, -1, 3]
    assert first.rows[3].extra == {"SpaceAfter": "No", "Gloss": "stay"}
    assert (second.sentence_id, second.document) == ("harbour-2", "harbour")


def test_the_first_part_of_a_range_is_tight() -> None:
    first = next(each_block(TEXT, "x"))
    assert [row.tight for row in first.rows] == [False, True, False, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "1\tRain",
        "1\tRain\train\tNOUN\tNN\t_\thead\troot\t_\t_",
        "1\tRain\train\tNOUN\tNN\t_\t7\troot\t_\t_",
        "2\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_",
    ],
)
def test_a_broken_line_is_told_by_its_number(line: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(each_block(f"# a comment\n{line}\n", "bank"))
    assert caught.value.key == "bank:2"
    assert caught.value.mend
