"""From readings to rows of the table: which numbers each measurement gives, under which names."""

from collections.abc import Iterator, Mapping, Sequence

from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.streams import story_pairs
from watchword.ledger.measurement import (
    Form,
    Pair,
    Score,
    detection_scores,
    f1_score,
    share_score,
)
from watchword.ledger.model.agreement import accuracy, count_yes, macro_f1
from watchword.ledger.model.bench import Bench
from watchword.ledger.model.causal import score_fairly, score_strictly
from watchword.ledger.model.factuality import score_factuality as factuality_scores
from watchword.ledger.model.phrases import score_attribution, score_scheme
from watchword.ledger.model.rates import usual_sentences, words_a_second
from watchword.ledger.model.similarity import PAIRS, SEED, score_similarity
from watchword.ledger.model.trees import (
    score_classes,
    score_features,
    score_lemmas,
    score_tags,
    score_trees,
)
from watchword.ledger.scores import Detection
from watchword.model.reading import EventReading, Reading

LIKELY = 0.5
"""Probability from which a trait is taken to hold."""

__all__ = ["factuality_scores"]


def attribution_scores(pairs: Sequence[Pair]) -> Iterator[Score]:
    """Sources, cues and contents: exact, and by their beginnings."""
    for kind in ("source", "cue", "content"):
        exact, begins = score_attribution(pairs, kind)
        yield from detection_scores(kind, exact)
        yield f1_score(f"{kind} begin F1", begins)


def tree_scores(pairs: Sequence[Pair]) -> Iterator[Score]:
    """Attachment without and with relations, and with their subtypes."""
    found = score_trees(pairs)
    yield share_score("LAS", found.labelled)
    yield share_score("UAS", found.unlabelled)
    yield share_score("LAS with subtypes", found.full)


def word_scores(pairs: Sequence[Pair]) -> Iterator[Score]:
    """Tags, classes, features, lemmas."""
    yield share_score("tags (XPOS)", score_tags(pairs))
    yield share_score("classes (UPOS)", score_classes(pairs))
    yield share_score("features", score_features(pairs))
    yield share_score("lemmas", score_lemmas(pairs))


def scheme_scores(pairs: Sequence[Pair], *, scheme: str) -> Iterator[Score]:
    """F1 over all phrases of a scheme."""
    yield f1_score("F1", score_scheme(pairs, scheme))


def event_scores(pairs: Sequence[tuple[LabelledSentence, EventReading]]) -> Iterator[Score]:
    """PLOVER root types and quad classes, the classes weighing the same, and accuracy."""
    columns: Mapping[str, list[str]] = {
        "root": [event.root for _, event in pairs],
        "quad": [str(event.quad) for _, event in pairs],
    }
    for name, found in columns.items():
        gold = [sentence.event[name] for sentence, _ in pairs]
        right = accuracy(gold, found)
        counts = {"of": right.of, "classes": len(set(gold))}
        yield Score(metric=f"{name} macro-F1", value=macro_f1(gold, found), counts=counts)
        yield share_score(f"{name} accuracy", right)


def causal_scores(pairs: Sequence[Pair]) -> Iterator[Score]:
    """Sentences that state a cause, and its phrases: as the shared task counts, and stricter."""
    yield f1_score("sentence F1", _judged(pairs, "causal"))
    fair = score_fairly(pairs)
    yield Score(
        metric="spans F1, fair",
        value=fair.f1,
        counts={
            "hits": fair.hits,
            "near": fair.near,
            "extra": fair.extra,
            "missed": fair.missed,
        },
    )
    yield f1_score("spans F1, by relation", score_strictly(pairs))
    yield f1_score("spans F1, as a set", score_scheme(pairs, "causal"))


def conditional_scores(pairs: Sequence[Pair]) -> Iterator[Score]:
    """Conditions and consequences, and sentences that are counterfactual.

    Sentences with marked phrases are the set of a task of their own, and all counterfactual: they
    do not count in the second score.
    """
    yield f1_score("spans F1", score_scheme(pairs, "conditional"))
    judged = [pair for pair in pairs if not pair[0].schemes]
    yield f1_score("counterfactual F1", _judged(judged, "counterfactual"))


def similarity_scores(bench: Bench) -> Iterator[Score]:
    """Whether texts of one story are told from those of two."""
    yield from score_similarity(story_pairs(bench.stream(), PAIRS, SEED), bench.read)


def speed_scores(bench: Bench) -> Iterator[Score]:
    """Words a second."""
    sentences = usual_sentences(bench.stream())
    yield Score(
        metric="words a second",
        value=words_a_second(bench.engine, sentences),
        counts=_words(sentences),
        form=Form.RATE,
        floored=False,
    )


def memory_scores(bench: Bench) -> Iterator[Score]:
    """Most memory of a process of its own, and how long it took to load."""
    found = bench.footprint(usual_sentences(bench.stream()))
    counts = {"words": found.words}
    yield Score(
        metric="MiB at most",
        value=found.peak_mebibytes,
        counts=counts,
        form=Form.RATE,
        floored=False,
    )
    yield Score(
        metric="seconds to load",
        value=found.load_seconds,
        counts=counts,
        form=Form.SECONDS,
        floored=False,
    )


def _judged(pairs: Sequence[Pair], kind: str) -> Detection:
    """Sentences judged by people, and what the engine holds for likely; untold is unlikely."""
    judged = [pair for pair in pairs if kind in pair[0].traits]
    gold = [sentence.traits[kind] for sentence, _ in judged]
    return count_yes(gold, [_probability(reading, kind) >= LIKELY for _, reading in judged])


def _probability(reading: Reading, kind: str) -> float:
    return next((each.probability for each in reading.traits if each.kind == kind), 0.0)


def _words(sentences: Sequence[Sequence[object]]) -> Mapping[str, int]:
    return {"words": sum(map(len, sentences)), "sentences": len(sentences)}
