"""A letter that tells nothing but that a channel works."""

from datetime import datetime
from hashlib import sha256

from watchword.deliver.bounds import Bounds
from watchword.deliver.letter import Letter
from watchword.deliver.mail import Postman, mail_of
from watchword.deliver.webhook import Parcel, Poster
from watchword.errors import UndeliveredError
from watchword.flow.situation.delivering import Secret, body_of
from watchword.model.alert import Alert, AlertTurn, Status
from watchword.model.channel import Channel, ChannelKind
from watchword.model.indicator import Importance

MADE_BY = "watchword.flow.trying_channels/1"
WHY = "this is a test: nothing was seen, and the channel works"


def send_test(channel: Channel, at: datetime, bounds: Bounds, secret: Secret) -> None:
    """Send a letter that says that it is a test; nothing is noted in the record.

    Args:
        channel: where it goes.
        at: when, aware UTC.
        bounds: what no receiver can move.
        secret: gives passwords.

    Raises:
        UndeliveredError: if it was not taken, or the channel is a file.
    """
    letter = _letter(at)
    if channel.kind is ChannelKind.WEBHOOK:
        parcel = Parcel(address=channel.address, key=letter.key, body=body_of(letter), at=at)
        Poster(bounds).post(parcel, _password(channel, secret))
    elif channel.kind is ChannelKind.EMAIL:
        password = _password(channel, secret) if channel.secret else None
        with Postman(channel.server, password, bounds) as postman:
            postman.send(mail_of(letter, channel))
    else:
        raise UndeliveredError("a file is written, not sent to", key=channel.address)


def _letter(at: datetime) -> Letter:
    key = sha256(f"test\n{at.isoformat()}".encode()).hexdigest()[:16]
    alert = Alert(
        key=key,
        indicator="",
        name="A test",
        number=0,
        turn=AlertTurn.SEEN,
        before=Status.NOT_SEEN,
        after=Status.NOT_SEEN,
        at=at,
        claims=(),
        sightings=(),
        origins=(),
        importance=Importance.LOW,
        why=WHY,
        withheld="",
        made_by=MADE_BY,
    )
    return Letter(key=key, alert=alert, sightings=())


def _password(channel: Channel, secret: Secret) -> str:
    password = secret(channel.secret)
    if password is None:
        raise UndeliveredError("the secret of this channel is not set", key=channel.secret)
    return password
