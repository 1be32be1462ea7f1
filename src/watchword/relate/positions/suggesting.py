"""Questions that are talked of most, in the words that stand for the most of what is said on them.

Positions on one thing with regard to one country are taken together. What is held by several, or on
which stands differ, is asked before what one repeats.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchword.model.question import Question, question_key
from watchword.model.stand import Footing
from watchword.relate.positions.hearing import Utterance
from watchword.relate.positions.matching import talks_only, turned_from
from watchword.relate.positions.phrases import AT_WAR, Phrase, asked_of, phrase_of
from watchword.text.similarity import words_in

FEWEST = 2
"""Reports that must tell of a question before it is suggested."""
LONGEST = 9
"""Words in the longest wording that a question is named by."""
_SHORTEST = 2
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A position with its matter read."""

    utterance: Utterance
    phrase: Phrase


def suggest_questions(heard: Iterable[Utterance], most: int) -> tuple[Question, ...]:
    """Questions that what is heard suggests, the most talked of first.

    Args:
        heard: everything that may tell of a stand, as `hear` gives it.
        most: how many to suggest at most.
    """
    held = [
        _Held(utterance=each, phrase=phrase_of(each.words.quote)) for each in heard if _counts(each)
    ]
    groups: dict[_Key, list[_Held]] = defaultdict(list)
    for each in held:
        for key in _keys(each):
            groups[key].append(each)
    suggested: list[Question] = []
    covered: set[str] = set()
    for key in sorted(groups, key=lambda key: (-_weight(groups[key]), key)):
        left = [each for each in groups[key] if each.utterance.position not in covered]
        question = _question(key, left) if _weight(left) else None
        if question is not None and all(question.key != other.key for other in suggested):
            suggested.append(question)
            covered.update(question.positions)
        if len(suggested) == most:
            break
    return tuple(suggested)


def _counts(each: Utterance) -> bool:
    told = each.footing in {Footing.OWN, Footing.TOLD, Footing.ANONYMOUS}
    return told and each.position is not None and not talks_only(each.words.quote)


def _keys(each: _Held) -> set[_Key]:
    """What a position is on, with regard to whom; without a country there is no question."""
    countries = each.phrase.countries - {AT_WAR}
    first = [piece.senses for piece in each.phrase.pieces if piece.senses][:3]
    return {(_widest(senses), country) for senses in first for country in countries}


def _widest(senses: frozenset[str]) -> str:
    return min(senses, key=lambda sense: (not sense.startswith("="), sense))


def _weight(held: Sequence[_Held]) -> int:
    """Reports that tell of it, times the actors and the stands there are; 0 for too few.

    What one actor says in two reports, each once and the same, is too little.
    """
    reports = {each.utterance.claim.report for each in held}
    if len(reports) < FEWEST:
        return 0
    actors = {each.utterance.side.actor for each in held}
    stands = {each.utterance.stand for each in held}
    if len(held) == FEWEST and len(actors) == len(stands) == 1:
        return 0
    return len(reports) * (len(actors) + len(stands))


def _question(key: _Key, held: Sequence[_Held]) -> Question | None:
    """The question in the words that most of what is held answers; None without such words."""
    shared = Counter(thing for each in held for thing in each.phrase.things)
    named = [each for each in held if _is_fit(each, key)]
    ranked = sorted(named, key=lambda each: _likeness(each, shared, len(held)))
    for each in ranked[:3]:
        words = " ".join(each.utterance.words.quote.split())
        asked = asked_of(words)
        found = [other for other in held if turned_from(asked, other.utterance.told) is not None]
        if len({other.utterance.claim.report for other in found}) >= FEWEST:
            positions = (other.utterance.position for other in found)
            return Question(
                key=question_key(words),
                words=words,
                suggested=True,
                positions=tuple(dict.fromkeys(each for each in positions if each)),
            )
    return None


def _is_fit(each: _Held, key: _Key) -> bool:
    length = len(words_in(each.utterance.words.quote))
    return _SHORTEST <= length <= LONGEST and key[1] in each.phrase.countries


def _likeness(each: _Held, shared: Mapping[str, int], count: int) -> tuple[float, int, str]:
    """Sorts by how few of the others tell the same things, then by length, then by words."""
    things = each.phrase.things
    strange = sum(1 - shared[thing] / count for thing in things)
    words = each.utterance.words.quote
    return (strange, len(words), words)
