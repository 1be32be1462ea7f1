"""Score a run, or a folder with a model, on development splits: for trying things.

    python training/measure_model.py runs/first ../shared/data
    python training/measure_model.py src/watchword/engines/data ../shared/data --limit 500

Test files are left to `watchword ledger model`.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from language.development import read_gum_whole
from language.export import write_model
from language.train import CHECKPOINT, network_of_run
from watchword.engines.reader import ReadingEngine
from watchword.ledger.corpora.causal import read_counterfactuals
from watchword.ledger.corpora.re3d import read_re3d
from watchword.ledger.corpora.sentence import LabelledSentence
from watchword.ledger.corpora.uner import read_ewt_named
from watchword.ledger.corpora.worldwide import read_worldwide
from watchword.ledger.measurement import Pair, Score
from watchword.ledger.model import scoring
from watchword.ledger.model.bench import Bench, Measured

Reader = Callable[[Path, str], Iterable[LabelledSentence]]
Scorer = Callable[[list[Pair]], Iterable[Score]]

TASKS: tuple[tuple[str, Reader, Scorer], ...] = (
    ("trees, EWT", read_ewt_named, scoring.tree_scores),
    ("words, EWT", read_ewt_named, scoring.word_scores),
    ("names, EWT", read_ewt_named, partial(scoring.scheme_scores, scheme="names")),
    ("factuality, EWT", read_ewt_named, scoring.factuality_scores),
    ("trees, GUM", read_gum_whole, scoring.tree_scores),
    ("words, GUM", read_gum_whole, scoring.word_scores),
    ("mentions, GUM", read_gum_whole, partial(scoring.scheme_scores, scheme="mentions")),
    ("intelligence, re3d", read_re3d, partial(scoring.scheme_scores, scheme="intelligence")),
    ("domain, worldwide", read_worldwide, partial(scoring.scheme_scores, scheme="domain")),
    ("conditional", read_counterfactuals, scoring.conditional_scores),
)


def main() -> None:
    """Read the development sentences and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, default=100_000, help="sentences of each corpus")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        model = _model_in(arguments.run, Path(folder))
        bench = Bench(Measured(engine=ReadingEngine(model), folder=model), arguments.data)
        for name, read, score in TASKS:
            limited = partial(_first, read, arguments.limit)
            pairs = bench.pairs(f"{read}", limited)
            figures = ", ".join(
                f"{each.metric} {each.value:.4f}" for each in score(list(pairs)) if each.value
            )
            print(f"{name}: {figures}", flush=True)


def _model_in(run: Path, folder: Path) -> Path:
    """Where the run's model lies; written to the folder, unrounded, if it is a checkpoint."""
    if not (run / CHECKPOINT).exists():
        return run
    write_model(network_of_run(run), folder, exact=True)
    return folder


def _first(read: Reader, limit: int, data: Path) -> Iterator[LabelledSentence]:
    return islice(iter(read(data, "dev")), limit)


if __name__ == "__main__":
    main()
