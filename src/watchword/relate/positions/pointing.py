"""Words of a matter that tell nothing of what it is on, and words that point at what does."""

from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem

IDLE = frozenset(
    stem(word)
    for word in lexicon(
        "a an the and or but if that this these those it its they them their he his him she "
        "her we our us you your i my which who whom whose what when where how of in on at "
        "to for from by with into onto over under about around after before during between "
        "among through as is are was were be been being am has have had having do does did "
        "will would shall should can could may might must there here also only just even "
        "still yet already more most some any all both each such than then so very too up "
        "out off own other another because until since per via amid toward towards further "
        "new possible possibly direct directly lethal defensive fighter offensive military "
        "additional immediate immediately full fully first again now today make take get "
        "let come go put set keep hold within upon everything something anything whatever "
        "necessary against without despite way ways refer continue continued"
    )
)
"""Words that no question is about."""
POINTING = frozenset(
    stem(word)
    for word in lexicon(
        "policy policies principle question questions matter matters issue measure measures "
        "step steps option options decision one ones report reports claim claims allegation "
        "allegations statement statements situation idea move plan plans possibility thing "
        "things stance position flexibly topic subject rumour rumours rumor rumors "
        "accusation accusations proposal request suggestion speculation details accord "
        "conform aware groundless fake lies lie false untrue international law lawful legal "
        "review consideration consider discuss rule decide reconsider sovereign independent "
        "state states develop relations business affair affairs internal"
    )
)
"""Words that point at what is told elsewhere ("the policy"): they are met by what stands around."""
