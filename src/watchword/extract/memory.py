"""Who has been named so far in a report, for "he", "the agency" and "Kim" later on.

Invariant: nobody is guessed. Where two could be meant equally, the words stay as they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from watchword.extract.people import is_person_noun
from watchword.model.attribution import Link, LinkKind
from watchword.model.span import Span
from watchword.text.lexicon import lexicon
from watchword.text.names import find_names
from watchword.text.offices import is_office, normal_office

_BODIES = frozenset({LinkKind.ORGANISATION, LinkKind.STATE, LinkKind.MEDIA})
_HE = lexicon("he she him her")
_IT = lexicon("it its")
_THEY = lexicon("they them")


@dataclass(slots=True)
class Memory:
    """Who is named in one report, in order; grows as the report is read.

    Attributes:
        links: those who spoke; they come first wherever somebody is looked up.
        mentions: those who were named otherwise.
    """

    links: list[Link] = field(default_factory=list)
    mentions: list[Link] = field(default_factory=list)

    def note_mention(self, link: Link) -> None:
        """Remember somebody who is named but does not speak."""
        self.mentions.append(link)

    def note(self, link: Link) -> None:
        """Remember a source that the report has just named."""
        self.links.append(link)

    def of_pronoun(self, word: str) -> Link | None:
        """Whom a pronoun stands for: the last speaker it agrees with."""
        low = word.lower()
        people = (*reversed(self.links), *reversed(self.mentions)) if low in _HE else ()
        for link in people:
            if link.kind is LinkKind.PERSON or _is_somebody(link):
                return link
        for link in reversed(self.links):
            if low in _IT and link.kind in _BODIES:
                return link
            if low in _THEY and link.kind in {LinkKind.COLLECTIVE, *_BODIES}:
                return link
        bodies = {link.name: link for link in self.mentions if link.kind in _BODIES}
        return next(iter(bodies.values())) if low in _IT and len(bodies) == 1 else None

    def of_surname(self, words: str) -> Link | None:
        """The person whose full name holds this shorter one; the last speaker of several."""
        parts = set(words.split())
        people = [
            link
            for link in (*self.mentions, *self.links)
            if link.kind is LinkKind.PERSON
            and link.name != words
            and parts <= set(link.name.split())
        ]
        return people[-1] if people else None

    def of_description(self, head: str, *, office: str) -> Link | None:
        """Whom "the agency", "the official" or "the president" stands for.

        Args:
            head: the last word of the description, lower case.
            office: the whole description in normal form.
        """
        for link in (*reversed(self.links), *reversed(self.mentions)):
            if link.role and office and _same_office(link.role, office):
                return link
            if link.kind in {LinkKind.ANONYMOUS, LinkKind.COLLECTIVE} and _ends_in(link, head):
                return link
            if link.kind in {LinkKind.ORGANISATION, LinkKind.MEDIA} and _is_such(link, head):
                return link
        return None


def _is_somebody(link: Link) -> bool:
    named = is_office(link.name) or is_person_noun(link.name.rsplit(maxsplit=1)[-1])
    return link.kind is LinkKind.ANONYMOUS and named


def find_mentions(text: str, report: str) -> Iterator[tuple[int, Link]]:
    """People and bodies named anywhere in a text, each with its place."""
    for name in find_names(text):
        if name.kind is LinkKind.STATE:
            continue
        span = Span.within(text, name.start, name.end, report=report)
        yield (
            name.start,
            Link(
                name=name.name,
                words=name.words,
                kind=name.kind,
                role=name.role,
                country=name.country,
                span=span,
            ),
        )


_SUCH = {
    "agency": lexicon(
        "agency service intelligence bureau administration committee news yonhap afp tass"
    ),
    "service": lexicon("service agency intelligence"),
    "ministry": lexicon("ministry department"),
    "office": lexicon("office"),
    "department": lexicon("department ministry"),
    "newspaper": lexicon("post times newspaper daily journal herald independent"),
    "outlet": lexicon("post times news daily journal herald media"),
    "broadcaster": lexicon("broadcaster radio television tv news"),
    "alliance": lexicon("nato alliance organization"),
    "military": lexicon("military staff army forces"),
    "group": lexicon("group movement front"),
    "command": lexicon("command"),
    "union": lexicon("union eu"),
}


def _is_such(link: Link, head: str) -> bool:
    kinds = _SUCH.get(head)
    names = f"{link.name} {link.words}".lower().replace("'s", "").split()
    return kinds is not None and not kinds.isdisjoint(names)


def _ends_in(link: Link, head: str) -> bool:
    return re.split(r" (?:of|in|for|from|at|with|close) ", link.name.lower())[0].endswith(head)


def _same_office(role: str, office: str) -> bool:
    known, asked = normal_office(role).split(), normal_office(office).split()
    return known[-len(asked) :] == asked if asked else False
