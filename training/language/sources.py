"""The corpora by the names that recipes give them: sentences to train on, in their variants.

Only training splits are read here; development splits are read by `language.development`.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from silver.composed import each_composed
from silver.events import each_event_sentence
from silver.names import label_names
from silver.nesting import each_nested
from silver.statuses import label_statuses
from watchword.engines import ReadingEngine, TaggingEngine
from watchword.ledger.corpora.causal import read_cnc, read_counterfactuals
from watchword.ledger.corpora.events import read_cameo, read_plv
from watchword.ledger.corpora.polnear import read_polnear_articles
from watchword.ledger.corpora.re3d import read_re3d
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.splits import fold_text
from watchword.ledger.corpora.streams import read_current_events, read_white_house
from watchword.ledger.corpora.treebanks import CLOSED_GENRES, read_gum
from watchword.ledger.corpora.uner import read_ewt_named
from watchword.ledger.corpora.worldwide import read_worldwide
from watchword.model.reading import Word
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

Variants = Sequence[LabelledSentence]
"""The same sentence, cut in other ways."""

PLAIN_EVENTS, PLAIN_TRANSCRIPTS, PLAIN_PAIRS = 50_000, 12_000, 25_000
"""Sentences without labels, for a teacher to read."""

ACTORS = frozenset({"nationality", "organisation", "person", "polity", "unit"})
"""Phrases of those who do something."""

SILVER_EVENTS, SILVER_TRANSCRIPTS, NESTED, COMPOSED_COPIES, EVENT_COPIES = 9000, 3000, 3000, 6, 4


def _ewt(data: Path, _seed: int) -> Iterator[Variants]:
    whole = read_ewt_named(data, "train", joined=True)
    for cut, joined in zip(read_ewt_named(data, "train"), whole, strict=True):
        yield _unlike(cut, joined)


def _gum(data: Path, _seed: int, *, closed: bool) -> Iterator[Variants]:
    whole = read_gum(data, "train", without=frozenset(), joined=True)
    for cut, joined in zip(read_gum(data, "train", without=frozenset()), whole, strict=True):
        if (_genre(cut.document) in CLOSED_GENRES) == closed:
            yield _unlike(cut, joined)


def _genre(document: str) -> str:
    return document.split("_")[1]


def _unlike(cut: LabelledSentence, joined: LabelledSentence) -> Variants:
    return (cut,) if cut.words == joined.words else (cut, cut, joined)


def _polnear(
    data: Path, seed: int, *, unit: Literal["sentence", "paragraph"]
) -> Iterator[Variants]:
    order = random.Random(seed)  # noqa: S311 - a fixed draw
    for sentence in read_polnear_articles(data, "train", unit=unit):
        if sentence.schemes["attribution"].phrases or order.random() < PLAIN_POLNEAR:
            yield (sentence,)


PLAIN_POLNEAR = 0.6
"""Share of the sentences without any attribution that is kept."""


def _nested(data: Path, seed: int) -> Iterator[Variants]:
    plain = list(read_polnear_articles(data, "train"))
    yield from ((each,) for each in each_nested(plain, seed, NESTED))


def _counterfactuals(data: Path, seed: int) -> Iterator[Variants]:
    order = random.Random(seed)  # noqa: S311 - a fixed draw
    for sentence in read_counterfactuals(data, "train"):
        if sentence.schemes or order.random() < PLAIN_COUNTERFACTUALS:
            yield (sentence,)


PLAIN_COUNTERFACTUALS = 0.3
"""Share of the sentences without spans that is kept."""


def _silver_events(data: Path, seed: int) -> Iterator[Variants]:
    return _silver(_events_of(data), SILVER_EVENTS, seed, "current-events")


def _silver_transcripts(data: Path, seed: int) -> Iterator[Variants]:
    return _silver(_transcripts_of(data), SILVER_TRANSCRIPTS, seed, "white-house")


def _silver(texts: Iterable[str], count: int, seed: int, corpus: str) -> Iterator[Variants]:
    """Sentences of raw text, labelled by rules."""
    cut = [words for text in texts for words in _each_cut(text)]
    order = random.Random(seed)  # noqa: S311 - a fixed draw
    engine = TaggingEngine()
    for words in order.sample(cut, min(count, len(cut))):
        texts_of = tuple(word.text for word in words)
        (reading,) = engine.read([words])
        tags = tuple(token.tag for token in reading.tokens)
        yield (
            LabelledSentence(
                words=texts_of,
                document=corpus,
                corpus=corpus,
                schemes={"domain": label_names(texts_of)},
                statuses=label_statuses(texts_of, tags),
            ),
        )


def _plain(
    read: Callable[[Path], Iterable[str]], count: int, data: Path, seed: int
) -> Iterator[Variants]:
    """Sentences of raw text without any label, for a teacher to read."""
    cut = [words for text in read(data) for words in _each_cut(text)]
    order = random.Random(seed + 1)  # noqa: S311 - a fixed draw
    for words in order.sample(cut, min(count, len(cut))):
        yield (_unlabelled(words),)


def _pairs(count: int, data: Path, seed: int) -> Iterator[Variants]:
    """Sentences of current events in which two who act are marked, for a teacher to read."""
    cut = [words for text in _events_of(data) for words in _each_cut(text)]
    order = random.Random(seed + 2)  # noqa: S311 - a fixed draw
    drawn = order.sample(cut, min(count, len(cut)))
    for words, reading in zip(drawn, ReadingEngine().read(drawn), strict=True):
        found = [each for each in reading.phrases("domain") if each.label in ACTORS]
        if len(found) > 1:
            source, target = order.sample(found, 2)
            pair = ((source.start, source.end), (target.start, target.end))
            yield (replace(_unlabelled(words), pair=pair),)


def _unlabelled(words: Sequence[Word]) -> LabelledSentence:
    texts = tuple(word.text for word in words)
    return LabelledSentence(words=texts, document="plain", corpus="plain")


def _events_of(data: Path) -> Iterator[str]:
    return (each.text for each in read_current_events(data))


def _transcripts_of(data: Path) -> Iterator[str]:
    return (text for _, text in read_white_house(data))


def _each_cut(text: str) -> Iterator[tuple[Word, ...]]:
    for place in find_sentences(text):
        words = find_words(text, place.start, place.end)
        if len(words) >= 4:
            yield words


def _single(
    read: Callable[[Path, str], Iterator[LabelledSentence]], data: Path, _seed: int
) -> Iterator[Variants]:
    return ((each,) for each in read(data, "train"))


def _re3d(data: Path, _seed: int) -> Iterator[Variants]:
    """With quantities and weapons as re3d has them only in its own scheme: rules cut them finer."""
    for sentence in read_re3d(data, "train"):
        domain = sentence.schemes["domain"]
        types = domain.types - {"quantity", "weapon"}
        kept = frozenset(phrase for phrase in domain.phrases if phrase[2] in types)
        plain = replace(domain, types=types, phrases=kept)
        yield (replace(sentence, schemes={**sentence.schemes, "domain": plain}),)


def _cameo(data: Path, _seed: int) -> Iterator[Variants]:
    """Without what PLV has too: where both judge a sentence they differ in one of eleven."""
    known = {fold_text("".join(each.words)) for each in read_plv(data, "train")}
    for sentence in read_cameo(data, "train"):
        if fold_text("".join(sentence.words)) not in known:
            yield (sentence,)


def _composed(_data: Path, seed: int) -> Iterator[Variants]:
    return ((each,) for each in each_composed(seed, COMPOSED_COPIES))


def _composed_events(_data: Path, seed: int) -> Iterator[Variants]:
    return ((each,) for each in each_event_sentence(seed, EVENT_COPIES))


SOURCES: Mapping[str, Callable[[Path, int], Iterator[Variants]]] = {
    "ewt": _ewt,
    "gum": partial(_gum, closed=False),
    "gum-closed": partial(_gum, closed=True),
    "worldwide": partial(_single, read_worldwide),
    "re3d": _re3d,
    "polnear": partial(_polnear, unit="paragraph"),
    "polnear-sentences": partial(_polnear, unit="sentence"),
    "nested": _nested,
    "plv": partial(_single, read_plv),
    "cameo": _cameo,
    "cnc": partial(_single, read_cnc),
    "counterfactuals": _counterfactuals,
    "current-events": _silver_events,
    "white-house": _silver_transcripts,
    "composed": _composed,
    "composed-events": _composed_events,
    "plain-events": partial(_plain, _events_of, PLAIN_EVENTS),
    "plain-transcripts": partial(_plain, _transcripts_of, PLAIN_TRANSCRIPTS),
    "plain-pairs": partial(_pairs, PLAIN_PAIRS),
}
