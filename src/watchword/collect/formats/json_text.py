"""JSON out of bytes that nobody has checked."""

import json
from typing import Any

from watchword.collect.decode import decode
from watchword.collect.piece import Piece
from watchword.errors import UnreadableError


def load_json(piece: Piece) -> Any:  # noqa: ANN401 - any JSON value may come
    """Parse a piece as one JSON value.

    Raises:
        UnreadableError: if it is none, or nested too deeply.
    """
    return parse_json(decode(piece.content, declared="utf-8"))


def parse_json(words: str) -> Any:  # noqa: ANN401 - any JSON value may come
    """Parse words as one JSON value.

    Raises:
        UnreadableError: if they are none; the reason is one of a few, so that it can be counted.
    """
    try:
        return json.loads(words)
    except RecursionError as error:
        raise UnreadableError("JSON nested too deeply") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg.lower()}") from error
    except ValueError as error:
        raise UnreadableError("JSON with a number too long to read") from error


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value may come
    """Give a JSON value as bytes that are the same wherever the value is the same."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
