"""`watchword scenarios attach`: claims, or what shows an indicator, become evidence."""

from dataclasses import dataclass, field
from pathlib import Path

from watchword.cli.scenario_asking import seen_of
from watchword.cli.scenario_place import load, save
from watchword.cli.scenario_words import told_evidence
from watchword.cli.screen import tell
from watchword.cli.viewing import ViewOrder, see
from watchword.config import read_settings
from watchword.errors import RefusedError, SettingsError
from watchword.flow.situation.indicating import choose_indicator
from watchword.flow.situation.scenarios import Attached, attach_claims
from watchword.model.sighting import Manner
from watchword.store.sightings import each_sighting
from watchword.text.instants import moment_of
from watchword.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachOrder:
    """What was asked for, as typed.

    Attributes:
        file: the scenario.
        evidence: NODE=STATE or NODE=STATE:RATIO.
        claims: keys of claims.
        indicator: name of an indicator, None for none.
        why: the reason in words.
        view: where the claims are looked for.
    """

    file: Path
    evidence: str
    claims: tuple[str, ...] = ()
    indicator: str | None = None
    why: str = ""
    view: ViewOrder = field(default_factory=ViewOrder)


def attach(order: AttachOrder) -> None:
    """Attach claims to a node, and print the piece of evidence that they make."""
    if bool(order.claims) == (order.indicator is not None):
        raise SettingsError("name either claims or an indicator", key="--claim, --indicator")
    scenario = load(order.file)
    node, state, ratio = seen_of(order.evidence)
    name, claims = None, order.claims
    if order.indicator is not None:
        name, claims = _shown(order.view, order.indicator)
    attached = Attached(
        node=node,
        state=state,
        claims=claims,
        by=read_settings().user,
        why=order.why,
        ratio=ratio,
        indicator=name,
    )
    changed = attach_claims(scenario, see(order.view), attached)
    save(order.file, changed, said=order.why or f"attach claims to {node}")
    tell(told_evidence(changed.evidence[-1]))


def _shown(view: ViewOrder, name: str) -> tuple[str, tuple[str, ...]]:
    """The name of an indicator and the claims that show it.

    Raises:
        SettingsError: if paths are looked at, which have no indicators.
        RefusedError: if there is no such indicator, or nothing shows it.
    """
    if view.sources:
        raise SettingsError("an indicator is of the record, not of paths", key="--indicator")
    settings = read_settings()
    instant = None if view.as_of is None else moment_of(view.as_of)
    with (
        Workbench.open(view.store or settings.store, settings) as bench,
        bench.store.viewing(instant) as seen,
    ):
        found = choose_indicator(seen, name)
        sightings = list(each_sighting(seen, found.key))
    gone = {each.claim for each in sightings if each.manner is Manner.WITHDRAWN}
    showing = (each.claim for each in sightings if each.manner is Manner.SHOWS)
    claims = tuple(dict.fromkeys(claim for claim in showing if claim not in gone))
    if not claims:
        raise RefusedError("nothing shows this indicator", key=found.name)
    return found.name, claims
