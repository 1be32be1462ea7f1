"""Tags put right where a verb was taken for a noun or a participle, or a noun for a verb.

The treebanks hold little wire copy, and the errors that hurt most are at the verbs that say
who speaks. Each rule names the sentence that asked for it.
"""

from collections.abc import Callable, Sequence

Words = Sequence[str]
Tags = Sequence[str]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SAID = _listed("said told")
_ONLY_PAST = _listed(
    "withdrew fell rose began went took gave knew saw wrote spoke broke chose drove flew grew "
    "threw fled led fought sought brought bought taught caught held met lost kept struck"
)
"""Past forms; those that are participles too count only where no other verb is near."""
_NEVER_PARTICIPLE = _listed(
    "withdrew fell rose began went took gave knew saw wrote spoke broke chose drove flew grew threw"
)
_REPORTS = _listed(
    "reports says claims estimates assesses states notes believes expects forecasts warns thinks "
    "adds writes shows predicts forecast insists argues"
)
_INTENDS = _listed("plans wants hopes intends seeks aims expects needs agrees")
_PAST = _listed(
    "indicated reported announced claimed stated confirmed warned disclosed revealed added "
    "estimated assessed alleged noted promised pledged denied insisted argued acknowledged"
)
_PRESS = _listed(
    "news media press intelligence casualty field unconfirmed local several unverified"
)
_NAMES = _listed("NNP NNPS NN PRP NNS")
_FINITE = _listed("VBD VBZ VBP MD")
_STOPS = frozenset({",", ";", ":", "\u2014", "\u2013", "--", "that", "because", "if", "and", "but"})
_AUXILIARIES = _listed(
    "is are was were be been being has have had having 's \u2019s 've \u2019ve get got gets"
)


def repaired(words: Words, tags: Tags) -> list[str]:
    """The tags of a sentence, put right."""
    fixed = list(tags)
    for index in range(len(words)):
        for rule in _RULES:
            better = rule(words, fixed, index)
            if better is not None:
                fixed[index] = better
                break
    return fixed


def _said(words: Words, tags: Tags, index: int) -> str | None:
    """As in "the official said"."""
    told = words[index].lower() in _SAID and not _has_auxiliary(words, tags, index)
    return "VBD" if told else None


def _only_past(words: Words, tags: Tags, index: int) -> str | None:
    """As in "The army withdrew from the town"."""
    past = words[index].lower() in _NEVER_PARTICIPLE and tags[index] in {"VBN", "NN", "JJ"}
    return "VBD" if past and not _has_auxiliary(words, tags, index) else None


def _reporting_past(words: Words, tags: Tags, index: int) -> str | None:
    """As in "the ministry indicated that ..."."""
    if words[index].lower() not in _PAST or tags[index] not in {"VBN", "JJ"}:
        return None
    named = bool(index) and tags[index - 1] in _NAMES
    after = _at(words, index + 1)
    told = named and after not in {"to", "by", "as"} and not _has_auxiliary(words, tags, index)
    return "VBD" if told and (tags[index - 1] != "NNS" or after == "that") else None


def _lone_participle(words: Words, tags: Tags, index: int) -> str | None:
    """As in "The ships never entered restricted waters": nothing else can head the clause."""
    low = words[index].lower()
    if tags[index] != "VBN" or not (low.endswith("ed") or low in _ONLY_PAST):
        return None
    if not index or _has_auxiliary(words, tags, index) or not _follows_subject(words, tags, index):
        return None
    left, right = _clause_around(words, index)
    alone = not any(tag in _FINITE for tag in tags[left:right])
    return "VBD" if alone else None


def _reporting_present(words: Words, tags: Tags, index: int) -> str | None:
    """As in "The NIS estimates that ...", "..., UNN reports, citing ..."."""
    low = words[index].lower()
    if low not in _REPORTS or tags[index] not in {"NNS", "NN"} or not index:
        return None
    if tags[index - 1] not in {"NNP", "NNPS", "NN"} or words[index - 1].lower() in _PRESS:
        return None
    after = _at(words, index + 1)
    if tags[index - 1] == "NN":
        closes = after in {".", ""} and _ends_speech(words, tags, index)
        return "VBZ" if closes or (after == "that" and low.endswith("s")) else None
    return "VBZ" if after in {"that", ",", ".", "citing", "quoting"} else None


def _intends(words: Words, tags: Tags, index: int) -> str | None:
    """As in "The opposition, which ..., plans to rally"."""
    if words[index].lower() not in _INTENDS or tags[index] != "NNS" or not index:
        return None
    ahead = _at(words, index + 1) == "to" and tags[index + 2 : index + 3] == ["VB"]
    after = any(tag in _FINITE for tag in tags[index + 1 :])
    before = tags[index - 1] in {"NNP", "NN", ",", "PRP"}
    return "VBZ" if ahead and before and not after else None


def _said_by(words: Words, tags: Tags, index: int) -> str | None:
    """As in "the official said" where "official" was taken for an adjective."""
    after = _at(words, index + 1)
    speaks = after in _SAID or (after in _PAST and _at(words, index + 2) in {":", "that"})
    return "NN" if tags[index] == "JJ" and speaks else None


def _complement(words: Words, tags: Tags, index: int) -> str | None:
    """As in "told reporters that support with weapons could ..."."""
    if tags[index] != "VBP" or not index or words[index - 1].lower() != "that":
        return None
    return "NN" if tags[index + 1 : index + 2] == ["IN"] else None


def _plural(words: Words, tags: Tags, index: int) -> str | None:
    """As in "told journalists the story", "its representatives said", "reports say"."""
    low = words[index].lower()
    if (
        tags[index] != "VBZ"
        or not low.endswith("s")
        or low in {"is", "has", "does", "\u2019s", "'s"}
    ):
        return None
    before = tags[index - 1] if index else ""
    if index and words[index - 1].lower() in {"told", "tells", "telling"}:
        return "NNS"
    if before in {"POS", "PRP$"}:
        return "NNS"
    follows = tags[index + 1] if index + 1 < len(words) else ""
    verb = follows in {"VBD", "VBP", "MD"} or _at(words, index + 1) in _SAID
    described = before in {"NNPS", "JJ", "NNP", "VBN"} or not index
    return "NNS" if described and verb else None


def _cannot(words: Words, _tags: Tags, index: int) -> str | None:
    """As in "we cannot confirm", which the treebanks cut in two."""
    return "MD" if words[index].lower() == "cannot" else None


_RULES: tuple[Callable[[Words, Tags, int], str | None], ...] = (
    _cannot,
    _said,
    _only_past,
    _reporting_past,
    _lone_participle,
    _reporting_present,
    _intends,
    _said_by,
    _complement,
    _plural,
)


def _at(words: Words, index: int) -> str:
    return words[index].lower() if index < len(words) else ""


def _follows_subject(words: Words, tags: Tags, index: int) -> bool:
    """Whether a noun, a pronoun or a mark that closes an aside stands before it."""
    before = index - 1
    while before > 0 and tags[before].startswith("RB"):
        before -= 1
    if words[before] == ",":
        return not any(tag in _FINITE for tag in tags[:before])
    return tags[before] in _NAMES or words[before] in {"\u2014", "\u2013"}


def _clause_around(words: Words, index: int) -> tuple[int, int]:
    left = next((i for i in range(index - 1, -1, -1) if words[i].lower() in _STOPS), -1) + 1
    right = next((i for i in range(index, len(words)) if words[i] in {",", ";"}), len(words))
    return left, right


def _ends_speech(words: Words, tags: Tags, index: int) -> bool:
    """Whether a clause stands before the last comma and no other verb after it."""
    comma = next((i for i in range(index - 1, 0, -1) if words[i] in {",", "\u201d", "''"}), 0)
    spoken = any(tag in _FINITE for tag in tags[:comma])
    return spoken and not any(tag in _FINITE for tag in tags[comma:index])


def _has_auxiliary(words: Words, tags: Tags, index: int) -> bool:
    """Whether "has", "was" and the like stand close before; a possessive 's is none."""
    return any(
        words[place].lower() in _AUXILIARIES and tags[place] != "POS"
        for place in range(max(0, index - 3), index)
    )
