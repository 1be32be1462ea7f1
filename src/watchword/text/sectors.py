"""What sort of actor a noun speaks of: PLOVER's sector codes, by the words for each.

Codes after the codebook: Open Event Data Alliance, PLOVER draft 1.3, 2022, tables 5.1 and 5.2. A
phrase has the sector of its last word that has one ("government *troops*"); the others are further
sectors.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from watchword.text.gazetteer import OrganisationKind

SECTORS = {
    "GOV": """government administration ministry minister president prime_minister premier
        chancellor cabinet official authority embassy ambassador envoy diplomat spokesperson
        spokesman spokeswoman king queen prince princess emir sultan monarch mayor governor
        vice_president secretary foreign_secretary secretary_of_state regime presidency kremlin
        leader
        consul consulate aide adviser advisor negotiator delegation department municipality council
        junta customs commissioner treasury central_bank state_department white_house governorate
        attorney_general prosecutor_general secretary_general secretary-general governor_general
        consul_general director_general director-general chief_executive head_of_state statesman
        defence_minister foreign_minister""",
    "MIL": """military army navy troop troops soldier serviceman servicemen general colonel admiral
        marine marines brigade battalion division corps regiment air_force armed_forces warship
        frigate destroyer submarine fighter_jet airman commander lieutenant captain sergeant
        brigadier marshal chief_of_staff defence_forces defense_forces forces force warplane
        warplanes jet paratrooper conscript reservist peacekeeper peacekeepers contingent garrison
        artillery airstrike airstrikes fleet navy_ship gunboat coast_guard border_guard
        border_guards special_forces""",
    "COP": """police policeman policewoman policemen officer constable gendarme gendarmerie
        detective
        sheriff security_forces security_force riot_police investigator interpol carabinieri
        inspector police_force""",
    "JUD": """court judge tribunal judiciary magistrate justice prosecutor jury supreme_court
        high_court constitutional_court attorney prosecution""",
    "LEG": """parliament lawmaker legislator senator congress congressman congresswoman senate
        assembly national_assembly mp deputy legislature parliamentarian speaker_of_parliament
        house_of_representatives house_of_commons knesset duma bundestag rada verkhovna_rada
        majlis diet""",
    "OPP": """opposition dissident activist protester demonstrator opposition_leader campaigner
        opposition_party protestor""",
    "PRM": """paramilitary paramilitaries militia militiaman militiamen mercenary vigilante
        vigilantes""",
    "PTY": "party politician candidate coalition party_leader",
    "REB": """rebel insurgent guerrilla separatist militant insurgency rebels fighter jihadist
        islamist resistance secessionist terrorist""",
    "SPY": """spy military_intelligence intelligence_agency intelligence_service spy_agency
        secret_service secret_police agent spymaster""",
    "UAF": "gunman gunmen assailant attacker hijacker unknown_gunmen armed_men armed_group",
    "AGR": "farmer peasant farmworker herder fisherman fishermen grower rancher",
    "BUS": """company business businessman businesswoman firm bank corporation trader investor
        shipowner oil_company airline manufacturer industry exporter importer broker entrepreneur
        conglomerate operator executive""",
    "CRM": """criminal gang cartel smuggler trafficker mafia mobster pirate thief hacker gangster
        hackers bandit kidnapper""",
    "CVL": """civilian resident people person villager woman man women men child children citizen
        family crowd population community passenger hostage victim captive prisoner detainee
        bystander local youth mourner voter tourist national schoolgirl schoolboy schoolchild
        tribesman settler worshipper relative abductee patient inmate individual group public
        settlers crew""",
    "EDU": "student teacher school university professor academic lecturer pupil scholar college",
    "ELI": """former_president former_minister ex-president ex-minister former_leader
        former_general""",
    "JRN": """journalist newspaper reporter broadcaster television radio media news_agency editor
        correspondent photographer cameraman blogger press tv""",
    "LAB": """worker union labourer laborer miner trade_union strikers striker docker employee
        driver""",
    "MED": """doctor nurse hospital medic paramedic surgeon clinic health_worker physician
        ambulance""",
    "REF": """refugee migrant asylum_seeker displaced displaced_people displaced_persons evacuee
        asylum-seeker returnee""",
    "REL": """church cleric priest bishop archbishop imam mosque monk pope ayatollah rabbi patriarch
        cardinal clergy preacher pastor mufti nun""",
    "SOC": """charity foundation association civil_society society watchdog think_tank
        aid_worker aid_group human_rights_group rights_group volunteer""",
}
"""Words of each sector in their dictionary form, joined where there are several."""

KIND_SECTORS: Mapping[OrganisationKind, str] = MappingProxyType(
    {
        OrganisationKind.INTELLIGENCE: "SPY",
        OrganisationKind.MILITARY: "MIL",
        OrganisationKind.GOVERNMENT: "GOV",
        OrganisationKind.LEGISLATURE: "LEG",
        OrganisationKind.MEDIA: "JRN",
        OrganisationKind.REBEL: "REB",
        OrganisationKind.COMPANY: "BUS",
    }
)
"""Sector of an organisation that is known by name; international bodies have a code instead."""

_ALSO_THINGS = frozenset({"force", "society", "party", "public", "head", "assembly", "diet"})
_FORMER = re.compile(r"\b(?:former|ex)\b|\bex-", re.IGNORECASE)
_HELD = frozenset({"GOV", "MIL", "LEG", "JUD"})


def sectors_of(lemmas: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors that some words speak of, the one of the last such word first.

    >>> sectors_of(("government", "troop"))
    ('MIL', 'GOV')
    >>> sectors_of(("former", "president"))
    ('ELI',)
    """
    found: list[str] = []
    index = len(lemmas)
    while index > 0:
        for length in (3, 2, 1):
            code = _codes().get("_".join(lemmas[max(0, index - length) : index]).lower())
            if code and index >= length:
                found.append(code)
                index -= length - 1
                break
        index -= 1
    unique = tuple(dict.fromkeys(found))
    if unique and unique[0] in _HELD and _FORMER.search(" ".join(lemmas)):
        return ("ELI", *unique)
    return unique


def has_sector(lemma: str) -> bool:
    """Whether a noun by itself speaks of somebody who can act."""
    return lemma in _codes() and lemma not in _ALSO_THINGS


@cache
def _codes() -> dict[str, str]:
    return {word: code for code, words in SECTORS.items() for word in words.split()}
