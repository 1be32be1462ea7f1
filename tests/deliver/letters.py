"""A letter for the tests of sending."""

from datetime import UTC, datetime

from watchword.deliver.letter import Letter
from watchword.model.alert import Alert, AlertTurn, Status, alert_key
from watchword.model.indicator import Importance, indicator_key
from watchword.model.sighting import Manner, Sighting
from watchword.model.span import Span

AT = datetime(2024, 10, 25, 6, tzinfo=UTC)
QUOTE = "3,000 troops have been sent"


def letter(name: str = "Troops to Kursk", *, quote: str = QUOTE) -> Letter:
    sighting = Sighting(
        key="5" * 16,
        indicator=indicator_key(name),
        claim="c" * 16,
        report="d" * 16,
        origin="d" * 16,
        source="Seoul",
        voice="@KR",
        party=True,
        manner=Manner.SHOWS,
        content=Span(report="d" * 16, start=0, end=len(quote), quote=quote),
        outlet="Gulf Post",
        address="https://example.org/a",
        said_at=AT,
        seen_at=AT,
        score=1.0,
        why="has troops of the words",
        made_by="test/1",
    )
    alert = Alert(
        key=alert_key(indicator_key(name), 1, AlertTurn.SEEN, ""),
        indicator=indicator_key(name),
        name=name,
        number=1,
        turn=AlertTurn.SEEN,
        before=Status.NOT_SEEN,
        after=Status.SEEN,
        at=AT,
        claims=(sighting.claim,),
        sightings=(sighting.key,),
        origins=(sighting.origin,),
        importance=Importance.HIGH,
        why="Seoul shows it",
        withheld="",
        made_by="test/1",
    )
    return Letter(key="a" * 16, alert=alert, sightings=(sighting,))
