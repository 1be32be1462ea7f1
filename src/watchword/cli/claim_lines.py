"""One claim as a line of a view: its key, its day, its chain, and its words."""

from watchword.cli.screen import one_line
from watchword.cli.table import OWN_VOICE
from watchword.model.known import Known


def claim_line(key: str, known: Known) -> str:
    """The claim of a key as one printable line."""
    claim = known.claims[key]
    report = known.reports[claim.report]
    chain = " < ".join(link.name for link in claim.attribution.links) or OWN_VOICE
    day = f"{report.published.at:%Y-%m-%d}" if report.published.at else "undated"
    outlet = report.outlet or "outlet not named"
    told = f"{claim.key}  {day}  {outlet}: {chain}, {claim.modality.value}"
    return one_line(f"{told}: “{claim.content.quote}”")
