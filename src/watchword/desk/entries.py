"""What can be looked at and what can be done: one entry each, served by every door alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from watchword.desk.ask import Ask
from watchword.desk.seen import Seen
from watchword.flow.span_records import Record
from watchword.model.principal import Right
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """Something that can be looked at.

    Attributes:
        name: what it is called in addresses, "tracks".
        summary: what it shows, in a sentence.
        asks: what may be asked of it.
        find: makes the record to show of what is seen and asked.
        is_heavy: whether it is worked out beside the server, since it takes long.
        is_fresh: whether it is made anew for whoever asks, since it shows how machines are doing,
            which changes without the record.
        is_personal: whether it shows what is whose; others are told nobody's name, and one answer
            serves everybody.
        is_awaited: whether what is behind is not shown meanwhile, since people change it themselves
            and look at once at what they did.
        right: what somebody must be allowed to do to look.
    """

    name: str
    summary: str
    asks: type[Ask]
    find: Callable[[Seen, Any], Record]
    is_heavy: bool = False
    is_fresh: bool = False
    is_personal: bool = False
    is_awaited: bool = False
    right: Right = Right.READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What an action is done to.

    Attributes:
        bench: the situation.
        name: what it is called on this server.
        by: name of who does it.
        seen: the record as it is.
    """

    bench: Workbench
    name: str
    by: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that can be done.

    Attributes:
        name: what it is called in addresses, "grade".
        summary: what it does, in a sentence.
        asks: what has to be said.
        do: does it; the record says what was done (`said`), and the key of the decision that
            `undo` takes back, where there is one; another action takes it back where `undo_by`
            names one.
        right: what somebody must be allowed to do.
    """

    name: str
    summary: str
    asks: type[Ask]
    do: Callable[[Doing, Any], Record]
    right: Right = Right.DECIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file to be downloaded.

    Attributes:
        content: its bytes.
        media: its media type.
        name: what it is called.
    """

    content: bytes
    media: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFile:
    """Something that can be downloaded.

    Attributes:
        name: what it is called in addresses, "brief.pdf".
        summary: what it is, in a sentence.
        asks: what may be asked of it.
        make: makes the file of what is seen and asked.
        right: what somebody must be allowed to do to have it.
    """

    name: str
    summary: str
    asks: type[Ask]
    make: Callable[[Seen, Any], Made]
    right: Right = Right.READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """A file that somebody sent with a form, as the value of its field.

    Attributes:
        name: what they call it; never a path to write to.
        content: its bytes.
    """

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a view shows.

    Attributes:
        record: what it shows, as plain JSON values.
        as_of: the instant that it is shown as of.
        tag: says the same where and only where the record is the same.
        is_behind: whether the record has moved on, and a newer answer is being worked out.
    """

    record: Record
    as_of: datetime
    tag: str
    is_behind: bool = False
