"""Everything that can be looked at and done, in one list each."""

from watchword.desk.assessing import ACTIONS as ASSESSING_ACTIONS
from watchword.desk.assessing import FILES as ASSESSING_FILES
from watchword.desk.assessing import VIEWS as ASSESSING
from watchword.desk.discussing import ACTIONS as DISCUSSING_ACTIONS
from watchword.desk.discussing import FILES as DISCUSSING_FILES
from watchword.desk.discussing import VIEWS as DISCUSSING
from watchword.desk.entries import Action, DeskFile, DeskView
from watchword.desk.following import ACTIONS as FOLLOWING_ACTIONS
from watchword.desk.following import FILES as FOLLOWING_FILES
from watchword.desk.following import VIEWS as FOLLOWING
from watchword.desk.handing import ACTIONS as HANDING_ACTIONS
from watchword.desk.handing import FILES as HANDING_FILES
from watchword.desk.handing import VIEWS as HANDING
from watchword.desk.moving import ACTIONS as MOVING_ACTIONS
from watchword.desk.moving import FILES as MOVING_FILES
from watchword.desk.moving import VIEWS as MOVING
from watchword.desk.reading import ACTIONS as READING_ACTIONS
from watchword.desk.reading import FILES as READING_FILES
from watchword.desk.reading import VIEWS as READING
from watchword.errors import MissingError

VIEWS: tuple[DeskView, ...] = (
    *READING,
    *FOLLOWING,
    *MOVING,
    *ASSESSING,
    *HANDING,
    *DISCUSSING,
)
ACTIONS: tuple[Action, ...] = (
    *READING_ACTIONS,
    *FOLLOWING_ACTIONS,
    *MOVING_ACTIONS,
    *ASSESSING_ACTIONS,
    *HANDING_ACTIONS,
    *DISCUSSING_ACTIONS,
)
FILES: tuple[DeskFile, ...] = (
    *READING_FILES,
    *FOLLOWING_FILES,
    *MOVING_FILES,
    *ASSESSING_FILES,
    *HANDING_FILES,
    *DISCUSSING_FILES,
)
_VIEWS = {each.name: each for each in VIEWS}
_ACTIONS = {each.name: each for each in ACTIONS}
_FILES = {each.name: each for each in FILES}


def view_named(name: str) -> DeskView:
    """The view of this name.

    Raises:
        MissingError: if there is none.
    """
    if name not in _VIEWS:
        raise MissingError("there is no such view", key=name)
    return _VIEWS[name]


def action_named(name: str) -> Action:
    """The action of this name.

    Raises:
        MissingError: if there is none.
    """
    if name not in _ACTIONS:
        raise MissingError("there is no such action", key=name)
    return _ACTIONS[name]


def file_named(name: str) -> DeskFile:
    """The file of this name.

    Raises:
        MissingError: if there is none.
    """
    if name not in _FILES:
        raise MissingError("there is no such file", key=name)
    return _FILES[name]
