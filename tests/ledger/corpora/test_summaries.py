"""News texts of GUM and what people made of them, from files of our own in its form."""

from pathlib import Path

import pytest

from watchword.errors import UnreadableError
from watchword.ledger.corpora.summaries import read_summarised

FILE = """# newdoc id = GUM_news_ferry
# meta::dateCreated = 2011-05-03
# meta::summary1 = (human1) A ferry sank off the coast.
# meta::summary2 = (some-model) Ferry sinks.
# meta::summary3 = (human2) Off the coast a ferry went down.
# meta::title = Ferry sinks
# newpar
# newpar_block = head (1 s)
# text = Ferry sinks
1\tFerry\tferry\tNOUN\tNN\t_\t0\troot\t_\t_

# newpar
# newpar_block = p (1 s)
# text = Tuesday, May 3, 2011
1\tTuesday\tTuesday\tPROPN\tNNP\t_\t0\troot\t_\t_

# newpar
# newpar_block = figure (1 s)
# text = The ferry in 2009.
1\tThe\tthe\tDET\tDT\t_\t0\troot\t_\t_

# newpar
# newpar_block = p (2 s)
# text = A ferry sank on Monday.
1\tA\ta\tDET\tDT\t_\t0\troot\t_\t_

# text = Nobody was on board.
1\tNobody\tnobody\tPRON\tNN\t_\t0\troot\t_\t_
"""


def lay(data: Path, split: str, text: str) -> None:
    path = data / "treebanks" / "gum" / split / "GUM_news_ferry.conllu"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_headline_caption_and_date_line_are_no_part_of_the_text(tmp_path: Path) -> None:
    lay(tmp_path, "dev", FILE)
    (text,) = read_summarised(tmp_path, "dev")
    assert text.text == "A ferry sank on Monday. Nobody was on board."
    assert (text.document, text.title, text.date) == (
        "GUM_news_ferry",
        "Ferry sinks",
        "2011-05-03",
    )


def test_what_models_wrote_is_left_out(tmp_path: Path) -> None:
    lay(tmp_path, "train", FILE)
    (text,) = read_summarised(tmp_path, "train")
    assert text.summaries == ("A ferry sank off the coast.", "Off the coast a ferry went down.")


def test_a_text_that_no_person_summed_up_is_refused(tmp_path: Path) -> None:
    lay(tmp_path, "dev", FILE.replace("human", "model"))
    with pytest.raises(UnreadableError, match="no person's summary"):
        list(read_summarised(tmp_path, "dev"))


def test_a_part_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no news texts"):
        list(read_summarised(tmp_path, "test"))
