"""How many sightings are independent of each other: each its own origin and its own source."""

from collections.abc import Iterable


def count_independent(pairs: Iterable[tuple[str, str]]) -> int:
    """The most that can be chosen so that no two share an origin or a source.

    Ten prints of one text are one; so are ten texts that all quote one office. This is a largest
    matching of origins with sources, found by augmenting paths (Kuhn).

    Args:
        pairs: the origin and the source of each sighting.

    >>> count_independent([("wire", "Seoul"), ("wire", "Kyiv"), ("paper", "Seoul")])
    2
    >>> count_independent([("wire", "Seoul"), ("paper", "Seoul")])
    1
    """
    voices: dict[str, dict[str, None]] = {}
    for origin, voice in pairs:
        voices.setdefault(origin, {})[voice] = None
    taken: dict[str, str] = {}
    return sum(_finds_voice(origin, voices, taken, set()) for origin in voices)


def _finds_voice(
    origin: str, voices: dict[str, dict[str, None]], taken: dict[str, str], tried: set[str]
) -> bool:
    for voice in voices[origin]:
        if voice in tried:
            continue
        tried.add(voice)
        if voice not in taken or _finds_voice(taken[voice], voices, taken, tried):
            taken[voice] = origin
            return True
    return False
