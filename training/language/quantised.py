"""A dense layer that can be trained as if its numbers were small whole ones.

Weights take seven bits for each output (-63 to 63), so that no processor's kernel saturates;
inputs take eight (0 to 255), with one scale and one zero point for the layer. Rounding lets
gradients through unchanged (Bengio and others 2013, Jacob and others 2018).
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

WEIGHT_STEPS = 63
INPUT_STEPS = 255


class QuantLinear(nn.Linear):
    """A linear layer; exact, watching the range of its inputs, or rounding as the shipped one.

    Attributes:
        mode: `exact`, `watch` (exact, and noting what the inputs are) or `round`.
        low: lowest input that rounding keeps.
        high: highest input that rounding keeps.
        seen: samples of the inputs while watching.
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.mode = "exact"
        self.seen: list[Tensor] = []
        self.register_buffer("low", torch.zeros(()))
        self.register_buffer("high", torch.zeros(()))
        nn.init.xavier_uniform_(self.weight)
        nn.init.zeros_(self.bias)

    def forward(self, states: Tensor) -> Tensor:
        """The layer's output for inputs of any number of dimensions."""
        if self.mode == "exact":
            return functional.linear(states, self.weight, self.bias)
        if self.mode == "watch":
            flat = states.detach().float().flatten()
            self.seen.append(flat[:: max(1, flat.numel() // 4096)])
            return functional.linear(states, self.weight, self.bias)
        return functional.linear(self.rounded(states), self.rounded_weight(), self.bias)

    def settle(self, tail: float) -> None:
        """Take the range of inputs from what was seen, leaving out a share at each end."""
        values = torch.cat(self.seen)
        low, high = torch.quantile(values, torch.tensor([tail, 1 - tail]))
        self.low.copy_(low.clamp(max=0))
        self.high.copy_(high.clamp(min=1e-3))
        self.seen.clear()

    def input_scale(self) -> tuple[Tensor, Tensor]:
        """Scale and zero point of the inputs."""
        scale = (self.high - self.low) / INPUT_STEPS
        return scale, torch.round(-self.low / scale)

    def weight_scale(self) -> Tensor:
        """Scale of each output's weights."""
        return self.weight.detach().abs().amax(1).clamp(min=1e-8) / WEIGHT_STEPS

    def rounded(self, states: Tensor) -> Tensor:
        """Inputs as they come back from eight bits."""
        scale, zero = self.input_scale()
        plain = states.float()
        kept = plain.clamp(float(-zero * scale), float((INPUT_STEPS - zero) * scale))
        steps = torch.round(kept / scale) * scale
        return (kept + (steps - kept).detach()).to(states.dtype)

    def rounded_weight(self) -> Tensor:
        """Weights as they come back from seven bits."""
        scale = self.weight_scale()[:, None]
        steps = torch.round(self.weight / scale) * scale
        return self.weight + (steps - self.weight).detach()


def share_range(layers: Sequence[QuantLinear]) -> None:
    """Give layers that read the same states one range, so that they can be one layer."""
    low = torch.stack([each.low for each in layers]).min()
    high = torch.stack([each.high for each in layers]).max()
    for each in layers:
        each.low.copy_(low)
        each.high.copy_(high)
