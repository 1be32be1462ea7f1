"""A first graph from what is claimed to lead to what: a person picks, words and completes it.

Nothing here is a judgment: the nodes are the sources' words, each arrow says who claims it and how
firmly, and no number stands that no source told. Circles stay: a person cuts them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from watchword.assess.scenarios.outlooks import MADE_BY
from watchword.assess.scenarios.phrases import (
    Phrase,
    Place,
    WordsOf,
    place_phrases,
    read_phrase,
)
from watchword.model.claim import Claim
from watchword.model.implication import Implication
from watchword.model.known import Known
from watchword.model.scenario import NO_YES, Arrow, Backing, Node, Scenario
from watchword.text.estimative import band_of
from watchword.text.lexicon import lexicon
from watchword.text.similarity import words_in
from watchword.text.versions import withdrawn

_UNDATED = datetime.max.replace(tzinfo=UTC)
_NAME_WORDS = 5
_NAME_LENGTH = 40
_IDLE = lexicon(
    """a an the and or of in on at to for from by with as is are was were be been being will would
    could may might can should shall do does did has have had that this these those they it its
    their he she his her than when if then there so such more into onto which who"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An arrow between two states, by their numbers.

    Attributes:
        cause: the one.
        effect: the other.
        when_not: whether the cause is at work where it is not so.
        prevents: whether it keeps the effect away.
    """

    cause: int
    effect: int
    when_not: bool
    prevents: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A graph of what is claimed.

    Attributes:
        scenario: the graph.
        left_out: how many arrows were left out, since others have more origins.
        alike: ids of two nodes that may be one, for a person to join or not, the likest first.
    """

    scenario: Scenario
    left_out: int
    alike: tuple[tuple[str, str], ...]


def suggest_scenario(
    known: Known, words_of: WordsOf, *, title: str, limit: int | None = None
) -> Suggested:
    """Draw the graph of what is claimed.

    Claims of withdrawn reports, and of versions that a newer one replaced, are not in it.

    Args:
        known: what is known.
        words_of: tells which words of a phrase carry content.
        title: what the scenario is about.
        limit: how many arrows to draw at most, those of the most origins; all where None.
    """
    told = _standing(known)
    phrases = [phrase for each in told for phrase in _ends(each, known.claims, words_of)]
    places, pairs = place_phrases(phrases)
    claimed = _claimed(told, places, known)
    drawn = set(sorted(claimed, key=lambda link: _rank(link, claimed[link]))[:limit])
    nodes = _nodes(phrases, places, drawn)
    scenario = Scenario(
        title=title,
        nodes=tuple(nodes.values()),
        arrows=tuple(
            Arrow(
                cause=nodes[link.cause].id,
                effect=nodes[link.effect].id,
                when=NO_YES[0] if link.when_not else None,
                prevents=link.prevents,
                claimed=claimed[link],
            )
            for link in claimed
            if link in drawn
        ),
        as_of=known.as_of,
        made_by=MADE_BY,
    )
    alike = (
        (nodes[pair.one].id, nodes[pair.other].id)
        for pair in pairs
        if pair.one in nodes and pair.other in nodes
    )
    return Suggested(scenario=scenario, left_out=len(claimed) - len(drawn), alike=tuple(alike))


def _standing(known: Known) -> list[Implication]:
    """What is claimed by reports that count, oldest first."""
    gone = withdrawn(known.reports.values())

    def moment(each: Implication) -> tuple[datetime, str, int, str]:
        report = known.reports[known.claims[each.claim].report]
        at = report.published.at or _UNDATED
        return at, report.key, each.condition.start, each.key

    standing = (each for each in known.implications if known.claims[each.claim].report not in gone)
    return sorted(standing, key=moment)


def _ends(
    implication: Implication, claims: Mapping[str, Claim], words_of: WordsOf
) -> tuple[Phrase, Phrase]:
    """The condition and the consequence as they are compared."""
    condition, consequence = implication.condition.quote, implication.consequence.quote
    sentence = claims[implication.claim].sentence.quote
    hedge = implication.hedge.quote if implication.hedge else ""
    adverb = hedge if hedge.endswith("ly") and hedge != "likely" else ""
    return (
        read_phrase(condition, words_of, beside=sentence),
        read_phrase(consequence, words_of, beside=condition, without=adverb),
    )


def _claimed(
    told: Sequence[Implication], places: Sequence[Place], known: Known
) -> dict[Link, tuple[Backing, ...]]:
    """Who claims each arrow, in the order in which they came."""
    origins = {report: origin.key for origin in known.origins for report in origin.reports}
    claimed: dict[Link, tuple[Backing, ...]] = {}
    for at, implication in enumerate(told):
        cause, effect = places[2 * at], places[2 * at + 1]
        if cause.state == effect.state:
            continue
        link = Link(
            cause=cause.state,
            effect=effect.state,
            when_not=cause.opposite,
            prevents=effect.opposite,
        )
        claimed[link] = (*claimed.get(link, ()), _backing(implication, known, origins))
    return claimed


def _backing(implication: Implication, known: Known, origins: Mapping[str, str]) -> Backing:
    claim = known.claims[implication.claim]
    report = known.reports[claim.report]
    hedge = " ".join(implication.hedge.quote.split()) if implication.hedge else ""
    band = band_of(hedge)
    return Backing(
        implication=implication.key,
        claim=claim.key,
        report=report.report_id,
        origin=origins[report.key],
        outlet=report.outlet,
        published=report.published.at,
        chain=tuple(link.name for link in claim.attribution.links),
        modality=claim.modality,
        hedge=hedge,
        likelihood=band.terms[0] if band else "",
        condition=implication.condition,
        consequence=implication.consequence,
        made_by=claim.made_by,
    )


def _rank(link: Link, claimed: Sequence[Backing]) -> tuple[int, float, int, int]:
    """Arrows of many origins first, then the newest."""
    times = [each.published.timestamp() for each in claimed if each.published]
    origins = len({each.origin for each in claimed})
    return -origins, -max(times, default=0.0), link.cause, link.effect


def _nodes(phrases: Sequence[Phrase], places: Sequence[Place], drawn: set[Link]) -> dict[int, Node]:
    """The states that an arrow is drawn of, by their numbers, each under a name of its own."""
    wanted = {state for link in drawn for state in (link.cause, link.effect)}
    worded: dict[int, Phrase] = {}
    for phrase, place in zip(phrases, places, strict=True):
        if place.state in wanted and not place.opposite:
            before = worded.get(place.state)
            # One that says whom it is about stands on its own.
            if before is None or (before.by_pronoun and not phrase.by_pronoun):
                worded[place.state] = phrase
    taken: set[str] = set()
    nodes = {}
    for state in sorted(worded):
        name = next(each for each in _each_name(worded[state].text) if each not in taken)
        taken.add(name)
        nodes[state] = Node(id=name, text=worded[state].text)
    return nodes


def _each_name(text: str) -> Iterator[str]:
    """Short names for a state, the plainest first."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    told = [re.sub(r"[^a-z0-9]+", "", word) for word in words_in(plain) if word not in _IDLE]
    words = [word[:_NAME_LENGTH] for word in told if word][:_NAME_WORDS]
    while len("_".join(words)) > _NAME_LENGTH:
        words.pop()
    name = "_".join(words) or "state"
    name = name if not name[0].isdigit() else f"n_{name}"
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1
