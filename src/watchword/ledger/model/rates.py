"""How fast an engine reads, in words a second, every head at once."""

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from watchword.engines import Engine
from watchword.ledger.corpora.streams import StreamEvent
from watchword.ledger.model.similarity import cut_text
from watchword.model.reading import Word

WORDS, TIMES, EVERY = 40_000, 3, 40
"""Least words that are read, how often, and which reports of the stream they are from."""

Sentences = Sequence[Sequence[Word]]


def usual_sentences(events: Sequence[StreamEvent], least: int = WORDS) -> Sentences:
    """Sentences from all over the stream, until there are enough words."""
    return enough_sentences((event.text for event in events[::EVERY]), least)


def enough_sentences(texts: Iterable[str], least: int) -> Sentences:
    """The sentences of texts, whole texts at a time, until there are at least so many words."""
    found: list[Sequence[Word]] = []
    words = 0
    for text in texts:
        if words >= least:
            break
        for sentence in cut_text(text):
            found.append(sentence)
            words += len(sentence)
    return found


def words_a_second(
    engine: Engine,
    sentences: Sentences,
    *,
    times: int = TIMES,
    clock: Callable[[], float] = perf_counter,
) -> float | None:
    """The best of some readings; None without words.

    A first sentence is read before, so that loading the model is not counted.
    """
    words = sum(len(sentence) for sentence in sentences)
    if not words:
        return None
    engine.read(sentences[:1])
    seconds = []
    for _ in range(times):
        begin = clock()
        engine.read(sentences)
        seconds.append(clock() - begin)
    return words / min(seconds)
