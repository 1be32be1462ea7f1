"""Who a shorter mention stands for: "Kim", "the agency" and "he" after the full name.

Invariant: nobody is guessed. Where two fit alike and neither has just spoken, nobody is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from watchword.model.attribution import LinkKind
from watchword.text.gazetteer import OrganisationKind, organisation_named, plain_words
from watchword.text.lexicon import lexicon
from watchword.text.offices import is_office, normal_office


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Somebody named in a text.

    Attributes:
        start: first character of the words.
        end: the character after the last one.
        words: the words as they stand, without article.
        kind: person, organisation, media or state.
        name: canonical name; for a short mention the full one given in the report.
        role: office in normal form, None where none is given beside the name.
        country: alpha-2 code, None where not told.
    """

    start: int
    end: int
    words: str
    kind: LinkKind
    name: str
    role: str | None = None
    country: str | None = None


def resolve_mention(
    words: str,
    earlier: Sequence[Name],
    *,
    kind: LinkKind | None = None,
    last_speaker: Name | None = None,
) -> Name | None:
    """Whom a short mention stands for among the names given before it.

    A surname is looked for among people, "he" and "she" among people, "it" among bodies and
    states, "the minister" among roles, "the agency" among bodies of that sort. Where two fit
    alike the last speaker decides if it is one of them, and otherwise nobody does.

    Args:
        words: the mention ("Kim", "the agency", "he").
        earlier: names given before, in order.
        kind: what sort of source is looked for, where the caller knows.
        last_speaker: who spoke last.

    >>> first = Name(start=0, end=14, words="Dmitry Peskov", kind=LinkKind.PERSON,
    ...              name="Dmitry Peskov")
    >>> resolve_mention("Peskov", [first]).name
    'Dmitry Peskov'
    """
    fits = {
        name.name: name
        for name in earlier
        if (kind is None or name.kind is kind) and _fits(words, name)
    }
    if len(fits) == 1:
        return next(iter(fits.values()))
    if last_speaker is not None and last_speaker.name in fits:
        return last_speaker
    return None


def surname_of(name: str) -> str:
    """The name that a person is called by: the last, or the first of a Korean or Chinese name.

    >>> surname_of("Kim Jong-un"), surname_of("Volodymyr Zelensky"), surname_of("Yoon Suk Yeol")
    ('Kim', 'Zelensky', 'Yoon')
    """
    parts = name.split()
    return parts[0] if has_family_name_first(name) else parts[-1]


def has_family_name_first(name: str) -> bool:
    """Whether a full name opens with a family name, as Korean and Chinese names do.

    >>> has_family_name_first("Kim Jong-un"), has_family_name_first("Mark Rutte")
    (True, False)
    """
    parts = name.split()
    return len(parts) > 1 and parts[0] in _FAMILY_FIRST


_FAMILY_FIRST = lexicon(
    "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu "
    "Hong Moon Yang Ko Bae Baek Noh Ri Pak Choe Jo Ju Ryang Hyon Thae No Chung Na Ha Heo Nam Shim "
    "Yu Yoo Suh Wi Woo Koo "
    "Xi Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Qin "
    "Dong Mao Deng Han Tsai Lai Nguyen Tran Pham Le To Vo"
)
_GENERIC = {
    "agency": (OrganisationKind.INTELLIGENCE, OrganisationKind.MEDIA),
    "service": (OrganisationKind.INTELLIGENCE,),
    "newspaper": (OrganisationKind.MEDIA,),
    "broadcaster": (OrganisationKind.MEDIA,),
    "outlet": (OrganisationKind.MEDIA,),
    "military": (OrganisationKind.MILITARY,),
    "army": (OrganisationKind.MILITARY,),
    "group": (OrganisationKind.REBEL, OrganisationKind.NGO),
    "alliance": (OrganisationKind.IGO,),
    "bloc": (OrganisationKind.IGO,),
    "company": (OrganisationKind.COMPANY,),
}
_BODIES = frozenset({LinkKind.ORGANISATION, LinkKind.MEDIA, LinkKind.STATE})
_HE = lexicon("he she him her")
_IT = lexicon("it")
_THEY = lexicon("they them")


def _fits(words: str, name: Name) -> bool:
    plain = plain_words(words)
    low = plain.lower()
    if low in _HE:
        return name.kind is LinkKind.PERSON
    if low in _IT:
        return name.kind in _BODIES
    if low in _THEY:
        return name.kind in _BODIES or name.kind is LinkKind.COLLECTIVE
    if plain[:1].isupper() and name.kind is LinkKind.PERSON and _is_short_for(plain, name.name):
        return True
    if words.lower().startswith("the "):
        return _is_described(low, name)
    return False


def _is_short_for(words: str, name: str) -> bool:
    return words in {name, surname_of(name)} or (
        len(words.split()) > 1 and set(words.split()) <= set(name.split())
    )


def _is_described(low: str, name: Name) -> bool:
    if name.kind is LinkKind.PERSON:
        asked = normal_office(low).split()
        held = (name.role or "").split(" of ")[0].split()
        return is_office(low) and held[-len(asked) :] == asked
    if name.kind not in _BODIES:
        return False
    head = low.rsplit(maxsplit=1)[-1]
    body = organisation_named(name.name, context_country=name.country)
    return head in name.name.lower().split() or (
        body is not None and body.kind in _GENERIC.get(head, ())
    )
