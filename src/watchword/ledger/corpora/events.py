"""Event labels of a marked source and target: PLV (PLOVER) and the CAMEO sentences of ConfliBERT.

Both give `quad`: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
conflict. CAMEO also has 0, a statement that is neither, and puts sanctions, and some coercion,
under 3 where PLV puts them under 4.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.alignment import Mark, find_stretch, take_marks
from watchword.ledger.corpora.sentence import LabelledSentence, Stretch
from watchword.ledger.corpora.splits import check_split, fold_text
from watchword.ledger.corpora.tables import MEND, read_table, read_text
from watchword.model.reading import Word
from watchword.text.words import find_words

_LOG = logging.getLogger(__name__)
_SPLITS = ("train", "test")
_QUADS = frozenset("01234")

Tagged = tuple[tuple[str, str], ...]
"""Words, each with its tag."""


def read_plv(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Read sentences with a marked source and target and the PLOVER type of what passes.

    A side that the sentence leaves unsaid ("resigned", "were detained") is the empty stretch
    (0, 0). Where a name is marked twice, the first mark that ends with a word counts.

    Args:
        data: the folder of the measuring data.
        split: "train" or "test".

    Raises:
        UnreadableError: if the file is missing or broken, or there is no such split.
    """
    check_split(split, _SPLITS, "plv")
    path = data / "events" / "plv" / f"PLV_{split}.tsv"
    columns = ("sentence_id", "marked_sentence", "target", "gold_root", "gold_penta")
    for number, marked, target, root, quad in read_table(path, columns, delimiter="\t"):
        found = take_marks(marked, "[st]")
        words = find_words(found.text)
        sides = {
            name: _marked_stretch(words, [mark for mark in found.marks if mark.name == name])
            for name in "st"
        }
        yield LabelledSentence(
            words=tuple(word.text for word in words),
            document=f"{split}-{number}",
            corpus="plv",
            pair=(
                sides["s"] or (0, 0),
                sides["t"] or _written_stretch(found.text, words, target) or (0, 0),
            ),
            event={"root": root, "quad": quad},
        )


def read_cameo(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Read sentences with their CAMEO class and, where it was marked, the pair it is about.

    Sentences of the training split that PLV is tested on are left out. Those of the test split
    are partly in PLV's test too. Where only one side is marked the other is the stretch (0, 0);
    where none is, or the marked file lacks the sentence, there is no pair.

    Args:
        data: the folder of the measuring data.
        split: "train" or "test".

    Raises:
        UnreadableError: if a file is missing or broken, or there is no such split.
    """
    check_split(split, _SPLITS, "cameo")
    folder = data / "conflibert"
    marked = {
        fold_text("".join(word for word, _ in tagged)): tagged
        for tagged in _each_tagged(folder / "cameo_ner" / f"{split}.txt")
    }
    held_back = _held_back(data) if split == "train" else ()
    dropped = unmarked = 0
    for number, (text, quad) in enumerate(_each_class(folder / "cameo_class" / f"{split}.tsv")):
        folded = fold_text(text)
        if any(folded in other or other in folded for other in held_back):
            dropped += 1
            continue
        tagged = marked.get(folded)
        unmarked += tagged is None
        yield LabelledSentence(
            words=tuple(word for word, _ in tagged) if tagged else _words(text),
            document=f"{split}-{number}",
            corpus="cameo",
            pair=_tagged_pair(tagged) if tagged else None,
            event={"quad": quad},
        )
    _LOG.info("cameo %s: %d dropped, %d not in the marked file", split, dropped, unmarked)


def _marked_stretch(words: Sequence[Word], marks: Sequence[Mark]) -> Stretch | None:
    ends = {word.end for word in words}
    whole = [mark for mark in marks if mark.end in ends]
    first = next(iter(whole or marks), None)
    return find_stretch(words, first.start, first.end) if first else None


def _written_stretch(text: str, words: Sequence[Word], side: str) -> Stretch | None:
    start = text.find(side) if side else -1
    return find_stretch(words, start, start + len(side)) if start >= 0 else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in find_words(text))


def _held_back(data: Path) -> tuple[str, ...]:
    path = data / "events" / "plv" / "PLV_test.tsv"
    return tuple(fold_text(text) for (text,) in read_table(path, ("sentence",), delimiter="\t"))


def _each_class(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        text, _, quad = line.rpartition("\t")
        if not text or quad not in _QUADS:
            key = f"{path}:{number}"
            raise UnreadableError("not a sentence and a class from 0 to 4", key=key, mend=MEND)
        yield text, quad


def _each_tagged(path: Path) -> Iterator[Tagged]:
    sentence: list[tuple[str, str]] = []
    for number, line in enumerate([*read_text(path).split("\n"), ""], start=1):
        word, _, tag = line.strip().rpartition(" ")
        if word:
            if not re.fullmatch("O|[BI]-[STR]", tag):
                key = f"{path}:{number}"
                raise UnreadableError(f"unknown tag {tag!r}", key=key, mend=MEND)
            sentence.append((word, tag))
        elif tag:
            raise UnreadableError("a word without tag", key=f"{path}:{number}", mend=MEND)
        elif sentence:
            yield tuple(sentence)
            sentence = []


def _tagged_pair(tagged: Tagged) -> tuple[Stretch, Stretch] | None:
    source, target = _first_run(tagged, "S"), _first_run(tagged, "T")
    if source is None and target is None:
        return None
    return source or (0, 0), target or (0, 0)


def _first_run(tagged: Tagged, role: str) -> Stretch | None:
    start = next((at for at, (_, tag) in enumerate(tagged) if tag[2:] == role), None)
    if start is None:
        return None
    end = start + 1
    while end < len(tagged) and tagged[end][1] == f"I-{role}":
        end += 1
    return start, end
