"""What no receiver of alerts can move: time, answers, where a connection may go."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The bounds of sending.

    Attributes:
        timeout_s: longest time for one letter, in seconds.
        allow_private: whether addresses in loopback and private ranges may be connected to.
        max_redirects: most redirects that a request follows.
    """

    timeout_s: float = 20.0
    allow_private: bool = False
    max_redirects: int = 3
