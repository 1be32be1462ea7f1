"""How claims bear on hypotheses: who agrees and who does not, held to what a hypothesis is about.

A hypothesis is about its actor and the object of its deed. A claim of another actor, or one that
does not have the object at all ("sent shells" against "sent troops"), does nothing to it, however
alike the rest is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from watchword.assess.hypotheses.proposing import Stand, propose
from watchword.flow.situation.hypothesis_reading import ReadHypothesis
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.corroboration import Bearing
from watchword.model.event import Event, Standing
from watchword.model.hypothesis import Proposal
from watchword.relate.bearings import bearing_of
from watchword.relate.corroboration import Bench
from watchword.relate.gist import Gist, Mood, content_words, is_country
from watchword.relate.sameness import (
    DENIED_SHARE,
    is_one_happening,
    parties_fit,
    without_countries,
)
from watchword.text.lexicon import lexicon
from watchword.text.similarity import stem

_FIRM = frozenset((Modality.ASSERTED, Modality.DENIED))
_SOFT = frozenset((MarkKind.HEARSAY, MarkKind.HEDGE, MarkKind.CONDITION, MarkKind.UNCONFIRMED))
_AHEAD = frozenset((Standing.FUTURE, Standing.HYPOTHETICAL))
_AFTER_OBJECT = lexicon(
    """to in into from for against on onto at by with near toward towards under over through across
    around about after before during since until because as that who which where when while"""
)
"""Words after which no more of a verb's object comes."""

_MAY_COME = re.compile(
    r"\b(?:may|might|could|would|will|can)\s+(?:well\s+|not\s+)?(?!have\b|already\b|be\b|well\b|not\b)"
    r"|\blikely\s+to\s+(?!have\b|already\b|be\s+(?:in|at|on|\w+ing)\b)",
    re.IGNORECASE,
)
"""What may come, other than what may be or may have been."""

_COUNTRY = frozenset(map(stem, ("country", "nation", "state")))

_LIGHT = lexicon("be have do make take get give go come become")
"""Verbs that two claims may share without telling of one deed."""


def claims_ahead(events: Iterable[Event]) -> frozenset[str]:
    """Keys of the claims of which every event lies ahead, or is supposed."""
    told: dict[str, bool] = {}
    for event in events:
        told[event.claim] = told.get(event.claim, True) and bool(_AHEAD & set(event.standing))
    return frozenset(claim for claim, is_ahead in told.items() if is_ahead)


def propose_all(
    read: Iterable[ReadHypothesis],
    claims: Sequence[Claim],
    bench: Bench,
    ahead: frozenset[str] = frozenset(),
) -> tuple[Proposal, ...]:
    """What some claims, as one piece of evidence, do to each hypothesis.

    Args:
        read: the hypotheses.
        claims: the claims of the piece.
        bench: where the source behind each is looked up.
        ahead: keys of claims that tell of what lies ahead.
    """
    return tuple(
        propose(
            each.hypothesis.id,
            [
                [_stand(claim, said, gist, bench, ahead) for claim in claims]
                for said, gist in zip(each.said, each.gists, strict=True)
            ],
            each.limit,
        )
        for each in read
    )


def _stand(claim: Claim, said: Claim, gist: Gist, bench: Bench, ahead: frozenset[str]) -> Stand:
    told = _by_its_own_state(bench.gist(claim.key))
    comes = claim.key in ahead or _MAY_COME.search(claim.content.quote) is not None
    is_ahead = comes and gist.mood in {Mood.ESTIMATED, Mood.DENIED}
    bearing = None
    if not is_ahead and _is_about_it(told, said, gist):
        bearing = bearing_of(told, gist, bench.weights) or _bearing_among_more(told, gist)
    clash = bearing is Bearing.OTHER_FIGURE and claim.figures and said.figures
    return Stand(
        bearing=bearing,
        modality=claim.modality,
        is_firm=claim.modality in _FIRM and not any(mark.kind in _SOFT for mark in claim.marks),
        is_ahead=is_ahead,
        missing=_missing(said.content.quote, told),
        figures=(claim.figures[0].words, said.figures[0].words) if clash else None,
    )


def _by_its_own_state(told: Gist) -> Gist:
    """A gist whose actor is its speaker's country where it is called no more than "his country"."""
    if not told.teller or not told.actor or not told.actor <= _COUNTRY:
        return told
    state = frozenset({f"@{told.teller}"})
    return replace(told, actor=state, words=told.words - told.actor | state)


def _is_about_it(told: Gist, said: Claim, gist: Gist) -> bool:
    """Whether a claim is of the actor of a hypothesis and has the object of its deed."""
    if told.actor and gist.actor and not told.actor & gist.actor:
        return False
    core = _object_of(said)
    return not core or bool(core & told.words)


def _object_of(said: Claim) -> frozenset[str]:
    """Stems of the object of a hypothesis's deed; none where its verb has none."""
    found: list[str] = []
    for word in said.action.split()[1:]:
        if word.casefold().strip(".,;") in _AFTER_OBJECT:
            break
        found.append(word)
    return content_words(" ".join(found))


def _bearing_among_more(told: Gist, gist: Gist) -> Bearing | None:
    """What a claim that says much else does to a hypothesis, or to what it says is not so."""
    if not _says_more(told, replace(gist, negated=False)):
        return None
    return Bearing.DENIES if gist.negated else Bearing.SUPPORTS


def _says_more(told: Gist, gist: Gist) -> bool:
    """Whether a claim says what a hypothesis does among much else, so that they are little alike.

    The same deed of the same parties, and as much of the hypothesis's content as a denial must
    share with what it denies.
    """
    if told.mood not in {Mood.TOLD, Mood.ESTIMATED} or told.negated:
        return False
    if gist.amount is not None or not _is_one_deed(told, gist):
        return False
    states = frozenset(filter(is_country, gist.actor))
    if not states <= told.words or states & told.recipient:
        return False
    if not (parties_fit(told, gist) and is_one_happening(told, gist)):
        return False
    content = without_countries(gist)
    return len(content & told.words) >= DENIED_SHARE * len(content)


def _is_one_deed(told: Gist, gist: Gist) -> bool:
    if gist.deed is not None or told.deed is not None:
        return told.deed is gist.deed
    return told.verb is not None and told.verb == gist.verb and told.verb not in _LIGHT


def _missing(text: str, told: Gist) -> tuple[str, ...]:
    """The words of a hypothesis that a claim does not have, as they stand in it."""
    lacking = content_words(text) - told.words
    words = (word.strip(".,;:!?()'\"“”") for word in text.split())
    return tuple(dict.fromkeys(word for word in words if content_words(word) & lacking))
