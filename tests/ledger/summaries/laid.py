"""Sets of our own in a data folder, each in the form that the real one has."""

from pathlib import Path

_TEXT = """# newdoc id = GUM_news_{name}
# meta::dateCreated = 2011-05-03
# meta::summary1 = (human1) A ferry sank off Kastel and 40 people were rescued.
# meta::summary2 = (human2) Off Kastel the coast guard rescued 40 people.
# meta::title = Ferry sinks off Kastel
# newpar
# newpar_block = p (2 s)
# text = A ferry sank off Kastel on Monday, the coast guard said.
1\tA\ta\tDET\tDT\t_\t0\troot\t_\t_

# text = The coast guard rescued 40 people.
1\tThe\tthe\tDET\tDT\t_\t0\troot\t_\t_

# text = Ferries are painted white.
1\tFerries\tferry\tNOUN\tNN\t_\t0\troot\t_\t_

# text = Bread costs more in Norland.
1\tBread\tbread\tNOUN\tNN\t_\t0\troot\t_\t_
"""
_ROWS = """Date\tUpdate\tBackground
[2011-05-03]\tA ferry sank off Kastel on Monday.\t
[2011-05-06]\tPolice questioned the owner of the ferry on Thursday.\tOn May 2, 2011 a ferry sank.
[2011-05-20]\tThe navy raised the ferry.\tOn 2 May a ferry sank. On 5 May its owner was questioned.
"""


def lay_summaries(data: Path) -> None:
    """A text in each part of GUM."""
    for split in ("train", "dev", "test"):
        path = data / "treebanks" / "gum" / split / f"GUM_news_{split}.conllu"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_TEXT.format(name=split), encoding="utf-8")


def lay_backgrounds(data: Path) -> None:
    """The timeline of one event by two people, alike."""
    folder = data / "timelines" / "background-summaries" / "events" / "ferry"
    folder.mkdir(parents=True)
    for person in ("annotator1", "annotator2"):
        (folder / f"{person}.tsv").write_text(_ROWS, encoding="utf-8")
