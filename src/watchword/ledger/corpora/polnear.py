"""PolNeAR: news articles whose sources, cues and contents of attributions are labelled.

Read as articles, cut as Watchword cuts, train gives 30,183 sentences and dev 3,296. Sixteen
articles of train and two of dev were labelled by five or six people each; the first one's labels
are given unless all are asked for (33,878 and 3,541 sentences).

In the published dev set a row is a paragraph, not a sentence, so an article can be cut that way
too. Of 1,930 such paragraphs 1,738 have the text of a published row and 1,733 of these the same
phrases; the others stand in paragraphs that one of the two cuts elsewhere, or take in a speaker's
label or a dateline. The published words are cut by CoreNLP, with `` and '' for quotation marks.

A content that runs over several sentences, or is broken off by its source and cue, is one phrase
for each sentence and unbroken piece, as in the published set.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal

from watchword.errors import UnreadableError
from watchword.ledger.corpora.alignment import find_stretch
from watchword.ledger.corpora.brat import BratPart, read_events
from watchword.ledger.corpora.iob import find_labelled
from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch
from watchword.ledger.corpora.splits import check_split
from watchword.ledger.corpora.tables import MEND, read_field, read_objects, read_table, read_text
from watchword.ledger.corpora.texts import LabelledAttribution, LabelledText, Pieces
from watchword.model.reading import Word
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

ATTRIBUTION_TYPES = frozenset({"source", "cue", "content"})
"""Who says something, the words that say so, and what is said."""

ROLES: Mapping[str, str] = {
    "Source": "source",
    "Cue": "cue",
    "Content": "content",
    "Content2": "content",
}
"""The parts of an attribution; `Attribution` and `Attribution-no-source` repeat its cue."""


def read_polnear_articles(
    data: Path,
    split: str,
    *,
    unit: Literal["sentence", "paragraph"] = "sentence",
    every: bool = False,
) -> Iterator[LabelledSentence]:
    """The articles of PolNeAR cut by Watchword, with the scheme `attribution` and its links.

    The links are `source` and `content`, each from a cue to a phrase of the same sentence. A
    phrase covers each word that it has a character of.

    Args:
        data: the folder of all corpora.
        split: `train` or `dev`.
        unit: what one piece is to be.
        every: whether articles that several people labelled are given once for each of them.

    Raises:
        UnreadableError: if a file is not there or broken.
    """
    for article, people in _each_article(data, split, ("filename", "annotators")):
        cut = tuple(_each_cut(_text_of(data, split, article), unit))
        for person in people.split("|")[: None if every else 1]:
            events = _events_of(data, split, f"{article}_{person}")
            for words in cut:
                yield LabelledSentence(
                    words=tuple(word.text for word in words),
                    document=article,
                    corpus="polnear",
                    schemes={"attribution": _attributions(words, events)},
                )


def read_polnear_texts(data: Path, split: str) -> Iterator[LabelledText]:
    """The articles of PolNeAR whole, as the first of their people labelled them.

    An attribution may have no source (1,507 of 19,868 in train) or no content (36).

    Args:
        data: the folder of all corpora.
        split: `train` or `dev`.

    Raises:
        UnreadableError: if a file is not there or broken.
    """
    columns = ("filename", "annotators", "publisher", "title", "publication_date")
    for article, people, publisher, title, date in _each_article(data, split, columns):
        events = _events_of(data, split, f"{article}_{people.partition('|')[0]}")
        yield LabelledText(
            document=article,
            text=_text_of(data, split, article),
            attributions=tuple(map(_attribution, events)),
            outlet=publisher,
            title=title,
            date=date,
        )


def read_polnear_sentences(data: Path) -> Iterator[LabelledSentence]:
    """The published dev set, 1,925 rows of one or more sentences each, without links.

    Its 94 documents are 84 articles, two of them as six people labelled them.

    Raises:
        UnreadableError: if the file is not there or broken.
    """
    for place, row in read_objects(data / "attribution" / "polnear-sentences" / "dev.jsonl"):
        words, labels = _texts(row, "tokens", place), _texts(row, "labels", place)
        phrases = frozenset(find_labelled(labels))
        if len(words) != len(labels) or any(kind not in ATTRIBUTION_TYPES for *_, kind in phrases):
            raise UnreadableError("not a known label for each word", key=place, mend=MEND)
        yield LabelledSentence(
            words=words,
            document=read_field(row, "id", place).rpartition("_")[0],
            corpus="polnear",
            schemes={"attribution": Scheme(types=ATTRIBUTION_TYPES, phrases=phrases)},
        )


def _each_article(data: Path, split: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    check_split(split, ("train", "dev"), "polnear")
    path = data / "attribution" / "polnear" / "metadata.tsv"
    for compartment, *cells in read_table(path, ("compartment", *columns), delimiter="\t"):
        if compartment == split:
            yield tuple(cells)


def _text_of(data: Path, split: str, article: str) -> str:
    return read_text(data / "attribution" / "polnear" / split / "text" / f"{article}.txt")


def _events_of(data: Path, split: str, name: str) -> tuple[tuple[BratPart, ...], ...]:
    path = data / "attribution" / "polnear" / split / "attributions" / f"{name}.ann"
    return tuple(read_events(read_text(path), str(path)))


def _attribution(event: Sequence[BratPart]) -> LabelledAttribution:
    def pieces(role: str) -> Pieces:
        of_role = (part.pieces for part in event if ROLES.get(part.role) == role)
        return tuple(sorted(piece for each in of_role for piece in each))

    return LabelledAttribution(
        source=pieces("source"), cue=pieces("cue"), content=pieces("content")
    )


def _texts(row: Mapping[str, object], name: str, place: str) -> tuple[str, ...]:
    value = row.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise UnreadableError(f"{name} is missing or no list of texts", key=place, mend=MEND)
    return tuple(value)


def _each_cut(text: str, unit: str) -> Iterator[tuple[Word, ...]]:
    for _, group in groupby(
        find_sentences(text),
        lambda sentence: sentence.start if unit == "sentence" else sentence.paragraph,
    ):
        sentences = tuple(group)
        yield find_words(text, sentences[0].start, sentences[-1].end)


def _attributions(words: Sequence[Word], events: Sequence[tuple[BratPart, ...]]) -> Scheme:
    phrases: set[tuple[int, int, str]] = set()
    links: set[tuple[str, Stretch, Stretch]] = set()
    for event in events:
        found = [
            (ROLES[part.role], stretch)
            for part in event
            if part.role in ROLES
            for stretch in _stretches(words, part.pieces)
        ]
        phrases.update((*stretch, role) for role, stretch in found)
        cues = [stretch for role, stretch in found if role == "cue"]
        links.update(
            (role, cue, stretch) for role, stretch in found if role != "cue" for cue in cues
        )
    return Scheme(types=ATTRIBUTION_TYPES, phrases=frozenset(phrases), links=frozenset(links))


def _stretches(words: Sequence[Word], pieces: Sequence[Stretch]) -> Iterator[Stretch]:
    first, end = words[0].start, words[-1].end
    for piece in pieces:
        if piece[0] < end and first < piece[1]:
            stretch = find_stretch(words, *piece)
            if stretch:
                yield stretch
