"""A question of a view, as it goes to a worker."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A question of a view.

    Attributes:
        location: where the record is, with its password where it needs one.
        situation: what the situation is called on the server.
        view: name of the view.
        ask: what is asked, as JSON.
        as_of: the instant that it is shown as of.
        by: name of who asks.
    """

    location: str
    situation: str
    view: str
    ask: str
    as_of: datetime
    by: str
