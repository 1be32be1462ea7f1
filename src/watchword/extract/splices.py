"""One sentence that is several, and words that break into one.

As in "Kyiv says the village is held, Moscow says it has fallen" and "We have -- [crosstalk] --
seen them leave".
"""

from collections.abc import Iterator, Sequence

from watchword.extract.frames import Frame
from watchword.extract.leading import find_leading
from watchword.extract.syntax import Tokens, find_verb_groups, has_finite_verb
from watchword.model.reading import Token
from watchword.text.lexicon import lexicon

CONCEDING = lexicon("while although though")
_DASHES = frozenset({"\u2014", "\u2013", "--", "-"})
_OPEN, _CLOSED = frozenset({"[", "(", "-LRB-"}), frozenset({"]", ")", "-RRB-"})
_STAGE = lexicon("crosstalk inaudible laughter applause interruption cross-talk indistinct")
_GOES_ON = {"have": ("VBN",), "be": ("VBN", "VBG"), "will": ("VB",), "would": ("VB",)}
"""Tags of the verb that an auxiliary waits for."""
_LONGEST = 14
"""Words of a remark between dashes."""
_ASIDES = lexicon("i we you")
_SUBJECT_TAGS = lexicon("NNP NNPS DT PRP NN NNS PRP$ JJ CD")


_EDGES = frozenset(
    {
        "\u201c",
        "\u201d",
        '"',
        ",",
        ".",
        ";",
        ":",
        "-",
        "\u2014",
        "\u2013",
        "--",
        "``",
        "''",
        "!",
        "\u2026",
    }
)
_OPENERS = frozenset({"and", "but", "so", "now", "well", "yeah", "look"})


def independent_parts(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Cut at semicolons and commas that part whole clauses, and "While A, B" into A and B."""
    start = 0
    for index, token in enumerate(tokens):
        if token.text == ";" and has_finite_verb(tokens[start:index]):
            yield from _spliced(tokens[start:index])
            start = index + 1
    yield from _spliced(tokens[start:])


def without_interruptions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without stage directions and remarks that break into a clause."""
    words = _without_stage(tokens)
    for first in range(1, len(words) - 2):
        if words[first].text not in _DASHES:
            continue
        closes = range(first + 1, min(len(words) - 1, first + _LONGEST))
        last = next((index for index in closes if words[index].text in _DASHES), None)
        if last is not None and _breaks_in(words, first, last):
            return words[:first] + words[last + 1 :]
    return words


def trimmed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without marks at either edge and conjunctions at the front."""
    start, end = _after_asking(tokens), len(tokens)
    while start < end and _is_edge(tokens, start):
        start += 1
    while end > start and (tokens[end - 1].text in _EDGES or tokens[end - 1].tag == "CC"):
        end -= 1
    return tuple(tokens[start:end])


def _without_stage(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without "[crosstalk]", and the dashes around it."""
    for index, token in enumerate(tokens[1:-1], start=1):
        if token.lemma not in _STAGE or tokens[index - 1].text not in _OPEN:
            continue
        if tokens[index + 1].text not in _CLOSED:
            continue
        before, after = tokens[: index - 1], _without_stage(tokens[index + 2 :])
        while before and before[-1].text in _DASHES:
            before = before[:-1]
        while after and after[0].text in _DASHES:
            after = after[1:]
        return before + after
    return tokens


def _breaks_in(words: Tokens, first: int, last: int) -> bool:
    """Whether what stands between two dashes parts a verb from what belongs to it."""
    before, after, inside = words[first - 1], words[last + 1], words[first + 1 : last]
    if not has_finite_verb(inside) or before.lemma == after.lemma:
        return False
    content = after.lemma == "that" and before.tag.startswith("VB")
    return content or after.tag in _GOES_ON.get(before.lemma, ())


def _spliced(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    commas = [i for i in range(3, len(tokens) - 3) if tokens[i].text == ","]
    comma = next((i for i in commas if _parts_speakers(tokens, i)), None)
    if comma is None:
        yield from _conceded(tokens)
        return
    yield tokens[:comma]
    yield from _spliced(tokens[comma + 1 :])


def _parts_speakers(tokens: tuple[Token, ...], comma: int) -> bool:
    """As in "Kyiv says A, Moscow says B": each side has a speaker and its content."""
    if tokens[0].tag in {"IN", "WRB", "VBG", "VBN", "RB"}:
        return False
    left, right = tokens[:comma], tokens[comma + 1 :]
    aside = right[0].lemma in _ASIDES  # "the point is, I think, that ..."
    if aside or right[0].tag not in _SUBJECT_TAGS or not has_finite_verb(left):
        return False
    group = next((each for each in find_verb_groups(right) if each.finite), None)
    if group is None or not group.first or any(t.text == "," for t in right[: group.head + 2]):
        return False
    said, other = find_leading(left, Frame()), find_leading(right, Frame())
    return all(
        each is not None and has_finite_verb(each.content) and len(each.frame.sources) == 1
        for each in (said, other)
    )


def _conceded(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    words = trimmed(tokens)
    if words and words[0].lemma in CONCEDING:
        for index in range(2, len(words) - 2):
            if words[index].text != "," or not has_finite_verb(words[index + 1 :]):
                continue
            if has_finite_verb(words[1:index]):
                yield words[1:index]
                yield words[index + 1 :]
                return
    yield tokens


def _after_asking(tokens: Sequence[Token]) -> int:
    """As in "Asked about the troops, he said ...": what was asked is no part of the answer."""
    if not tokens or tokens[0].text.lower() not in {"asked", "speaking", "pressed"}:
        return 0
    for index in range(2, len(tokens) - 2):
        if tokens[index].text == "," and has_finite_verb(tokens[index + 1 :]):
            return index + 1
    return 0


def _is_edge(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text in _EDGES:
        return True
    if token.lemma in {"now", "well", "so", "yeah", "look"}:
        return index + 1 < len(tokens) and tokens[index + 1].text == ","
    return token.tag == "CC" and token.lemma in _OPENERS
