"""Train the model that judges how far a sentence is borne out by others.

    python training/train_support.py ../shared/data runs/support --wordnet /usr/share/wordnet
    python training/train_support.py ../shared/data runs/stated --wordnet … --stated-only

The run's folder keeps the texts as the carried model reads them, so that the same command reads
them once, the weights, and `support.onnx` as it is shipped. Needs `requirements/train.txt`, and
WordNet 3.0's files (Debian: `wordnet-base`). It is meant for an accelerator (`--device cuda`).
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.utils.data import DataLoader

from language.start import base_weights, take_base
from support.batches import Batch, Stream, cut_batches, row_of
from support.export import write_support
from support.network import SupportNetwork
from support.pages import Page, read_pages, write_pages
from support.pairs import Composer
from support.sources import each_raw_page, read_trees
from support.stand import Stand, read_stand, write_stand
from support.synonyms import WordNet, stands_for
from support.train import Course, train
from watchword.engines.reader import ReadingEngine

DEVELOPMENT, FIRST = 3000, 10**12
"""Pairs to develop on, and the number of the first of them."""
PIECES, ROUNDING, SEED = 32_768, 0.8, 8
"""Pieces of a batch; the share of the course after which layers round; what decides by lot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What pairs are composed from.

    Attributes:
        train: texts to learn from.
        dev: texts to develop on.
        stand: words that may stand for others.
    """

    train: tuple[Page, ...]
    dev: tuple[Page, ...]
    stand: Stand


def main() -> None:
    """Read the corpora, train, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--stated-only", action="store_true", help="only corpora with a licence")
    parser.add_argument("--from", dest="start", type=Path, help="a run to start from")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--steps", type=int, default=9000)
    parser.add_argument("--minutes", type=float, default=60.0, help="stop after so many")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    asked.run.mkdir(parents=True, exist_ok=True)
    texts = texts_of(asked.data, asked.run, WordNet(asked.wordnet), stated_only=asked.stated_only)
    torch.manual_seed(SEED)
    network = begun(asked.start).to(asked.device)
    stream = Stream(Composer(texts.train, texts.stand), PIECES, SEED)
    course = Course(
        steps=asked.steps, rounding=ROUNDING, seconds=60 * asked.minutes, device=asked.device
    )
    batches = DataLoader(stream, batch_size=None, num_workers=asked.workers)
    trained = train(network, batches, course, development(texts)).cpu()
    torch.save(trained.state_dict(), asked.run / "support.pt")
    size = write_support(trained, asked.run / "support.onnx", exact=False)
    print(f"{asked.run / 'support.onnx'}: {size / 1e6:.1f} MB")


def texts_of(data: Path, run: Path, net: WordNet, *, stated_only: bool) -> Texts:
    """Texts of every corpus as the carried model reads them, kept in the run's folder."""
    for split in ("train", "dev"):
        path = run / f"{split}.jsonl.gz"
        if not path.exists():
            engine = ReadingEngine()
            write_pages((read_trees(page, engine) for page in each_raw_page(data, split)), path)
    pages = {
        split: tuple(
            page for page in read_pages(run / f"{split}.jsonl.gz") if page.stated or not stated_only
        )
        for split in ("train", "dev")
    }
    table = run / "stand.json.gz"
    if not table.exists():
        write_stand(stands_for(words_of((*pages["train"], *pages["dev"])), net), table)
    return Texts(**pages, stand=read_stand(table))


def words_of(pages: tuple[Page, ...]) -> Iterator[tuple[str, str, str]]:
    """Form, tag and lemma of every open-class word that comes twice or more."""
    seen = Counter(
        (word.lower(), tag, (lemma or word).lower())
        for page in pages
        for line in (*page.lines, *page.claims)
        for word, tag, lemma in zip(line.words, line.tags, line.lemmas, strict=True)
        if tag[:2] in {"NN", "VB", "JJ", "RB"} and not tag.startswith("NNP") and len(word) > 2
    )
    common = {"be", "have", "do", "will", "not"}
    yield from sorted(key for key, count in seen.items() if count > 1 and key[2] not in common)


def development(texts: Texts) -> list[Batch]:
    """Pairs of the texts that nothing is learnt from."""
    composer, rng = Composer(texts.dev, texts.stand), random.Random(5)  # noqa: S311 - a fixed draw
    rows = [row_of(composer.pair(FIRST + number), rng) for number in range(DEVELOPMENT)]
    return cut_batches(rows, PIECES)


def begun(start: Path | None) -> SupportNetwork:
    """A network with another run's weights, or with the base model's."""
    network = SupportNetwork()
    if start is None:
        take_base(network.encoder, base_weights())
    else:
        network.load_state_dict(torch.load(start / "support.pt", weights_only=True))
    return network


if __name__ == "__main__":
    main()
