"""Whether a claim shows what an indicator watches for, and why, in words.

Everything that the indicator says has to be met. Its plain words are met where the claim has most
of their weight and every name that is among them.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchword.assess.indicators.lens import Lens, Told
from watchword.model.claim import Claim, Modality, Polarity
from watchword.model.figure import Approx, Figure
from watchword.model.indicator import Threshold
from watchword.model.sighting import Manner
from watchword.text.gazetteer import country_by_code
from watchword.text.hollow_denials import HOLLOW

LEAST_SCORE = 0.75
"""Share of the words' weight that a claim needs to have; set by hand: all but one of four words
that weigh alike. What it lets through is in docs/explain/indicators.md."""
NEAR_SCORE = 0.5
"""The same, where the sentence lies near to the words in meaning; set by hand: half of them."""
NEARNESS = 0.55
"""Cosine from which a sentence lies near. Of claims of world news (October 2021 to July 2022) with
a score between the two, looked at by hand: 8 of 14 at 0.6 to 0.7 showed what was asked for, 8 of 14
at 0.55 to 0.6, 3 of 14 at 0.5 to 0.55."""

_YEAR = re.compile(r"(?<!since )(?<!\d)((?:19|20)\d\d)(?!\d)")
"""A year; "the first since 1963" tells of something new."""
_MAY = frozenset({"could", "may", "might", "would", "can"})
_AHEAD = frozenset({Modality.PLANNED, Modality.CONSIDERED, Modality.CONDITIONAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """That a claim shows an indicator.

    Attributes:
        manner: whether it shows or denies it.
        score: share of the words' weight that it has, 1 for an indicator without words.
        why: the reasons, in words.
    """

    manner: Manner
    score: float
    why: str


def find_showing(
    lens: Lens, told: Told, said_at: datetime | None, *, nearness: float = 0.0
) -> Showing | None:
    """How a claim shows an indicator, None where it does not.

    Args:
        lens: the indicator.
        told: the claim.
        said_at: when it was published, None where not known.
        nearness: cosine between the meaning of the claim's sentence and of the indicator's words,
            0 where not known.
    """
    score = _score(lens, told, nearness)
    met = None if score is None else _met(lens, told)
    if met is None or score is None:
        return None
    manner = _manner(lens, told, said_at)
    if manner is None or told.is_historical or _is_long_past(lens, told.claim, said_at):
        return None
    shared = [word for word in lens.weights if word in told.words]
    words = [f"has {_listed(list(map(_spoken, shared)))} of the words"] if shared else []
    near = [f"near in meaning ({nearness:.2f})"] if words and score < LEAST_SCORE else []
    why = "; ".join([*words, *near, *met]) or "meets what is asked"
    return Showing(manner=manner, score=round(score, 3), why=why)


def word_score(lens: Lens, told: Told) -> float:
    """Share of the words' weight that a claim has, 0 where it lacks a name among them.

    Names are there or nothing is: they count for nothing beside that, or two of them would make up
    for the one word that says what happens ("Israeli airstrike on Gaza").
    """
    if not lens.names <= told.words:
        return 0.0
    plain = {word: weight for word, weight in lens.weights.items() if word not in lens.names}
    total = sum(plain.values())
    had = sum(weight for word, weight in plain.items() if word in told.words)
    return had / total if total else 1.0


def _score(lens: Lens, told: Told, nearness: float) -> float | None:
    """The score, None where it is too low; with positions the question has to be the words'."""
    if not lens.weights:
        return 1.0
    score = word_score(lens, told)
    needed = NEAR_SCORE if nearness >= NEARNESS else LEAST_SCORE
    return score if score >= needed else None


def _met(lens: Lens, told: Told) -> list[str] | None:
    """What of the structure is met, in words; None where something is not."""
    indicator = lens.indicator
    reasons: list[str] = []
    for names, actor in zip(lens.actors, indicator.actors, strict=True):
        if not any(name <= side for name in names for side in told.sides):
            return None
        reasons.append(f"{actor} takes part")
    checks = (_met_events, _met_places, _met_threshold, _met_positions)
    for check in checks:
        words = check(lens, told)
        if words is None:
            return None
        reasons += [words] if words else []
    return reasons


def _met_events(lens: Lens, told: Told) -> str | None:
    wanted = lens.indicator.events
    found = [each.value for each in wanted if each in told.events]
    return None if wanted and not found else _listed(found)


def _met_places(lens: Lens, told: Told) -> str | None:
    if not lens.indicator.places:
        return ""
    if not lens.countries.isdisjoint(told.countries):
        shared = sorted(lens.countries & told.countries)
        return f"in {_listed([_spoken(f'@{code}') for code in shared])}"
    near = [name for name in lens.places if any(name <= place for place in told.places)]
    return f"at {_listed(sorted(near[0]))}" if near else None


def _met_threshold(lens: Lens, told: Told) -> str | None:
    threshold = lens.indicator.threshold
    if threshold is None:
        return ""
    reached = next(
        (
            figure
            for figure, counted in told.figures
            if lens.counted <= counted and _reaches(figure, threshold)
        ),
        None,
    )
    return None if reached is None else f"{reached.words} {reached.unit}".strip()


def _reaches(figure: Figure, threshold: Threshold) -> bool:
    floor = figure.low
    if floor is None and figure.approx is not Approx.UP_TO:
        floor = figure.best
    ceiling = figure.high
    if ceiling is None and figure.approx is not Approx.AT_LEAST:
        ceiling = figure.best
    if threshold.least is not None and (floor is None or floor < threshold.least):
        return False
    return threshold.most is None or (ceiling is not None and ceiling <= threshold.most)


def _met_positions(lens: Lens, told: Told) -> str | None:
    wanted = lens.indicator.positions
    if not wanted:
        return ""
    held = [kind.value for kind, _ in told.positions if kind in wanted]
    return _listed(list(dict.fromkeys(held))) if held else None


def _manner(lens: Lens, told: Told, said_at: datetime | None) -> Manner | None:
    """What the claim does for the indicator; None where it neither shows nor denies it."""
    claim = told.claim
    if lens.indicator.positions or lens.indicator.silence_days is not None:
        return Manner.SHOWS
    if claim.modality is Modality.DENIED or claim.polarity is Polarity.NEGATED:
        return Manner.DENIES if _denies(lens, told) else None
    if claim.modality is Modality.UNCONFIRMED:
        return None
    if lens.indicator.ahead or not (told.is_ahead or _is_ahead(claim, said_at)):
        return Manner.SHOWS
    return None


def _denies(lens: Lens, told: Told) -> bool:
    """Whether what is told as not so is the deed that is watched for, and not only "not yet".

    "South Korea will not sit idle over the dispatch of troops" denies no dispatch, and who does not
    rule it out denies nothing.
    """
    if not told.words.isdisjoint(HOLLOW):
        return False
    if told.claim.modality is Modality.DENIED:
        return True
    is_watched = not lens.weights or not told.deed.isdisjoint(lens.weights)
    return is_watched and " yet" not in told.claim.content.quote.casefold()


def _is_ahead(claim: Claim, said_at: datetime | None) -> bool:
    """Whether a claim tells of what has not happened: planned, possible, or of a later day."""
    if claim.modality in _AHEAD:
        return True
    since = claim.time.since if claim.time is not None else None
    if said_at is not None and since is not None and since > said_at + timedelta(days=1):
        return True
    marks = {mark.span.quote.casefold() for mark in claim.marks}
    done = " have " in f" {claim.content.quote.casefold()} "  # "may have been sent"
    return claim.modality is Modality.ESTIMATED and not _MAY.isdisjoint(marks) and not done


def _is_long_past(lens: Lens, claim: Claim, said_at: datetime | None) -> bool:
    """Whether the claim tells of what had happened a window before it was told, or longer."""
    if said_at is None:
        return False
    first = said_at - timedelta(days=lens.indicator.window_days)
    if claim.time is not None and claim.time.until is not None:
        return claim.time.until < first
    return any(int(year) < first.year for year in _YEAR.findall(claim.content.quote))


def _spoken(word: str) -> str:
    """A word as people read it: of a country its name."""
    country = country_by_code().get(word[1:]) if word.startswith("@") else None
    return word if country is None else country.name


def _listed(words: list[str]) -> str:
    return ", ".join(words)
