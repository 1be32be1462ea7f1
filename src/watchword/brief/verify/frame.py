"""Where a sentence says who says it: the words around each word of reporting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchword.brief.verify.evidence import Evidence, names_of, outlet_keys, vocabulary_of
from watchword.brief.verify.permitted import SPEECH
from watchword.brief.verify.stems import stem
from watchword.brief.verify.tokens import Kind, Token, Wording, content_keys
from watchword.brief.verify.wording import is_free

_SPEECH = frozenset(stem(word) for word in SPEECH)
_LEADING = frozenset(stem(word) for word in ("according", "citing", "quoting"))
"""Words of reporting after which the speaker stands."""
_ARTICLES = frozenset(["the", "a", "an"])
_PASSED = frozenset({Kind.FUNCTION, Kind.JOINT, Kind.DATE, Kind.OPEN, Kind.CLOSE})


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens of a sentence that say who says it.

    Attributes:
        members: their indexes.
        strangers: words that stand where a speaker stands and name none of the chain.
    """

    members: frozenset[int]
    strangers: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Sight:
    """The sentence with the places of words that tell who speaks, and when it was said."""

    tokens: tuple[Token, ...]
    telling: frozenset[int]
    said: frozenset[str]


def find_frame(wording: Wording, evidence: Evidence) -> Frame:
    """Find the attributions in a sentence."""
    attributions = [claim.attribution for claim in evidence.claims]
    cues = _SPEECH.union(*(content_keys(attribution.cue) for attribution in attributions))
    sight = _Sight(
        tokens=wording.tokens,
        telling=_telling_places(wording.tokens, evidence),
        said=frozenset(key for told in attributions for key in content_keys(told.said)),
    )
    members = set(_each_in_brackets(sight))
    strangers = []
    for at, token in enumerate(sight.tokens):
        if token.key not in cues or token.kind is not Kind.WORD:
            continue
        named, stranger = _speaker_words(sight, at)
        members.update([*named, at] if named else [])
        if not named and stranger and not _is_quoted(stranger, token, evidence):
            strangers.append(stranger)
        strangers.extend(_owners(sight, named, evidence))
    return Frame(frozenset(members), tuple(strangers))


def names_something(token: Token) -> bool:
    """Whether a token can be part of a name: no mark, no date, no article."""
    return token.kind not in {Kind.JOINT, Kind.DATE} and token.text.lower() not in _ARTICLES


def _telling_places(tokens: Sequence[Token], evidence: Evidence) -> frozenset[int]:
    named = _named_places(tokens, evidence)
    carrying = {Kind.NAME, Kind.WORD, Kind.NUMBER}
    return frozenset(
        at
        for at, token in enumerate(tokens)
        if token.kind in carrying and (at in named or _tells(tokens, at, evidence))
    )


def _named_places(tokens: Sequence[Token], evidence: Evidence) -> frozenset[int]:
    """Where the whole name of an outlet or a speaker stands."""
    links = [link for claim in evidence.claims for link in claim.attribution.links]
    names = {name for link in links for name in names_of(link)}
    names |= {name for report in evidence.reports for name in outlet_keys(report)}
    places = [at for at, token in enumerate(tokens) if names_something(token)]
    keys = [tokens[at].key for at in places]
    return frozenset(
        place
        for name in names
        for first in range(len(keys) - len(name) + 1)
        if name and tuple(keys[first : first + len(name)]) == name
        for place in places[first : first + len(name)]
    )


def _tells(tokens: Sequence[Token], at: int, evidence: Evidence) -> bool:
    """Whether a word tells who speaks; a country does so only right before its speaker."""
    token = tokens[at]
    if not token.country:
        return token.key in evidence.speakers
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    links = (link for claim in evidence.claims for link in claim.attribution.links)
    owned = (vocabulary_of(link) for link in links if f"@{link.country}" == token.country)
    return any(after in words for words in owned)


def _each_in_brackets(sight: _Sight) -> Iterator[int]:
    depth = 0
    for at, token in enumerate(sight.tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind is Kind.JOINT else 0
        if depth > 0 and at in sight.telling:
            yield at


def _speaker_words(sight: _Sight, at: int) -> tuple[list[int], Token | None]:
    """The speaker of a word of reporting, else the word that stands in the speaker's place."""
    if sight.tokens[at].key in _LEADING:
        return _zone(sight, at, 1)
    named, stranger = _zone(sight, at, -1)
    if named:
        return [*named, *_each_after(sight, at)], None
    if stranger is not None and stranger == sight.tokens[at - 1]:
        return [], stranger
    inverted, _ = _zone(sight, at, 1)
    return inverted, None if inverted else stranger


def _zone(sight: _Sight, at: int, step: int) -> tuple[list[int], Token | None]:
    """The speaker's words from a word of reporting on, and the first word that is none."""
    named: list[int] = []
    crossed = False
    place = at + step
    while 0 <= place < len(sight.tokens):
        token = sight.tokens[place]
        if token.text.lower() in {"that", ";", ":"}:
            return named, None
        crossed = crossed or token.kind is Kind.JOINT
        if place in sight.telling:
            if step > 0 and crossed and named and _starts_clause(sight, place):
                return named, None
            named.append(place)
        elif token.kind not in _PASSED and not is_free(token):
            return named, token
        place += step
    return named, None


def _starts_clause(sight: _Sight, place: int) -> bool:
    """Whether a name after a comma opens the claim: "according to the agency, Seoul …"."""
    before = sight.tokens[place - 1]
    return bool(sight.tokens[place].country) and before.text.lower() not in _ARTICLES


def _each_after(sight: _Sight, at: int) -> Iterator[int]:
    """The words for when it was said: "said on Friday"."""
    for place in range(at + 1, len(sight.tokens)):
        token = sight.tokens[place]
        if token.key in sight.said:
            yield place
        elif token.kind not in _PASSED or token.text.lower() == "that":
            return


def _owners(sight: _Sight, named: list[int], evidence: Evidence) -> Iterator[Token]:
    """Names that stand right before a speaker's and are not its own: "Russia's NIS said"."""
    for place in named:
        before = sight.tokens[place - 1] if place > 0 else None
        if before is None or before.kind is not Kind.NAME or place - 1 in named:
            continue
        if not _is_quoted(before, sight.tokens[place], evidence):
            yield before


def _is_quoted(name: Token, follows: Token, evidence: Evidence) -> bool:
    """Whether the report itself has the two words side by side, in this order."""
    before, after = sorted((name, follows), key=lambda token: token.start)
    return any(
        before.key in stream[max(0, place - 2) : place]
        for stream in evidence.streams
        for place, key in enumerate(stream)
        if key == after.key
    )
