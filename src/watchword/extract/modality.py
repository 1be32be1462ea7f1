"""How firmly a clause is claimed: one modality, and every mark beside it.

The order in which the modalities are tried is the rule: what cannot be confirmed is
unconfirmed whatever else is said of it, what is not ruled out is estimated, what is denied is
denied, what hangs on a condition is conditional, what is weighed is considered, what lies ahead
is planned, what is judged is estimated, what is hearsay is reported, and only the rest is asserted.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from watchword.extract.clauses import Clause
from watchword.extract.cue_phrases import EXCLUDING
from watchword.extract.frames import Frame
from watchword.extract.syntax import VerbGroup, find_verb_groups
from watchword.model.claim import MarkKind, Modality, Polarity
from watchword.model.reading import Token
from watchword.text.cues import NOMINAL, UNTRUE, Cue
from watchword.text.lexicon import lexicon

_CONSIDER = lexicon("consider weigh mull review contemplate ponder reconsider reexamine re-examine")
_PLAN = lexicon("plan intend prepare decide aim pledge promise vow ready")
_BOUND = lexicon("agree want seek hope propose offer threaten")
_ESTIMATE = lexicon("believe assess estimate think suspect judge assume presume fear understand")
_EXPECT = lexicon("expect forecast project predict anticipate schedule slate set")
_SEEM = lexicon("appear seem look")
_POSSIBLE = lexicon("may might could")
_AHEAD = lexicon("will shall")
_YET = _AHEAD | _POSSIBLE | {"would", "can"}
_ESTIMATE_CUE_WORDS = lexicon("warning fear suspicion estimate assessment analysis belief")
_WARNINGS = lexicon("warn caution fear")
_PREDICATES = frozenset(
    {None, "root", "ccomp", "xcomp", "parataxis", "conj", "nsubj", "nsubj:pass"}
)
"""Relations of a noun that is said of something, or that something is said of."""
_UNPROVEN = lexicon("unconfirmed unverified uncorroborated unsubstantiated")
_HEARSAY = lexicon("report say claim allege rumor rumour tell know known")
"""Verbs that are hearsay where nobody is named: "it is said that"."""
_LAID = lexicon("attribute ascribe")
"""Verbs that are hearsay in the passive: "the attack is attributed to the militia"."""
_STILL = lexicon("still assess")
_NO_CONFIRMATION = lexicon("no confirmation")
_NO = lexicon("no neither nor none nobody")


_NAMING = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "``"})
_SOFT = frozenset({MarkKind.HEDGE, MarkKind.LIKELIHOOD})
_TO_COME = frozenset({Modality.PLANNED, Modality.CONSIDERED, Modality.ESTIMATED})
"""What is still to come where no verb tells it: "warned of famine by June"."""


class Placed(NamedTuple):
    """A mark found in the clause, with the indexes of the words it covers."""

    kind: MarkKind
    first: int
    last: int


class Mood(NamedTuple):
    """The modality of a clause, its polarity, and its main verbs.

    Attributes:
        modality: the one value.
        polarity: whether the content is told as so.
        verbs: the main verb and the infinitives that hang on it, in order.
    """

    modality: Modality
    polarity: Polarity
    verbs: tuple[VerbGroup, ...]

    @property
    def lies_ahead(self) -> bool:
        """Whether it is still to come, as in "could reach the town" but not "could have"."""
        main = self.verbs[0] if self.verbs else None
        if main is None:
            return self.modality in _TO_COME
        if self.modality is Modality.PLANNED:
            return True
        return main.modal in _YET and "have" not in main.auxiliaries


class _Seen(NamedTuple):
    """What the rules look at.

    Attributes:
        clause: the clause.
        frame: whose it is.
        verbs: its main verbs.
        kinds: what its marks are.
        lemmas: dictionary forms of its words.
        small: its words in small letters.
        untrue: whether something is said in it to be untrue.
        negated: whether the content is told as not so.
    """

    clause: Clause
    frame: Frame
    verbs: tuple[VerbGroup, ...]
    kinds: frozenset[MarkKind]
    lemmas: frozenset[str]
    small: frozenset[str]
    untrue: bool
    negated: bool


def mood_of(clause: Clause, frame: Frame, marks: Sequence[Placed]) -> Mood:
    """Decide how firmly a clause is claimed.

    Args:
        clause: the clause.
        frame: whose it is, and by which cue.
        marks: marks inside the clause's words.
    """
    words = clause.words
    verbs = main_verbs(words)
    lemmas = frozenset([token.lemma for token in words])
    small = frozenset([token.text.lower() for token in words])
    called = not (UNTRUE.isdisjoint(lemmas) and UNTRUE.isdisjoint(small))
    untrue = called and _is_untrue(words)
    seen = _Seen(
        clause=clause,
        frame=frame,
        verbs=verbs,
        kinds=frozenset([mark.kind for mark in marks if _in_scope(mark, verbs, words)]),
        lemmas=lemmas,
        small=small,
        untrue=untrue,
        negated=untrue or _is_negated(words, verbs, lemmas),
    )
    return Mood(
        modality=_modality_of(seen),
        polarity=Polarity.NEGATED if seen.negated else Polarity.AFFIRMED,
        verbs=verbs,
    )


def _modality_of(seen: _Seen) -> Modality:
    """The first that holds."""
    for modality, holds in _RULES:
        if holds(seen):
            return modality
    return Modality.ASSERTED


def _is_unconfirmed(seen: _Seen) -> bool:
    if MarkKind.UNCONFIRMED in seen.kinds or _denial_withheld(seen.frame):
        return True
    if seen.frame.cue_words and {token.lemma for token in seen.frame.cue_words} >= _STILL:
        return True
    told = (*seen.clause.hearsay, *(seen.frame.sources[-1] if seen.frame.sources else ()))
    for token in (*told, *seen.frame.cue_words):
        if token.text.lower() in _UNPROVEN:
            return True
    return seen.lemmas >= _NO_CONFIRMATION


def _is_left_open(seen: _Seen) -> bool:
    """As in "could not rule out that troops would follow"."""
    if not seen.frame.cue_words:
        return False
    lemmas = {token.lemma for token in seen.frame.cue_words}
    return bool(lemmas & EXCLUDING) and bool(lemmas & {"not", "cannot", "never"})


def _is_denied_by_cue(seen: _Seen) -> bool:
    """As in "denied", "called the claims a rumour", "said the story looked like a fake"."""
    called = seen.untrue and seen.frame.cue is not None and "not" not in seen.lemmas
    return seen.frame.cue is Cue.DENY or called


def _is_conditional(seen: _Seen) -> bool:
    """As in "any dispatch would be lawful", "would, if true, mark an increase"."""
    words = seen.clause.words
    if seen.clause.condition or ("would" in seen.lemmas and words[0].lemma == "any"):
        return True
    return MarkKind.CONDITION in seen.kinds and any(token.tag == "MD" for token in words)


def _is_denied(seen: _Seen) -> bool:
    return seen.negated and not _is_ahead(seen)


def _is_considered(seen: _Seen) -> bool:
    return any(
        group.lemma in _CONSIDER and not _is_taken_for(group, seen.clause.words)
        for group in seen.verbs
    )


def _is_taken_for(group: VerbGroup, words: Sequence[Token]) -> bool:
    """As in "will be considered an act of war": what it is taken for, and nobody's option."""
    after = words[group.head + 1 : group.head + 2]
    return group.passive and any(token.tag in _NAMING or token.lemma == "as" for token in after)


def _is_ahead(seen: _Seen) -> bool:
    if seen.frame.cue is Cue.PROMISE or seen.frame.cue is Cue.EXPECT:
        return True
    if seen.verbs:
        for ahead in (_will, _would, _expected, _plans, _goes_to, _readies):
            if ahead(seen.verbs[0], seen):
                return True
    return False


def _will(main: VerbGroup, seen: _Seen) -> bool:
    return main.modal in _AHEAD or (main.modal == "should" and len(seen.verbs) == 1)


def _would(main: VerbGroup, seen: _Seen) -> bool:
    """As in "said it would respond": the future seen from the past."""
    reported = main.modal == "would" and seen.frame.cue is not None
    return reported and main.lemma != "be"


def _expected(main: VerbGroup, seen: _Seen) -> bool:
    further = any(group.infinitive for group in seen.verbs)
    return main.lemma in _EXPECT and (main.passive or further)


def _plans(main: VerbGroup, seen: _Seen) -> bool:
    if main.lemma in _BOUND:
        return any(group.infinitive for group in seen.verbs[1:])
    if main.lemma not in _PLAN or (main.passive and main.lemma == "decide"):
        return False
    done = main.lemma in {"prepare", "ready"} and seen.clause.words[main.head].tag != "VBG"
    return not done or any(group.infinitive for group in seen.verbs[1:]) or main.passive


def _goes_to(main: VerbGroup, seen: _Seen) -> bool:
    """As in "is going to send" and "are to be sent"."""
    words, further = seen.clause.words, any(group.infinitive for group in seen.verbs[1:])
    if main.lemma == "go":
        return further and "be" in main.auxiliaries
    return main.lemma == "be" and further and words[main.head + 1].tag == "TO"


def _readies(main: VerbGroup, seen: _Seen) -> bool:
    """As in "is getting soldiers ready to join" and "knows of soldiers being readied"."""
    if "readied" in seen.small:
        return True
    after = seen.clause.words[main.head :]
    return main.lemma == "get" and any(token.lemma == "ready" for token in after)


def _is_estimated(seen: _Seen) -> bool:
    cue_words = seen.frame.cue_words
    if seen.frame.cue is Cue.ESTIMATE or (seen.kinds and not seen.kinds.isdisjoint(_SOFT)):
        return True
    if cue_words and cue_words[-1].lemma in _ESTIMATE_CUE_WORDS:
        return True
    if not seen.verbs and cue_words and cue_words[-1].lemma in _WARNINGS:
        return True  # "warned of blackouts": that they will come is the speaker's judgement
    return any(
        group.modal in _POSSIBLE
        or _seems(group, seen.clause.words)
        or (group.passive and group.lemma in _ESTIMATE)
        for group in seen.verbs[:1]
    )


def _seems(group: VerbGroup, words: Sequence[Token]) -> bool:
    """As in "appears to have" and "looks set to"; not "was looking into"."""
    after = words[group.head + 1 : group.head + 2]
    return group.lemma in _SEEM and not (
        group.lemma == "look" and after and after[0].lemma in {"into", "at", "for"}
    )


def _is_reported(seen: _Seen) -> bool:
    if MarkKind.HEARSAY in seen.kinds or seen.clause.hearsay:
        return True
    if any(group.passive and group.lemma in _LAID for group in seen.verbs[:1]):
        return True
    cue = seen.frame.cue_words[-1:] if not seen.frame.sources else ()
    return any(token.lemma in _HEARSAY for token in cue)


_RULES: tuple[tuple[Modality, Callable[[_Seen], bool]], ...] = (
    (Modality.UNCONFIRMED, _is_unconfirmed),
    (Modality.ESTIMATED, _is_left_open),
    (Modality.DENIED, _is_denied_by_cue),
    (Modality.CONDITIONAL, _is_conditional),
    (Modality.DENIED, _is_denied),
    (Modality.CONSIDERED, _is_considered),
    (Modality.PLANNED, _is_ahead),
    (Modality.ESTIMATED, _is_estimated),
    (Modality.REPORTED, _is_reported),
)


def main_verbs(words: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """The main verb of a clause and the infinitives that hang on it."""
    groups = find_verb_groups(words)
    main = next(
        (g for g in groups if g.finite and not _is_relative(words, g)),
        next((g for g in groups if g.infinitive), next(iter(groups), None)),
    )
    if main is None:
        return ()
    chain = [main]
    for group in groups:
        if group.first > chain[-1].head and _hangs_on(words, chain[-1], group):
            chain.append(group)
    return tuple(chain)


def _is_relative(words: Sequence[Token], group: VerbGroup) -> bool:
    """As in "who fight" and, inside a subject, "a report that officers were killed is ..."."""
    if group.first > 0 and words[group.first - 1].tag in {"WDT", "WP"}:
        return True
    that = next((i for i in range(1, group.first) if words[i].lemma == "that"), None)
    if that is None or words[that - 1].lemma not in NOMINAL:
        return False
    return any(g.finite and g.first > group.head for g in find_verb_groups(words))


def _hangs_on(words: Sequence[Token], main: VerbGroup, group: VerbGroup) -> bool:
    """As in "is expected to send", "started sending", "was likely to be fighting"."""
    between = words[main.head + 1 : group.first]
    if group.infinitive:
        return all(token.tag.startswith(("RB", "JJ")) for token in between) or _is_day(between)
    return group.lemma != "be" and words[group.head].tag == "VBG" and not between


def _is_day(between: Sequence[Token]) -> bool:
    """As in "agreed on Monday to ban"."""
    return len(between) == 2 and between[0].lemma == "on" and between[1].lemma.endswith("day")


def _in_scope(mark: Placed, verbs: tuple[VerbGroup, ...], words: Sequence[Token]) -> bool:
    """Whether a mark bears on the clause's main verb and not on some noun within it."""
    if not verbs:
        return True
    if mark.last < len(words) - 1 and words[mark.last + 1].tag.startswith("NN"):
        described = words[mark.first].tag in {"JJ", "VBN", "VBG"}
        if described and not verbs[0].first <= mark.first <= verbs[-1].head:
            return False
    if mark.kind in {MarkKind.CONDITION, MarkKind.UNCONFIRMED}:
        return True
    if words[mark.first].tag == "NNS" and mark.first > verbs[-1].head and verbs[-1].lemma != "be":
        return False  # "is looking into reports that ..."
    opening = mark.first <= 1 and words[mark.first].tag.startswith(("RB", "IN"))
    return opening or verbs[0].first - 2 <= mark.first <= verbs[-1].head + 3


def _is_negated(
    words: Sequence[Token], verbs: tuple[VerbGroup, ...], lemmas: frozenset[str]
) -> bool:
    """As in "has not moved", "has sent no troops", "no troops were sent"."""
    if not verbs:
        return any(token.lemma in {"not", "no", "never"} for token in words[:1])
    if any(group.negated for group in verbs) or ("yet" in lemmas and _is_yet_to(words)):
        return True
    after = words[verbs[-1].head + 1 : verbs[-1].head + 2]
    before = words[: verbs[0].first]
    if after and after[0].lemma in _NO and after[0].tag == "DT":
        return True
    return bool(before) and before[0].lemma in _NO


def _is_yet_to(words: Sequence[Token]) -> bool:
    return any(a.lemma == "yet" and b.tag == "TO" for a, b in pairwise(words))


def _is_untrue(words: Sequence[Token]) -> bool:
    return any(
        (token.lemma in UNTRUE or token.text.lower() in UNTRUE) and not _describes(words, index)
        for index, token in enumerate(words)
        if index
    )


def _describes(words: Sequence[Token], index: int) -> bool:
    """As in "by spreading *false* rumours", where the noun is not what is said of something."""
    before = index - 1
    while before and words[before].tag.startswith(("JJ", "DT")):
        before -= 1
    if words[before].tag == "VBG":
        return True
    if words[index].relation != "amod":
        return False
    noun = next((token for token in words[index + 1 :] if token.tag.startswith("NN")), None)
    return noun is not None and noun.relation not in _PREDICATES


def _denial_withheld(frame: Frame) -> bool:
    """As in "did not deny", "declined to comment"."""
    if not frame.cue_words:
        return False
    lemmas = [token.lemma for token in frame.cue_words]
    if not {"neither", "decline", "refuse"}.isdisjoint(lemmas):
        return True
    if frame.cue is Cue.DENY:
        return "not" in lemmas
    negated = not {"not", "cannot"}.isdisjoint(lemmas)
    return negated and lemmas[-1:] in (["confirm"], ["verify"])
