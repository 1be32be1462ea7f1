"""Tags put right where a reporting verb was taken for a noun, or a noun for a verb.

The treebanks hold little wire copy, and the errors that hurt most are at the verbs that say
who speaks. Each rule names the sentence that asked for it.
"""

from collections.abc import Sequence

_SAID = frozenset({"said", "told"})
_REPORTS = frozenset(
    {
        "reports",
        "says",
        "claims",
        "estimates",
        "assesses",
        "states",
        "notes",
        "believes",
        "expects",
        "forecasts",
        "warns",
        "thinks",
        "adds",
        "writes",
        "shows",
        "predicts",
    }
)
_PAST = frozenset(
    {
        "indicated",
        "reported",
        "announced",
        "claimed",
        "stated",
        "confirmed",
        "warned",
        "disclosed",
        "revealed",
        "added",
        "estimated",
        "assessed",
        "alleged",
        "noted",
        "promised",
        "pledged",
    }
)
_PRESS = frozenset({"news", "media", "press", "intelligence", "casualty", "field"})
_NAMES = frozenset({"NNP", "NNPS", "NN", "PRP"})


def repaired(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags of a sentence, put right."""
    fixed = list(tags)
    for index in range(len(words)):
        fixed[index] = _verb_tag(words, fixed, index) or _noun_tag(words, fixed, index)
    return fixed


def _verb_tag(words: Sequence[str], tags: Sequence[str], index: int) -> str | None:
    """The tag of a reporting verb that was taken for something else."""
    low = words[index].lower()
    if low in _SAID and not _has_auxiliary(words, index):
        return "VBD"
    if tags[index] == "VBN" and low.endswith("ed") and _is_lone_verb(words, tags, index):
        return "VBD"
    if low in _REPORTS and tags[index] == "NNS" and _is_verb(words, tags, index):
        return "VBZ"
    if low in _PAST and tags[index] in {"VBN", "JJ"} and index and tags[index - 1] in _NAMES:
        after = words[index + 1].lower() if index + 1 < len(words) else ""
        if after not in {"to", "by", "as"} and not _has_auxiliary(words, index):
            return "VBD"
    return None


def _is_lone_verb(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """As in "that on Monday five railcars traveled from A to B": no other verb can head it."""
    if not index or tags[index - 1] not in {"NNS", "NNP", "NN", "PRP"}:
        return False
    if _has_auxiliary(words, index):
        return False
    first = max(
        (i for i in range(index) if words[i].lower() == "that" or words[i] == ";"), default=0
    )
    return not any(tag in {"VBD", "VBZ", "VBP", "MD"} for tag in tags[first:])


def _noun_tag(words: Sequence[str], tags: Sequence[str], index: int) -> str:
    """The tag of a noun that was taken for something else; else the tag it has."""
    tag = tags[index]
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    if tag == "JJ" and after in _SAID:
        return "NN"
    if tag == "VBP" and index and words[index - 1].lower() == "that":
        return "NN" if index + 1 < len(words) and tags[index + 1] == "IN" else tag
    return "NNS" if tag == "VBZ" and _is_plural_noun(words, tags, index) else tag


def _is_verb(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """As in "The NIS estimates that ...", "..., UNN reports, citing ..."."""
    if not index or tags[index - 1] not in {"NNP", "NNPS", "NN"}:
        return False
    if words[index - 1].lower() in _PRESS:
        return False
    after = words[index + 1].lower() if index + 1 < len(words) else "."
    if tags[index - 1] == "NN":
        return after == "that"
    return after in {"that", ",", ".", "citing", "quoting"}


def _is_plural_noun(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """As in "told journalists the story", "one of its representatives said"."""
    if not words[index].endswith("s") or words[index].lower() in {
        "is",
        "has",
        "does",
        "\u2019s",
        "'s",
    }:
        return False
    if index and words[index - 1].lower() in {"told", "tells", "telling"}:
        return True
    if index and tags[index - 1] in {"POS", "PRP$"}:
        return True
    after = tags[index + 1] if index + 1 < len(words) else ""
    return (
        bool(index)
        and tags[index - 1] in {"NNPS", "JJ", "PRP$", "POS"}
        and (after in {"VBD", "VBP", "MD"} or words[index + 1].lower() in _SAID)
    )


def _has_auxiliary(words: Sequence[str], index: int) -> bool:
    near = {word.lower() for word in words[max(0, index - 3) : index]}
    return bool(
        near
        & {
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "has",
            "have",
            "had",
            "having",
            "'s",
            "\u2019s",
            "'ve",
            "\u2019ve",
            "get",
            "got",
        }
    ) and not (words[index - 1] in {"'s", "\u2019s"} and words[index].lower() in _PAST)
