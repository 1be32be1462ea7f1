"""A light stemmer: enough to see "sends" and "sent" as one word, and no more.

It takes off inflections only. "Likely" and "unlikely", "arm" and "disarm" stay apart, so that a
word can never be licensed by its opposite.
"""

from functools import lru_cache

from watchword.text.lexicon import lexicon

_IRREGULAR_FORMS = (
    "say said|tell told|send sent|make made|take took taken|give gave given|go went gone|"
    "come came|become became|see saw seen|know knew known|think thought|bring brought|"
    "buy bought|fight fought|catch caught|teach taught|seek sought|hold held|lead led|"
    "leave left|lose lost|meet met|pay paid|shoot shot|sell sold|find found|get got gotten|"
    "keep kept|build built|spend spent|win won|write wrote written|speak spoke spoken|"
    "break broke broken|choose chose chosen|drive drove driven|fall fell fallen|fly flew flown|"
    "grow grew grown|rise rose risen|show shown|begin began begun|sink sank sunk|"
    "strike struck stricken|withdraw withdrew withdrawn|throw threw thrown|draw drew drawn|"
    "do did done does|have had has|be is are was were been being am|stand stood|"
    "understand understood|mean meant|feel felt|deal dealt|train trained|bear bore borne|"
    "wear wore worn|swear swore sworn|steal stole stolen|freeze froze frozen|hide hid hidden|"
    "feed fed|flee fled|speed sped|wage waged|man men|woman women|child children|"
    "foot feet|lie lay lain|run ran|will would|can could|may might|shall should|"
    "foresee foresaw foreseen|undertake undertook undertaken|overthrow overthrew|"
    "serviceman servicemen|spokesman spokesmen|lawmaker lawmakers|die dies died dying|"
    "tie ties tied tying|kill killed|warn warned|deny denied denies|ally allies allied"
)
_KEPT = lexicon(
    "hundred thousand this his its us news series during king ring thing nothing something "
    "anything everything spring string beijing sing evening morning peking building red bed need "
    "seed speed bus gas plus thus previous various serious dangerous aggressive less unless "
    "congress press access process business address across his always perhaps likely unlikely "
    "bring wing interest"
)
_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"))
_SPELLED_ALIKE = lexicon("our four hour tour your pour otherwise rise wise promise exercise")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word, lower case.

    >>> stem("Sends"), stem("sending"), stem("sent"), stem("armies"), stem("stopped")
    ('send', 'send', 'send', 'army', 'stop')
    """
    low = word.lower().replace("\u2019", "'").removesuffix("'s").rstrip("'")
    return _IRREGULAR.get(low) or _regular(_american(low))


def _american(low: str) -> str:
    if low in _SPELLED_ALIKE:
        return low
    for british, american in _SPELLINGS:
        if low.endswith(british) and len(low) > len(british) + 2:
            return low.removesuffix(british) + american
    return low.replace("defence", "defens").replace("offence", "offens")


def _regular(low: str) -> str:
    if len(low) < 4 or low in _KEPT:
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith("ied"):
        return low[:-3] + "y"
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return _rounded(low.removesuffix(ending))
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    return low.removesuffix("e")


def _rounded(start: str) -> str:
    """What is left without "-ing" or "-ed": "stopp" is "stop", "mov" is "mov(e)"."""
    if len(start) > 3 and start[-1] == start[-2] and start[-1] not in "lsz":
        return start[:-1]
    if not any(vowel in start for vowel in "aeiouy"):
        return start
    return start.removesuffix("e")


def _irregular() -> dict[str, str]:
    groups = (group.split() for group in _IRREGULAR_FORMS.split("|"))
    return {form: group[0] for group in groups for form in group}


_IRREGULAR = _irregular()
