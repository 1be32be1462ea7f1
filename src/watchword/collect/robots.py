"""What a site's robots.txt allows (RFC 9309)."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site.

    Attributes:
        rules: the parsed file; None where there is none.
        closed: whether the site failed to answer, which forbids everything (section 2.3.1.4).
    """

    MOST_BYTES: ClassVar[int] = 500_000

    rules: Any | None = None
    closed: bool = False

    def allows(self, address: str, agent: str) -> bool:
        """Whether the address may be fetched."""
        if self.closed:
            return False
        return self.rules is None or bool(self.rules.can_fetch(address, agent))

    def delay_s(self, agent: str) -> float:
        """Seconds between two requests that the site asks for (`Crawl-delay`), else 0."""
        asked = None if self.rules is None else self.rules.crawl_delay(agent)
        return max(float(asked or 0.0), 0.0)


def read_robots(status: int, content: bytes) -> Robots:
    """Read the answer to a request for robots.txt: a client error means no rules."""
    if status >= 500:
        return Robots(closed=True)
    if status != 200:
        return Robots()
    from protego import Protego  # noqa: PLC0415 - only where addresses are fetched

    return Robots(rules=Protego.parse(content.decode("utf-8", errors="replace")))
