"""A scenario as the bytes of a file, and back: the suffix tells the format."""

from pathlib import PurePath

from watchword.assess.scenarios.bif import read_bif, write_bif
from watchword.assess.scenarios.filing import from_json, to_json
from watchword.assess.scenarios.xdsl import read_xdsl, write_xdsl
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Scenario

FORMATS = (".json", ".bif", ".xdsl")
"""Ours, the Bayesian Interchange Format, and the format of GeNIe and SMILE."""


def scenario_in(content: bytes, name: str) -> Scenario:
    """Read a scenario.

    Args:
        content: the bytes of the file.
        name: its name, whose suffix tells the format.

    Raises:
        InvalidScenarioError: if it is none, is too large, or its suffix tells no format.
    """
    suffix, title = _suffix(name), PurePath(name).stem
    if suffix == ".xdsl":
        return read_xdsl(content, title)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidScenarioError("it is not in UTF-8", key=name) from error
    return read_bif(text, title) if suffix == ".bif" else from_json(text)


def bytes_of(scenario: Scenario, name: str) -> bytes:
    """The bytes of a scenario as a file.

    Args:
        scenario: the scenario.
        name: name of the file, whose suffix tells the format.

    Raises:
        InvalidScenarioError: if the suffix tells no format, or the format takes only what can be
            computed and this cannot.
    """
    suffix = _suffix(name)
    if suffix == ".xdsl":
        return write_xdsl(scenario)
    return (write_bif(scenario) if suffix == ".bif" else to_json(scenario)).encode()


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix not in FORMATS:
        mend = f"use {', '.join(FORMATS)}"
        raise InvalidScenarioError("its suffix tells no format of a scenario", key=name, mend=mend)
    return suffix
