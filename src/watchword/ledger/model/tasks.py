"""Everything that is measured of the carried model, in the order in which it is printed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from watchword.ledger.corpora.causal import read_cnc, read_counterfactuals
from watchword.ledger.corpora.events import read_plv
from watchword.ledger.corpora.polnear import read_polnear_sentences
from watchword.ledger.corpora.re3d import read_re3d
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.treebanks import read_ewt, read_gum
from watchword.ledger.corpora.uds import read_factuality
from watchword.ledger.corpora.uner import read_uner
from watchword.ledger.corpora.worldwide import read_worldwide
from watchword.ledger.held_out import HeldOut
from watchword.ledger.measurement import Pair, Score
from watchword.ledger.measuring import Task
from watchword.ledger.model import held_out, scoring
from watchword.ledger.model.bench import Bench

ScorePairs = Callable[[Sequence[Pair]], Iterable[Score]]


def _gum(data: Path, split: str) -> Iterator[LabelledSentence]:
    """Every genre, those of texts for non-commercial use too."""
    return read_gum(data, split, without=frozenset())


def _polnear(data: Path, _split: str) -> Iterator[LabelledSentence]:
    return read_polnear_sentences(data)


_READ: dict[HeldOut, tuple[Callable[[Path, str], Iterable[LabelledSentence]], str]] = {
    held_out.POLNEAR: (_polnear, "dev"),
    held_out.EWT: (read_ewt, "test"),
    held_out.GUM: (_gum, "test"),
    held_out.GUM_OTHERS: (_gum, "test2"),
    held_out.UNER: (read_uner, "test"),
    held_out.RE3D: (read_re3d, "test"),
    held_out.WORLDWIDE: (read_worldwide, "dev"),
    held_out.PLV: (read_plv, "test"),
    held_out.CNC: (read_cnc, "dev"),
    held_out.COUNTERFACTUALS: (read_counterfactuals, "test"),
    held_out.FACTUALITY: (read_factuality, "test"),
}


def read_set(held: HeldOut, data: Path) -> Iterable[LabelledSentence]:
    """The labelled sentences of a held-out set."""
    read, split = _READ[held]
    return read(data, split)


def _on_pairs(head: str, held: HeldOut, score: ScorePairs) -> Task[Bench]:
    def run(bench: Bench) -> Iterable[Score]:
        return score(bench.pairs(held.name, partial(read_set, held)))

    return Task(head=head, held=held, run=run)


def _events(bench: Bench) -> Iterable[Score]:
    return scoring.event_scores(bench.event_pairs(partial(read_set, held_out.PLV)))


TASKS: tuple[Task[Bench], ...] = (
    _on_pairs("attribution", held_out.POLNEAR, scoring.attribution_scores),
    *(
        _on_pairs("trees", held, scoring.tree_scores)
        for held in (held_out.EWT, held_out.GUM, held_out.GUM_OTHERS)
    ),
    *(_on_pairs("words", held, scoring.word_scores) for held in (held_out.EWT, held_out.GUM)),
    *(
        _on_pairs(scheme, held, partial(scoring.scheme_scores, scheme=scheme))
        for scheme, held in (
            ("names", held_out.UNER),
            ("mentions", held_out.GUM),
            ("intelligence", held_out.RE3D),
            ("domain", held_out.WORLDWIDE),
        )
    ),
    Task(head="events", held=held_out.PLV, run=_events),
    _on_pairs("causal", held_out.CNC, scoring.causal_scores),
    _on_pairs("conditional", held_out.COUNTERFACTUALS, scoring.conditional_scores),
    _on_pairs("factuality", held_out.FACTUALITY, scoring.factuality_scores),
    Task(head="similarity", held=held_out.STREAM, run=scoring.similarity_scores),
    Task(head="speed", held=held_out.STREAM, run=scoring.speed_scores),
    Task(head="memory", held=held_out.STREAM, run=scoring.memory_scores),
)
"""Every measurement; `domain` alone is of development data, for want of a test set."""
