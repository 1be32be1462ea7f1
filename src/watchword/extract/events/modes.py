"""How a deed is done: PLOVER's modes of each event type, by the words for each.

Names after the codebook (Open Event Data Alliance, PLOVER draft 1.3, 2022, tables 3.1 to 3.11); the
words are ours, in their dictionary form, joined where there are several.
"""

from collections.abc import Mapping
from types import MappingProxyType

from watchword.model.event import EventType
from watchword.text.lexicon import lexicon

Words = frozenset[str]

_REQUESTED: Mapping[str, Words] = {
    "meet": lexicon("meet meeting talk talks negotiation negotiate dialogue summit visit invite"),
    "yield": lexicon(
        """release free ceasefire truce withdraw withdrawal pull_out lift ease disarm surrender halt
        leave pardon step_down resign resignation extradite hand_over lay_down return stop
        cessation end"""
    ),
    "change": lexicon(
        """reform change policy law constitution amend election resign_government abolish
        recognise recognize independence referendum government apologise apologize review"""
    ),
    "assist": lexicon(
        """aid assistance help support fund funding money arms weapon supply cooperate cooperation
        intervene intervention protect protection troop peacekeeper loan provide access mediate"""
    ),
}

MODES: Mapping[EventType, Mapping[str, Words]] = MappingProxyType(
    {
        EventType.CONSULT: {
            "phone": lexicon("phone telephone call videoconference video_conference video_link"),
            "multilateral": lexicon(
                "summit multilateral g7 g20 g8 nato un_general_assembly security_council trilateral"
            ),
            "third-party": lexicon("mediate mediator mediation broker shuttle third_country"),
            "visit": lexicon("visit arrive travel trip tour fly host"),
        },
        EventType.RETREAT: {
            "ceasefire": lexicon("ceasefire cease-fire truce armistice cessation"),
            "disarm": lexicon("disarm disarmament lay_down demobilize demobilise decommission"),
            "release": lexicon("release free liberate hostage prisoner captive exchange_prisoners"),
            "resign": lexicon("resign resignation step_down quit"),
            "access": lexicon("access allow admit inspector observer open reopen corridor"),
            "return": lexicon("return repatriate give_back hand_back restitution"),
            "withdraw": lexicon("withdraw withdrawal pull_out retreat leave evacuate cede abandon"),
        },
        EventType.REQUEST: _REQUESTED,
        EventType.REJECT: _REQUESTED,
        EventType.ACCUSE: {
            "investigate": lexicon(
                "investigate investigation probe inquiry inquest examine scrutinise question"
            ),
            "allege": lexicon(
                "accuse allege indict charge sue lawsuit blame trial prosecute allegation implicate"
            ),
            "disapprove": lexicon(
                "condemn criticize criticise denounce deplore protest complain decry object slam"
            ),
        },
        EventType.THREATEN: {
            "relations": lexicon("sever suspend cut_ties talks relation tie boycott_talks recall"),
            "expel": lexicon("expel expulsion deport"),
            "territory": lexicon("occupy annex seize invade territory"),
            "arrest": lexicon("arrest detain jail imprison prosecute"),
            "ban": lexicon("ban outlaw prohibit dissolve"),
            "restrict": lexicon("blockade sanction embargo boycott strike curfew close tariff"),
            "violence": lexicon(
                "attack strike bomb kill war retaliate force military destroy shoot missile invade"
            ),
        },
        EventType.PROTEST: {
            "hunger": lexicon("hunger_strike fast"),
            "riot": lexicon("riot rioter clash violence loot torch stone burn"),
            "strike": lexicon("strike walkout walk_out stop_work stoppage striker"),
            "boycott": lexicon("boycott"),
            "obstruct": lexicon("block blockade obstruct barricade occupy sit-in"),
            "demo": lexicon(
                "demonstrate demonstration march rally protest gather demonstrator vigil"
            ),
        },
        EventType.SANCTION: {
            "convict": lexicon(
                "convict guilty sentence find_liable fine conviction unconstitutional"
            ),
            "expel": lexicon("expel expulsion suspend_membership persona_non_grata oust dismiss"),
            "withdraw": lexicon("withdraw recall pull_out leave quit"),
            "discontinue": lexicon(
                """sanction embargo suspend halt cut freeze ban blacklist tariff sever break
                terminate cancel reduce downgrade"""
            ),
        },
        EventType.MOBILIZE: {
            "police": lexicon("police gendarmerie security_force riot_police officer"),
            "militia": lexicon("militia paramilitary rebel fighter gang mercenary"),
            "weapons": lexicon(
                """missile warship aircraft jet carrier test launch tank artillery submarine system
                nuclear rocket bomber drone radar"""
            ),
            "troops": lexicon(
                """troop soldier army force brigade battalion division contingent reservist unit
                personnel military marine peacekeeper"""
            ),
        },
        EventType.COERCE: {
            "martial-law": lexicon("martial_law state_of_emergency emergency_rule state_of_siege"),
            "curfew": lexicon("curfew lockdown"),
            "censor": lexicon("censor censorship block_website newspaper broadcaster shut_down"),
            "cyber": lexicon("hack hacker cyber cyberattack cyber-attack malware ransomware"),
            "misinformation": lexicon("disinformation misinformation fake_news propaganda"),
            "deport": lexicon("deport deportation expel"),
            "arrest": lexicon(
                "arrest detain detention jail imprison custody imprisonment capture prison"
            ),
            "seize": lexicon("seize confiscate raid search impound demolish confiscation"),
            "withhold": lexicon("cut_off power water electricity internet withhold ration"),
            "ban": lexicon("ban outlaw prohibit dissolve disqualify"),
            "restrict": lexicon("restrict restriction close blockade cordon limit bar seal"),
        },
        EventType.ASSAULT: {
            "suicide-attack": lexicon("suicide suicide_bomber suicide_bombing"),
            "assassinate": lexicon("assassinate assassination assassin"),
            "execute": lexicon("execute execution hang behead"),
            "abduct": lexicon("abduct kidnap hijack abduction kidnapping hostage"),
            "sexual": lexicon("rape sexual"),
            "torture": lexicon("torture"),
            "massacre": lexicon("massacre genocide slaughter"),
            "cleansing": lexicon("ethnic_cleansing mass_expulsion"),
            "unconventional": lexicon(
                "chemical_weapon sarin chlorine nerve_agent poison_gas novichok"
            ),
            "crowd-control": lexicon("tear_gas water_cannon rubber_bullet baton teargas"),
            "drone": lexicon("drone uav unmanned"),
            "aerial": lexicon(
                "airstrike air_strike warplane jet aircraft helicopter bomber air_raid"
            ),
            "heavy-weapons": lexicon(
                """artillery shell shelling rocket missile tank mortar bombard bombardment howitzer
                invade invasion offensive"""
            ),
            "explosives": lexicon(
                "bomb bombing explosive mine ied grenade explosion detonate blast car_bomb"
            ),
            "firearms": lexicon("shoot gun rifle pistol gunfire fire_on open_fire sniper"),
            "primitive": lexicon("knife stab machete stone axe spear arson burn fire_to"),
            "beat": lexicon("beat beating punch kick lathi"),
            "destroy": lexicon("destroy demolish raze burn_down wreck vandalise vandalize"),
        },
    }
)
"""Words of each mode of each type; types that are missing have no modes."""

_SEVERAL = frozenset({EventType.ASSAULT, EventType.CONSULT})
"""Types for which several modes may hold at once; others have the first that fits."""


def modes_of(kind: EventType, words: Words) -> tuple[str, ...]:
    """The modes that some words tell of a type, in the codebook's spelling.

    Args:
        kind: the type.
        words: dictionary forms, and pairs of neighbours joined by "_".
    """
    found = tuple(mode for mode, told in MODES.get(kind, {}).items() if told & words)
    return found if kind in _SEVERAL else found[:1]
