"""Somebody known across reports: who the actors of many reports turn out to be."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from watchword.model.attribution import LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A person, a body or a state that reports may speak of.

    Attributes:
        key: content key, as `identity_key` makes it.
        name: the name it goes by.
        kind: person, organisation, media or state.
        country: ISO 3166-1 alpha-2 code of whom it belongs to, None where to none or not known.
        parent: key of the identity that it is part of: a unit's army, a ministry's state.
        since: first day that it existed, None where not known or of no matter.
        until: last day, None where it is not known to have ended.
        qid: its item on Wikidata, None where not certain.
        note: what tells it from another of the same name, kind and country; mostly empty.
        made_by: name and version of what found it: the seed, a resolver, a person.
    """

    key: str
    name: str
    kind: LinkKind
    country: str | None = None
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    qid: str | None = None
    note: str = ""
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Words that an identity is called by.

    Attributes:
        identity: key of the identity.
        words: the words.
        confidence: from 0 to 1, how sure it is that these words mean this identity.
        reason: why that is thought, in words.
        language: ISO 639-1 code of the language, None where it is a name in any.
        since: first day of its use, None where not known.
        until: last day of its use, None where it is not known to have ended.
        made_by: name and version of what found it: the seed, a resolver, a person.
    """

    identity: str
    words: str
    confidence: float
    reason: str
    language: str | None = None
    since: date | None = None
    until: date | None = None
    made_by: str

    @property
    def key(self) -> str:
        """Content key: the same for the same words of the same identity, whoever found it."""
        return sha256(f"alias|{self.identity}|{self.words}".encode()).hexdigest()[:16]


def identity_key(kind: LinkKind, name: str, country: str | None, note: str = "") -> str:
    """The content key of an identity, on which two machines agree."""
    seal = f"identity|{kind}|{country or ''}|{name}|{note}"
    return sha256(seal.encode()).hexdigest()[:16]
