"""Verbs and phrases that report speech or thought, by what they do to what is reported."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from watchword.text.lexicon import lexicon


class Cue(StrEnum):
    """What a reporting verb does."""

    SAY = "say"
    """The source states the content."""
    ESTIMATE = "estimate"
    """The source judges the content, and could be wrong."""
    EXPECT = "expect"
    """The source foretells the content."""
    DENY = "deny"
    """The source says that the content is not so."""
    ACCUSE = "accuse"
    """The source lays the content to somebody's charge."""
    PROMISE = "promise"
    """The source binds itself to the content."""
    INTEND = "intend"
    """The actor has the content in mind; nobody need have said so."""
    CONSIDER = "consider"
    """The actor weighs the content."""
    SHOW = "show"
    """A document, an image or intelligence bears the content out."""


_VERBS: Mapping[Cue, frozenset[str]] = {
    Cue.SAY: lexicon(
        "say tell add state report announce note claim assert argue insist explain declare "
        "disclose warn caution write acknowledge admit concede allege maintain contend remark "
        "observe recall reiterate repeat reply respond testify tweet post comment brief mention "
        "stress emphasize emphasise underline underscore highlight clarify conclude hint signal "
        "describe call quote convey inform relay affirm reaffirm verify complain joke read "
        "suggest indicate reveal confirm back echo label brand characterize characterise"
    ),
    Cue.ESTIMATE: lexicon(
        "believe estimate assess think suspect judge assume reckon calculate doubt fear deem "
        "speculate surmise determine infer analyse analyze gauge"
    ),
    Cue.EXPECT: lexicon("expect predict forecast project anticipate foresee foretell"),
    Cue.DENY: lexicon(
        "deny dismiss reject refute rebut dispute rubbish repudiate disavow contradict debunk"
    ),
    Cue.ACCUSE: lexicon("accuse blame condemn denounce criticize criticise suspect"),
    Cue.PROMISE: lexicon("promise pledge vow threaten swear undertake offer"),
    Cue.INTEND: lexicon("plan intend decide aim seek agree want prepare mean hope resolve"),
    Cue.CONSIDER: lexicon("consider weigh mull review contemplate ponder reconsider examine study"),
    Cue.SHOW: lexicon(
        "show indicate suggest reveal confirm point find demonstrate prove imply hint capture "
        "depict"
    ),
}

DOCUMENTS = lexicon(
    "imagery image images photo photos photograph photographs footage video videos satellite "
    "document documents report reports statement statements intelligence information evidence "
    "data records assessment assessments analysis intercept intercepts communications poll survey "
    "readout account communique transcript letter memo paper study findings pictures map cable "
    "cables"
)
IMAGERY = lexicon(
    "imagery image images photo photos photograph photographs footage video videos pictures"
)
"""Documents that are pictures."""

DEEPER = ("citing", "quoting", "cites", "cited", "quoted")
"""Words before the source that a source relies on."""

NOMINAL = lexicon(
    "claim claims report reports allegation allegations assertion assertions statement statements "
    "suggestion suggestions information intelligence belief accusation accusations rumor rumors "
    "rumour rumours warning warnings estimate estimates assessment assessments analysis charge "
    "announcement evidence indications indication sign signs confirmation fears suspicion"
)
"""Nouns that carry a content clause or phrase: "Seoul's claim that ...", "reports of ..."."""

UNTRUE = lexicon(
    "fake false groundless untrue baseless rumor rumour rumors rumours lie lies nonsense "
    "fabricated fabrication contradictory unfounded absurd misinformation disinformation hoax "
    "provocation-free incorrect wrong propaganda"
)
"""Predicates that deny what they are said of."""


def cues_of(lemma: str) -> frozenset[Cue]:
    """What a verb may do as a cue; empty for a verb that reports nothing.

    >>> sorted(cues_of("indicate"))
    [<Cue.SAY: 'say'>, <Cue.SHOW: 'show'>]
    """
    return _cues_by_verb().get(lemma, _NONE)


@cache
def verbs_of(cues: frozenset[Cue]) -> frozenset[str]:
    """The verbs that may do one of some things.

    >>> "indicate" in verbs_of(frozenset({Cue.SHOW}))
    True
    """
    return frozenset(verb for verb, kinds in _cues_by_verb().items() if kinds & cues)


_NONE: frozenset[Cue] = frozenset()


@cache
def _cues_by_verb() -> Mapping[str, frozenset[Cue]]:
    return {
        verb: frozenset(cue for cue, verbs in _VERBS.items() if verb in verbs)
        for verb in frozenset().union(*_VERBS.values())
    }
