"""What a brief on a situation has to hold, and whether it does.

What is wanted is told in patterns, never in a sentence: words that one sentence of the brief must
have, how firmly it must be claimed, and from whom.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from watchword.brief.document import each_sentence
from watchword.model.brief import Brief
from watchword.model.claim import Claim, Modality
from watchword.model.sentence import Sentence

_FIRST = ("/headline", "/judgments", "/overview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing that a brief has to tell.

    Attributes:
        what: it, in words.
        words: patterns that one sentence must have, all of them, in either case.
        modalities: how firmly a claim of that sentence must be claimed; any way where empty.
        source: pattern of a name in that claim's chain; anybody where empty.
        first: whether it belongs on the first screen.
    """

    what: str
    words: tuple[str, ...]
    modalities: tuple[Modality, ...] = ()
    source: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What became of one thing that was wanted.

    Attributes:
        wanted: the thing.
        pointers: where sentences tell it; empty where none does.
    """

    wanted: Wanted
    pointers: tuple[str, ...]

    @property
    def is_first(self) -> bool:
        """Whether it stands on the first screen."""
        return any(each.startswith(_FIRST) for each in self.pointers)


def read_wanted() -> Mapping[str, tuple[Wanted, ...]]:
    """What is wanted of each situation, by its name."""
    text = (files("watchword.ledger.briefs") / "wanted.toml").read_text(encoding="utf-8")
    return {
        name: tuple(
            Wanted(
                what=entry["what"],
                words=tuple(entry["words"]),
                modalities=tuple(map(Modality, entry.get("modalities", ()))),
                source=entry.get("source", ""),
                first=entry.get("first", False),
            )
            for entry in entries
        )
        for name, entries in tomllib.loads(text).items()
    }


def find_held(brief: Brief, wanted: Sequence[Wanted]) -> tuple[Held, ...]:
    """Where a brief tells each thing that is wanted."""
    claims = {claim.key: claim for claim in brief.claims}
    sentences = tuple(each_sentence(brief))
    return tuple(
        Held(
            wanted=each,
            pointers=tuple(at for at, told in sentences if _tells(told, each, claims)),
        )
        for each in wanted
    )


def _tells(sentence: Sentence, wanted: Wanted, claims: Mapping[str, Claim]) -> bool:
    if not all(re.search(words, sentence.text, re.IGNORECASE) for words in wanted.words):
        return False
    return any(_is_from(claims[key], wanted) for key in sentence.claims if key in claims)


def _is_from(claim: Claim, wanted: Wanted) -> bool:
    if wanted.modalities and claim.modality not in wanted.modalities:
        return False
    names = [link.name for link in claim.attribution.links]
    return not wanted.source or any(re.search(wanted.source, name) for name in names)
