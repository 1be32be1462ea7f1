"""Cause and condition: the Causal News Corpus, and the counterfactuals of SemEval-2020 task 5."""

import ast
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchword.errors import UnreadableError
from watchword.ledger.corpora.alignment import find_stretch, split_words, take_marks
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch
from watchword.ledger.corpora.splits import check_split, fold_text, share_of
from watchword.ledger.corpora.tables import MEND, read_table
from watchword.model.reading import Word
from watchword.text.words import find_words

_LOG = logging.getLogger(__name__)
_CAUSAL = frozenset({"cause", "effect", "signal"})
_CONDITIONAL = frozenset({"condition", "consequence"})
_DEV_SHARE = 20
_SPANS = (
    "sentenceID",
    "sentence",
    "antecedent_startid",
    "antecedent_endid",
    "consequent_startid",
    "consequent_endid",
)

Phrases = set[tuple[int, int, str]]
Links = set[tuple[str, Stretch, Stretch]]


def read_cnc(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Read news sentences judged causal or not, with the phrases and links of each relation.

    A sentence judged causal whose phrases were not marked has no `causal` scheme. Each relation
    links its cause to its effect (`effect`) and to each of its signals (`signal`).

    Args:
        data: the folder of the measuring data.
        split: "train" or "dev".

    Raises:
        UnreadableError: if a file is missing or broken, or there is no such split.
    """
    check_split(split, ("train", "dev"), "cnc")
    folder = data / "causal" / "cnc" / "V2"
    path = folder / f"{split}_subtask2_grouped.csv"
    columns = ("doc_id", "sent_id", "causal_text_w_pairs")
    marked = {
        f"{document}_{number}": (document, _relations(cell, f"{path}: {document}_{number}"))
        for document, number, cell in read_table(path, columns)
    }
    judged = folder / f"{split}_subtask1.csv"
    for index, text, label in read_table(judged, ("index", "text", "label")):
        causal = _trait(label, f"{judged}: {index}")
        document, relations = marked.get(index, (index, ()))
        words = split_words(text)
        labelled = bool(relations) or not causal
        yield LabelledSentence(
            words=tuple(word.text for word in words),
            document=document,
            corpus="cnc",
            schemes={"causal": _causal_scheme(words, text, relations)} if labelled else {},
            traits={"causal": causal},
        )


def read_counterfactuals(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Read sentences judged counterfactual or not, then those with condition and consequence.

    One in twenty training sentences, told by its text, is held out as "dev". A sentence for
    which phrases are marked is given once, with them. Training sentences that also stand in a
    test file, of either task, are left out.

    Args:
        data: the folder of the measuring data.
        split: "train", "dev" or "test".

    Raises:
        UnreadableError: if a file is missing or broken, or there is no such split.
    """
    check_split(split, ("train", "dev", "test"), "semeval2020-5")
    folder = data / "conditionals" / "semeval2020-5"
    file = "test" if split == "test" else "train"
    judged = folder / "Subtask-1" / f"subtask1_{file}.csv"
    marked = folder / "Subtask-2" / f"subtask2_{file}.csv"
    tested = set() if split == "test" else _texts(folder, "test")
    known = tested | {fold_text(text) for (text,) in read_table(marked, ("sentence",))}
    if split != "test":
        shared = len(tested & _texts(folder, "train"))
        _LOG.info("semeval2020-5: %d training sentences left out, they are in a test", shared)
    for number, label, text in read_table(judged, ("sentenceID", "gold_label", "sentence")):
        if fold_text(text) not in known and _is_in(text, split):
            counterfactual = _trait(label, f"{judged}: {number}")
            words = find_words(text)
            yield _counterfactual(number, words, None, counterfactual=counterfactual)
    for number, text, *ends in read_table(marked, _SPANS):
        if fold_text(text) not in tested and _is_in(text, split):
            words = find_words(text)
            scheme = _conditional_scheme(words, ends, f"{marked}: {number}")
            yield _counterfactual(number, words, scheme, counterfactual=True)


def _trait(label: str, key: str) -> bool:
    if label not in {"0", "1"}:
        raise UnreadableError(f"a trait is 0 or 1, not {label!r}", key=key, mend=MEND)
    return label == "1"


def _relations(cell: str, key: str) -> tuple[str, ...]:
    try:
        relations = ast.literal_eval(cell)
    except (ValueError, SyntaxError) as error:
        raise UnreadableError("not a list of tagged texts", key=key, mend=MEND) from error
    if not isinstance(relations, list) or not all(isinstance(each, str) for each in relations):
        raise UnreadableError("not a list of tagged texts", key=key, mend=MEND)
    return tuple(relations)


def _causal_scheme(words: Sequence[Word], text: str, relations: Sequence[str]) -> Scheme:
    phrases: Phrases = set()
    links: Links = set()
    for tagged in relations:
        found = take_marks(tagged, r"ARG[01]|SIG\d+")
        if found.unpaired or found.text != text:
            _LOG.info("cnc: skipped a relation with odd tags: %s", tagged)
            continue
        stretches: dict[str, list[Stretch]] = {"cause": [], "effect": [], "signal": []}
        for mark in found.marks:
            stretch = find_stretch(words, mark.start, mark.end)
            if stretch:
                stretches[{"ARG0": "cause", "ARG1": "effect"}.get(mark.name, "signal")] += [stretch]
        phrases |= {(*each, kind) for kind, several in stretches.items() for each in several}
        links |= {
            (kind, cause, other)
            for kind in ("effect", "signal")
            for cause in stretches["cause"]
            for other in stretches[kind]
        }
    return Scheme(types=_CAUSAL, phrases=frozenset(phrases), links=frozenset(links))


def _texts(folder: Path, file: str) -> set[str]:
    return {
        fold_text(text)
        for task in "12"
        for (text,) in read_table(
            folder / f"Subtask-{task}" / f"subtask{task}_{file}.csv", ("sentence",)
        )
    }


def _is_in(text: str, split: str) -> bool:
    return split == "test" or (share_of(text, _DEV_SHARE) == 0) == (split == "dev")


def _conditional_scheme(words: Sequence[Word], ends: Sequence[str], key: str) -> Scheme:
    try:
        first, last, then, stop = (int(end) for end in ends)
    except ValueError as error:
        raise UnreadableError("an end of a phrase is no number", key=key, mend=MEND) from error
    condition = find_stretch(words, first, last + 1) if first >= 0 else None
    consequence = find_stretch(words, then, stop + 1) if then >= 0 else None
    phrases: Phrases = set()
    if condition:
        phrases.add((*condition, "condition"))
    if consequence:
        phrases.add((*consequence, "consequence"))
    links: Links = {("consequence", condition, consequence)} if condition and consequence else set()
    return Scheme(types=_CONDITIONAL, phrases=frozenset(phrases), links=frozenset(links))


def _counterfactual(
    number: str, words: Sequence[Word], scheme: Scheme | None, *, counterfactual: bool
) -> LabelledSentence:
    return LabelledSentence(
        words=tuple(word.text for word in words),
        document=number,
        corpus="semeval2020-5",
        schemes={"conditional": scheme} if scheme else {},
        traits={"counterfactual": counterfactual},
    )
