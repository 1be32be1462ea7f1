"""Twenty indicators on world news, as a person might write them, to measure watching with."""

from datetime import UTC, datetime
from typing import Any

from watchword.model.event import EventType
from watchword.model.indicator import Indicator, Threshold, indicator_key
from watchword.model.position import PositionKind


def _watched(name: str, **said: Any) -> Indicator:  # noqa: ANN401 - any field of an indicator
    since = datetime(1970, 1, 1, tzinfo=UTC)
    return Indicator(key=indicator_key(name), name=name, since=since, **said)


TWENTY = (
    _watched("North Korean missiles", words="North Korea fires a ballistic missile"),
    _watched("A coup", words="a military coup overthrows the government"),
    _watched("Sanctions on Russia", words="sanctions against Russia", events=(EventType.SANCTION,)),
    _watched("A mass shooting", words="mass shooting"),
    _watched(
        "Many dead in an attack",
        words="killed in an attack",
        threshold=Threshold(counted="people killed", least=50),
    ),
    _watched("A strong earthquake", words="a magnitude earthquake strikes"),
    _watched("A ceasefire", words="ceasefire agreed"),
    _watched("Russia attacks Ukraine", actors=("Russia", "Ukraine"), events=(EventType.ASSAULT,)),
    _watched("Arms for Ukraine", words="sending weapons to Ukraine"),
    _watched("Iran's nuclear programme", words="Iran enriches uranium"),
    _watched("Taiwan Strait", words="Chinese warplanes enter Taiwan's air defence zone"),
    _watched("A strike on Gaza", words="Israeli airstrike on Gaza"),
    _watched("Ebola", words="Ebola outbreak"),
    _watched("A volcano", words="a volcano erupts"),
    _watched("A plane crash", words="a plane crashes"),
    _watched("A boat capsizes", words="a boat capsizes"),
    _watched("An election is won", words="wins the presidential election"),
    _watched("A state of emergency", words="declares a state of emergency"),
    _watched("Al-Shabaab is quiet", words="killed by al-Shabaab", silence_days=21.0),
    _watched(
        "Joining NATO",
        words="apply to join NATO",
        positions=(PositionKind.INTENDS, PositionKind.DEMANDS, PositionKind.SUPPORTS),
    ),
)
