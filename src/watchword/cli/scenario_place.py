"""Where a scenario is: in a file that people edit, or in the record."""

from pathlib import Path

from watchword.assess.scenarios.netting import MOST_BYTES
from watchword.cli.asking import bytes_within
from watchword.cli.outputs import write_whole
from watchword.config import read_settings
from watchword.flow.scenario_files import FORMATS, bytes_of, scenario_in
from watchword.flow.situation.scenario_keeping import change_scenario, choose_scenario
from watchword.model.scenario import Scenario
from watchword.workbench import Workbench


def is_file(place: Path) -> bool:
    """Whether a place is a file: its suffix tells a format of scenarios."""
    return place.suffix.lower() in FORMATS


def load(place: Path) -> Scenario:
    """Read a scenario: a file, or one of the record by its key or its title.

    Raises:
        SettingsError: if a file cannot be opened, or is too large.
        InvalidScenarioError: if a file holds no scenario.
        MissingError: if the record has none of this name.
    """
    if is_file(place):
        return scenario_in(bytes_within(place, MOST_BYTES), place.name)
    settings = read_settings()
    with Workbench.open(settings.store, settings) as bench, bench.store.viewing() as view:
        return choose_scenario(view, str(place)).scenario


def save(place: Path, scenario: Scenario, *, said: str) -> None:
    """Write a scenario back to where it was read.

    Args:
        place: the file, or its name in the record.
        scenario: the scenario as it is now.
        said: what was done, in words, for the record.
    """
    if is_file(place):
        write_whole(place, bytes_of(scenario, place.name))
        return
    settings = read_settings()
    with Workbench.open(settings.store, settings) as bench:
        change_scenario(bench.store, str(place), lambda _: scenario, by=settings.user, said=said)
