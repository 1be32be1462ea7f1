"""Indicators made ready to look at claims, as a record knows their actors and an engine words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from watchword.assess.indicators import Lens, make_lens
from watchword.errors import RefusedError
from watchword.flow.situation.actors import choose_identity, register_as_of
from watchword.model.indicator import Indicator
from watchword.relate.gist import content_words
from watchword.resolve.register import Register
from watchword.store import View

Direct = Callable[[str], bytes | None]
"""Gives the direction of the meaning of some words, as `Reading.embedding`; None without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """An indicator, ready, with the direction of its words.

    Attributes:
        lens: the indicator.
        direction: of its words, as 384 half floats; None where it has none.
    """

    lens: Lens
    direction: bytes | None = None

    def nearness(self, other: bytes | None) -> float:
        """Cosine between its words and a sentence, 0 where either has no direction."""
        if self.direction is None or other is None:
            return 0.0
        one, two = (
            np.frombuffer(each, "<f2").astype(np.float32) for each in (self.direction, other)
        )
        length = float(np.linalg.norm(one) * np.linalg.norm(two))
        return float(one @ two) / length if length else 0.0


def make_sights(
    view: View, indicators: Iterable[Indicator], direct: Direct
) -> dict[Indicator, Sight]:
    """Make indicators ready.

    Args:
        view: the record, whose actors bear several names.
        indicators: what is watched for.
        direct: gives the direction of words.
    """
    wanted = list(indicators)
    named = {actor for indicator in wanted for actor in indicator.actors}
    aliases = _aliases(register_as_of(view), named) if named else {}
    return {
        indicator: Sight(
            lens=make_lens(indicator, content_words, aliases),
            direction=direct(indicator.words) if indicator.words else None,
        )
        for indicator in wanted
    }


def _aliases(register: Register, named: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Every name of each actor; none beside its own where nobody, or several, are called so."""
    found: dict[str, tuple[str, ...]] = {}
    for name in named:
        try:
            identity = choose_identity(register, name)
        except RefusedError:
            continue
        words = (each.words for each in register.aliases_of(identity.key))
        found[name] = tuple(dict.fromkeys((identity.name, *words)))
    return found
