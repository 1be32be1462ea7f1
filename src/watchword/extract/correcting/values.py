"""What stands in a field of a claim, written as a person writes it."""

from watchword.model.claim import Claim
from watchword.model.correction import ClaimField
from watchword.model.figure import Approx, Figure
from watchword.model.moment import Moment

CITING = " < "
"""Parts the sources of a chain, outermost first."""
_QUALIFIERS = {Approx.ABOUT: "about ", Approx.AT_LEAST: "at least ", Approx.UP_TO: "up to "}


def value_of(claim: Claim, field: ClaimField) -> str:
    """A field of a claim as a person would write it; empty where the claim has nothing there."""
    if field is ClaimField.SOURCE:
        return CITING.join(link.name for link in claim.attribution.links)
    if field is ClaimField.FIGURE:
        return _figure(claim.figures[0]) if claim.figures else ""
    if field is ClaimField.TIME:
        return _time(claim.time) if claim.time else ""
    return {
        ClaimField.CLAIM: "yes",
        ClaimField.MODALITY: claim.modality.value,
        ClaimField.POLARITY: claim.polarity.value,
        ClaimField.ACTOR: claim.actor or "",
        ClaimField.ACTION: claim.action,
        ClaimField.RECIPIENT: claim.recipient or "",
        ClaimField.EVENT: claim.event or "",
        ClaimField.PLACE: claim.place.name if claim.place else "",
    }[field]


def _figure(figure: Figure) -> str:
    """A figure with what it counts; one that names no value by its own words.

    >>> _figure(Figure(start=0, end=1, words="", low=None, best=1500.0, high=None,
    ...     approx=Approx.ABOUT, unit="troops", counted="North Korean troops"))
    'about 1,500 North Korean troops'
    """
    counted = figure.counted or figure.unit
    if figure.approx is Approx.RANGE and figure.low is not None and figure.high is not None:
        told = f"{_number(figure.low)} to {_number(figure.high)}"
    elif figure.best is not None:
        told = f"{_QUALIFIERS.get(figure.approx, '')}{_number(figure.best)}"
    else:
        told = figure.words
    return f"{told} {counted}".strip()


def _number(value: float) -> str:
    return f"{value:,.15g}"


def _time(moment: Moment) -> str:
    """A stretch of time by its ends; one that could not be resolved by its words."""
    if moment.since is None and moment.until is None:
        return moment.words
    since = f"{moment.since:%Y-%m-%d}" if moment.since else ""
    until = f"{moment.until:%Y-%m-%d}" if moment.until else ""
    return f"{since}..{until}"
