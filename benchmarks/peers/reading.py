"""How fast other networks read the same reports, on one processor, by an interpreter that has them.

    peers/bin/python benchmarks/peers/reading.py reports.jsonl --what small

`tokens` is spaCy's tokenizer and sentencizer. `small` is a pipeline of the shape of en_core_web_sm:
tagger, parser and entities over its hashed embeddings and convolutions. `base encoder` is a
transformer of the size of RoBERTa-base, `small encoder` one of the size that Watchword carries,
both under PyTorch in 32 bits. Weights are random, since nothing is fetched: what is measured is the
speed of networks of these shapes, and nothing of how well they read.
"""

import argparse
import json
import os
import re
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""Say how many threads multiply; looked at when the peer is imported, which is later."""
PIECES = 1.24
"""Word pieces a word, of the reports of 400 words under the carried vocabulary."""
IN_BATCH = 1024
"""Pieces that an encoder is given at once, as Watchword's engine is at most."""
TAGS, RELATIONS, KINDS = 50, 45, 18
"""Labels of en_core_web_sm, about."""
ENCODERS = {"base encoder": (12, 768, 12), "small encoder": (6, 384, 12)}
"""Layers, width and heads; what lies between is four times as wide."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--what", choices=("tokens", "small", *ENCODERS), required=True)
    parser.add_argument("--words", type=int, default=10_000, help="words that an encoder reads")
    asked = parser.parse_args()
    with asked.file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    if asked.what in ENCODERS:
        texts = list(_enough(texts, asked.words))
    for name in THREADS:
        os.environ[name] = "1"
    read = encoder(*ENCODERS[asked.what]) if asked.what in ENCODERS else pipeline(asked.what)
    read(texts[:1])
    words = sum(len(text.split()) for text in texts)
    begun, used = time.perf_counter(), time.process_time()
    read(texts)
    seconds, processor = time.perf_counter() - begun, time.process_time() - used
    told = {"words": words, "seconds": seconds, "cpu_us_per_word": processor / words * 1e6}
    print(json.dumps(told))


def _enough(texts: Sequence[str], least: int) -> Iterator[str]:
    """Texts until they have so many words."""
    words = 0
    for text in texts:
        if words >= least:
            return
        words += len(text.split())
        yield text


def pipeline(what: str) -> Callable[[Sequence[str]], None]:
    """A pipeline of spaCy."""
    import spacy  # noqa: PLC0415 - each peer needs its own package alone

    made = spacy.blank("en")
    made.max_length = 10_000_000
    if what == "tokens":
        made.add_pipe("sentencizer")
    else:
        _add_network(made)

    def read(texts: Sequence[str]) -> None:
        for each in made.pipe(texts):
            list(each.sents)

    return read


def _add_network(made) -> None:  # noqa: ANN001 - spaCy is not there when types are checked
    embedding = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    }
    encoding = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    network = {"@architectures": "spacy.Tok2Vec.v2", "embed": embedding, "encode": encoding}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    made.add_pipe("tok2vec", config={"model": network})
    tagger = made.add_pipe("tagger", config={"model": {"tok2vec": listener}})
    tree = made.add_pipe("parser", config={"model": {"tok2vec": listener}})
    entities = made.add_pipe("ner", config={"model": {"tok2vec": network}})
    for number in range(TAGS):
        tagger.add_label(f"T{number}")
    for number in range(RELATIONS):
        tree.add_label(f"r{number}")
    for number in range(KINDS):
        entities.add_label(f"K{number}")
    made.initialize()


def encoder(layers: int, width: int, heads: int) -> Callable[[Sequence[str]], None]:
    """A transformer's encoder without its embeddings, fed sentences of like lengths at once."""
    import torch  # noqa: PLC0415 - as above

    warnings.filterwarnings("ignore", category=UserWarning)
    torch.set_num_threads(1)
    torch.manual_seed(9)
    layer = torch.nn.TransformerEncoderLayer(
        width, heads, dim_feedforward=4 * width, activation="gelu", batch_first=True
    )
    network = torch.nn.TransformerEncoder(layer, layers).eval()

    def read(texts: Sequence[str]) -> None:
        with torch.inference_mode():
            for lengths in batches(texts):
                padded = torch.randn(len(lengths), max(lengths), width)
                places = torch.arange(max(lengths))
                network(padded, src_key_padding_mask=places >= torch.tensor(lengths)[:, None])

    return read


def batches(texts: Sequence[str]) -> list[list[int]]:
    """Lengths of sentences in pieces, those alike together, `IN_BATCH` pieces at most."""
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text)]
    counts = sorted(2 + round(PIECES * len(part.split())) for part in sentences if part.strip())
    made: list[list[int]] = [[]]
    for count in (min(count, 254) for count in counts):
        if made[-1] and count * (len(made[-1]) + 1) > IN_BATCH:
            made.append([])
        made[-1].append(count)
    return [lengths for lengths in made if lengths]


if __name__ == "__main__":
    main()
