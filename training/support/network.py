"""The model that judges support: the encoder over a sentence and its evidence, and two heads.

One tells of each word of the sentence whether the evidence bears it out, the other tells of the
whole sentence.
"""

import torch
from torch import Tensor, nn

from language.network import WIDTH, Encoder, Inputs
from language.quantised import QuantLinear


class SupportNetwork(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.words = QuantLinear(WIDTH, 1)
        self.inner = QuantLinear(WIDTH, WIDTH)
        self.whole = QuantLinear(WIDTH, 1)

    def forward(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        """Log odds of each word and of each whole sentence."""
        states = self.encoder(inputs)[-1]
        words = (_rows_at(states, inputs.first) + _rows_at(states, inputs.last)) / 2
        whole = self.whole(torch.tanh(self.inner(states[:, 0])))
        return self.words(words)[..., 0].float(), whole[..., 0].float()


def _rows_at(states: Tensor, places: Tensor) -> Tensor:
    return states.gather(1, places[..., None].expand(-1, -1, states.shape[-1]))
