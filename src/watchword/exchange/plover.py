"""Events as PLOVER JSON lines, with CAMEO's code and Goldstein's weight beside them.

The fields are those of the codebook (Open Event Data Alliance, PLOVER draft 1.3, 2022, chapter 6),
as `watchword read --events --json` prints them. The weights of CAMEO's cue categories are those
that came with CAMEO (Goldstein, Journal of Conflict Resolution 36, 1992, in the version of the
Kansas Event Data System).
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from watchword.exchange.lines import Json, json_lines
from watchword.model.event import Event

GOLDSTEIN: Mapping[str, float] = MappingProxyType(
    {
        "01": 0.0,
        "02": 3.0,
        "03": 4.0,
        "04": 1.0,
        "05": 3.5,
        "06": 6.0,
        "07": 7.0,
        "08": 5.0,
        "09": -2.0,
        "10": -5.0,
        "11": -2.0,
        "12": -4.0,
        "13": -6.0,
        "14": -6.5,
        "15": -7.2,
        "16": -4.0,
        "17": -7.0,
        "18": -9.0,
        "19": -10.0,
        "20": -10.0,
    }
)
"""Weight of each cue category of CAMEO, from -10 (conflict) to 10 (cooperation)."""


def write_plover(told: Iterable[tuple[Event, Json, bool]]) -> Iterator[bytes]:
    """Write events, one JSON object a line.

    Args:
        told: each event, its record by the codebook's names, and whether its report was
            withdrawn.
    """
    return json_lines(
        {
            **record,
            "cameo_code": event.cameo_root,
            "goldstein": goldstein_of(event),
            "withdrawn": is_withdrawn,
        }
        for event, record, is_withdrawn in told
    )


def goldstein_of(event: Event) -> float:
    """Goldstein's weight of an event's cue category."""
    return GOLDSTEIN[event.cameo_root]
