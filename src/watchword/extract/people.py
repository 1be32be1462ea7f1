"""Nouns for somebody: whom "he" and "she" can stand for beside those with an office or a name."""

from watchword.text.lexicon import lexicon

_SOMEBODY = lexicon(
    "man woman boy girl child witness relative neighbour neighbor resident victim suspect captain "
    "survivor nurse priest pilot student guest widow mother father brother sister son daughter "
    "cousin friend colleague aide guard patient merchant peasant migrant refugee monk nun imam "
    "cleric chief elder host hostage captive detainee wife husband uncle aunt"
)
_ENDINGS = ("ist", "man", "woman", "ician", "ologist")
_TRADES = lexicon(
    "trader farmer driver worker teacher soldier sailor fighter officer lawyer doctor rescuer "
    "shopkeeper fisherman villager lawmaker diplomat commander mediator negotiator smuggler "
    "engineer miner baker singer writer author actor professor researcher prisoner voter "
    "protester demonstrator organiser organizer insider employee contractor investigator "
    "prosecutor broker banker insurer shipper islander settler volunteer paramedic firefighter"
)


def is_person_noun(noun: str) -> bool:
    """Whether a noun in the singular means somebody.

    >>> is_person_noun("trader"), is_person_noun("bridge")
    (True, False)
    """
    word = noun.lower()
    return word in _SOMEBODY or word in _TRADES or (len(word) > 4 and word.endswith(_ENDINGS))
