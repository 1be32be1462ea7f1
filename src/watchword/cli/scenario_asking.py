"""What a user types of a scenario, taken apart: NODE=STATE, CAUSE:EFFECT, words and numbers."""

from collections.abc import Iterable

from watchword.assess.scenarios.chances import read_number
from watchword.errors import SettingsError
from watchword.model.scenario import Chance, Ground


def pair_of(typed: str, *, option: str, form: str) -> tuple[str, str]:
    """The two sides of the first equals sign.

    >>> pair_of("fight=yes", option="--do", form="NODE=STATE")
    ('fight', 'yes')

    Raises:
        SettingsError: if there are not two.
    """
    before, sign, after = (part.strip() for part in typed.partition("="))
    if not (before and sign and after):
        raise SettingsError(f"'{typed}' is not {form}", key=option)
    return before, after


def states_of(typed: Iterable[str], *, option: str) -> dict[str, str]:
    """The state of each node.

    Raises:
        SettingsError: if one is not NODE=STATE, or a node has two.
    """
    states: dict[str, str] = {}
    for each in typed:
        node, state = pair_of(each, option=option, form="NODE=STATE")
        if states.setdefault(node, state) != state:
            raise SettingsError("it cannot be in two states", key=f"{option} {node}")
    return states


def seen_of(typed: str) -> tuple[str, str, float | None]:
    """Node, state and ratio of a piece of evidence; a ratio that is not given is None.

    >>> seen_of("fight=yes:6")
    ('fight', 'yes', 6.0)

    Raises:
        SettingsError: if it is not NODE=STATE or NODE=STATE:RATIO.
    """
    form = "NODE=STATE or NODE=STATE:RATIO"
    node, told = pair_of(typed, option="--evidence", form=form)
    state, sign, ratio = (part.strip() for part in told.partition(":"))
    try:
        return node, state, float(ratio) if sign else None
    except ValueError as error:
        raise SettingsError(f"'{typed}' is not {form}", key="--evidence") from error


def ends_of(typed: str, *, option: str) -> tuple[str, str]:
    """The two nodes of CAUSE:EFFECT.

    Raises:
        SettingsError: if there are not two.
    """
    cause, _, effect = (part.strip() for part in typed.partition(":"))
    if not (cause and effect):
        raise SettingsError(f"'{typed}' is not two nodes, as CAUSE:EFFECT", key=option)
    return cause, effect


def chance_of(typed: str, *, by: str, why: str, option: str) -> Chance:
    """A probability that a person gives.

    Raises:
        SettingsError: if it is none.
    """
    value, words = read_number(typed, key=option)
    return Chance(value=value, words=words, ground=Ground.PERSON, by=by, why=why)
