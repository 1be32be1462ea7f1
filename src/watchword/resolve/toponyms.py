"""The names of places in a report, and what each stands for where it is used.

Two witnesses are heard. The language model marks places, polities and nationalities in each
sentence. Rules know wide names ("Dutch", "US"), divisions with their sort ("Rapides Parish") and
places told with what they lie in ("Alexandria, La."). A name that is found once is found wherever
the report has it again.

Invariant: toponyms are in order, do not overlap, and begin and end at a word's edge.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from watchword.model.reading import Reading
from watchword.model.toponym import Toponym
from watchword.resolve.name_shapes import Edges, each_name, find_shaped
from watchword.resolve.uses import Uses
from watchword.text.geonames import bearers_of
from watchword.text.wide_names import find_wide_names, short_divisions, wide_names

SHORTEST_AGAIN = 4
"""Letters from which a name is looked for in the rest of the report."""


def find_toponyms(text: str, readings: Sequence[Reading]) -> tuple[Toponym, ...]:
    """Find every name of a place in a report, whatever it stands for there.

    Args:
        text: the report's text.
        readings: its sentences as the carried language model read them.
    """
    people = _Stretches(_people(text, readings))
    marked = [
        *_each_told(text, readings, _SURE, known=False),
        *_each_told(text, readings, _IF_KNOWN, known=True),
    ]
    wide = [match.span() for match in find_wide_names(text)]
    found = _apart(
        [
            *find_shaped(text),
            *sorted(marked, key=lambda edges: edges[0] - edges[1]),
            *(edges for edges in wide if edges not in people),
        ]
    )
    again = (edges for edges in _each_again(text, found) if edges not in people)
    uses = Uses(text, readings)
    return tuple(
        Toponym(start=start, end=end, words=text[start:end], use=uses.of(start, end))
        for start, end in sorted(_apart([*found, *again]))
    )


_PERSON = {"names": {"person"}, "domain": {"person"}}
_SURE = {"names": {"location"}, "domain": {"polity", "location"}}
_IF_KNOWN = {
    "domain": {"nationality"},
    "mentions": {"place"},
    "intelligence": {"location", "nationality"},
}
"""Labels that other things bear too: places without a name, creeds, parties."""


def _people(text: str, readings: Iterable[Reading]) -> list[Edges]:
    """Where people are named; a land that is taken for one is none, unless the name goes on."""
    people = list(_each_marked(readings, _PERSON))
    full = {word for start, end in people for word in text[start:end].split()[1:]}
    return [
        (start, end)
        for start, end in people
        if text[start:end] not in wide_names() or text[start:end] in full
    ]


def _each_marked(
    readings: Iterable[Reading], labels: Mapping[str, Collection[str]]
) -> Iterator[Edges]:
    for reading in readings:
        for scheme, kept in labels.items():
            for phrase in reading.phrases(scheme):
                if phrase.label in kept:
                    first, last = reading.tokens[phrase.start], reading.tokens[phrase.end - 1]
                    yield first.start, last.end


def _each_told(
    text: str, readings: Iterable[Reading], labels: Mapping[str, Collection[str]], *, known: bool
) -> Iterator[Edges]:
    """The names inside what is marked, those that nobody knows only where not `known`."""
    for start, end in _each_marked(readings, labels):
        for edges in each_name(text, start, end):
            if not known or _is_known(text[edges[0] : edges[1]]):
                yield edges


def _is_known(words: str) -> bool:
    return words in wide_names() or words in short_divisions() or bool(bearers_of(words))


def _apart(edges: Iterable[Edges]) -> list[Edges]:
    """Those that do not overlap with one before them."""
    kept: list[Edges] = []
    taken: set[int] = set()
    for start, end in edges:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return kept


def _each_again(text: str, found: Iterable[Edges]) -> Iterator[Edges]:
    """The names that were found wherever they stand by themselves; of several the longest."""
    names = {text[start:end] for start, end in found if end - start >= SHORTEST_AGAIN}
    standing = {edges for words in names for edges in _each_alone(text, words)}
    last = 0
    for start, end in sorted(standing, key=lambda edges: (edges[0], -edges[1])):
        if start >= last:
            last = end
            yield start, end


def _each_alone(text: str, words: str) -> Iterator[Edges]:
    """Where some words stand, not within another word, a handle or a tag."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_goes_on(text[start - 1 : start], "_@#") or _goes_on(text[end : end + 1], "_")):
            yield start, end
        start = text.find(words, start + 1)


def _goes_on(letter: str, others: str) -> bool:
    return letter.isalnum() or (letter != "" and letter in others)


class _Stretches:
    """Stretches of a text, asked whether others lie within one of them."""

    def __init__(self, stretches: Iterable[Edges]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, edges: Edges) -> bool:
        before = bisect_right(self._starts, edges[0])
        return before > 0 and self._furthest[before - 1] >= edges[1]
