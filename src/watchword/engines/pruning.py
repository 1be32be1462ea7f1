"""A model's file with fewer outputs, and without the nodes that only the others need.

ONNX Runtime computes every node of a file, whichever outputs are asked for. Messages are walked as
they lie in the file; fields are numbered as in ONNX's `onnx.proto`.
"""

from collections.abc import Iterator, Set

GRAPH = 7
NODE, OUTPUT = 1, 12
"""Fields of a graph."""
TAKEN, GIVEN = 1, 2
"""Fields of a node."""
NAME = 1
"""Field of an output."""
_LENGTHS = {1: 8, 5: 4}
"""Bytes of a value, by its kind; those of kind 0 tell their end, of kind 2 their length."""

Field = tuple[int, int, int, int]
"""Number; where the field, its value, and what comes after it begin."""


def with_outputs(model: bytes, names: Set[str]) -> bytes:
    """The file with those of its outputs that are named.

    Raises:
        ValueError: if this is no such file.
    """
    found = bytearray()
    for number, begin, value, end in _each_field(model):
        if number != GRAPH:
            found += model[begin:end]
            continue
        graph = _pruned(model[value:end], names)
        found += _varint(GRAPH << 3 | 2) + _varint(len(graph)) + graph
    return bytes(found)


def _pruned(graph: bytes, names: Set[str]) -> bytes:
    """A graph without what leads to no named output; its nodes stand in their order."""
    needed = set(names)
    kept = []
    for number, begin, value, end in reversed(list(_each_field(graph))):
        if number == NODE:
            node = graph[value:end]
            if needed.isdisjoint(_texts(node, GIVEN)):
                continue
            needed.update(_texts(node, TAKEN))
        elif number == OUTPUT and not any(each in names for each in _texts(graph[value:end], NAME)):
            continue
        kept.append(graph[begin:end])
    return b"".join(reversed(kept))


def _texts(message: bytes, field: int) -> Iterator[str]:
    for number, _, value, end in _each_field(message):
        if number == field:
            yield message[value:end].decode()


def _each_field(message: bytes) -> Iterator[Field]:
    begin = 0
    while begin < len(message):
        tag, value = _read_varint(message, begin)
        kind = tag & 7
        if kind == 0:
            end = _read_varint(message, value)[1]
        elif kind == 2:
            size, value = _read_varint(message, value)
            end = value + size
        elif kind in _LENGTHS:
            end = value + _LENGTHS[kind]
        else:
            raise ValueError(f"a field of kind {kind}")
        if end > len(message):
            raise ValueError("a field that does not end")
        yield tag >> 3, begin, value, end
        begin = end


def _read_varint(message: bytes, place: int) -> tuple[int, int]:
    """A number, and where it ends."""
    number = shift = 0
    for at in range(place, min(len(message), place + 10)):
        number |= (message[at] & 127) << shift
        shift += 7
        if message[at] < 128:
            return number, at + 1
    raise ValueError("a number that does not end")


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
