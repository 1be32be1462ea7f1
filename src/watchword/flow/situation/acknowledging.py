"""Alerts taken note of, each as a row of its own."""

from collections.abc import Mapping

from watchword.errors import RefusedError
from watchword.model.acknowledgement import Acknowledgement
from watchword.store import Store, View
from watchword.store.assessments import add_assessment, each_assessment
from watchword.store.sightings import find_alert


def acknowledged_in(view: View) -> Mapping[str, Acknowledgement]:
    """Who has taken note of which alert, by its key; what was taken back is left out."""
    last = {each.alert: each for each in each_assessment(view, Acknowledgement)}
    return {key: each for key, each in last.items() if not each.is_taken_back}


def acknowledge(
    store: Store, alert: str, *, by: str, why: str = "", taken_back: bool = False
) -> Acknowledgement:
    """Take note of an alert, or let it be looked at again.

    Raises:
        RefusedError: if there is no such alert.
    """
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        if find_alert(view, alert) is None:
            raise RefusedError("there is no such alert", key=alert)
        made = Acknowledgement(alert=alert, by=by, at=writing.at, why=why, is_taken_back=taken_back)
        add_assessment(writing, made, by=by)
    return made
