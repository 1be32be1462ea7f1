"""What a clause says beside its deed: figures, marks, place and time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from watchword.extract.clauses import Clause
from watchword.extract.modality import Placed
from watchword.extract.syntax import VerbGroup
from watchword.model.claim import Mark, MarkKind
from watchword.model.figure import Figure
from watchword.model.moment import Moment, Precision
from watchword.model.place import Place, PlaceKind
from watchword.model.reading import Token
from watchword.model.span import Span
from watchword.text.figures import find_figures
from watchword.text.gazetteer import country_named, organisation_named
from watchword.text.hedges import find_marks
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office
from watchword.text.places import find_places
from watchword.text.times import find_moments

_WHERE = lexicon("in at near to from outside around into towards toward across")
_TIMES_OF_DAY = lexicon("overnight today yesterday tonight tomorrow")
_CALENDAR = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas ramadan easter parliament "
    "congress"
)
_PEOPLE = lexicon(
    "troops soldiers officers people civilians men fighters personnel servicemen workers generals "
    "recruits militants refugees prisoners casualties hostages children women"
)
_TOWARDS = lexicon("to into onto toward towards")
_BETWEEN_PLACES = frozenset({"", ",", "and", "or", ", and", ", or", "in", ", in"})


def placed_marks(words: Sequence[Token], text: str) -> tuple[Placed, ...]:
    """The marks in a clause, by the words they cover."""
    if not words:
        return ()
    found = []
    for kind, start, end in find_marks(text, words[0].start, words[-1].end):
        covered = [i for i, token in enumerate(words) if token.start < end and token.end > start]
        if covered:
            supposed = words[covered[0]].lemma == "if"
            found.append(
                Placed(
                    kind=MarkKind.CONDITION if supposed else kind,
                    first=covered[0],
                    last=covered[-1],
                )
            )
    return tuple(found)


def marks_of(clause: Clause, text: str, report: str) -> tuple[Mark, ...]:
    """The marks in a clause, its condition and its own hearsay included."""
    words = clause.spoken or clause.words
    start = clause.hearsay[0].start if clause.hearsay else words[0].start
    return tuple(
        Mark(kind=kind, span=Span.within(text, first, last, report=report))
        for kind, first, last in find_marks(text, start, words[-1].end)
    )


def figures_of(clause: Clause, tokens: Sequence[Token], text: str) -> tuple[Figure, ...]:
    """The quantities of a clause, people first; parts point at their whole within the clause.

    The whole sentence is searched, so that "including some 3,000" knows what it is part of.
    """
    words = clause.words
    sentence = find_figures(text, tokens)
    inside = [
        index
        for index, figure in enumerate(sentence)
        if words[0].start <= figure.start and figure.end <= words[-1].end
    ]
    inside.sort(key=lambda index: (sentence[index].unit not in _PEOPLE, index))
    places: dict[int | None, int] = {index: number for number, index in enumerate(inside)}
    return tuple(
        replace(sentence[index], part_of=places.get(sentence[index].part_of)) for index in inside
    )


def place_of(clause: Clause, verbs: Sequence[VerbGroup], text: str) -> Place | None:
    """Where it happens: where it leads to first, else the first place named."""
    words = clause.words
    places = find_places(text, words[0].start, words[-1].end)
    if not places:
        return _unlisted_place(words, text)
    heads = [_heads_to(place, text) for place in places]
    first = heads.index(True) if True in heads and verbs else 0
    return _with_neighbours(places, first, text)


def _unlisted_place(words: Sequence[Token], text: str) -> Place | None:
    """A name after "in", "at", "near" or "to" that no gazetteer has: "in Zamzam".

    Only a single name that is nobody's and nothing else's counts.
    """
    for index in range(1, len(words)):
        if words[index - 1].lemma not in _WHERE or words[index].tag != "NNP":
            continue
        last = index
        while last + 1 < len(words) and words[last + 1].tag == "NNP":
            last += 1
        start, end = words[index].start, words[last].end
        after = _tag_after(words, last)
        name = text[start:end]
        if last - index > 1 or after in {"POS", "NN", "NNS", "CD"} or _is_else(name):
            continue
        return Place(start=start, end=end, words=name, name=name, kind=PlaceKind.CITY)
    return None


def _tag_after(words: Sequence[Token], last: int) -> str:
    """Tag of the word after one; none for a time of day, as in "in Maradun overnight"."""
    follows = words[last + 1 : last + 2]
    return follows[0].tag if follows and follows[0].lemma not in _TIMES_OF_DAY else ""


def _is_else(name: str) -> bool:
    """Whether a name is a body's, a country's people's, a day's or a month's."""
    known = organisation_named(name) is not None or country_named(name) is not None
    return (
        known or name.lower() in _CALENDAR or name.isupper() or is_office(name.split(maxsplit=1)[0])
    )


def _heads_to(place: Place, text: str) -> bool:
    before = text[max(0, place.start - 12) : place.start].lower().split()
    return any(word in _TOWARDS for word in before[-2:])


def _with_neighbours(places: Sequence[Place], first: int, text: str) -> Place:
    """A list of places ("Vladivostok, Ussuriysk and Khabarovsk") as one."""
    last = first
    while last + 1 < len(places):
        between = text[places[last].end : places[last + 1].start].strip()
        if between not in _BETWEEN_PLACES:
            break
        last += 1
    if last == first:
        return places[first]
    start, end = places[first].start, places[last].end
    name = ", ".join(place.name for place in places[first : last + 1])
    return replace(places[first], end=end, words=text[start:end], name=name)


def time_of(clause: Clause, text: str, anchor: date | None, *, future: bool) -> Moment | None:
    """When it happens: a dated time before a vague one."""
    words = clause.words
    asides = tuple(_each_aside(words))
    moments = [
        moment
        for moment in find_moments(
            text, words[0].start, words[-1].end, anchor=anchor, future=future
        )
        if not any(start < moment.start < end for start, end in asides)
    ]
    dated = [moment for moment in moments if moment.precision is not Precision.VAGUE]
    ends = [moment for moment in dated if moment.words.lower().startswith(("by ", "until "))]
    return next(iter((ends if future else []) or dated or moments), None)


def _each_aside(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Places of relative clauses that commas set off, where the tree tells them."""
    for index, token in enumerate(words):
        if token.relation != "acl:relcl":
            continue
        opens = next((i for i in range(index, -1, -1) if words[i].text == ","), None)
        if opens is not None:
            closes = (i for i in range(index, len(words)) if words[i].text == ",")
            yield words[opens].start, words[next(closes, len(words) - 1)].end
