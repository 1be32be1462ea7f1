"""PLOVER 2022/23 event types by the verb of a deed and what it is done with.

The type says what sort of deed a claim speaks of, whatever its modality: a planned dispatch
of troops and one that is denied are both MOBILIZE. Verbs after the PLOVER codebook's examples.
"""

from collections.abc import Mapping, Sequence, Set

from watchword.extract.syntax import VerbGroup
from watchword.model.reading import Token
from watchword.text.lexicon import lexicon

_FORCES = lexicon(
    "troop troops soldier soldiers force forces officer officers unit units brigade brigades "
    "personnel contingent army military warship ship ships fleet convoy division battalion corps "
    "general generals infantry men deployment dispatch batch reinforcement reinforcements"
)
_GOODS = lexicon(
    "weapon weapons arms missile missiles shell shells ammunition rocket rockets drone drones fuel "
    "oil food aid money technology equipment container containers tank tanks artillery system "
    "systems support assistance supply supplies munitions aircraft vehicle vehicles payment cash"
)
_VERBS: Mapping[str, frozenset[str]] = {
    "ASSAULT": lexicon(
        "attack strike bomb shell kill die wound injure fire launch assault raid invade seize "
        "capture take shoot ambush clash fight hurt destroy storm execute abduct kidnap engage"
    ),
    "MOBILIZE": lexicon(
        "deploy mobilize mobilise dispatch station mass muster redeploy garrison transport train "
        "move carry reach arrive head enter fly board transfer prepare ready"
    ),
    "AID": lexicon("supply provide give deliver ship donate help assist arm equip train fund pay"),
    "THREATEN": lexicon("threaten warn vow menace"),
    "ACCUSE": lexicon("accuse blame condemn denounce criticize criticise charge protest"),
    "REJECT": lexicon("reject refuse deny dismiss veto rebuff decline rule"),
    "REQUEST": lexicon("ask request urge demand appeal call seek"),
    "AGREE": lexicon("agree sign ratify accept approve conclude pledge promise commit endorse"),
    "CONSULT": lexicon("meet discuss talk visit consult confer hold negotiate brief host summon"),
    "SUPPORT": lexicon("support back praise endorse welcome defend stand recognise recognize"),
    "COOPERATE": lexicon("cooperate share exchange trade partner collaborate deepen expand"),
    "SANCTION": lexicon("sanction ban embargo expel suspend boycott halt cut freeze"),
    "COERCE": lexicon("detain arrest seize blockade impose hack jam confiscate"),
    "RETREAT": lexicon("withdraw retreat surrender leave evacuate recall"),
    "CONCEDE": lexicon("concede release free yield ease lift resign"),
    "PROTEST": lexicon("demonstrate rally march strike riot"),
}
_DEEDS = frozenset[str]().union(*_VERBS.values())
_MOVING = lexicon(
    "send dispatch move transfer carry transport deploy bring ship supply provide give"
)


def event_of(words: Sequence[Token], verbs: Sequence[VerbGroup]) -> str | None:
    """The event type of a clause, None where no verb of it is in the lists.

    What is moved decides: troops that are sent MOBILIZE, shells that are sent AID.
    """
    lemmas = frozenset(token.lemma for token in words)
    for group in reversed(verbs):
        event = type_of_verb(group.lemma, lemmas)
        if event is not None:
            return event
    return _of_noun(words)


def type_of_verb(lemma: str, lemmas: Set[str]) -> str | None:
    """The event type of a verb, None where it is not in the lists.

    Args:
        lemma: the verb's dictionary form.
        lemmas: those of the words that it is told with.
    """
    if lemma in _MOVING and lemmas & _FORCES:
        return "MOBILIZE"
    if lemma in _MOVING and lemmas & _GOODS:
        return "AID"
    return next((event for event, listed in _VERBS.items() if lemma in listed), None)


def is_deed(lemma: str) -> bool:
    """Whether a verb is a deed of some type."""
    return lemma in _DEEDS or lemma in _MOVING


def _of_noun(words: Sequence[Token]) -> str | None:
    """As in "any dispatch of soldiers", "the deployment was a threat"."""
    lemmas = {token.lemma for token in words}
    if lemmas & {"deployment", "dispatch", "troop", "soldier"}:
        return "MOBILIZE"
    if lemmas & {"supply", "delivery", "shipment", "aid"} and lemmas & _GOODS:
        return "AID"
    return None
