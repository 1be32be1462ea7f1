"""Hypotheses read as reports are, and held against claims: the machine's proposals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from watchword.assess.hypotheses.proposing import Stand, propose
from watchword.engines import Engine
from watchword.flow.reading import read_report
from watchword.model.claim import Claim, MarkKind, Modality
from watchword.model.corroboration import Bearing
from watchword.model.hypothesis import Hypothesis, Proposal
from watchword.model.report import Report
from watchword.relate.bearings import bearing_of
from watchword.relate.corroboration import Bench
from watchword.relate.gist import Gist, Mood, content_words, is_country, read_gist
from watchword.relate.sameness import (
    DENIED_SHARE,
    is_one_happening,
    parties_fit,
    without_countries,
)

_LIMITS = frozenset(("only", "solely", "merely", "exclusively", "purely", "just"))
_NEGATIONS = frozenset(("no", "not", "never", "without", "none", "nor", "neither"))
_FIRM = frozenset((Modality.ASSERTED, Modality.DENIED))
_SOFT = frozenset((MarkKind.HEARSAY, MarkKind.HEDGE, MarkKind.CONDITION, MarkKind.UNCONFIRMED))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadHypothesis:
    """A hypothesis with what was read in it.

    Attributes:
        hypothesis: the hypothesis.
        said: the things that it says, as claims.
        gists: of each what is compared.
        limit: a word by which it limits what it says; empty without one.
    """

    hypothesis: Hypothesis
    said: tuple[Claim, ...]
    gists: tuple[Gist, ...]
    limit: str


def read_hypotheses(hypotheses: Iterable[Hypothesis], engine: Engine) -> tuple[ReadHypothesis, ...]:
    """Read hypotheses by the engine that reads reports."""
    return tuple(_read(each, engine) for each in hypotheses)


def propose_all(
    read: Iterable[ReadHypothesis], claims: Sequence[Claim], bench: Bench
) -> tuple[Proposal, ...]:
    """What some claims, as one piece of evidence, do to each hypothesis."""
    return tuple(
        propose(
            each.hypothesis.id,
            [
                [_stand(claim, said, gist, bench) for claim in claims]
                for said, gist in zip(each.said, each.gists, strict=True)
            ],
            each.limit,
        )
        for each in read
    )


def _read(hypothesis: Hypothesis, engine: Engine) -> ReadHypothesis:
    digest = sha256(hypothesis.text.encode()).hexdigest()
    report = Report(
        key=digest[:16],
        report_id=hypothesis.id,
        text=hypothesis.text,
        text_sha256=digest,
        raw_sha256=digest,
        raw=b"",
        form="hypothesis",
        found_at="",
        language="en",
    )
    said = read_report(report, engine).extraction.claims
    gists = tuple(map(_supposed, map(read_gist, said)))
    return ReadHypothesis(
        hypothesis=hypothesis, said=said, gists=gists, limit=_limit(hypothesis, said, gists)
    )


def _supposed(gist: Gist) -> Gist:
    """What is supposed asks no more of a claim than an estimate does."""
    return replace(gist, mood=Mood.ESTIMATED) if gist.mood is Mood.TOLD else gist


def _limit(hypothesis: Hypothesis, said: Sequence[Claim], gists: Sequence[Gist]) -> str:
    words = [word.strip(".,;:!?()'\"“”").casefold() for word in hypothesis.text.split()]
    limits = [word for word in words if word in _LIMITS]
    if not limits and not any(gist.negated for gist in gists):
        # What is negated inside is read as told: "workers, no soldiers" would speak of soldiers.
        limits = [word for word in words if word in _NEGATIONS]
    if not limits and len(said) > 1 and len({gist.negated for gist in gists}) > 1:
        limits = [word for word in words if word in _NEGATIONS] or ["not"]
    return limits[0] if limits else ""


def _stand(claim: Claim, said: Claim, gist: Gist, bench: Bench) -> Stand:
    told = bench.gist(claim.key)
    bearing = bearing_of(told, gist, bench.weights) or _bearing_among_more(told, gist)
    clash = bearing is Bearing.OTHER_FIGURE and claim.figures and said.figures
    return Stand(
        bearing=bearing,
        modality=claim.modality,
        is_firm=claim.modality in _FIRM and not any(mark.kind in _SOFT for mark in claim.marks),
        missing=_missing(said.content.quote, told),
        figures=(claim.figures[0].words, said.figures[0].words) if clash else None,
    )


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
    if gist.deed is None or told.deed is not gist.deed or gist.amount is not None:
        return False
    states = frozenset(filter(is_country, gist.actor))
    if not states <= told.words or states & told.recipient:
        return False
    if not (parties_fit(told, gist) and is_one_happening(told, gist)):
        return False
    content = without_countries(gist)
    return len(content & told.words) >= DENIED_SHARE * len(content)


def _missing(text: str, told: Gist) -> tuple[str, ...]:
    """The words of a hypothesis that a claim does not have, as they stand in it."""
    lacking = content_words(text) - told.words
    words = (word.strip(".,;:!?()'\"“”") for word in text.split())
    return tuple(dict.fromkeys(word for word in words if content_words(word) & lacking))
