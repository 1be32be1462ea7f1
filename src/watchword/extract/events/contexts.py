"""What an event is about: PLOVER's general contexts, by the words for each.

Names after the codebook (Open Event Data Alliance, PLOVER draft 1.3, 2022, table 2.1); the words
are ours, in their dictionary form, joined where there are several. A context is of the sentence:
an event may have several.
"""

from collections.abc import Mapping
from types import MappingProxyType

from watchword.text.lexicon import lexicon

Words = frozenset[str]

CONTEXTS: Mapping[str, Words] = MappingProxyType(
    {
        "military": lexicon(
            """military army navy troop soldier force weapon missile warship brigade battalion
            airstrike artillery defence defense general marine shell rocket tank drone war
            ammunition warplane air_force nato deployment garrison ceasefire truce fighter_jet
            frigate destroyer submarine"""
        ),
        "intelligence": lexicon(
            "intelligence spy espionage surveillance reconnaissance intercept wiretap cia mossad"
        ),
        "executive": lexicon(
            """cabinet prime_minister premier presidency minister_resign reshuffle appoint
            presidential_palace coup junta"""
        ),
        "legislative": lexicon(
            """parliament senate congress lawmaker legislator bill legislature duma knesset
            assembly parliamentary mp"""
        ),
        "election": lexicon(
            "election vote ballot poll candidate referendum electoral campaign voter runoff turnout"
        ),
        "political institutions": lexicon(
            "constitution constitutional coalition party impeachment impeach federal_system"
        ),
        "pro democracy": lexicon("democracy democratic pro-democracy transition democratization"),
        "pro autocracy": lexicon("autocracy dictatorship authoritarian one-party martial_law"),
        "economic": lexicon(
            """economic economy trade tariff bank investment inflation budget loan export import
            sanction market debt currency gdp imf wage free-trade embargo finance financial tax
            aid_package"""
        ),
        "legal": lexicon(
            """court judge trial lawsuit sue prosecutor indict charge convict sentence law verdict
            tribunal ruling arrest extradite extradition lawyer legal conviction warrant"""
        ),
        "reparations": lexicon("reparation reparations compensation restitution"),
        "human rights": lexicon("human_right human_rights war_crime torture abuse atrocity"),
        "rights freedoms": lexicon(
            """freedom press_freedom civil_liberty censorship journalist assembly_right free_speech
            civil_right"""
        ),
        "repression": lexicon("crackdown repression tear_gas repress suppress water_cannon"),
        "human security": lexicon(
            "food water shelter housing famine hunger electricity humanitarian"
        ),
        "gender": lexicon("gender abortion women_right feminist women's_right femicide"),
        "lgbt": lexicon("lgbt lgbtq gay lesbian same-sex transgender"),
        "religion ethnicity": lexicon(
            """religious religion muslim christian jewish sunni shia shiite hindu ethnic church
            mosque temple sectarian minority tribal caste kurdish catholic"""
        ),
        "inequality": lexicon("inequality poverty"),
        "diplomatic": lexicon(
            """diplomatic diplomat ambassador embassy foreign_minister foreign_ministry summit talk
            negotiation envoy treaty consulate bilateral foreign_affairs tie normalize peace_talk
            secretary_of_state mediator mediate accord peace_plan peace_deal visit dialogue"""
        ),
        "territory": lexicon(
            "territory territorial border annex annexation separatist independence"
        ),
        "peacekeeping": lexicon("peacekeeper peacekeeping blue_helmet unifil monusco"),
        "health": lexicon(
            """health coronavirus covid-19 covid pandemic virus disease vaccine hospital ebola
            epidemic"""
        ),
        "asylum": lexicon("asylum"),
        "migration": lexicon("migrant refugee migration displaced immigrant immigration returnee"),
        "disasters": lexicon(
            "earthquake flood hurricane typhoon cyclone disaster tsunami wildfire landslide drought"
        ),
        "natural resource": lexicon(
            "oil gas mineral mining fishery gold pipeline opec diamond timber"
        ),
        "environment": lexicon(
            "climate environment environmental pollution emission deforestation"
        ),
        "technology": lexicon(
            "technology semiconductor satellite high-tech artificial_intelligence"
        ),
        "terrorism": lexicon(
            """terrorist terrorism terror islamic_state isis isil al-qaeda al_qaeda hezbollah
            boko_haram bombing suicide_bomber al-shabaab hamas hijack hostage"""
        ),
        "cbrn": lexicon(
            """nuclear chemical_weapon biological_weapon radiological uranium enrichment plutonium
            warhead iaea icbm sarin weapons_of_mass_destruction"""
        ),
        "cyber": lexicon("cyber hacker hack cyberattack malware ransomware cybersecurity"),
        "misinformation": lexicon("disinformation misinformation fake_news propaganda"),
        "crime": lexicon("crime criminal murder robbery gang police_arrest homicide mafia"),
        "corruption": lexicon("corruption bribe bribery embezzle embezzlement graft nepotism"),
        "illegal drugs": lexicon("drug cocaine heroin narcotic cartel opium fentanyl"),
        "trafficking": lexicon("traffic trafficking smuggle smuggler smuggling trafficker"),
    }
)
"""Words of each context."""


def contexts_of(words: Words) -> tuple[str, ...]:
    """The contexts that some words tell, in the codebook's order.

    Args:
        words: dictionary forms, and pairs of neighbours joined by "_".
    """
    return tuple(context for context, told in CONTEXTS.items() if told & words)
