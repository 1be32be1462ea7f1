"""The news texts of GUM with the summaries that people wrote of them.

Each text has five summaries in the comments of its file. In dev and test people wrote all five;
in train one person's stands beside four that language models wrote, which are left out here.
Headlines, captions and date lines are no part of a text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.splits import check_split
from watchword.ledger.corpora.tables import MEND, read_text

FILES = "GUM_news_*.conllu"
_COMMENT = re.compile(r"# (\S+)(?: = (.*))?")
_SUMMARY = re.compile(r"\((?P<by>[^)]*)\) (?P<words>.+)")
_NO_TEXT = frozenset({"head", "figure", "caption"})
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_DATE_WORDS = frozenset(f"{_MONTHS} {_DAYS}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarisedText:
    """A text and what people made of it.

    Attributes:
        document: its name in the treebank.
        title: headline.
        date: day of publication, ISO 8601.
        text: paragraphs, parted by a blank line.
        summaries: those that people wrote, one or five.
    """

    document: str
    title: str
    date: str
    text: str
    summaries: tuple[str, ...]


def read_summarised(data: Path, split: str) -> Iterator[SummarisedText]:
    """The news texts of a part of GUM.

    Args:
        data: the folder of all corpora.
        split: `train`, `dev` or `test`.

    Raises:
        UnreadableError: if a file is missing or has no text or no person's summary.
    """
    check_split(split, ("train", "dev", "test"), "gum")
    folder = data / "treebanks" / "gum" / split
    paths = sorted(folder.glob(FILES))
    if not paths:
        raise UnreadableError("no news texts here", key=str(folder), mend=MEND)
    for path in paths:
        yield _summarised(path)


def _summarised(path: Path) -> SummarisedText:
    blocks = [_comments(block) for block in read_text(path).strip().split("\n\n")]
    meta = blocks[0]
    written = (_SUMMARY.fullmatch(meta.get(f"meta::summary{place}", "")) for place in range(1, 6))
    summaries = tuple(found["words"] for found in written if found and _is_person(found["by"]))
    text = "\n\n".join(_each_paragraph(blocks))
    if not text or not summaries:
        raise UnreadableError("no text, or no person's summary", key=str(path), mend=MEND)
    return SummarisedText(
        document=path.stem,
        title=meta.get("meta::title", ""),
        date=meta.get("meta::dateCreated", ""),
        text=text,
        summaries=summaries,
    )


def _comments(block: str) -> Mapping[str, str]:
    found = (_COMMENT.match(line) for line in block.split("\n"))
    return {each[1]: each[2] or "" for each in found if each}


def _is_person(by: str) -> bool:
    return by.startswith("human")


def _each_paragraph(blocks: list[Mapping[str, str]]) -> Iterator[str]:
    kind, sentences = "", list[str]()
    for block in blocks:
        if "newpar" in block:
            yield from _paragraph(kind, sentences)
            kind, sentences = block.get("newpar_block", "").partition(" ")[0], []
        sentences.append(block.get("text", ""))
    yield from _paragraph(kind, sentences)


def _paragraph(kind: str, sentences: list[str]) -> Iterator[str]:
    words = " ".join(sentences).strip()
    if words and kind not in _NO_TEXT and not _is_date_line(words):
        yield words


def _is_date_line(words: str) -> bool:
    """Whether a paragraph is a date alone, as reports of Wikinews begin with one."""
    return all(
        word.isdecimal() or word.lower() in _DATE_WORDS for word in re.findall(r"\w+", words)
    )
