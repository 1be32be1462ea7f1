"""The parser process: reads pieces in formats whose parsers may hang or crash, one at a time.

Run as `python -m watchword.collect.parser_worker`; `parser_process.py` starts and ends it.
Frames on its pipes are four bytes of length, then that many bytes. A request is two frames, the
piece's description and its content; an answer is one frame of JSON.
"""

import dataclasses
import json
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

from watchword.collect.formats.register import FORMATS
from watchword.collect.limits import Limits
from watchword.collect.piece import Draft, Piece, Terms, new_terms
from watchword.errors import RefusedError, UnreadableError
from watchword.model.report import Unread

MOST_MEMORY = 3 << 30
"""Bytes of address space that a parser may take."""

_LENGTH_BYTES = 4


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Read one frame, None where the other side has ended."""
    head = stream.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    body = stream.read(length)
    return body if len(body) == length else None


def write_frame(stream: IO[bytes], body: bytes) -> None:
    """Write one frame."""
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(body)


def pack_request(piece: Piece, limits: Limits) -> bytes:
    """Describe a piece, without its content, as JSON."""
    described = {f.name: getattr(piece, f.name) for f in dataclasses.fields(piece)}
    del described["content"]
    return json.dumps({"piece": described, "limits": dataclasses.asdict(limits)}).encode()


def unpack_answer(body: bytes) -> list[Draft | Unread]:
    """Read an answer.

    Raises:
        UnreadableError: if the parser gave the piece up.
        ValueError: if it is no answer at all.
    """
    answer = json.loads(body)
    if "reason" in answer:
        raise UnreadableError(answer["reason"])
    return [_unpack_found(found) for found in answer["found"]]


def main() -> None:
    """Answer requests until the other side ends."""
    warnings.simplefilter("ignore")
    _bound_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        described, content = read_frame(requests), read_frame(requests)
        if described is None or content is None:
            return
        request = json.loads(described)
        piece = Piece(content=content, **request["piece"])
        answer = _answer(piece, new_terms(Limits(**request["limits"]), None))
        write_frame(answers, json.dumps(answer).encode())
        answers.flush()


def _answer(piece: Piece, terms: Terms) -> dict[str, Any]:
    try:
        return {"found": list(_packed(piece, terms))}
    except (UnreadableError, RefusedError) as error:
        return {"reason": str(error.args[0])}
    except RecursionError:
        return {"reason": f"{piece.form} nested too deeply"}
    except MemoryError:
        return {"reason": f"{piece.form} that needs too much memory"}
    except Exception as error:  # noqa: BLE001 - parsers fail on hostile bytes in every way
        return {"reason": f"{piece.form} that its parser cannot read ({_name(error)})"}


def _name(error: Exception) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _packed(piece: Piece, terms: Terms) -> Iterator[dict[str, Any]]:
    for found in FORMATS[piece.form].reader(piece, terms):
        packed = {f.name: getattr(found, f.name) for f in dataclasses.fields(found)}
        if isinstance(found, Draft) and found.raw is not None:
            packed["raw"] = found.raw.decode("latin-1")
        yield packed


def _unpack_found(packed: dict[str, Any]) -> Draft | Unread:
    if "reason" in packed:
        return Unread(**packed)
    raw = packed.pop("raw")
    bylines = tuple(packed.pop("bylines"))
    return Draft(raw=None if raw is None else raw.encode("latin-1"), bylines=bylines, **packed)


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    with suppress(ValueError, OSError):  # a system may not know the bound, or have a lower one
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
