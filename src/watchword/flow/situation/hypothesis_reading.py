"""Hypotheses read as reports are, by the engine that reads reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from watchword.engines import Engine
from watchword.flow.reading import read_report
from watchword.model.claim import Claim
from watchword.model.hypothesis import Hypothesis
from watchword.model.report import Report
from watchword.relate.gist import Gist, Mood, read_gist

_LIMITS = frozenset(("only", "solely", "merely", "exclusively", "purely", "just"))
_NEGATIONS = frozenset(("no", "not", "never", "without", "none", "nor", "neither"))


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
