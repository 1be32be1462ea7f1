"""Scenarios in a record: each change a revision that holds the whole of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from watchword.assess.scenarios.filing import from_json, to_json
from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.choosing import choose_one
from watchword.flow.situation.revising import Change, add_revision, last_revisions
from watchword.model.revision import Revision, RevisionOf
from watchword.model.scenario import Scenario
from watchword.store import Store, View

MEND = "see `watchword scenarios`"
Edit = Callable[[Scenario], Scenario]
"""Gives a scenario as it is after a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptScenario:
    """A scenario of the record.

    Attributes:
        key: content key, from its title and when it was opened.
        scenario: the scenario as it stands.
        revision: what was done to it last.
    """

    key: str
    scenario: Scenario
    revision: Revision

    @property
    def at(self) -> datetime:
        """When it was changed last, aware UTC."""
        return self.revision.at


def scenarios_in(view: View) -> tuple[KeptScenario, ...]:
    """Every scenario of the record, in the order in which they were opened."""
    return tuple(
        KeptScenario(key=key, scenario=from_json(last.document), revision=last)
        for key, last in last_revisions(view, RevisionOf.SCENARIO).items()
        if last.document is not None
    )


def choose_scenario(view: View, name: str) -> KeptScenario:
    """The scenario that a user means by its key, the beginning of one, or its title.

    Raises:
        MissingError: if there is none.
        RefusedError: if there are several.
    """
    return choose_one(
        scenarios_in(view),
        name,
        ("scenario", "scenarios"),
        called=lambda each: (each.scenario.title,),
        mend=MEND,
    )


def keep_scenario(store: Store, scenario: Scenario, *, by: str, said: str) -> KeptScenario:
    """Keep a new scenario.

    Args:
        store: the record.
        scenario: the scenario.
        by: who keeps it.
        said: what was done, in words.

    Raises:
        SettingsError: if it has no title.
        RefusedError: if there is one of this title.
    """
    if not scenario.title.strip():
        raise SettingsError("a scenario needs a title", key="title")
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        if any(each.scenario.title == scenario.title for each in scenarios_in(view)):
            raise RefusedError("there is a scenario of this title", key=scenario.title, mend=MEND)
        words = f"scenario\n{scenario.title}\n{writing.at.isoformat()}"
        key = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        change = Change(
            of=RevisionOf.SCENARIO, subject=key, said=said, by=by, document=to_json(scenario)
        )
        made = add_revision(writing, change)
    return KeptScenario(key=key, scenario=scenario, revision=made)


def change_scenario(store: Store, name: str, edit: Edit, *, by: str, said: str) -> KeptScenario:
    """Change a scenario; it is read and written in one transaction.

    Args:
        store: the record.
        name: its key, the beginning of it, or its title.
        edit: gives it as it is after the change.
        by: who changes it.
        said: what is done, in words.

    Raises:
        RefusedError: if there is no such scenario, or several, or nothing is changed.
        InvalidScenarioError: if the change does not fit.
    """
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        kept = choose_scenario(view, name)
        after = edit(kept.scenario)
        if after == kept.scenario:
            raise RefusedError("nothing is changed by that", key=kept.scenario.title)
        change = Change(
            of=RevisionOf.SCENARIO,
            subject=kept.key,
            said=said,
            by=by,
            document=to_json(after),
            before=kept.revision.document,
        )
        made = add_revision(writing, change)
    return KeptScenario(key=kept.key, scenario=after, revision=made)


def drop_scenario(store: Store, name: str, *, by: str) -> Revision:
    """Take a scenario off the record's list; its revisions stay.

    Raises:
        RefusedError: if there is no such scenario, or several.
    """
    with store.writing() as writing:
        view = View(connection=writing.connection, as_of=writing.at)
        kept = choose_scenario(view, name)
        change = Change(
            of=RevisionOf.SCENARIO,
            subject=kept.key,
            said=f"remove “{kept.scenario.title}”",
            by=by,
            document=None,
            before=kept.revision.document,
        )
        return add_revision(writing, change)
