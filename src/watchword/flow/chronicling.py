"""What is known as a chronology: claims that say the same thing put together, then put on days."""

from watchword.brief.chronology import Wanted, chronology_of
from watchword.flow.weighing import states_of
from watchword.model.chronology import Chronology
from watchword.model.known import Known
from watchword.relate.findings import find_findings


def chronicle(known: Known, wanted: Wanted | None = None) -> Chronology:
    """What happened on which day, as far as it is known."""
    claims = tuple(known.claims.values())
    findings = find_findings(claims, known.reports, known.origins, states_of(known))
    return chronology_of(known, findings, wanted)
