"""Speakers before a colon, as bulletins name them: "Grossi: ...", "Two dead in blast: police".

A name counts where an engine marked a person or a body, an office or a body's kind where the word
tells it. Places do not: before a colon they are as often where a report was filed.
"""

from collections.abc import Collection

from watchword.extract.frames import Found, Frame
from watchword.extract.syntax import Tokens, has_finite_verb
from watchword.model.reading import Reading, Token
from watchword.text.cues import Cue
from watchword.text.gazetteer import organisation_named
from watchword.text.geonames import bearers_of
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office
from watchword.text.sites import sites_named

_LONGEST = 8
"""Words of a name with its office; more is a sentence of its own."""
_BODIES = lexicon(
    "police army military navy ministry government office council command staff agency service "
    "parliament court authorities rescuers coastguard officials sources residents witnesses media"
)
_OPENINGS = frozenset({"\u201c", '"', "``", "\u2018"})


def find_labelled(tokens: tuple[Token, ...], frame: Frame, named: Collection[int]) -> Found | None:
    """As in "Grossi: inspectors have not been in the hall" and "Two dead in blast: police".

    Args:
        tokens: a sentence.
        frame: whose it is so far.
        named: where the words of people and bodies begin.
    """
    colons = [index for index, token in enumerate(tokens) if token.text == ":"]
    if not colons or frame.sources:
        return None
    first, last = colons[0], colons[-1]
    label, content = tokens[:first], tokens[first + 1 :]
    if _is_label(label, named) and _tells(content):
        return _told(label, tokens[first : first + 1], content)
    label, content = tokens[last + 1 :], tokens[:last]
    while label and not label[-1].text[:1].isalnum():
        label = label[:-1]
    if _is_label(label, ()) and label[0].tag != "DT" and _tells(content):
        return _told(label, tokens[last : last + 1], content)
    return None


def names_of(reading: Reading) -> frozenset[int]:
    """Where the words of people and bodies begin that an engine marked."""
    return frozenset(
        token.start
        for phrase in reading.phrases("names")
        if phrase.label in {"person", "organisation"}
        for token in reading.tokens[phrase.start : phrase.end]
    )


def speakers_of(reading: Reading) -> frozenset[int]:
    """As `names_of`, with a first name of several words that no place is known to bear."""
    first = next((each for each in reading.phrases("names") if each.start == 0), None)
    if first is None or first.label != "location" or first.end < 2:
        return names_of(reading)
    words = reading.tokens[: first.end]
    known = bearers_of(" ".join(token.text for token in words))
    return names_of(reading) | frozenset(() if known else (token.start for token in words))


def _told(label: Tokens, colon: tuple[Token, ...], content: tuple[Token, ...]) -> Found:
    frame = Frame(sources=(tuple(label),), cue=Cue.SAY, cue_words=colon)
    return Found(frame=frame, content=content)


def _is_label(label: Tokens, named: Collection[int]) -> bool:
    if not 0 < len(label) <= _LONGEST or has_finite_verb(label):
        return False
    if any(token.text in {",", *_OPENINGS} or token.tag == "CD" for token in label):
        return False
    words = " ".join(token.text for token in label)
    if label[-1].start in named and not sites_named(words):
        return True
    if organisation_named(words) is not None:
        return True
    return label[-1].lemma in _BODIES or label[-1].text.lower() in _BODIES or is_office(words)


def _tells(content: Tokens) -> bool:
    """Whether words can be a claim: they hold a verb of a clause, or a number."""
    return len(content) > 2 and (
        has_finite_verb(content) or any(token.tag == "CD" for token in content)
    )
