"""Who says it: each speaker named is in the chain, and each chain's two ends are named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from watchword.brief.verify.evidence import Evidence, names_of, outlet_keys, vocabulary_of
from watchword.brief.verify.permitted import HEARSAY, MEDIA, SPEECH
from watchword.brief.verify.problem import Rule
from watchword.brief.verify.stems import stem
from watchword.brief.verify.tokens import Kind, Token, Wording, content_keys
from watchword.brief.verify.wording import Found, is_free
from watchword.model.attribution import Link
from watchword.model.claim import Claim

_SPEECH = frozenset(stem(word) for word in SPEECH)
_LEADING = frozenset(stem(word) for word in ("according", "citing", "quoting"))
"""Words of reporting after which the speaker stands."""
_ARTICLES = frozenset(["the", "a", "an"])
_FIRST_PERSON = frozenset(["i", "we", "us", "our"])
"""Words by which a speaker gives itself as the origin."""
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


def find_frame(wording: Wording, evidence: Evidence) -> Frame:
    """Find the attributions in a sentence."""
    tokens = wording.tokens
    cues = _SPEECH | {
        key for claim in evidence.claims for key in content_keys(claim.attribution.cue)
    }  # fmt: skip
    members = set(_each_in_brackets(tokens, evidence))
    strangers = []
    for at, token in enumerate(tokens):
        if token.key not in cues or token.kind is not Kind.WORD:
            continue
        named, stranger = _speaker_words(tokens, at, evidence)
        members.update([*named, at] if named else [])
        if not named and stranger and not _is_quoted(stranger, token, evidence):
            strangers.append(stranger)
        strangers.extend(_owners(tokens, named, evidence))
    return Frame(frozenset(members), tuple(strangers))


def check_speakers(wording: Wording, evidence: Evidence, frame: Frame) -> Iterator[Found]:
    """Find speakers that are not in the chains, and chains whose ends are not named."""
    for stranger in frame.strangers:
        yield Rule.SPEAKER, f"“{stranger.text}” speaks here, and in no cited claim"
    keys = [token.key for token in wording.tokens if _is_telling(token)]
    for claim in evidence.claims:
        yield from _check_chain(keys, claim, evidence)


def is_named(keys: Sequence[str], link: Link) -> bool:
    """Whether a sentence, as keys, names a speaker by some wording or two telling words."""
    if any(_holds(keys, name) for name in names_of(link)):
        return True
    telling = vocabulary_of(link)
    content = [key for key in keys if not (key.islower() and len(key) < 3)]
    pairs = pairwise(content)
    return any(left in telling and right in telling and left != right for left, right in pairs)


def _speaker_words(
    tokens: tuple[Token, ...], at: int, evidence: Evidence
) -> tuple[list[int], Token | None]:
    """The speaker of a word of reporting, else the word that stands in the speaker's place."""
    if tokens[at].key in _LEADING:
        return _zone(tokens, at, 1, evidence)
    named, stranger = _zone(tokens, at, -1, evidence)
    if named:
        return [*named, *_each_after(tokens, at, evidence)], None
    inverted, _ = _zone(tokens, at, 1, evidence)
    return inverted, None if inverted else stranger


def _owners(tokens: tuple[Token, ...], named: list[int], evidence: Evidence) -> Iterator[Token]:
    """Names that stand right before a speaker's and are not its own: "Russia's NIS said"."""
    for place in named:
        before = tokens[place - 1] if place > 0 else None
        if before is None or before.kind is not Kind.NAME or place - 1 in named:
            continue
        if not _is_quoted(before, tokens[place], evidence):
            yield before


def _each_in_brackets(tokens: tuple[Token, ...], evidence: Evidence) -> Iterator[int]:
    depth = 0
    for at, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind is Kind.JOINT else 0
        if depth > 0 and _is_of(tokens, at, evidence):
            yield at


def _is_of(tokens: tuple[Token, ...], at: int, evidence: Evidence) -> bool:
    """Whether a word tells who speaks. A country tells it only in a name or beside one."""
    token = tokens[at]
    if token.kind not in {Kind.NAME, Kind.WORD, Kind.NUMBER}:
        return False
    if at in _named_places(tokens, evidence):
        return True
    if not token.country:
        return token.key in evidence.speakers
    if not {token.key, token.country} & evidence.speakers:
        return False
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    links = [link for claim in evidence.claims for link in claim.attribution.links]
    owned = (vocabulary_of(link) for link in links if f"@{link.country}" == token.country)
    return any(after in words for words in owned)


@lru_cache(maxsize=256)
def _named_places(tokens: tuple[Token, ...], evidence: Evidence) -> frozenset[int]:
    """Where the whole name of an outlet or a speaker stands."""
    links = [link for claim in evidence.claims for link in claim.attribution.links]
    names = {name for link in links for name in names_of(link)}
    names |= {outlet_keys(report) for report in evidence.reports}
    told = [at for at, token in enumerate(tokens) if _is_telling(token)]
    keys = [tokens[at].key for at in told]
    return frozenset(
        place
        for name in names
        for first in range(len(keys) - len(name) + 1)
        if name and tuple(keys[first : first + len(name)]) == name
        for place in told[first : first + len(name)]
    )


def _is_telling(token: Token) -> bool:
    return token.kind not in {Kind.JOINT, Kind.DATE} and token.text.lower() not in _ARTICLES


def _zone(
    tokens: tuple[Token, ...], at: int, step: int, evidence: Evidence
) -> tuple[list[int], Token | None]:
    """The speaker's words from a word of reporting on, and the first word that is none."""
    named: list[int] = []
    crossed = False
    place = at + step
    while 0 <= place < len(tokens):
        token = tokens[place]
        if token.text.lower() in {"that", ";", ":"}:
            return named, None
        crossed = crossed or token.kind is Kind.JOINT
        if _is_of(tokens, place, evidence):
            if step > 0 and crossed and named and _starts_clause(tokens, place):
                return named, None
            named.append(place)
        elif token.kind not in _PASSED and not is_free(token):
            return named, token
        place += step
    return named, None


def _starts_clause(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a name after a comma opens the claim: "according to the agency, Seoul …"."""
    before = tokens[place - 1]
    return bool(tokens[place].country) and before.text.lower() not in _ARTICLES


def _each_after(tokens: tuple[Token, ...], at: int, evidence: Evidence) -> Iterator[int]:
    """The words for when it was said: "said on Friday"."""
    said = {key for claim in evidence.claims for key in content_keys(claim.attribution.said)}
    for place in range(at + 1, len(tokens)):
        token = tokens[place]
        if token.key in said:
            yield place
        elif token.kind not in _PASSED or token.text.lower() == "that":
            return


def _is_quoted(name: Token, follows: Token, evidence: Evidence) -> bool:
    """Whether the report itself has the one word right before the other, or the reverse."""
    before, after = sorted((name, follows), key=lambda token: token.start)
    return any(
        before.key in stream[max(0, place - 2) : place]
        for stream in evidence.streams
        for place, key in enumerate(stream)
        if key == after.key
    )


def _check_chain(keys: Sequence[str], claim: Claim, evidence: Evidence) -> Iterator[Found]:
    origin, speaker = claim.attribution.origin, claim.attribution.speaker
    if origin is None or speaker is None:
        yield from _check_own_voice(keys, claim, evidence)
        return
    if not is_named(keys, origin) and not (
        origin.words.lower() in _FIRST_PERSON and is_named(keys, speaker)
    ):
        yield Rule.SPEAKER, f"{origin.name} is not named, on whose word this stands"
    if speaker == origin or is_named(keys, speaker):
        return
    if not _is_told_directly(keys, claim, evidence):
        yield Rule.SPEAKER, f"{speaker.name} is not named, who tells this"


def _is_told_directly(keys: Sequence[str], claim: Claim, evidence: Evidence) -> bool:
    """Whether another cited claim has it from the same origin, by somebody who is named."""
    origin = claim.attribution.origin
    others = (other.attribution for other in evidence.claims if other.key != claim.key)
    return any(
        other.origin and origin and other.speaker
        and other.origin.name == origin.name and is_named(keys, other.speaker)
        for other in others
    )  # fmt: skip


def _check_own_voice(keys: Sequence[str], claim: Claim, evidence: Evidence) -> Iterator[Found]:
    outlets = [outlet_keys(report) for report in evidence.reports if report.key == claim.report]
    press = {stem(word) for word in MEDIA | HEARSAY}
    if not any(_holds(keys, outlet) for outlet in outlets) and press.isdisjoint(keys):
        yield Rule.SPEAKER, "the outlet is not named, in whose own voice this is said"


def _holds(keys: Sequence[str], name: Sequence[str]) -> bool:
    length = len(name)
    return bool(name) and any(
        tuple(keys[at : at + length]) == tuple(name) for at in range(len(keys) - length + 1)
    )
