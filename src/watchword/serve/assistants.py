"""The door for assistants, where the library that speaks their protocol is installed."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from watchword.desk.desk import Desk

if TYPE_CHECKING:
    from watchword.mcp.serving import McpDoor

_LIBRARY = "mcp"


def assistants_door(desk: Desk) -> "McpDoor | None":
    """The protocol over a desk, read-only; None where the extra is not installed."""
    if find_spec(_LIBRARY) is None:
        return None
    from watchword.mcp.serving import mcp_door  # noqa: PLC0415 - an extra, and slow to import

    return mcp_door(desk)
