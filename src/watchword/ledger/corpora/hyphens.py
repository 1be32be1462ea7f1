"""Words that a treebank cut at hyphens, made whole again as `watchword.text.words` keeps them.

Invariant: a joined sentence is a tree as the cut one was. A joined word hangs where the one of its
parts hangs that is nearest to the root; no head of that part can lie below the joined word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from watchword.ledger.corpora.sentence import LabelledSentence, Scheme, Stretch, Tree

_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def join_hyphens(sentence: LabelledSentence, tight: Sequence[bool]) -> LabelledSentence:
    """The sentence with words such as "coal - producer" whole.

    Class, features and relation are those of the part that the word hangs by, the tag that of the
    last part (an adjective's if that is a participle). The lemma is the whole in small letters
    (a name keeps its own), its last part in its dictionary form if that is a noun. A phrase that
    starts or ends within a whole word is dropped, its links too.

    Args:
        sentence: a sentence with tags, classes, features, lemmas and tree.
        tight: for each word whether no space follows.
    """
    groups = tuple(_each_group(sentence.words, tight))
    if len(groups) == len(sentence.words):
        return sentence
    if sentence.tree is None:
        raise ValueError("only sentences with a tree are joined")
    anchors = _anchors(groups, sentence.tree.heads)
    return replace(
        sentence,
        words=tuple("".join(sentence.words[start:end]) for start, end in groups),
        tags=_tags(groups, sentence.tags),
        classes=_picked(anchors, sentence.classes),
        features=_picked(anchors, sentence.features),
        lemmas=_lemmas(groups, anchors, sentence),
        tree=_tree(groups, anchors, sentence.tree),
        schemes={name: _moved(each, groups) for name, each in sentence.schemes.items()},
        factuality=_factuality(groups, sentence.factuality),
    )


def _each_group(words: Sequence[str], tight: Sequence[bool]) -> Iterator[Stretch]:
    start = 0
    while start < len(words):
        last = start
        while last + 2 < len(words) and tight[last] and _is_hyphen(words, tight, last + 1):
            last += 2
        yield start, last + 1
        start = last + 1


def _is_hyphen(words: Sequence[str], tight: Sequence[bool], index: int) -> bool:
    between = words[index - 1][-1].isalnum() and words[index + 1][0].isalnum()
    return words[index] == "-" and tight[index] and between


def _anchors(groups: Sequence[Stretch], heads: Sequence[int]) -> tuple[int, ...]:
    return tuple(
        start
        if end == start + 1
        else min(range(start, end), key=lambda index: (_depth(index, heads), -index))
        for start, end in groups
    )


def _depth(index: int, heads: Sequence[int]) -> int:
    depth = 0
    while heads[index] >= 0 and depth <= len(heads):
        index = heads[index]
        depth += 1
    return depth


def _picked(anchors: Sequence[int], layer: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if layer is None else tuple(layer[index] for index in anchors)


def _tags(groups: Sequence[Stretch], tags: Sequence[str] | None) -> tuple[str, ...] | None:
    if tags is None:
        return None
    return tuple(
        "JJ" if end - start > 1 and tags[end - 1] in _PARTICIPLES else tags[end - 1]
        for start, end in groups
    )


def _lemmas(
    groups: Sequence[Stretch], anchors: Sequence[int], sentence: LabelledSentence
) -> tuple[str, ...] | None:
    if sentence.lemmas is None or sentence.classes is None:
        return None
    lemmas: list[str] = []
    for (start, end), anchor in zip(groups, anchors, strict=True):
        if end == start + 1:
            lemmas.append(sentence.lemmas[start])
            continue
        is_noun = sentence.classes[end - 1] in _NOUNS
        last = (sentence.lemmas if is_noun else sentence.words)[end - 1]
        whole = "".join(sentence.words[start : end - 1]) + last
        lemmas.append(whole if sentence.classes[anchor] == "PROPN" else whole.lower())
    return tuple(lemmas)


def _tree(groups: Sequence[Stretch], anchors: Sequence[int], tree: Tree) -> Tree:
    place = {
        index: number for number, (start, end) in enumerate(groups) for index in range(start, end)
    }
    place[-1] = -1
    return Tree(
        heads=tuple(place[tree.heads[index]] for index in anchors),
        relations=tuple(tree.relations[index] for index in anchors),
    )


def _moved(scheme: Scheme, groups: Sequence[Stretch]) -> Scheme:
    starts = {start: number for number, (start, _) in enumerate(groups)}
    ends = {end: number + 1 for number, (_, end) in enumerate(groups)}

    def is_kept(stretch: Stretch) -> bool:
        return stretch[0] in starts and stretch[1] in ends

    return replace(
        scheme,
        phrases=frozenset(
            (starts[start], ends[end], kind)
            for start, end, kind in scheme.phrases
            if is_kept((start, end))
        ),
        links=frozenset(
            (kind, (starts[one[0]], ends[one[1]]), (starts[other[0]], ends[other[1]]))
            for kind, one, other in scheme.links
            if is_kept(one) and is_kept(other)
        ),
    )


def _factuality(groups: Sequence[Stretch], factuality: Mapping[int, float]) -> dict[int, float]:
    return {
        number: factuality[index]
        for number, (start, end) in enumerate(groups)
        for index in range(start, end)
        if index in factuality
    }
