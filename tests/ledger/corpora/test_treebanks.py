from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.treebanks import read_ewt, read_gum

EWT = """\
# newdoc id = harbour
# sent_id = harbour-1
1\tThe\tthe\tDET\tDT\t_\t4\tdet\t_\t_
2\tcoal\tcoal\tNOUN\tNN\t_\t4\tcompound\t_\tSpaceAfter=No
3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No
4\tbuyers\tbuyer\tNOUN\tNNS\tNumber=Plur\t5\tnsubj:pass\t_\t_
5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
"""
GUM = """\
# newdoc id = GUM_news_harbour
# sent_id = GUM_news_harbour-1
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new-cf1-2-sgl
2\tcaptain\tcaptain\tNOUN\tNN\t_\t5\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new-cf2-1-coref-Oslo)1)
5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
6\tit\tit\tPRON\tPRP\t_\t5\tobj\t_\tEntity=(2-place-giv:act-cf2-1-ana)(3[1/2]-event-new-cf3-1-sgl)
"""


def lay(folder: Path, name: str, content: str) -> None:
    path = folder / "treebanks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def test_ewt_gives_every_layer_of_a_treebank(tmp_path: Path) -> None:
    lay(tmp_path, "ewt/dev.conllu", EWT)
    (sentence,) = read_ewt(tmp_path, "dev")
    assert sentence.words == ("The", "coal", "-", "buyers", "left")
    assert (sentence.corpus, sentence.document) == ("ewt", "harbour")
    assert sentence.tags == ("DT", "NN", "HYPH", "NNS", "VBD")
    assert sentence.classes == ("DET", "NOUN", "PUNCT", "NOUN", "VERB")
    assert sentence.lemmas == ("the", "coal", "-", "buyer", "leave")
    assert sentence.features == ("_", "_", "_", "Number=Plur", "_")
    assert sentence.tree is not None
    assert sentence.tree.heads == (3, 3, 1, 4, -1)
    assert sentence.tree.relations[3] == "nsubj:pass"
    assert sentence.schemes == {}


def test_words_cut_at_hyphens_can_be_had_whole(tmp_path: Path) -> None:
    lay(tmp_path, "ewt/dev.conllu", EWT)
    (sentence,) = read_ewt(tmp_path, "dev", joined=True)
    assert sentence.words == ("The", "coal-buyers", "left")
    assert sentence.tree is not None
    assert sentence.tree.heads == (1, 2, -1)


def test_mentions_of_gum_nest_and_those_in_pieces_are_skipped(tmp_path: Path) -> None:
    lay(tmp_path, "gum/dev/GUM_news_harbour.conllu", GUM)
    (sentence,) = read_gum(tmp_path, "dev")
    mentions = sentence.schemes["mentions"]
    assert mentions.phrases == {(0, 4, "person"), (3, 4, "place"), (5, 6, "place")}


def test_closed_genres_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    lay(tmp_path, "gum/dev/GUM_news_harbour.conllu", GUM)
    lay(tmp_path, "gum/dev/GUM_fiction_harbour.conllu", GUM)
    assert len(list(read_gum(tmp_path, "dev"))) == 1
    assert len(list(read_gum(tmp_path, "dev", without=frozenset()))) == 2
    assert list(read_gum(tmp_path, "dev", without={"news", "fiction"})) == []


@pytest.mark.parametrize("entity", ["1)", "(1-person-new", "(1-spaceship-new)"])
def test_a_mention_that_makes_no_sense_is_told(tmp_path: Path, entity: str) -> None:
    row = f"1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\tEntity={entity}\n"
    lay(tmp_path, "gum/dev/GUM_news_rain.conllu", row)
    with pytest.raises(UnreadableError, match="mention"):
        list(read_gum(tmp_path, "dev"))


def test_an_absent_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(read_ewt(tmp_path, "train"))
    assert caught.value.key.endswith("train.conllu")
    with pytest.raises(UnreadableError, match="no CoNLL-U files"):
        list(read_gum(tmp_path, "test2"))
    with pytest.raises(UnreadableError, match="no split"):
        list(read_ewt(tmp_path, "test2"))
