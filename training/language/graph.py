"""An ONNX graph put together node by node, so that every kernel in it is chosen."""

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FUSED = "com.microsoft"
OPSET = 23


class Graph:
    """Nodes, constants, inputs and outputs as they are added; values are named by number."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []
        self._number = 0

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """Add a node with one output, and give the output's name."""
        return self.split(kind, *inputs, parts=1, domain=domain, **attributes)[0]

    def fused(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add one of ONNX Runtime's own nodes."""
        return self.add(kind, *inputs, domain=FUSED, **attributes)

    def split(
        self, kind: str, *inputs: str, parts: int, domain: str = "", **attributes: object
    ) -> list[str]:
        """Add a node with several outputs."""
        names = [self._name(kind) for _ in range(parts)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names

    def constant(self, value: NDArray[np.generic] | Sequence[int] | float) -> str:
        """A constant; the same one is kept once."""
        array: NDArray[np.generic]
        if isinstance(value, float):
            array = np.array(value, dtype=np.float32)
        elif isinstance(value, np.ndarray):
            array = value
        else:
            array = np.array(value, dtype=np.int64)
        key = f"{array.dtype}{array.shape}{hash(array.tobytes())}"
        if key not in self.constants:
            name = self._name("constant")
            self.constants[key] = numpy_helper.from_array(array.copy(order="C"), name)
        return self.constants[key].name

    def take(self, name: str, axes: Sequence[str | int], *, whole: bool = True) -> str:
        """An input."""
        kind = TensorProto.INT32 if whole else TensorProto.FLOAT
        self.inputs.append(helper.make_tensor_value_info(name, kind, list(axes)))
        return name

    def give(
        self, value: str, name: str, axes: Sequence[str | int], *, whole: bool = False
    ) -> None:
        """Make a value an output."""
        kind = TensorProto.INT32 if whole else TensorProto.FLOAT
        if whole:
            self.nodes.append(helper.make_node("Cast", [value], [name], to=kind))
        else:
            self.nodes.append(helper.make_node("Identity", [value], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, kind, list(axes)))

    def model(self) -> onnx.ModelProto:
        """The finished model, checked."""
        graph = helper.make_graph(
            self.nodes, "reader", self.inputs, self.outputs, list(self.constants.values())
        )
        domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        model = helper.make_model(graph, opset_imports=domains, ir_version=11)
        model.producer_name = "watchword"
        return model

    def _name(self, kind: str) -> str:
        self._number += 1
        return f"{kind}_{self._number}"
