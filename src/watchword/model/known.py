"""What is known of a situation as of an instant: what every view of it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from watchword.model.claim import Claim
from watchword.model.event import Event
from watchword.model.implication import Implication
from watchword.model.origin import Origin
from watchword.model.position import Position
from watchword.model.report import Report
from watchword.model.source import Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a situation, or of a part of it.

    Attributes:
        as_of: the instant; nothing learnt later is in it.
        reports: every report, withdrawn ones too, by key.
        claims: their claims, by key.
        events: who did what to whom, as the claims tell it.
        positions: what actors hold, as the claims tell it.
        implications: what would lead to what, as the claims tell it.
        origins: the texts that the reports print; every report is in one.
        grades: reliability of sources by name, as people gave them.
    """

    as_of: datetime
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    events: tuple[Event, ...]
    positions: tuple[Position, ...]
    implications: tuple[Implication, ...]
    origins: tuple[Origin, ...]
    grades: Mapping[str, Reliability]
