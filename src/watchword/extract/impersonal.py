"""Content that nobody in particular is told to have said.

As in "It is reported that ..." and "Reports that ... could not be verified": what is claimed is
the content; the words around it only tell how firmly.
"""

from watchword.extract.frames import REPORTS, Found, Frame, NounPhrase
from watchword.extract.syntax import Tokens, VerbGroup, find_verb_groups, has_finite_verb
from watchword.model.reading import Token
from watchword.text.cues import NOMINAL, Cue, cues_of
from watchword.text.lexicon import lexicon

_ORDER = (Cue.DENY, Cue.ESTIMATE, Cue.EXPECT, Cue.SAY, Cue.SHOW)
_PROVE = lexicon("confirm verify corroborate substantiate authenticate")
_DRAWN = [f"{verb} drawn to{fact}".split() for verb in ("was", "is") for fact in ("", " the fact")]
_UNPROVEN = lexicon("unconfirmed unverified uncorroborated unsubstantiated")


def find_impersonal(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """Content behind "it is reported that" or inside "reports that ... are unconfirmed"."""
    return (
        _said_by_nobody(tokens, frame)
        or _became_known(tokens, frame)
        or _pointed_out(tokens, frame)
        or _unproven(tokens, frame)
    )


def _said_by_nobody(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "It is reported that ..." and "It was announced by the ministry that ..."."""
    groups = find_verb_groups(tokens[:12]) if tokens[0].lemma == "it" else ()
    if not groups or groups[0].first != 1 or not groups[0].passive or not groups[0].finite:
        return None
    group = groups[0]
    kinds = cues_of(group.lemma) & REPORTS
    that = next((i for i, t in enumerate(tokens[:12]) if i and t.lemma == "that"), None)
    if not kinds or that is None or not has_finite_verb(tokens[that + 1 :]):
        return None
    if any(each.head < that for each in groups[1:]) or not _is_told(group):
        return None
    agent = _agent(tokens[group.head + 1 : that])
    told = frame._replace(
        sources=(*frame.sources, agent) if agent else frame.sources,
        cue=next((kind for kind in _ORDER if kind in kinds), Cue.SAY),
        cue_words=tokens[group.first : group.head + 1],
    )
    return Found(frame=told, content=tokens[that + 1 :])


def _became_known(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "It became known that ...": nobody is named, as for a rumour."""
    if tokens[0].text.lower() != "it":
        return None
    lower = [token.text.lower() for token in tokens[:6]]
    known = lower.index("known") if "known" in lower else 0
    if not known or tokens[known - 1].lemma != "become" or lower[known + 1 : known + 2] != ["that"]:
        return None
    told = frame._replace(cue=Cue.SAY, cue_words=tokens[1 : known + 1])
    return Found(frame=told, content=tokens[known + 2 :])


def _pointed_out(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "At the same time, attention was drawn to the fact that ...": readouts speak so."""
    near = tokens[:16]
    if not any(len(each.text) == len("attention") for each in near):
        return None
    lower = [token.text.lower() for token in near]
    if "attention" not in lower or "that" not in lower:
        return None
    start, that = lower.index("attention"), lower.index("that")
    if lower[start + 1 : that] not in _DRAWN or not has_finite_verb(tokens[that + 1 :]):
        return None
    told = frame._replace(cue=Cue.SAY, cue_words=tokens[start + 1 : start + 3])
    return Found(frame=told, content=tokens[that + 1 :])


def _is_told(group: VerbGroup) -> bool:
    """Whether the content is told, or told to be unproven: not "it was not said that"."""
    return group.modal is None and (not group.negated or group.lemma in _PROVE)


def _agent(between: tuple[Token, ...]) -> NounPhrase:
    by = next((i for i, token in enumerate(between) if token.lemma == "by"), None)
    return between[by + 1 :] if by is not None else ()


def _unproven(tokens: tuple[Token, ...], frame: Frame) -> Found | None:
    """As in "Reports that A could not be verified" and "Kyiv's claim that A is unconfirmed"."""
    that = next((i for i, token in enumerate(tokens[:10]) if token.lemma == "that"), 0)
    if not that or not any(token.lemma in NOMINAL for token in tokens[max(0, that - 4) : that]):
        return None
    groups = [group for group in find_verb_groups(tokens) if group.finite]
    if len(groups) < 2 or groups[0].first < that:
        return None
    last = groups[-1]
    proof = tokens[last.first : last.head + 2]
    is_open = last.negated and last.lemma in _PROVE and last.passive
    unproven = last.lemma in {"be", "remain", "stay"} and proof[-1].text.lower() in _UNPROVEN
    if not is_open and not unproven:
        return None
    whose = _whose(tokens[:that])
    told = frame._replace(
        sources=(*frame.sources, whose) if whose else frame.sources,
        cue=Cue.SAY,
        cue_words=proof if unproven else tokens[last.first : last.head + 1],
    )
    return Found(frame=told, content=tokens[that + 1 : last.first])


def _whose(words: Tokens) -> NounPhrase:
    """Whose report it is: "Kyiv's claim", "claims by the army"."""
    owner = next((i for i, token in enumerate(words) if token.tag == "POS"), 0)
    by = next((i for i, token in enumerate(words) if i and token.lemma in {"by", "from"}), 0)
    return tuple(words[:owner]) if owner else tuple(words[by + 1 :]) if by else ()
